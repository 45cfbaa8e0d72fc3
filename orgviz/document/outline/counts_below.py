"""Read titles with a colon that have on the next line how many there are: 主管：, and below it 2名，负责服务."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.outline.line import Line
from orgviz.document.text.passages import joined
from orgviz.patterns import pattern

_COUNT = pattern(r"(?:约|共)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:[-~至]\d{1,3})?\s*[名人位](?=[,。;:]|$)")
_TITLE = pattern(r"[^,。;:]{2,14}:")
_FEWEST = 2


def counts_below(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with each such title and the line below it on one, where several are so."""
    found = {place for place in range(len(lines) - 1) if _is_counted(lines[place], lines[place + 1])}
    if len(found) < _FEWEST:
        return tuple(lines)
    whole = (
        replace(line, body=joined((line.body, lines[place + 1].body), "")) if place in found else line
        for place, line in enumerate(lines)
    )
    return tuple(line for place, line in enumerate(whole) if place - 1 not in found)


def _is_counted(line: Line, below: Line) -> bool:
    is_plain = below.mark is None and not (line.cells or below.cells)
    return is_plain and _TITLE.fullmatch(line.body.folded) is not None and _COUNT.match(below.body.folded) is not None
