"""Find one link's way over the tracks: short, with few bends, crossing little (A*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from orgviz.layout.geometry import Rect
from orgviz.layout.link_obstacles import extent_of
from orgviz.layout.link_tracks import TRACK, Track, TrackMap

# What else a way costs, in points of its length.
_BEND = 14.0
_CROSSING = 10.0
_SHARING = 5.0
_CROWDING = 1.5  # of the length, where more links run side by side than there is room for
_SHORT_END = 40.0  # an arrow has no room there
_BUNDLED = 0.5  # of the length, where a link joins one to the same target
_ARROW = 7.0
_SHORTEST = 12.0  # of a straight line from box to box that can be seen as a link
_HASTE = 1.15  # above 1, the search looks at fewer ways, and now and then misses the very best
_MOST_STEPS = 400  # that look at other links; and then, that do not
_MOST_BLIND_STEPS = 7_000


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


class _Step(NamedTuple):
    """A place that was reached: on `track` at `along`, coming from `before`."""

    track: Track
    along: float
    cost: float
    before: _Step | None


def find_way(
    tracks: TrackMap, ends: tuple[Rect, Rect], rows: tuple[float | None, float | None], bundle: int
) -> tuple[Leg, ...] | None:
    """Return the legs of the cheapest way between two boxes, or nothing when there is none within bounds.

    Args:
        tracks: where links may run.
        ends: the box that it starts from, and the box that it arrives at.
        rows: y of a row inside the box that the end must be level with; ``None`` for any place.
        bundle: links of one bundle may run over each other.
    """
    straight = _straight_way(tracks, ends, rows)
    if straight is not None:
        return straight
    goals = list(_stubs(tracks, ends[1], rows[1]))
    starts = list(_stubs(tracks, ends[0], rows[0]))
    return _Search(tracks, ends[1], goals, bundle).run(starts, _MOST_STEPS) or _Search(
        tracks, ends[1], goals, None
    ).run(starts, _MOST_BLIND_STEPS)


def _straight_way(
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


def _stubs(tracks: TrackMap, box: Rect, row: float | None) -> Iterator[Stub]:
    """Find the ways out of a box: from the middle of each side, or beside a solid line that is there."""
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


class _Search:
    """One search.

    Args:
        tracks: where links may run.
        target: the box that it must arrive at.
        goals: the stubs of that box.
        bundle: what the link belongs to; ``None`` to take no heed of other lines, which is much faster.
    """

    def __init__(self, tracks: TrackMap, target: Rect, goals: list[Stub], bundle: int | None) -> None:
        self._tracks = tracks
        self._goal = extent_of(target)
        self._bundle = bundle
        self._goals_on: dict[Track, list[Stub]] = {}
        for goal in goals:
            for track in tracks.meeting(goal.axis, goal.at, goal.track.span):
                self._goals_on.setdefault(track, []).append(goal)
        self._goals = goals
        self._reached: dict[Track, list[tuple[float, float]]] = {}
        # Rank, number, step, and whether it has arrived; no two have the same number, so steps are never compared.
        self._heap: list[tuple[float, int, _Step, bool]] = []
        self._count = 0
        self._best = inf

    def run(self, starts: list[Stub], most_steps: int) -> tuple[Leg, ...] | None:
        """Return the legs from one of `starts` to one of the goals."""
        for stub in starts:
            self._expand_stub(stub)
        for _ in range(most_steps):
            if not self._heap:
                return None
            _, _, step, arrived = heappop(self._heap)
            if arrived:
                return _legs(step)
            if not self._is_late(step):
                self._expand(step)
        return None

    def _expand_stub(self, stub: Stub) -> None:
        start = _Step(stub.track, stub.edge, 0.0, None)
        for track in self._tracks.meeting(stub.axis, stub.at, stub.track.span):
            self._turn(start, track, stub.at, _shortness(track.at - stub.edge))
        for goal in self._goals:
            if goal.axis != stub.axis and _meet(stub.track, goal.track):
                self._arrive(start, goal)

    def _expand(self, step: _Step) -> None:
        for goal in self._goals_on.get(step.track, ()):
            self._arrive(step, goal)
        # Most tracks are met again and again, for nothing: that is found out here, before anything is counted.
        known, here, place, cost = self._reached, step.along, step.track.at, step.cost
        least = _BUNDLED if self._bundle in step.track.bundles else 1.0
        for track in self._tracks.crossing(step.track):
            far = track.at - here
            if far:
                dear = cost + (far if far > 0 else -far) * least + _BEND
                for other_along, other_cost in known.get(track, ()):
                    aside = place - other_along
                    if other_cost + (aside if aside > 0 else -aside) <= dear:
                        break
                else:
                    self._turn(step, track, place, 0.0)

    def _turn(self, step: _Step, track: Track, along: float, extra: float) -> None:
        """Go on `step`'s track to `track`, and turn into it."""
        reached = self._reached.get(track)
        if reached is None:
            reached = self._reached[track] = []
        cost = step.cost + self._price(step.track, step.along, track.at) + _BEND + extra
        if not _is_outdone(reached, along, cost):
            reached.append((along, cost))
            rank = cost + self._distance(track.axis, along, track.at)
            # What is no better than a way that has arrived would never be looked at.
            if rank < self._best:
                self._count += 1
                heappush(self._heap, (rank, self._count, _Step(track, along, cost, step), False))

    def _arrive(self, step: _Step, goal: Stub) -> None:
        """Go on `step`'s track to `goal`, and along that to the box."""
        cost = step.cost + self._price(step.track, step.along, goal.at) + _BEND
        corner = _Step(goal.track, step.track.at, cost, step)
        cost += self._price(goal.track, step.track.at, goal.edge) + _shortness(step.track.at - goal.edge)
        if cost < self._best:
            self._best = cost
            self._count += 1
            heappush(self._heap, (cost, self._count, _Step(goal.track, goal.edge, cost, corner), True))

    def _distance(self, axis: int, along: float, across: float) -> float:
        """Return how far it is to the target along the axes, from `along` on an axis and `across` on the other."""
        (low, high), (near, far) = self._goal[axis], self._goal[1 - axis]
        ahead = low - along if along < low else along - high if along > high else 0.0
        aside = near - across if across < near else across - far if across > far else 0.0
        return (ahead + aside) * _HASTE + (_BEND if ahead and aside else 0.0)

    def _is_late(self, step: _Step) -> bool:
        """Whether that place has since been reached more cheaply from another place on its track."""
        here, dear = step.along, step.cost
        for along, cost in self._reached.get(step.track, ()):  # noqa: SIM110 - asked at every step
            if cost + abs(here - along) < dear:
                return True
        return False

    def _price(self, track: Track, start: float, end: float) -> float:
        """Return what it costs to go along `track`."""
        low, high = (start, end) if start <= end else (end, start)
        if self._bundle is None:
            return high - low
        price = high - low
        if track.crossings:
            price += _CROSSING * track.crossings_between(low, high)
        if not track.loads:
            return price
        others, crowd = 0, 0.0
        for first, last, bundle in track.loads:
            if first >= high or last <= low:
                continue
            shared = min(high, last) - max(low, first)
            if bundle == self._bundle:
                price -= (1 - _BUNDLED) * shared
            else:
                others += 1
                crowd += shared
                price += _SHARING
        if others >= track.capacity:
            price += _CROWDING * crowd
        return max(price, 0.0)


def _is_outdone(reached: Sequence[tuple[float, float]], along: float, cost: float) -> bool:
    """Whether a place can be reached at most as dearly from another place on its track."""
    for other_along, other_cost in reached:
        far = along - other_along
        if other_cost + (far if far > 0 else -far) <= cost:
            return True
    return False


def _meet(one: Track, other: Track) -> bool:
    return one.span[0] <= other.at <= one.span[1] and other.span[0] <= one.at <= other.span[1]


def _shortness(length: float) -> float:
    """Return what it costs that a link's first or last part is too short to be seen."""
    return _SHORT_END * max(0.0, 1 - abs(length) / _ARROW)


def _legs(step: _Step) -> tuple[Leg, ...]:
    legs: list[Leg] = []
    end = step.along
    here: _Step | None = step
    while here is not None:
        if here.before is not None and here.before.track is here.track:
            here = here.before
            continue
        before = here.before
        legs.append(Leg(here.track, here.along, end))
        end = here.track.at
        here = before
    return tuple(legs[::-1])
