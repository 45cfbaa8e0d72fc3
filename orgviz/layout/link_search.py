"""Find one link's way over the tracks: short, with few bends, crossing little (A*)."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from orgviz.layout.link_ends import Leg, Stub
from orgviz.layout.link_obstacles import Extent
from orgviz.layout.link_prices import BEND, BUNDLED, CROSSING, CROWDING, HASTE, SHARING, shortness
from orgviz.layout.link_tracks import Track, TrackMap


class _Step(NamedTuple):
    """A place that was reached: on `track` at `along`, coming from `before`."""

    track: Track
    along: float
    cost: float
    before: _Step | None


def search(
    tracks: TrackMap, starts: list[Stub], goals: list[Stub], target: Extent, bundle: int, most_steps: int
) -> tuple[Leg, ...] | None:
    """Return the legs of the cheapest way from one of `starts` to one of `goals`, or nothing where that is far.

    Args:
        tracks: where links may run.
        target: the box of the goals.
        bundle: links of one bundle may run over each other.
        most_steps: after which it gives up.
    """
    return _Search(tracks, target, goals, bundle).run(starts, most_steps)


class _Search:
    """One search.

    Args:
        tracks: where links may run.
        target: the box that it must arrive at.
        goals: the stubs of that box.
        bundle: what the link belongs to.
    """

    def __init__(self, tracks: TrackMap, target: Extent, goals: list[Stub], bundle: int) -> None:
        self._tracks = tracks
        self._goal = target
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
            self._turn(start, track, stub.at, shortness(track.at - stub.edge))
        for goal in self._goals:
            if goal.axis != stub.axis and _meet(stub.track, goal.track):
                self._arrive(start, goal)

    def _expand(self, step: _Step) -> None:
        for goal in self._goals_on.get(step.track, ()):
            self._arrive(step, goal)
        # Most tracks are met again and again, for nothing: that is found out here, before anything is counted.
        known, here, place, cost = self._reached, step.along, step.track.at, step.cost
        least = BUNDLED if self._bundle in step.track.bundles else 1.0
        for track in self._tracks.crossing(step.track):
            far = track.at - here
            if far:
                dear = cost + (far if far > 0 else -far) * least + BEND
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
        cost = step.cost + self._price(step.track, step.along, track.at) + BEND + extra
        if not _is_outdone(reached, along, cost):
            reached.append((along, cost))
            rank = cost + self._distance(track.axis, along, track.at)
            # What is no better than a way that has arrived would never be looked at.
            if rank < self._best:
                self._count += 1
                heappush(self._heap, (rank, self._count, _Step(track, along, cost, step), False))

    def _arrive(self, step: _Step, goal: Stub) -> None:
        """Go on `step`'s track to `goal`, and along that to the box."""
        cost = step.cost + self._price(step.track, step.along, goal.at) + BEND
        corner = _Step(goal.track, step.track.at, cost, step)
        cost += self._price(goal.track, step.track.at, goal.edge) + shortness(step.track.at - goal.edge)
        if cost < self._best:
            self._best = cost
            self._count += 1
            heappush(self._heap, (cost, self._count, _Step(goal.track, goal.edge, cost, corner), True))

    def _distance(self, axis: int, along: float, across: float) -> float:
        """Return how far it is to the target along the axes, from `along` on an axis and `across` on the other."""
        (low, high), (near, far) = self._goal[axis], self._goal[1 - axis]
        ahead = low - along if along < low else along - high if along > high else 0.0
        aside = near - across if across < near else across - far if across > far else 0.0
        return (ahead + aside) * HASTE + (BEND if ahead and aside else 0.0)

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
        price = high - low
        if track.crossings:
            price += CROSSING * track.crossings_between(low, high)
        if not track.loads:
            return price
        others, crowd = 0, 0.0
        for first, last, bundle in track.loads:
            if first >= high or last <= low:
                continue
            shared = min(high, last) - max(low, first)
            if bundle == self._bundle:
                price -= (1 - BUNDLED) * shared
            else:
                others += 1
                crowd += shared
                price += SHARING
        if others >= track.capacity:
            price += CROWDING * crowd
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
