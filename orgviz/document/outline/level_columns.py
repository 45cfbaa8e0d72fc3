"""Take several columns of departments for a path where their words are in no order, but their names are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.outline.columns import Column, Columns
from orgviz.document.text.passages import Passage
from orgviz.table.level_order import order_by_names
from orgviz.table.words import words


def with_levels(columns: Columns, rows: Sequence[Sequence[Passage]]) -> Columns:
    """Return the columns with those of departments as a path: Department, Division, below which names stand nested."""
    ranks = {place: words().level(cell.text) for place, cell in enumerate(columns.header) if cell.text}
    worded = [place for place, rank in ranks.items() if rank is not None and rank[0]]
    if columns.levels or len(worded) < 2 or not columns.places.keys().isdisjoint((Column.ABOVE, Column.BELOW)):
        return columns
    levels = order_by_names(worded, [[cell.text for cell in row] for row in rows])
    if levels is None:
        return columns
    return replace(columns, levels=levels, places={one: at for one, at in columns.places.items() if at not in levels})
