"""Route secondary lines over a finished chart, around its boxes and along its channels; move no box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgviz.layout.geometry import Point, Rect
from orgviz.layout.link_ends import Leg
from orgviz.layout.link_labels import place_labels
from orgviz.layout.link_nudge import Route, separate, straighten
from orgviz.layout.link_obstacles import Extent, Obstacles, extent_of, segment_extent, swap
from orgviz.layout.link_tracks import TrackMap, gather_obstacles
from orgviz.layout.link_ways import WayFinder

_EDGE = 2.0  # of the canvas, free of links, points
_MOST_BOXES = 3000  # that one map of tracks is made for
_BOXES_A_LINK = 10  # or of a larger chart, with one link for so many boxes at least
_MOST_NEAR = 1200  # boxes and lines near one link of a larger chart; with more, one map of all is made after all
_MOST_MAPPED = 30_000  # boxes that such a map is made of; over more, a link goes straight through them
_SURROUNDINGS = 120.0  # around the two ends, on a larger chart, points


@dataclass(frozen=True, slots=True)
class LinkRequest:
    """A link to be routed.

    Args:
        source, target: indices of the boxes.
        kind: links of one kind to one target may run together.
        label_size: width and height of its label in points; ``None`` without a label.
        source_y, target_y: what row of a box an end must be level with; ``None`` for anywhere on its sides.
    """

    source: int
    target: int
    kind: str
    label_size: tuple[float, float] | None = None
    source_y: float | None = None
    target_y: float | None = None


@dataclass(frozen=True, slots=True)
class LinkRoute:
    """A right-angled line from side to side, and its label's place; no points for a box's link to itself."""

    points: tuple[Point, ...]
    label: Rect | None = None


def route_links(
    requests: Sequence[LinkRequest],
    boxes: Sequence[Rect],
    trunks: Sequence[tuple[Point, Point]],
    canvas: Rect,
) -> tuple[LinkRoute, ...]:
    """Return a route for each request, in order.

    Args:
        requests: which boxes to link.
        boxes: all boxes of the chart; routes keep outside them.
        trunks: ends of the straight parts of solid lines; routes may cross them, but do not run along them.
        canvas: what routes and labels must stay in.
    """
    if not requests:
        return ()
    frame = _shrunk(canvas)
    extents = [extent_of(box) for box in boxes]
    obstacles = gather_obstacles(extents, trunks, frame)
    ways = _find_ways(requests, boxes, trunks, frame)
    bundles = _bundles(requests)
    routes = [
        Route(
            list(way),
            (boxes[request.source], boxes[request.target]),
            (request.source_y is not None, request.target_y is not None),
            bundle,
        )
        for request, way, bundle in zip(requests, ways, bundles, strict=True)
    ]
    for route in routes:
        straighten(route, obstacles)
    separate(routes, obstacles)
    ways = [_without_joints(route.points) for route in routes]
    sizes = [request.label_size for request in requests]
    labels = place_labels(ways, sizes, Obstacles(extents, extent_of(canvas)), trunks)
    return tuple(LinkRoute(way, label) for way, label in zip(ways, labels, strict=True))


def _shrunk(canvas: Rect) -> Extent:
    return (canvas.x + _EDGE, canvas.right - _EDGE), (canvas.y + _EDGE, canvas.bottom - _EDGE)


def _bundles(requests: Sequence[LinkRequest]) -> list[int]:
    """Number the links that may run together: those of one kind to one place."""
    numbers: dict[tuple[int, str, float | None], int] = {}
    return [numbers.setdefault((request.target, request.kind, request.target_y), len(numbers)) for request in requests]


def _find_ways(
    requests: Sequence[LinkRequest],
    boxes: Sequence[Rect],
    trunks: Sequence[tuple[Point, Point]],
    frame: Extent,
) -> list[tuple[Point, ...]]:
    """Find a way for each request; near ends first, because they have the fewest ways to choose from."""
    bundles = _bundles(requests)
    extents = [extent_of(box) for box in boxes]
    large = len(boxes) > _MOST_BOXES
    # One map of all is made sooner than many of parts, where there are many links.
    mapped = not large or len(boxes) <= _BOXES_A_LINK * len(requests)
    whole = WayFinder(TrackMap(extents, trunks, frame)) if mapped else None
    everything = Obstacles([*extents, *(segment_extent(*trunk) for trunk in trunks)] if large else (), frame)
    ways: list[tuple[Point, ...]] = [()] * len(requests)
    for index in sorted(range(len(requests)), key=lambda index: (_length(requests[index], boxes), index)):
        request = requests[index]
        if request.source == request.target:
            continue
        tracks = None if whole else _surroundings(request, extents, trunks, everything)
        if tracks is None:
            finder = whole = whole or WayFinder(TrackMap(extents, trunks, frame))
        else:
            finder = WayFinder(tracks)
        ways[index] = _find_way(request, boxes, finder, bundles[index])
    return ways


def _length(request: LinkRequest, boxes: Sequence[Rect]) -> float:
    source, target = boxes[request.source], boxes[request.target]
    return abs(source.center_x - target.center_x) + abs(source.center_y - target.center_y)


def _surroundings(
    request: LinkRequest,
    extents: Sequence[Extent],
    trunks: Sequence[tuple[Point, Point]],
    everything: Obstacles,
) -> TrackMap | None:
    """Return the tracks around the ends of one link; ``None`` where so much is between them that all are needed.

    Args:
        request: the link.
        extents: of all boxes.
        trunks: all solid lines.
        everything: the boxes and the solid lines, in that order.
    """
    ends = extents[request.source], extents[request.target]
    across, down = (
        (min(end[axis][0] for end in ends) - _SURROUNDINGS, max(end[axis][1] for end in ends) + _SURROUNDINGS)
        for axis in (0, 1)
    )
    near = everything.within((across, down))
    if len(near) > _MOST_NEAR:
        return None if len(extents) <= _MOST_MAPPED else TrackMap(ends, (), everything.frame)
    count = len(extents)
    boxes = [extents[index] for index in near if index < count]
    return TrackMap(boxes, [trunks[index - count] for index in near if index >= count], everything.frame)


def _find_way(request: LinkRequest, boxes: Sequence[Rect], ways: WayFinder, bundle: int) -> tuple[Point, ...]:
    """Find one way; where there is none, go straight through what is between."""
    source, target = boxes[request.source], boxes[request.target]
    rows = _row(source, request.source_y), _row(target, request.target_y)
    legs = ways.find((source, target), rows, bundle)
    return _direct(source, target, rows) if legs is None else _points(legs)


def _row(box: Rect, y: float | None) -> float | None:
    return None if y is None else min(max(y, box.y), box.bottom)


def _points(legs: tuple[Leg, ...]) -> tuple[Point, ...]:
    first = legs[0]
    points = [swap(first.track.axis, first.start, first.track.at)]
    return (*points, *(swap(leg.track.axis, leg.end, leg.track.at) for leg in legs))


def _direct(source: Rect, target: Rect, rows: tuple[float | None, float | None]) -> tuple[Point, ...]:
    """Return a line of three parts from side to side."""
    start_y = source.center_y if rows[0] is None else rows[0]
    end_y = target.center_y if rows[1] is None else rows[1]
    rightward = source.center_x <= target.center_x
    start_x, end_x = (source.right, target.x) if rightward else (source.x, target.right)
    middle = (start_x + end_x) / 2
    return Point(start_x, start_y), Point(middle, start_y), Point(middle, end_y), Point(end_x, end_y)


def _without_joints(points: Sequence[Point]) -> tuple[Point, ...]:
    """Leave out the points at which a line does not turn."""
    found: list[Point] = []
    for point in points:
        rounded = Point(round(point.x, 2), round(point.y, 2))
        if found and found[-1] == rounded:
            continue
        if len(found) > 1 and (found[-2].x == found[-1].x == rounded.x or found[-2].y == found[-1].y == rounded.y):
            found.pop()
        found.append(rounded)
    return tuple(found)
