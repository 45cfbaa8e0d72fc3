"""Draw what connectors share only once: lines over each other would look bolder than the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from orgviz.layout.geometry import Point

_Line: TypeAlias = tuple[Point, ...]
_Stretch: TypeAlias = tuple[float, float]
_Drawn: TypeAlias = dict[tuple[bool, float], list[_Stretch]]
"""What is drawn already: for each upright (true) and each level, stretches that do not touch."""


def shared_once(lines: Mapping[int, _Line], parents: Sequence[int | None]) -> dict[int, _Line]:
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
    own = dict(lines)
    for family in families.values():
        if len(family) == 1:
            own[family[0]] = _own_part(lines[family[0]], {})
            continue
        drawn: _Drawn = {}
        for lower in sorted(family, key=lambda box: -_length(lines[box])):
            part = own[lower] = _own_part(lines[lower], drawn)
            _add(drawn, part)
    return own


def _length(points: _Line) -> float:
    """Return how long a line is, but for what is behind its last corner."""
    length = 0.0
    x, y = points[0]
    for next_x, next_y in points[1:-1]:
        length += abs(next_x - x) + abs(next_y - y)
        x, y = next_x, next_y
    return length


def _add(drawn: _Drawn, points: _Line) -> None:
    """Remember the parts of a right-angled line."""
    x, y = points[0]
    for next_x, next_y in points[1:]:
        place = (True, x) if x == next_x else (False, y)
        one, other = (y, next_y) if x == next_x else (x, next_x)
        stretch = (one, other) if one < other else (other, one)
        stretches = drawn.get(place)
        if stretches is None:
            drawn[place] = [stretch]
        else:
            _join(stretches, stretch)
        x, y = next_x, next_y


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


def _own_part(points: _Line, drawn: _Drawn) -> _Line:
    """Return the rest of a line from where it leaves what is drawn already."""
    x, y = points[0]
    for at, (next_x, next_y) in enumerate(points[1:], 1):
        if x == next_x:
            reach = _furthest(drawn.get((True, x), ()), y, next_y)
            if reach != next_y:
                return (Point(x, reach), *points[at:]) if reach != y else points[at - 1 :]
        else:
            reach = _furthest(drawn.get((False, y), ()), x, next_x)
            if reach != next_x or y != next_y:
                return (Point(reach, y), *points[at:]) if reach != x else points[at - 1 :]
        x, y = next_x, next_y
    return points[-2:]
