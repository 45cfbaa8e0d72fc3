"""Draw what connectors share only once: lines over each other would look bolder than the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from orgviz.layout.geometry import Point

_Stretch: TypeAlias = tuple[float, float]


def shared_once(lines: Mapping[int, tuple[Point, ...]], parents: Sequence[int | None]) -> dict[int, tuple[Point, ...]]:
    """Return each connector without the part that a longer one of the same parent already draws.

    All connectors of a box leave it at one point, go along a trunk and perhaps a bus, and then part. The one that
    goes furthest is drawn whole; of each other only what it has for itself.

    Args:
        lines: for each box with a connector, its joints from the upper box on.
        parents: for each box, the one that it stands under.
    """
    families: dict[tuple[int | None, Point], list[int]] = {}
    for lower, points in lines.items():
        families.setdefault((parents[lower], points[0]), []).append(lower)
    own: dict[int, tuple[Point, ...]] = {}
    for family in families.values():
        drawn = _Drawn()
        for lower in sorted(family, key=lambda box: -_length(lines[box][:-1])):
            own[lower] = _own_part(lines[lower], drawn)
            drawn.add(own[lower])
    return {lower: own[lower] for lower in lines}


def _length(points: Sequence[Point]) -> float:
    return sum(abs(b.x - a.x) + abs(b.y - a.y) for a, b in pairwise(points))


class _Drawn:
    """The straight parts that are drawn already: for each upright and level, stretches that do not touch."""

    def __init__(self) -> None:
        self.upright: dict[float, list[_Stretch]] = {}
        self.level: dict[float, list[_Stretch]] = {}

    def add(self, points: Sequence[Point]) -> None:
        """Remember the parts of a right-angled line."""
        for a, b in pairwise(points):
            if a.x == b.x:
                _join(self.upright.setdefault(a.x, []), (min(a.y, b.y), max(a.y, b.y)))
            else:
                _join(self.level.setdefault(a.y, []), (min(a.x, b.x), max(a.x, b.x)))

    def reach(self, start: Point, end: Point) -> Point:
        """Return how far from `start` towards `end` something is drawn already."""
        if start.x == end.x:
            return Point(start.x, _furthest(self.upright.get(start.x, ()), start.y, end.y))
        return Point(_furthest(self.level.get(start.y, ()), start.x, end.x), start.y)


def _join(stretches: list[_Stretch], new: _Stretch) -> None:
    """Add a stretch, as one with those that it touches."""
    low, high = new
    apart = []
    for stretch in stretches:
        if stretch[0] <= new[1] and new[0] <= stretch[1]:
            low, high = min(low, stretch[0]), max(high, stretch[1])
        else:
            apart.append(stretch)
    stretches[:] = [*apart, (low, high)]


def _furthest(stretches: Sequence[_Stretch], start: float, end: float) -> float:
    for low, high in stretches:
        if low <= start <= high:
            return min(high, end) if end > start else max(low, end)
    return start


def _own_part(points: tuple[Point, ...], drawn: _Drawn) -> tuple[Point, ...]:
    """Return the rest of a line from where it leaves what is drawn already."""
    for at, (start, end) in enumerate(pairwise(points)):
        reach = drawn.reach(start, end)
        if reach != end:
            return (reach, *points[at + 1 :])
    return points[-2:]
