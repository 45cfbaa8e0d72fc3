"""Tell lines without marks, each of which begins with a post or unit, a comma and its work, from running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.entry import duty_words, read_entry
from orgviz.document.names.judging import STRONG, is_wide, judge
from orgviz.document.outline.lines import Line
from orgviz.document.outline.unmarked import NAMED
from orgviz.patterns import pattern

_FEWEST = 2  # lines in a row from which on they are a list
_LONGEST = 40
_SPOKEN = pattern("[请您你我他她]")


def named_by_commas(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, with the mark of a name with its duty where several in a row are: 会计，管理账目."""
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and lines[end].indent == lines[place].indent and _is_named(lines[end]):
            end += 1
        if end - place >= _FEWEST and 2 * sum(map(_tells_work, lines[place:end])) >= end - place:
            yield from (replace(line, mark=NAMED) for line in lines[place:end])
        else:
            end = place + 1
            yield lines[place]
        place = end


def _is_named(line: Line) -> bool:
    if (
        line.mark is not None
        or line.cells
        or line.is_bold
        or len(line.body) > _LONGEST
        or not is_wide(line.body.folded)
    ):
        return False
    entry = read_entry(line.body)
    if entry.divider != "," or entry.sort not in STRONG or _SPOKEN.match(_rest(line)):
        return False
    return _tells_work(line) or judge(_rest(line)) not in STRONG


def _rest(line: Line) -> str:
    rest = read_entry(line.body).rest
    return rest.folded.rstrip("。;") if rest is not None else ""


def _tells_work(line: Line) -> bool:
    return duty_words(_rest(line))
