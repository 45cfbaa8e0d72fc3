"""Place the labels of links: on a straight part, off boxes, labels and other lines, as far as there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from math import floor

from orgviz.layout.geometry import Point, Rect
from orgviz.layout.link_obstacles import Extent, Obstacles, axis_of, extent_of, segment_extent, swap

_BORDER, _BOX, _LABEL, _OUTSIDE = 1.0, 4.0, 10.0, 20.0  # harm for each square point that is covered
_PADDING = 2.5  # inside a box, where there is no text, points
_LINE = 30.0  # harm for each other line
_BEND = 15.0  # harm where the label hides a corner of its own line
_AROUND = 4.0  # of its line, that should be seen on either side of a label, points
_PLACES = (0.5, 0.35, 0.65, 0.2, 0.8)
_END = 120.0  # harm where the label hides an end of its own line
_BESIDE = (1.5, 6.0, 12.0, 18.0, 24.0)  # between a line and a label beside it, points
_ROW = 40.0  # labels are looked for in rows as high as this, points
_AWAY = 10.0  # harm of a label beside its line, and for each point in between


def place_labels(
    ways: Sequence[tuple[Point, ...]],
    sizes: Sequence[tuple[float, float] | None],
    boxes: Obstacles,
    trunks: Sequence[tuple[Point, Point]],
) -> list[Rect | None]:
    """Return a place for each label that has a size, in order.

    Args:
        ways: right-angled lines; without points for a link that is not drawn.
        sizes: width and height of each label, in points.
        boxes: what labels must not cover, in the frame that they must not leave.
        trunks: the solid lines.
    """
    lines = [segment_extent(*trunk) for trunk in trunks]
    owners = [-1] * len(lines)
    for index, way in enumerate(ways):
        for start, end in pairwise(way):
            lines.append(segment_extent(start, end))
            owners.append(index)
    drawn = Obstacles(lines, boxes.frame)
    placed = _Labels()
    found: list[Rect | None] = []
    for index, (way, size) in enumerate(zip(ways, sizes, strict=True)):
        if size is None or len(way) < 2:
            found.append(None)
            continue
        best = _best(_candidates(way, size), partial(_harm, index, boxes, drawn, owners, placed))
        placed.add(best)
        found.append(best)
    return found


def _best(candidates: Iterator[tuple[Rect, float]], harm_of: Callable[[Rect, float], float]) -> Rect:
    """Return the place that does the least harm; a place that does as much by itself is not looked at."""
    best, away = next(candidates)
    least = harm_of(best, away)
    for rect, away in candidates:
        if away < least and (harm := harm_of(rect, away)) < least:
            best, least = rect, harm
    return best


class _Labels:
    """The labels that were placed, found by where they are."""

    def __init__(self) -> None:
        self._placed: list[Rect] = []
        self._rows: dict[int, list[int]] = {}

    def add(self, rect: Rect) -> None:
        """Remember a label."""
        for row in _rows(rect):
            self._rows.setdefault(row, []).append(len(self._placed))
        self._placed.append(rect)

    def near(self, rect: Rect) -> list[Rect]:
        """Return the labels as high as a place, in the order in which they were placed."""
        found = {index for row in _rows(rect) for index in self._rows.get(row, ())}
        return [self._placed[index] for index in sorted(found)]


def _rows(rect: Rect) -> range:
    return range(floor(rect.y / _ROW), floor(rect.bottom / _ROW) + 1)


def _candidates(way: tuple[Point, ...], size: tuple[float, float]) -> Iterator[tuple[Rect, float]]:
    """Yield places for a label, with the harm in the place itself; those on the longest part first."""
    width, height = size
    parts = sorted(pairwise(way), key=lambda part: -abs(part[1].x - part[0].x) - abs(part[1].y - part[0].y))
    for start, end in parts:
        axis = axis_of(start, end)
        length = abs(end[axis] - start[axis])
        short = _BEND if length < size[axis] + 2 * _AROUND else 0.0
        aside = [(size[1 - axis] / 2 + beside, _AWAY * (1 + beside)) for beside in _BESIDE]
        offsets = [(0.0, 0.0), *((sign * offset, away) for offset, away in aside for sign in (-1, 1))]
        for share in _PLACES:
            along = start[axis] + (end[axis] - start[axis]) * share
            for offset, away in offsets:
                middle = swap(axis, along, start[1 - axis] + offset)
                rect = Rect(middle.x - width / 2, middle.y - height / 2, width, height)
                hidden = sum(_holds(rect, end) for end in (way[0], way[-1]))
                yield rect, away + short + _END * hidden


def _harm(
    own: int,
    boxes: Obstacles,
    drawn: Obstacles,
    owners: Sequence[int],
    placed: _Labels,
    rect: Rect,
    away: float,
) -> float:
    area = extent_of(rect)
    inside = _shared_area(area, boxes.frame)
    harm = away + _OUTSIDE * max(0.0, rect.width * rect.height - inside)
    for index in boxes.within(area):
        extent = boxes.extents[index]
        harm += _BORDER * _shared_area(area, extent) + _BOX * _shared_area(area, _inner(extent))
    harm += _LABEL * sum(_shared_area(area, extent_of(other)) for other in placed.near(rect) if rect.overlaps(other))
    return harm + _LINE * sum(owners[index] != own for index in drawn.within(area))


def _inner(extent: Extent) -> Extent:
    (left, right), (top, bottom) = extent
    return (left + _PADDING, right - _PADDING), (top + _PADDING, bottom - _PADDING)


def _holds(rect: Rect, point: Point) -> bool:
    return rect.x - _AROUND <= point.x <= rect.right + _AROUND and rect.y - _AROUND <= point.y <= rect.bottom + _AROUND


def _shared_area(one: Extent, other: Extent) -> float:
    width = min(one[0][1], other[0][1]) - max(one[0][0], other[0][0])
    height = min(one[1][1], other[1][1]) - max(one[1][0], other[1][0])
    return max(0.0, width) * max(0.0, height)
