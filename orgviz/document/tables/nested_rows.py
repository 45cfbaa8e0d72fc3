"""Tell which rows of a table stand below the one above them, by the bullet before their name."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

Row = Sequence[Passage]
_BULLET = pattern(r"(?:[-–—•·○◦>]|[├└│]?[└├][─-]*|↳)\s+(?=\S)|[└├][─-]+(?=\S)")


def nested_rows(rows: Sequence[Row], place: int | None) -> tuple[tuple[Row, bool], ...]:
    """Return each row without the bullet in its column of names, and whether it stands below the last one without.

    Rows of which all have a bullet, or of which the first has one, stand side by side.
    """
    plain = tuple((row, False) for row in rows)
    if place is None:
        return plain
    marks = [_BULLET.match(row[place].folded) if place < len(row) else None for row in rows]
    if not any(marks):
        return plain
    return tuple(
        (row, False) if mark is None else (_cut(row, place, mark.end()), marks[0] is None)
        for row, mark in zip(rows, marks, strict=True)
    )


def _cut(row: Row, place: int, end: int) -> Row:
    return (*row[:place], row[place].cut(end), *row[place + 1 :])
