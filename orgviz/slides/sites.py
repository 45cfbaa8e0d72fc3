"""Connection sites: where lines are glued to a box; the four of a rectangle, and more where lines leave elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from orgviz.layout.geometry import Point, Rect

NEAR: Final = 0.3  # points: what is so near to a site is at it
_DOWN, _LEFT, _UP, _RIGHT = "cd4", "cd2", "3cd4", "0"
ANGLES: Final = (_UP, _LEFT, _DOWN, _RIGHT)
"""Which way lines leave the four sites of a rectangle: top, left, bottom, right."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site beyond the four of every rectangle: points from the box's top left corner, and which way lines leave."""

    x: float
    y: float
    angle: str


def rectangle_sites(rect: Rect) -> tuple[Point, ...]:
    """Return the four sites of a rectangle, as PowerPoint numbers them: top, left, bottom, right."""
    return (
        Point(rect.center_x, rect.y),
        Point(rect.x, rect.center_y),
        Point(rect.center_x, rect.bottom),
        Point(rect.right, rect.center_y),
    )


@dataclass(slots=True)
class SiteMap:
    """The sites of one box; grows as lines ask for places."""

    rect: Rect
    extra: list[Site] = field(default_factory=list)
    _known: dict[tuple[int, int], int] = field(default_factory=dict)

    def at(self, point: Point) -> int:
        """Return the number of the site at a point, which may also lie outside the box."""
        for number, site in enumerate(rectangle_sites(self.rect)):
            if abs(site.x - point.x) <= NEAR and abs(site.y - point.y) <= NEAR:
                return number
        key = round(point.x / NEAR), round(point.y / NEAR)
        if key not in self._known:
            self._known[key] = 4 + len(self.extra)
            self.extra.append(Site(point.x - self.rect.x, point.y - self.rect.y, self._angle(point)))
        return self._known[key]

    def _angle(self, point: Point) -> str:
        """Return which way lines leave at a point: away from the side that it is nearest to or furthest beyond."""
        rect = self.rect
        beyond = (rect.y - point.y, rect.x - point.x, point.y - rect.bottom, point.x - rect.right)
        return ANGLES[beyond.index(max(beyond))]
