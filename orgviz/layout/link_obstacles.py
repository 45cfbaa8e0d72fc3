"""What links must keep away from, and how far something can be pushed until it meets that.

An axis is 0 for x and 1 for y. An extent is what a thing covers: its range in x and its range in y.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from math import floor

from orgviz.layout.geometry import Point, Rect

Range = tuple[float, float]
Extent = tuple[Range, Range]

_BUCKET = 40.0  # points; about the size of a box


class Obstacles:
    """A set of extents inside a frame."""

    def __init__(self, extents: Iterable[Extent], frame: Extent) -> None:
        self.extents = tuple(extents)
        self.frame = frame
        self._buckets: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
        for index, extent in enumerate(self.extents):
            for axis, buckets in enumerate(self._buckets):
                for key in _keys(extent[axis]):
                    buckets.setdefault(key, []).append(index)

    def reach(self, axis: int, start: Range, band: Range) -> Range:
        """Return how far `start` can grow along `axis` before something within `band` stops it.

        Something that lies over `start` itself is passed over; what only touches `band` does not count.
        """
        low, high = self.frame[axis]
        middle = (start[0] + start[1]) / 2
        buckets = self._buckets[1 - axis]
        for key in _keys(band):
            for index in buckets.get(key, ()):
                extent = self.extents[index]
                across = extent[1 - axis]
                if across[0] >= band[1] or across[1] <= band[0]:
                    continue
                first, last = extent[axis]
                if last <= middle:
                    low = max(low, last)
                elif first >= middle:
                    high = min(high, first)
        return min(low, start[0]), max(high, start[1])

    def within(self, area: Extent) -> list[int]:
        """Return the indices of the extents that share anything with `area`, in order."""
        (left, right), (top, bottom) = area
        cells = self._cells
        found = {index for column in _keys(area[0]) for row in _keys(area[1]) for index in cells.get((column, row), ())}
        return [
            index
            for index in sorted(found)
            if self.extents[index][0][0] <= right
            and self.extents[index][0][1] >= left
            and self.extents[index][1][0] <= bottom
            and self.extents[index][1][1] >= top
        ]

    @cached_property
    def _cells(self) -> dict[tuple[int, int], list[int]]:
        cells: dict[tuple[int, int], list[int]] = {}
        for index, extent in enumerate(self.extents):
            for column in _keys(extent[0]):
                for row in _keys(extent[1]):
                    cells.setdefault((column, row), []).append(index)
        return cells


def _keys(span: Range) -> range:
    return range(floor(span[0] / _BUCKET), floor(span[1] / _BUCKET) + 1)


def extent_of(rect: Rect) -> Extent:
    """Return what a rectangle covers."""
    return (rect.x, rect.right), (rect.y, rect.bottom)


def segment_extent(start: Point, end: Point) -> Extent:
    """Return what a level or upright line covers: nothing across it."""
    return (min(start.x, end.x), max(start.x, end.x)), (min(start.y, end.y), max(start.y, end.y))


def axis_of(start: Point, end: Point) -> int:
    """Return the axis that a line runs along; a slanting one counts as its longer side."""
    return 0 if abs(end.x - start.x) >= abs(end.y - start.y) else 1


def swap(axis: int, along: float, across: float) -> Point:
    """Return the point at `along` on `axis` and `across` on the other."""
    return Point(along, across) if axis == 0 else Point(across, along)
