"""The tracks that links may take between the boxes: one for each channel, as long as it is free."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import floor
from typing import NamedTuple

from orgviz.layout.geometry import Point
from orgviz.layout.link_obstacles import Extent, Obstacles, Range, axis_of, segment_extent

CLEARANCE = 3.0  # between a link and a box or a solid line beside it, points
TRACK = 4.0  # between two links side by side
_NEAR = 7.0  # how far from a box a link runs where there is much room
_EPSILON = 0.01
_STRIPE = 40.0  # tracks that cross a line are looked for in a stripe of the chart as wide as this, points


@dataclass(slots=True, eq=False)
class Track:
    """A straight way without an obstacle.

    Args:
        axis: 0 for a level track, 1 for an upright one.
        at: its place on the other axis.
        span: from where to where it is free.
        room: how wide the channel is at its narrowest place, points.
        crossings: of solid lines and of links routed before, in order.
        loads: stretches that links routed before have taken, each with its bundle.
        bundles: of those links.
        capacity: how many links have room side by side, at the least distance that still looks like one.
    """

    axis: int
    at: float
    span: Range
    room: float
    crossings: list[float] = field(default_factory=list)
    loads: list[tuple[float, float, int]] = field(default_factory=list)
    bundles: set[int] = field(default_factory=set)
    capacity: int = field(init=False)

    def __post_init__(self) -> None:
        self.capacity = max(1, int(self.room / CLEARANCE + _EPSILON))

    def crossings_before(self, along: float) -> float:
        """Count the lines that cross before a place; one that crosses just there is half before it."""
        return (bisect_left(self.crossings, along) + bisect_right(self.crossings, along)) / 2

    def crossings_between(self, start: float, end: float) -> int:
        """Count the lines that a link from `start` to `end` would cross."""
        low, high = (start, end) if start <= end else (end, start)
        return bisect_left(self.crossings, high) - bisect_right(self.crossings, low)


class Stretch(NamedTuple):
    """What a link has taken of a track."""

    track: Track
    span: Range
    bundle: int


def gather_obstacles(
    boxes: Sequence[Extent], trunks: Sequence[tuple[Point, Point]], frame: Extent
) -> tuple[Obstacles, Obstacles]:
    """Return what level parts of links must keep off, and what upright ones must: boxes, lines alongside."""
    lines: tuple[list[Extent], list[Extent]] = ([], [])
    for start, end in trunks:
        lines[axis_of(start, end)].append(segment_extent(start, end))
    return Obstacles([*boxes, *lines[0]], frame), Obstacles([*boxes, *lines[1]], frame)


class TrackMap:
    """All tracks of a chart, and what keeps links off.

    Args:
        boxes: no link enters one.
        trunks: ends of solid lines that links may cross but not run along.
        frame: what links must stay in.
        clearance: how far links keep from both, points.

    Attributes:
        links: what was taken by links, in order.
    """

    def __init__(
        self,
        boxes: Sequence[Extent],
        trunks: Sequence[tuple[Point, Point]],
        frame: Extent,
        clearance: float = CLEARANCE,
    ) -> None:
        self.clearance = clearance - _EPSILON
        self.obstacles = gather_obstacles(boxes, trunks, frame)
        self.tracks = (self._find_tracks(0), self._find_tracks(1))
        self._stripes = tuple(_striped(tracks) for tracks in self.tracks)
        self._crossing: dict[Track, list[Track]] = {}
        self.links: list[Stretch] = []
        for start, end in trunks:
            axis, line = axis_of(start, end), segment_extent(start, end)
            self._add_crossings(axis, line[1 - axis][0], line[axis])

    def crossing(self, track: Track) -> list[Track]:
        """Return the tracks of the other axis that `track` meets, in order of their places."""
        found = self._crossing.get(track)
        if found is None:
            found = self.meeting(track.axis, track.at, track.span)
            self._crossing[track] = found
        return found

    def meeting(self, axis: int, at: float, span: Range) -> list[Track]:
        """Return the tracks that a line along `axis` meets, in order of their places."""
        found = self._stripes[1 - axis].get(floor(at / _STRIPE))
        if found is None:
            return []
        others, places = found
        first, last = bisect_left(places, span[0] - _EPSILON), bisect_right(places, span[1] + _EPSILON)
        return [other for other in others[first:last] if other.span[0] <= at <= other.span[1]]

    def add_link(self, track: Track, span: Range, bundle: int) -> None:
        """Remember a stretch of a link, for the links that come after it."""
        self._add_crossings(track.axis, track.at, span)
        track.loads.append((span[0], span[1], bundle))
        track.bundles.add(bundle)
        self.links.append(Stretch(track, span, bundle))

    def _add_crossings(self, axis: int, at: float, span: Range) -> None:
        for other in self.meeting(axis, at, span):
            insort(other.crossings, at)

    def _find_tracks(self, axis: int) -> list[Track]:
        """Find the tracks along `axis`: at most one on either side of each obstacle."""
        obstacles = self.obstacles[axis]
        found: dict[tuple[float, float, float], Track] = {}
        for extent in obstacles.extents:
            sides = extent[1 - axis]
            before, after = obstacles.reach(1 - axis, sides, extent[axis])
            for edge, room, sign in ((sides[0], sides[0] - before, -1), (sides[1], after - sides[1], 1)):
                if room < 2 * self.clearance:
                    continue
                at = edge + sign * min(room / 2, _NEAR)
                band = at - self.clearance, at + self.clearance
                low, high = obstacles.reach(axis, extent[axis], band)
                span = low + self.clearance, high - self.clearance
                key = round(at, 1), round(span[0], 1), round(span[1], 1)
                if key not in found and span[0] < span[1]:
                    found[key] = Track(axis, at, span, room)
        return sorted(found.values(), key=lambda track: (track.at, track.span))


def _striped(tracks: Sequence[Track]) -> dict[int, tuple[list[Track], list[float]]]:
    """Return the tracks in each stripe across them, with their places, in the order of these."""
    stripes: dict[int, tuple[list[Track], list[float]]] = {}
    for track in tracks:
        for key in range(floor(track.span[0] / _STRIPE), floor(track.span[1] / _STRIPE) + 1):
            others, places = stripes.setdefault(key, ([], []))
            others.append(track)
            places.append(track.at)
    return stripes
