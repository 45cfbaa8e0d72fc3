"""Read the unit that stands without a number behind a numbered list of them: 机关党委。负责党群工作."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark
from orgviz.patterns import pattern

_FEWEST = 2  # numbered units, each with a stop behind its name and then its work
_NAMED = pattern(
    r"(?P<name>[\u4e00-\u9fff]{2,16}(?:\([^()]{2,12}\))?)[。:](?=(?:主要|具体|全面|组织)?(?:负责|承担|指导|拟订|拟定|组织|承办|按|履行|监督))"
)


def unnumbered_last(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, those behind such a list that are set as its items with the next number of the list."""
    mark: Mark | None = None
    number = 0
    for line in lines:
        is_unit = not line.cells and _is_unit(line)
        if line.mark is not None and line.mark.number is not None:
            number = number + 1 if is_unit and mark is not None and mark.form == line.mark.form else int(is_unit)
            mark = line.mark if is_unit else None
        elif line.mark is None and is_unit and mark is not None and number >= _FEWEST:
            mark = replace(mark, number=(mark.number or 0) + 1)
            yield replace(line, mark=mark, lead=0)
            continue
        elif line.mark is not None:
            mark = None
        yield line


def _is_unit(line: Line) -> bool:
    match = _NAMED.match(line.body.folded)
    return match is not None and judge(match["name"]) is Sort.UNIT
