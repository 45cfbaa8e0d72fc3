"""Keep the number before names that are alike but for it: 1. Zug and 2. Zug are two, 1. Vorsitzender is not the 2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.entry import read_entry
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import Passage, joined

_NUMBERED = "1."
_FEWEST = 2


def numbers_in_names(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines with the numbers back in the names of those in a row that are called alike."""
    place = 0
    while place < len(lines):
        end = place + 1
        while end < len(lines) and _go_together(lines[end - 1], lines[end]):
            end += 1
        are_names = end - place >= _FEWEST
        yield from (map(_with_number, lines[place:end]) if are_names else lines[place:end])
        place = end


def _go_together(line: Line, following: Line) -> bool:
    if not (_is_numbered(line) and _is_numbered(following)) or line.indent != following.indent:
        return False
    if line.mark is not None and following.mark is not None and line.mark.number == following.mark.number:
        return False  # 1. and 1. again count nothing
    return read_entry(line.body).name.folded == read_entry(following.body).name.folded


def _is_numbered(line: Line) -> bool:
    return line.mark is not None and line.mark.form == _NUMBERED and bool(line.body.text) and not line.cells


def _with_number(line: Line) -> Line:
    written = f"{line.mark.number if line.mark else ''}."
    _, row, column = line.body.places[0]
    number = Passage(written, written, ((0, row, max(1, column - len(written) - 1)),))
    return replace(line, mark=None, body=joined((number, line.body), " "))
