"""Draw what connectors share only once: lines over each other would look bolder than the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from orgviz.layout.geometry import Point


def shared_once(
    lines: Mapping[int, tuple[Point, ...]], parents: Sequence[int | None]
) -> dict[int, tuple[Point, ...]]:
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
        drawn: list[tuple[Point, Point]] = []
        for lower in sorted(family, key=lambda box: -_length(lines[box][:-1])):
            own[lower] = _own_part(lines[lower], drawn)
            drawn.extend(pairwise(own[lower]))
    return {lower: own[lower] for lower in lines}


def _length(points: Sequence[Point]) -> float:
    return sum(abs(b.x - a.x) + abs(b.y - a.y) for a, b in pairwise(points))


def _own_part(points: tuple[Point, ...], drawn: Sequence[tuple[Point, Point]]) -> tuple[Point, ...]:
    """Return the rest of a line from where it leaves what is drawn already."""
    at = 0
    start = points[0]
    while at + 1 < len(points):
        reach = _furthest(start, points[at + 1], drawn)
        if reach != points[at + 1]:
            return (reach, *points[at + 1 :])
        start = points[at + 1]
        at += 1
    return points[-2:]


def _furthest(start: Point, end: Point, drawn: Sequence[tuple[Point, Point]]) -> Point:
    """Return how far from `start` towards `end` some drawn segment already goes."""
    best = start
    for a, b in drawn:
        for corner in _covered(start, end, a, b):
            if abs(corner.x - start.x) + abs(corner.y - start.y) > abs(best.x - start.x) + abs(
                best.y - start.y
            ):
                best = corner
    return best


def _covered(start: Point, end: Point, a: Point, b: Point) -> tuple[Point, ...]:
    """Return the end of the stretch, beginning at `start`, that segment (a, b) covers of (start, end)."""
    if start.x == end.x == a.x == b.x:
        low, high = min(a.y, b.y), max(a.y, b.y)
        if low <= start.y <= high:
            return (Point(start.x, min(high, end.y) if end.y > start.y else max(low, end.y)),)
    if start.y == end.y == a.y == b.y:
        low, high = min(a.x, b.x), max(a.x, b.x)
        if low <= start.x <= high:
            return (Point(min(high, end.x) if end.x > start.x else max(low, end.x), start.y),)
    return ()
