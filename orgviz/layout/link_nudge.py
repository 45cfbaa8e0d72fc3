"""Move parts of links apart that would lie on each other, each within its channel; their order stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgviz.layout.geometry import Point, Rect
from orgviz.layout.link_obstacles import Obstacles, Range, axis_of, extent_of, swap
from orgviz.layout.link_tracks import CLEARANCE

Both = tuple[Obstacles, Obstacles]  # for level parts, and for upright parts
_Bounds = tuple[list[float], list[float]]  # the lowest place of each part, and the highest

# Points between two links, and between a link and what it runs along: the best first.
_DISTANCES = ((4.0, 3.0), (3.0, 3.0), (3.0, 2.0), (2.0, 2.0), (2.0, 1.5), (1.2, 1.2), (0.6, 1.0), (0.0, 3.0))
_MOST_RELAXED = 40  # parts that share channels; more are left as tight as their tightest spot
_FARTHEST = 24.0  # that a part is moved
_CORNER = 2.0  # how near the corner of a box a link may end
_JOG = 10.0  # a step aside this small looks like a mistake
_EPSILON = 0.01


@dataclass(slots=True)
class Route:
    """A link's way while it is being improved.

    Args:
        points: right-angled, from box to box.
        ends: the two boxes.
        pinned: whether either end must stay where it is.
        bundle: routes of one bundle may lie on each other.
    """

    points: list[Point]
    ends: tuple[Rect, Rect]
    pinned: tuple[bool, bool]
    bundle: int


@dataclass(slots=True)
class _Part:
    """A straight part of a route, or several of one bundle that lie on each other.

    Args:
        where: the routes, and the index of the part's first point in each.
        at: its place across its axis.
        span: along its axis.
        walls: what stands on either side.
        side: of the boxes where it ends: the range that `at` must not leave.
        turns: which way it turns at its lower and its upper end: -1, 1, or 0 at a box.
        bundle: of the routes.
    """

    where: list[tuple[Route, int]]
    at: float
    span: Range
    walls: Range
    side: Range
    turns: tuple[float, float]
    bundle: int

    def free(self, clearance: float) -> Range:
        """Return the range that `at` may take; where it is now is always in it."""
        low = max(self.walls[0] + clearance, self.side[0])
        high = min(self.walls[1] - clearance, self.side[1])
        return min(low, self.at), max(high, self.at)

    def order(self) -> tuple[float, float, float]:
        """Return the key by which parts lie side by side without crossing more than they must."""
        low, high = self.turns
        total = low + high
        inner = (self.span[1] - self.span[0]) * -total if total else self.span[0] * low
        return round(self.walls[0] + self.walls[1], 1), total, inner


def separate(routes: Sequence[Route], obstacles: Both) -> None:
    """Spread the parts of `routes` that share a channel, in place: level ones, upright ones, level again."""
    for axis in (0, 1, 0):
        parts = [
            _part(route, index, axis, obstacles)
            for route in routes
            for index in range(len(route.points) - 1)
            if axis_of(route.points[index], route.points[index + 1]) == axis
        ]
        merged = _merged(parts)
        for group in _groups(merged):
            _spread(group)
        for part in merged:
            for route, index in part.where:
                for at in (index, index + 1):
                    route.points[at] = swap(axis, route.points[at][axis], part.at)


def straighten(route: Route, obstacles: Both) -> None:
    """Take out small steps aside, in place, where one of the two lines can be moved level with the other."""
    index = 1
    while index < len(route.points) - 2:
        start, end = route.points[index], route.points[index + 1]
        axis = axis_of(start, end)
        if abs(end[axis] - start[axis]) < _JOG and len(route.points) > 3:
            before, after = (
                _part(route, index - 1, 1 - axis, obstacles),
                _part(route, index + 1, 1 - axis, obstacles),
            )
            one, other = before.free(CLEARANCE), after.free(CLEARANCE)
            low, high = max(one[0], other[0]), min(one[1], other[1])
            if before.turns != after.turns and low <= high:
                at = min(max((before.at + after.at) / 2, low), high)
                for joint in (index - 1, index, index + 1, index + 2):
                    route.points[joint] = swap(1 - axis, route.points[joint][1 - axis], at)
                del route.points[index : index + 2]
                index = 1
                continue
        index += 1


def _part(route: Route, index: int, axis: int, obstacles: Both) -> _Part:
    start, end = route.points[index], route.points[index + 1]
    at = start[1 - axis]
    span = min(start[axis], end[axis]), max(start[axis], end[axis])
    first, last = index == 0, index == len(route.points) - 2
    turns = [
        0.0 if first else _sign(route.points[index - 1][1 - axis] - at),
        0.0 if last else _sign(route.points[index + 2][1 - axis] - at),
    ]
    lower_is_start = start[axis] <= end[axis]
    outer = (first, last) if lower_is_start else (last, first)
    gap = CLEARANCE
    band = span[0] - gap * (not outer[0]), span[1] + gap * (not outer[1])
    before, after = obstacles[axis].reach(1 - axis, (at, at), band)
    walls = max(before, at - _FARTHEST), min(after, at + _FARTHEST)
    side = walls
    for is_end, box, pinned in (
        (first, route.ends[0], route.pinned[0]),
        (last, route.ends[1], route.pinned[1]),
    ):
        if is_end:
            low, high = (at, at) if pinned else extent_of(box)[1 - axis]
            side = max(side[0], low + _CORNER * (not pinned)), min(side[1], high - _CORNER * (not pinned))
    ordered = (turns[0], turns[1]) if lower_is_start else (turns[1], turns[0])
    return _Part([(route, index)], at, span, walls, side, ordered, route.bundle)


def _sign(value: float) -> float:
    return (value > 0) - (value < 0)


def _merged(parts: list[_Part]) -> list[_Part]:
    """Join parts of one bundle that lie on each other, so that they stay together."""
    found: list[_Part] = []
    for part in sorted(parts, key=lambda part: (part.bundle, round(part.at, 1), part.span)):
        last = found[-1] if found else None
        if (
            last is None
            or (last.bundle, round(last.at, 1)) != (part.bundle, round(part.at, 1))
            or last.span[1] < part.span[0]
        ):
            found.append(part)
            continue
        last.where += part.where
        last.span = last.span[0], max(last.span[1], part.span[1])
        last.walls = max(last.walls[0], part.walls[0]), min(last.walls[1], part.walls[1])
        last.side = max(last.side[0], part.side[0]), min(last.side[1], part.side[1])
        last.turns = last.turns[0] + part.turns[0], last.turns[1] + part.turns[1]
    return found


def _groups(parts: list[_Part]) -> list[list[_Part]]:
    """Gather the parts that could come to lie on each other, directly or through others."""
    group_of = list(range(len(parts)))

    def leader(index: int) -> int:
        while group_of[index] != index:
            group_of[index] = group_of[group_of[index]]
            index = group_of[index]
        return index

    order = sorted(range(len(parts)), key=lambda index: parts[index].span)
    active: list[int] = []
    for index in order:
        part = parts[index]
        active = [other for other in active if parts[other].span[1] > part.span[0]]
        for other in active:
            if _overlap(parts[other].walls, part.walls):
                group_of[leader(index)] = leader(other)
        active.append(index)
    groups: dict[int, list[_Part]] = {}
    for index, part in enumerate(parts):
        groups.setdefault(leader(index), []).append(part)
    return [group for group in groups.values() if len(group) > 1]


def _overlap(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _spread(group: list[_Part]) -> None:
    """Give each part a place of its own, as far apart as there is room and as near its old place as can be."""
    row = _Row(sorted(group, key=_Part.order))
    for level in range(len(_DISTANCES)):
        levels = [level] * len(row.parts)
        bounds = row.bounds(levels)
        if bounds is not None:
            if level and len(row.parts) <= _MOST_RELAXED:
                bounds = _relaxed(row, levels, bounds)
            for part, place in zip(row.parts, row.places(levels, bounds), strict=True):
                part.at = place
            return


def _relaxed(row: _Row, levels: list[int], bounds: _Bounds) -> _Bounds:
    """Return better bounds: the tightest spot decided for all; now each part gets what room there is for it."""
    for better in range(levels[0] - 1, -1, -1):
        for index in range(len(row.parts)):
            if levels[index] == better + 1:
                levels[index] = better
                found = row.bounds(levels)
                if found is None:
                    levels[index] = better + 1
                else:
                    bounds = found
    return bounds


class _Row:
    """Parts in the order of their places.

    Args:
        parts: in that order.
    """

    def __init__(self, parts: list[_Part]) -> None:
        self.parts = parts
        last = len(parts) - 1
        self._before = [
            [other for other in range(index) if _run_together(parts[other], part)] for index, part in enumerate(parts)
        ]
        # The same neighbours seen from the other end.
        self._after: list[list[int]] = [[] for _ in parts]
        for index, others in enumerate(self._before):
            for other in others:
                self._after[last - other].append(last - index)

    def bounds(self, levels: list[int]) -> _Bounds | None:
        """Return the lowest and the highest place of each part; ``None`` where there is no room.

        Args:
            levels: for each part, which of the distances it keeps.
        """
        free = [part.free(_DISTANCES[level][1]) for part, level in zip(self.parts, levels, strict=True)]
        lowest = self._pushed_up([low for low, _ in free], levels)
        if any(low > high + _EPSILON for low, (_, high) in zip(lowest, free, strict=True)):
            return None
        highest = self._pushed_down([high for _, high in free], levels)
        if any(low > high + _EPSILON for low, high in zip(lowest, highest, strict=True)):
            return None
        return lowest, highest

    def places(self, levels: list[int], bounds: _Bounds) -> list[float]:
        """Return a place for each part, half way between the lowest and the highest near its old one."""
        wanted = [min(max(part.at, low), high) for part, low, high in zip(self.parts, *bounds, strict=True)]
        upward, downward = self._pushed_up(wanted, levels), self._pushed_down(wanted, levels)
        return [(up + down) / 2 for up, down in zip(upward, downward, strict=True)]

    def _pushed_up(self, places: list[float], levels: list[int]) -> list[float]:
        return _pushed(places, self._before, [_DISTANCES[level][0] for level in levels])

    def _pushed_down(self, places: list[float], levels: list[int]) -> list[float]:
        rooms = [_DISTANCES[level][0] for level in levels[::-1]]
        return [-at for at in _pushed([-at for at in places[::-1]], self._after, rooms)[::-1]]


def _run_together(one: _Part, other: _Part) -> bool:
    return one.bundle != other.bundle and one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _pushed(places: list[float], beside: list[list[int]], rooms: list[float]) -> list[float]:
    """Return `places` moved up as little as keeps each one away from those before it.

    Args:
        places: in their order.
        beside: for each place, the earlier ones that it must keep away from.
        rooms: how far away each would be; the smaller of two counts.
    """
    pushed: list[float] = []
    for furthest, others, room in zip(places, beside, rooms, strict=True):
        for other in others:
            apart = rooms[other]
            least = pushed[other] + (min(room, apart))
            furthest = max(furthest, least)  # noqa: PLW2901 - for every neighbour of every part
        pushed.append(furthest)
    return pushed
