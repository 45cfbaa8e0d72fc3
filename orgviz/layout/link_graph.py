"""Find a link's way from crossing to crossing of the tracks, each stretch between with its price (A*).

A place is where two tracks cross, as one of the two sees it: its twin is the same place seen from the other. Places are
numbered track by track, in order; the stretch of a place leads to it from the one before on its track.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import NamedTuple

from orgviz.layout.link_ends import Leg, Stub
from orgviz.layout.link_obstacles import Extent, Range
from orgviz.layout.link_prices import BEND, BUNDLED, CROSSING, HASTE, SHARING, shortness
from orgviz.layout.link_tracks import Track, TrackMap

_SHARED = SHARING / 100  # for each point beside another link
_CROWD = 0.5  # of the length, where there is no more room beside other links
_NEAR = 0.01
_MOST_STEPS = 100_000


class _End(NamedTuple):
    """How to come from a way out of a box to a place, or back."""

    stub: Stub
    cost: float


class CrossingGraph:
    """The places of one map of tracks, and what it costs to go from one to the next.

    Args:
        tracks: where links may run; links that are added to it later raise the prices.
    """

    def __init__(self, tracks: TrackMap) -> None:
        self._tracks = tracks
        self._first: dict[Track, int] = {}
        self._owners: list[Track] = []
        self._along: list[float] = []
        for track in (*tracks.tracks[0], *tracks.tracks[1]):
            self._first[track] = len(self._owners)
            met = tracks.crossing(track)
            self._owners += [track] * len(met)
            self._along += [other.at for other in met]
        self._twins = self._find_twins()
        self._lengths = self._find_lengths()
        self._loads = [0] * len(self._owners)
        self._prices = [inf] * (len(self._owners) + 1)  # one more, beyond the last place
        for number in range(len(self._owners)):
            self._set_price(number)
        self._taken: dict[int, list[int]] = {}
        self._known = 0

    def _find_twins(self) -> list[int]:
        """Return for each place its number on the other track; its own where that track does not quite reach."""
        numbers: dict[tuple[Track, Track], int] = {}
        for track, first in self._first.items():
            for number, other in enumerate(self._tracks.crossing(track), first):
                numbers[track, other] = number
        return [numbers.get((other, track), number) for (track, other), number in numbers.items()]

    def _find_lengths(self) -> list[float]:
        lengths = [inf] * len(self._owners)
        for number in range(1, len(lengths)):
            if self._owners[number] is self._owners[number - 1]:
                lengths[number] = self._along[number] - self._along[number - 1]
        return lengths

    def find(self, starts: list[Stub], goals: list[Stub], target: Extent, bundle: int) -> tuple[Leg, ...] | None:
        """Return the legs of the cheapest way from one of `starts` to one of `goals`; ``None`` where there is none.

        Args:
            target: the box of the goals.
            bundle: links of one bundle may run over each other.
        """
        self._catch_up()
        search = _Search(self._prices_for(bundle), self._twins, self._owners, self._along, target)
        for stub in starts:
            for number, end in self._ends(stub, leaving=True):
                search.begin(number, end)
        for stub in goals:
            for number, end in self._ends(stub, leaving=False):
                search.goals.setdefault(number, []).append(end)
        return search.run()

    def _ends(self, stub: Stub, *, leaving: bool) -> list[tuple[int, _End]]:
        """Return the places next to where a stub meets a track, and what it costs to come there."""
        found = []
        for track in self._tracks.meeting(stub.axis, stub.at, stub.track.span):
            first, count = self._first[track], len(self._tracks.crossing(track))
            ahead = bisect_left(self._along, stub.at, first, first + count)
            out = abs(track.at - stub.edge)
            cost = BEND + shortness(out) + (0.0 if leaving else out)
            found += [
                (number, _End(stub, cost + abs(self._along[number] - stub.at)))
                for number in (ahead - 1, ahead)
                if first <= number < first + count
            ]
        return found

    def _prices_for(self, bundle: int) -> list[float]:
        """Return the price of each stretch; those that the bundle has taken already are cheap."""
        taken = self._taken.get(bundle)
        if not taken:
            return self._prices
        prices = self._prices.copy()
        for number in taken:
            prices[number] = self._price(number, BUNDLED)
        return prices

    def _catch_up(self) -> None:
        """Let the links that were added since the last search raise the prices."""
        for track, span, bundle in self._tracks.links[self._known :]:
            taken = self._taken.setdefault(bundle, [])
            for number in self._stretches(track, span):
                self._loads[number] += 1
                self._set_price(number)
                taken.append(number)
            for other in self._tracks.meeting(track.axis, track.at, span):
                for number in self._stretches(other, (track.at - _NEAR, track.at + _NEAR)):
                    self._set_price(number)
        self._known = len(self._tracks.links)

    def _stretches(self, track: Track, span: Range) -> range:
        """Return the numbers of the stretches that share more than an end with `span`."""
        first = self._first.get(track)
        if first is None:
            return range(0)
        end = first + len(self._tracks.crossing(track))
        low = bisect_right(self._along, span[0], first, end)
        high = bisect_left(self._along, span[1], first, end)
        return range(max(low, first + 1), min(high + 1, end))

    def _set_price(self, number: int) -> None:
        loads = self._loads[number]
        crowded = _CROWD if loads >= self._owners[number].capacity else 0.0
        self._prices[number] = self._price(number, 1 + crowded + _SHARED * loads)

    def _price(self, number: int, a_point: float) -> float:
        """Return the price of a stretch with what it crosses, where each point of it has a price."""
        length, end = self._lengths[number], self._along[number]
        if length == inf:
            return inf
        track = self._owners[number]
        return length * a_point + CROSSING * (
            track.crossings_before(end) - track.crossings_before(self._along[number - 1])
        )


class _Search:
    """One search.

    Args:
        prices: of the stretches, with one more that cannot be taken.
        twins, owners, along: of the places.
        target: the box that it must arrive at.
    """

    def __init__(
        self, prices: list[float], twins: list[int], owners: list[Track], along: list[float], target: Extent
    ) -> None:
        self.goals: dict[int, list[_End]] = {}
        self._prices, self._twins, self._owners, self._along = prices, twins, owners, along
        self._target = target
        self._costs = [inf] * len(owners)
        self._far: dict[int, float] = {}
        self._before: dict[int, int | Stub] = {}
        self._heap: list[tuple[float, int]] = []

    def begin(self, number: int, end: _End) -> None:
        """Let the way begin at a place."""
        if end.cost < self._costs[number]:
            self._reach(number, end.cost, end.stub)

    def run(self) -> tuple[Leg, ...] | None:
        """Return the legs of the cheapest way."""
        heap, costs, prices, twins = self._heap, self._costs, self._prices, self._twins
        best, last, arrival = inf, -1, None
        left = [True] * len(costs)
        for _ in range(_MOST_STEPS):
            if not heap or heap[0][0] >= best:
                break
            number = heappop(heap)[1]
            if not left[number]:
                continue
            left[number] = False
            cost = costs[number]
            for end in self.goals.get(number, ()):
                if cost + end.cost < best:
                    best, last, arrival = cost + end.cost, number, end.stub
            twin, following = twins[number], number + 1
            if cost + BEND < costs[twin]:
                self._reach(twin, cost + BEND, number)
            if left[number - 1] and cost + prices[number] < costs[number - 1]:
                self._reach(number - 1, cost + prices[number], number)
            if prices[following] != inf and cost + prices[following] < costs[following]:
                self._reach(following, cost + prices[following], number)
        return None if arrival is None else self._legs(last, arrival)

    def _reach(self, number: int, cost: float, before: int | Stub) -> None:
        """Go to a place more cheaply than before."""
        self._costs[number] = cost
        self._before[number] = before
        far = self._far.get(number)
        if far is None:
            owner = self._owners[number]
            far = self._far[number] = _distance(self._target, owner.axis, self._along[number], owner.at)
        heappush(self._heap, (cost + far, number))

    def _legs(self, last: int, arrival: Stub) -> tuple[Leg, ...]:
        """Return the way to a place, and from there to the box."""
        tracks = [self._owners[last]]
        before = self._before[last]
        while isinstance(before, int):
            if self._owners[before] is not tracks[-1]:
                tracks.append(self._owners[before])
            before = self._before[before]
        tracks.append(before.track)
        legs = []
        start = before.edge
        for track, following in pairwise([*tracks[::-1], arrival.track]):
            legs.append(Leg(track, start, following.at))
            start = track.at
        return (*legs, Leg(arrival.track, start, arrival.edge))


def _distance(target: Extent, axis: int, along: float, across: float) -> float:
    """Return at least what it costs from a place to a box."""
    (low, high), (near, far) = target[axis], target[1 - axis]
    ahead = low - along if along < low else along - high if along > high else 0.0
    aside = near - across if across < near else across - far if across > far else 0.0
    return (ahead + aside) * HASTE + (BEND if ahead and aside else 0.0)
