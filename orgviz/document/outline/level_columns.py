"""Take several columns of departments for a path where their words are in no order, but their names are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from orgviz.document.outline.columns import Column, Columns
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern
from orgviz.table.level_order import order_by_names
from orgviz.table.words import words

# What divides an organisation above its departments, where the names below them are nested so.
_DIVIDES = pattern(r"functions?|pillar|business line|line of business|area|板块|条线|体系|职能")
_NONE = -1  # where a row has no depth
_DEPTH = pattern(r"(?:org |reporting |hierarchy )?(?:level|lvl|tier)|层级|级次")


def with_levels(columns: Columns, rows: Sequence[Sequence[Passage]]) -> Columns:
    """Return the columns with those of departments as a path: Department, Division, below which names stand nested."""
    ranks = {place: words().level(cell.text) for place, cell in enumerate(columns.header) if cell.text}
    worded = [
        place
        for place, rank in ranks.items()
        if (rank is not None and rank[0]) or _DIVIDES.fullmatch(columns.header[place].folded)
    ]
    if columns.levels or len(worded) < 2 or not columns.places.keys().isdisjoint((Column.ABOVE, Column.BELOW)):
        return columns
    levels = order_by_names(worded, [[cell.text for cell in row] for row in rows])
    if levels is None:
        return columns
    return replace(columns, levels=levels, places={one: at for one, at in columns.places.items() if at not in levels})


def with_depths(columns: Columns, rows: Sequence[Sequence[Passage]]) -> tuple[Columns, Sequence[Sequence[Passage]]]:
    """Return the columns and rows with whom each row stands below, where a column counts the levels: 1, 2, 3, 2, 3."""
    place = next((at for at, cell in enumerate(columns.header) if _DEPTH.fullmatch(cell.folded)), None)
    named = columns.places.get(Column.POST, columns.places.get(Column.UNIT))
    if place is None or named is None or columns.levels or Column.ABOVE in columns.places:
        return columns, rows
    depths = [int(row[place].text) if len(row) > max(place, named) and _is_depth(row[place]) else _NONE for row in rows]
    if not _is_outline(depths):
        return columns, rows
    above = _above(depths)
    names = [rows[number][named].folded for number in sorted({one for one in above if one is not None})]
    if len(set(names)) < len(names):
        return columns, rows
    width = len(columns.header)
    blank = Passage("", "", ((0, 0, 0),))
    padded = [(*row[:width], *[blank] * (width - len(row))) for row in rows]
    hung = [(*row, blank if one is None else rows[one][named]) for row, one in zip(padded, above, strict=True)]
    header = (*columns.header, blank)
    return replace(columns, header=header, places={**columns.places, Column.ABOVE: width}), hung


def _is_depth(cell: Passage) -> bool:
    return cell.text.isascii() and cell.text.isdigit() and len(cell.text) == 1


def _is_outline(depths: Sequence[int]) -> bool:
    """Whether depths go down by one and come back at least once: grades only rise."""
    steps = [after - before for before, after in pairwise(depths)]
    return (
        _NONE not in depths and depths[:1] == [min(depths, default=0)] and max(steps, default=0) == 1 and min(steps) < 0
    )


def _above(depths: Sequence[int]) -> list[int | None]:
    """Return for each row which one it stands below: the last that is one level higher."""
    last: dict[int, int] = {}
    found: list[int | None] = []
    for number, depth in enumerate(depths):
        found.append(last.get(depth - 1))
        last[depth] = number
    return found
