"""Keep the number before names that are alike but for it: 1. Zug and 2. Zug are two, 1. Vorsitzender is not the 2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.entry import read_entry
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import Passage, joined
from orgviz.patterns import pattern

_NUMBERED = "1."
_FEWEST = 2


def numbers_in_names(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines with the numbers back in the names of those in a row that are called alike."""
    place = 0
    while place < len(lines):
        end = place + 1
        while end < len(lines) and _go_together(lines[end - 1], lines[end]):
            end += 1
        if end - place < _FEWEST:
            yield from lines[place:end]
        else:
            yield from _named_with_numbers(lines, place, end)
        place = end


def _named_with_numbers(lines: Sequence[Line], place: int, end: int) -> Iterator[Line]:
    bullet = _bullet_beside(lines, place, end)
    are_alike = len({read_entry(line.body).name.folded for line in lines[place:end]}) == 1
    are_names = are_alike or bullet is not None
    return (_with_number(line, bullet) if are_names else line for line in lines[place:end])


def _bullet_beside(lines: Sequence[Line], place: int, end: int) -> Mark | None:
    """Return the bullet of the item beside some numbered lines, in whose list they stand with bullets of their own."""
    beside = (lines[one] for one in (end, place - 1) if 0 <= one < len(lines))
    level = lines[place].indent
    return next((line.mark for line in beside if line.mark and line.mark.is_bullet and line.indent == level), None)


def _go_together(line: Line, following: Line) -> bool:
    if not (_is_numbered(line) and _is_numbered(following)) or line.indent != following.indent:
        return False
    if line.mark is not None and following.mark is not None and line.mark.number == following.mark.number:
        return False  # 1. and 1. again count nothing
    return _title(line) == _title(following)


_GENDER = pattern(r"(?<=[a-zäöüß]{4}[^i])(?:r|in|rin)$")


def _title(line: Line) -> str:
    """Return how a line is called, whether a man or a woman is: 1. Vorsitzender, 2. Vorsitzende."""
    return _GENDER.sub("", read_entry(line.body).name.folded)


def _is_numbered(line: Line) -> bool:
    return line.mark is not None and line.mark.form == _NUMBERED and bool(line.body.text) and not line.cells


def _with_number(line: Line, bullet: Mark | None) -> Line:
    written = f"{line.mark.number if line.mark else ''}."
    _, row, column = line.body.places[0]
    number = Passage(written, written, ((0, row, max(1, column - len(written) - 1)),))
    return replace(line, mark=bullet, body=joined((number, line.body), " "))
