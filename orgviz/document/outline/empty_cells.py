"""Put the empty cells in rows that lost them, because nothing is written where a cell is empty."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.names.judging import STRONG
from orgviz.document.names.people import is_person
from orgviz.document.outline.cell_sorts import sort_of
from orgviz.document.outline.columns import Column
from orgviz.document.text.passages import Passage, passage

Cells = tuple[Passage, ...]
_FEWEST = 2  # cells of a row; a line with one is something else
_LONGEST = 40
_INDENT = 4  # columns
_ENDS = (".", "。", ":", "：", "!", "?")


def with_empty_cells(cells: Cells, header: Cells) -> Cells:
    """Return a row as wide as its header: each cell below the one that it begins below, or else the last are empty.

    What is no row, since a cell is long or ends as a sentence does, is given back as it is.
    """
    is_short = all(len(cell) <= _LONGEST and not cell.text.endswith(_ENDS) for cell in cells)
    if not is_short or not _FEWEST <= len(cells) < len(header):
        return cells
    begins = [cell.places[0][2] for cell in header]
    where = [min(range(len(begins)), key=lambda at: abs(begins[at] - cell.places[0][2])) for cell in cells]
    is_below = all(abs(begins[at] - cell.places[0][2]) <= 1 for at, cell in zip(where, cells, strict=True))
    if not is_below or len(set(where)) < len(where):
        is_indented = cells[0].places[0][2] - begins[0] >= _INDENT  # the first are as those above; wide signs count two
        first = len(header) - len(cells) if is_indented else 0
        where = list(range(first, first + len(cells)))
    row = dict(zip(where, cells, strict=True))
    return tuple(row.get(at) or passage("", cells[0].line, 1) for at in range(len(header)))


def with_nobody(cells: Cells, columns: Sequence[Column | None]) -> Cells:
    """Return a row with the last cells empty, and that of the person where a unit or post stands in its place."""
    if not _FEWEST <= len(cells) < len(columns):
        return cells
    empty = passage("", cells[0].line, 1)
    at = columns.index(Column.PERSON) if Column.PERSON in columns else len(cells)
    if at < len(cells) and not is_person(cells[at].text, cells[at].folded) and sort_of(cells[at].folded) in STRONG:
        cells = (*cells[:at], empty, *cells[at:])
    return (*cells, *(empty for _ in range(len(columns) - len(cells))))
