"""Find where a link can leave or enter a box, and whether it can go straight from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgviz.layout.geometry import Rect
from orgviz.layout.link_obstacles import extent_of
from orgviz.layout.link_tracks import TRACK, Track, TrackMap

_SHORTEST = 12.0  # of a straight line from box to box that can be seen as a link


class Stub(NamedTuple):
    """A way out of a box's side.

    Args:
        axis: the axis that it runs along.
        at: its place on the side.
        edge: where it leaves the box.
        track: from the box to the next obstacle.
    """

    axis: int
    at: float
    edge: float
    track: Track


class Leg(NamedTuple):
    """A straight part of a link: from `start` to `end` on `track`."""

    track: Track
    start: float
    end: float


def straight_way(
    tracks: TrackMap, ends: tuple[Rect, Rect], rows: tuple[float | None, float | None]
) -> tuple[Leg, ...] | None:
    """Return a single line between two sides that face each other, if nothing is between them."""
    source, target = (extent_of(end) for end in ends)
    for axis in (0, 1):
        facing = max(source[1 - axis][0], target[1 - axis][0]), min(source[1 - axis][1], target[1 - axis][1])
        at = (facing[0] + facing[1]) / 2
        if rows != (None, None):
            at = next(row for row in rows if row is not None)
            if axis == 1 or (None not in rows and rows[0] != rows[1]):
                continue
        if not facing[0] + TRACK <= at <= facing[1] - TRACK:
            continue
        forward = source[axis][1] <= target[axis][0]
        start, end = (source[axis][1], target[axis][0]) if forward else (source[axis][0], target[axis][1])
        free = tracks.obstacles[axis].reach(axis, (start, start), (at - tracks.clearance, at + tracks.clearance))
        if (
            abs(end - start) >= _SHORTEST
            and free[0] <= end <= free[1]
            and (forward or target[axis][1] <= source[axis][0])
        ):
            return (Leg(Track(axis, at, free, 0.0), start, end),)
    return None


def stubs(tracks: TrackMap, box: Rect, row: float | None) -> Iterator[Stub]:
    """Yield the ways out of a box: from the middle of each side, or beside a solid line that is there."""
    extent = extent_of(box)
    for axis in (0, 1) if row is None else (0,):
        side = extent[1 - axis]
        middle = (side[0] + side[1]) / 2
        shift = max((side[1] - side[0]) / 4, min(tracks.clearance + 1, (side[1] - side[0]) / 2))
        for edge in extent[axis]:
            for at in (middle, middle - shift, middle + shift) if row is None else (row,):
                stub = _stub(tracks, axis, at, edge, outward=edge == extent[axis][1])
                if stub is not None:
                    yield stub
                    if at == middle:
                        break


def _stub(tracks: TrackMap, axis: int, at: float, edge: float, *, outward: bool) -> Stub | None:
    band = at - tracks.clearance, at + tracks.clearance
    low, high = tracks.obstacles[axis].reach(axis, (edge, edge), band)
    span = (edge, high - tracks.clearance) if outward else (low + tracks.clearance, edge)
    if span[1] - span[0] <= 0:
        return None
    return Stub(axis, at, edge, Track(axis, at, span, 0.0))
