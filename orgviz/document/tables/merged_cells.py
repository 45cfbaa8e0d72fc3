"""Set rows right that have lost the cell which they shared with the row above: what is left has moved to the left."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import read_notes
from orgviz.document.outline.columns import Column, Columns
from orgviz.document.text.passages import Passage

Row = Sequence[Passage]
_LONG = 10


def unmerged(columns: Columns, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with a blank cell before those whose last cell is blank and whose first is a post.

    The first column must be one of units, and the second one of posts.
    """
    width = len(columns.header)
    places = columns.places
    if width < 3 or places.get(Column.UNIT) != 0 or places.get(Column.POST) != 1:
        return tuple(rows)
    return tuple((row[-1], *row[:-1]) if _has_moved(row, width) else row for row in rows)


def _has_moved(row: Row, width: int) -> bool:
    is_short = len(row) == width and not row[-1].text and bool(row[0].text)
    return is_short and judge(read_notes(row[0]).name.folded) is not Sort.UNIT and len(row[1]) > _LONG
