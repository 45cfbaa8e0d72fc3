"""Places on a slide: from the points of a scene to whole EMU of a slide, and the sizes that PowerPoint allows."""

from __future__ import annotations

from dataclasses import dataclass

from orgviz.layout.geometry import Point, Rect

EMU = 12700
"""English metric units in a point."""

SMALLEST_SIDE, LARGEST_SIDE = 72.0, 4032.0
"""Of a slide, in points: 1 and 56 inches."""

SMALLEST_TEXT = 1.0
"""Points; PowerPoint sets nothing smaller."""


def emu(points: float) -> int:
    """Return a length in points as whole EMU.

    >>> emu(1.5)
    19050
    """
    return round(points * EMU)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a scene stands on its slide: its left top corner in points, and by what it is multiplied."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0

    def point(self, point: Point) -> Point:
        """Return a point of the scene as one of the slide, in points."""
        return Point(self.x + point.x * self.scale, self.y + point.y * self.scale)

    def rect(self, rect: Rect) -> Rect:
        """Return a rectangle of the scene as one of the slide, in points."""
        corner = self.point(Point(rect.x, rect.y))
        return Rect(corner.x, corner.y, rect.width * self.scale, rect.height * self.scale)


def fitted(width: float, height: float, room: Rect) -> Frame:
    """Return the frame in which a scene of that size fills a room as far as it can, in its middle."""
    scale = min(room.width / width, room.height / height)
    x = room.x + (room.width - width * scale) / 2
    y = room.y + (room.height - height * scale) / 2
    return Frame(x, y, scale)


def slide_size(width: float, height: float) -> tuple[float, float, float]:
    """Return width and height of the slide for a page, in points, and by what the page shrinks to fit on it.

    >>> slide_size(8064.0, 4032.0), slide_size(20.0, 100.0)
    ((4032.0, 2016.0, 0.5), (72.0, 100.0, 1.0))
    """
    shrink = min(1.0, LARGEST_SIDE / max(width, height))
    return max(SMALLEST_SIDE, width * shrink), max(SMALLEST_SIDE, height * shrink), shrink
