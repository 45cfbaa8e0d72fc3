"""Right-angled lines as PowerPoint's connectors: which one, how it is turned and flipped, and where it bends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from orgviz.layout.geometry import Point, Rect

MOST_POINTS: Final = 6
"""That one connector can have."""

_QUARTER: Final = 5_400_000  # of a turn, in 60,000ths of a degree
_WHOLE: Final = 100_000
# A connector without extent has nothing that a bend beside it could be a share of.
_LEAST_EXTENT: Final = 0.1


@dataclass(frozen=True, slots=True)
class Elbow:
    """A connector that lies along given points.

    Args:
        preset: its name in DrawingML.
        rect: before it is turned about its middle.
        turned: whether by a quarter, clockwise.
        flip_h, flip_v: before it is turned.
        bends: where the parts between the first and the last lie, in 100,000ths of width and height in turn.
    """

    preset: str
    rect: Rect
    turned: bool = False
    flip_h: bool = False
    flip_v: bool = False
    bends: tuple[int, ...] = ()

    @property
    def attributes(self) -> str:
        """What the transform says besides the rectangle."""
        turned = f' rot="{_QUARTER}"' if self.turned else ""
        return turned + ' flipH="1"' * self.flip_h + ' flipV="1"' * self.flip_v


def straight(start: Point, end: Point) -> Elbow:
    """Return the straight connector from point to point."""
    rect = Rect(min(start.x, end.x), min(start.y, end.y), abs(end.x - start.x), abs(end.y - start.y))
    return Elbow("straightConnector1", rect, flip_h=end.x < start.x, flip_v=end.y < start.y)


def elbow(points: Sequence[Point]) -> Elbow:
    """Return the connector along a right-angled line of up to six points.

    A line without a bend becomes one that bends as soon as its ends are moved apart.
    """
    start, end = points[0], points[-1]
    level = _is_level(points[0], points[1])
    along = [_seen(point, start, level=level) for point in points]
    (far_u, far_v) = along[-1]
    flip_h, flip_v = far_u < 0, far_v < 0
    width, height = abs(far_u), abs(far_v)
    if len(points) > 3:
        width, height = max(width, _LEAST_EXTENT), max(height, _LEAST_EXTENT) if len(points) > 4 else height
    bends = [
        (-u if flip_h else u) / width if number % 2 else (-v if flip_v else v) / height
        for number, (u, v) in enumerate(along[1 : len(points) - 2], 1)
    ]
    preset = f"bentConnector{max(len(points) - 1, 3) if len(points) != 3 else 2}"
    middle_x, middle_y = (start.x + end.x) / 2, (start.y + end.y) / 2
    return Elbow(
        preset,
        Rect(middle_x - width / 2, middle_y - height / 2, width, height),
        turned=not level,
        flip_h=flip_h,
        flip_v=flip_v,
        bends=tuple(round(bend * _WHOLE) for bend in bends) or ((_WHOLE // 2,) if len(points) == 2 else ()),
    )


def path_of(elbow: Elbow) -> tuple[Point, ...]:
    """Return the points that PowerPoint draws a connector through: the inverse of `elbow` and `straight`."""
    rect = elbow.rect
    right, bottom = rect.width, rect.height
    shares = [bend / _WHOLE for bend in elbow.bends]
    if elbow.preset == "straightConnector1":
        path = [(0.0, 0.0), (right, bottom)]
    elif elbow.preset == "bentConnector2":
        path = [(0.0, 0.0), (right, 0.0), (right, bottom)]
    else:
        path, u, v = [(0.0, 0.0)], 0.0, 0.0
        for number, share in enumerate(shares, 1):
            u, v = (share * right, v) if number % 2 else (u, share * bottom)
            path.append((u, v))
        if len(shares) % 2:
            path.append((u, bottom))
        else:
            path.append((right, v))
        path.append((right, bottom))
    return tuple(_placed(elbow, u, v) for u, v in path)


def _placed(elbow: Elbow, u: float, v: float) -> Point:
    rect = elbow.rect
    x = (rect.width - u if elbow.flip_h else u) - rect.width / 2
    y = (rect.height - v if elbow.flip_v else v) - rect.height / 2
    if elbow.turned:
        x, y = -y, x
    return Point(rect.center_x + x, rect.center_y + y)


def _is_level(a: Point, b: Point) -> bool:
    return abs(a.x - b.x) >= abs(a.y - b.y)


def _seen(point: Point, start: Point, *, level: bool) -> tuple[float, float]:
    """Return where a point is, seen from the start of a line along its first part."""
    dx, dy = point.x - start.x, point.y - start.y
    return (dx, dy) if level else (dy, -dx)


def without_repeats(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return a right-angled line without parts of no length and joints at which it does not turn."""
    found: list[Point] = [points[0]]
    for point in points[1:]:
        if abs(point.x - found[-1].x) + abs(point.y - found[-1].y) < 0.01:
            continue
        if len(found) > 1 and _goes_on(found[-2], found[-1], point):
            found.pop()
        found.append(point)
    return tuple(found) if len(found) > 1 else (points[0], points[-1])


def _goes_on(a: Point, b: Point, c: Point) -> bool:
    return abs((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)) < 0.01


def is_right_angled(points: Sequence[Point]) -> bool:
    """Whether each part of a line is level or upright."""
    return all(min(abs(a.x - b.x), abs(a.y - b.y)) < 0.01 for a, b in pairwise(points))
