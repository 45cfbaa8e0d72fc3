"""Read a line as the sentence that it is, though a colon stands behind its verb: The finance team includes: CFO, …."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from orgviz.document.outline.line import Line
from orgviz.document.text.passages import behind, joined
from orgviz.patterns import pattern

_LONGEST = 400  # characters
_VERB = (
    r"(?:includes?|comprises?|consists?\sof|(?:is|are)\s(?:made\sup|composed|comprised)\sof|(?:is|are)\sdivided\sinto"
    r"|has|have|contains?)"
)
_COMPOSED = pattern(rf"(?:[a-z][\w'’&-]*\s){{1,7}}{_VERB}(?:\sthe\sfollowing)?(?P<colon>\s?:\s)[^:•·]{{3,}}")


def composed_lines(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, without the colon those that say of what somebody consists, and what that is."""
    for line in lines:
        match = _COMPOSED.fullmatch(line.body.folded) if _may_be(line) else None
        if match is None:
            yield line
            continue
        said = joined((line.body.cut(0, match.start("colon")), line.body.cut(match.end("colon"))), " ")
        said = said if said.folded.endswith(".") else joined((said, behind(said, ".")), "")
        yield replace(line, body=said, lead=0)


def _may_be(line: Line) -> bool:
    return not line.cells and len(line.body) <= _LONGEST and ":" in line.body.folded
