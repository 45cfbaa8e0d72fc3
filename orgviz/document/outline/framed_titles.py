"""Take the frame off titles that are drawn with signs on both sides: 【财务部】, *** FINANCE ***, ——财务部——."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from orgviz.document.names.judging import Sort, is_known_field, judge
from orgviz.document.outline.line import Line
from orgviz.patterns import pattern

_LONGEST = 60
_BRACKETS = pattern(r"[【〔〖『「<](?P<name>[^【】〔〕〖〗『』「」<>:;。,]{2,30})[】〕〗』」>]")
_SIGNS = pattern(r"(?P<sign>[*=~※◆■★☆#_—–-])(?P=sign)*\s*(?P<name>[^*=~※◆■★☆#_:;。,]{2,40}?)\s*(?P=sign)+")


def framed_titles(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, those that are a unit's name in a frame without it, as titles in bold type."""
    for line in lines:
        span = _name(line)
        name = None if span is None else line.body.cut(*span)
        if name is None or not (judge(name.folded) is Sort.UNIT or is_known_field(name.folded)):
            yield line
        else:
            yield replace(line, body=name, is_bold=line.mark is None, lead=0)


def _name(line: Line) -> tuple[int, int] | None:
    """Return where the name begins and ends that a line frames."""
    is_title = line.mark is None or line.mark.form == "#"
    text = line.body.text
    if not is_title or line.cells or len(text) > _LONGEST:
        return None
    match = _BRACKETS.fullmatch(text) or _SIGNS.fullmatch(text)
    return match.span("name") if match else None
