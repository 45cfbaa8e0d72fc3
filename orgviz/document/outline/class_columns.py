"""Find the column of names in a table whose header is the class of those below it: Desk, and Map Desk, Ice Desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.outline.columns import Column, Columns
from orgviz.document.text.passages import Passage

Row = Sequence[Passage]
_FEWEST = 2
_COLUMNS = {Sort.UNIT: Column.UNIT, Sort.POST: Column.POST}


def with_class_column(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Take a column for one of units or posts that is called as each of its cells ends, where none is known."""
    if columns.subject is not None or len(rows) < _FEWEST:
        return columns
    for place, header in enumerate(columns.header):
        column = _COLUMNS.get(judge(header.folded)) if header.text.isascii() and header.text else None
        if column is not None and all(place < len(row) and _is_one(row[place], header) for row in rows):
            duty = {Column.DUTY: place + 1} if _is_text(columns, rows, place + 1) else {}
            return replace(columns, places={column: place, **duty, **columns.places})
    return columns


def _is_one(cell: Passage, header: Passage) -> bool:
    return cell.folded.endswith(f" {header.folded}")


def _is_text(columns: Columns, rows: Sequence[Row], place: int) -> bool:
    """Whether the column behind the names tells of each in words what it does, and is not known otherwise."""
    if place >= len(columns.header) or place in columns.places.values():
        return False
    return all(place < len(row) and row[place].text.count(" ") > 0 for row in rows)
