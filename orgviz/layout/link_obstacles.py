"""What links must keep away from, and how far something can be pushed until it meets that.

An axis is 0 for x and 1 for y. An extent is what a thing covers: its range in x and its range in y.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import floor

from orgviz.layout.geometry import Point, Rect

Range = tuple[float, float]
Extent = tuple[Range, Range]

_BUCKET = 40.0  # points; about the size of a box


@dataclass(slots=True)
class _Stripe:
    """What lies in one stripe of the canvas, in the order in which it begins, and in that in which it ends.

    Args:
        firsts, lasts: where each begins and ends along the stripe, ascending.
        by_first, by_last: what each covers along the stripe and across it.
    """

    firsts: list[float]
    by_first: list[Extent]
    lasts: list[float]
    by_last: list[Extent]

    @staticmethod
    def of(spans: list[Extent]) -> _Stripe:
        by_first = sorted(spans, key=lambda span: span[0][0])
        by_last = sorted(spans, key=lambda span: span[0][1])
        return _Stripe([span[0][0] for span in by_first], by_first, [span[0][1] for span in by_last], by_last)

    def before(self, place: float, band: Range, low: float) -> float:
        """Return where the nearest thing within `band` ends at or before a place, or `low` if that is nearer."""
        for at in range(bisect_right(self.lasts, place) - 1, -1, -1):
            (_, last), across = self.by_last[at]
            if last <= low:
                break
            if across[0] < band[1] and across[1] > band[0]:
                return last
        return low

    def after(self, place: float, band: Range, high: float) -> float:
        """Return where the nearest thing within `band` begins at or after a place, or `high` if that is nearer."""
        for at in range(bisect_left(self.firsts, place), len(self.firsts)):
            (first, last), across = self.by_first[at]
            if first >= high:
                break
            if last > place and across[0] < band[1] and across[1] > band[0]:
                return first
        return high


class Obstacles:
    """A set of extents inside a frame."""

    def __init__(self, extents: Iterable[Extent], frame: Extent) -> None:
        self.extents = tuple(extents)
        self.frame = frame
        self._stripes: dict[tuple[int, int], _Stripe] = {}

    def reach(self, axis: int, start: Range, band: Range) -> Range:
        """Return how far `start` can grow along `axis` before something within `band` stops it.

        Something that lies over `start` itself is passed over; what only touches `band` does not count.
        """
        low, high = self.frame[axis]
        middle = (start[0] + start[1]) / 2
        for key in _keys(band):
            stripe = self._stripe(axis, key)
            if stripe is not None:
                low = stripe.before(middle, band, low)
                high = stripe.after(middle, band, high)
        return min(low, start[0]), max(high, start[1])

    def _stripe(self, axis: int, key: int) -> _Stripe | None:
        found = self._stripes.get((axis, key))
        if found is None and key in self._buckets[1 - axis]:
            spans = [self.extents[index] for index in self._buckets[1 - axis][key]]
            found = _Stripe.of([(extent[axis], extent[1 - axis]) for extent in spans])
            self._stripes[axis, key] = found
        return found

    @cached_property
    def _buckets(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """For each axis, what lies in each of the stripes that are side by side along it."""
        buckets: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
        for index, extent in enumerate(self.extents):
            for axis in (0, 1):
                for key in _keys(extent[axis]):
                    buckets[axis].setdefault(key, []).append(index)
        return buckets

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
