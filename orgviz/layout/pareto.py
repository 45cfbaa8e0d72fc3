"""Keep the few that are worth keeping: no other is both narrower and lower."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from orgviz.layout.block import Block, Plan
from orgviz.lean import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is tried.

    Args:
        blocks: blocks kept for each subtree.
        estimates: arrangements of one box that are built and measured.
        widths: stack widths tried for each number of columns.
    """

    blocks: int
    estimates: int
    widths: int

    @staticmethod
    def for_size(boxes: int) -> Effort:
        """Return an effort that keeps the whole near linear time."""
        if boxes <= 90:
            return Effort(blocks=48, estimates=96, widths=12)
        if boxes <= 1500:
            return Effort(blocks=24, estimates=96, widths=24)
        if boxes <= 4000:
            return Effort(blocks=16, estimates=32, widths=12)
        if boxes <= 12000:
            return Effort(blocks=8, estimates=12, widths=4)
        return Effort(blocks=4, estimates=6, widths=2)


@dataclass(slots=True)
class Estimate:
    """The rectangle that a plan needs at most."""

    width: float
    height: float
    plan: Plan
    cost: float = 0.0


T = TypeVar("T", Block, Estimate)
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Room:
    """The largest width and height, in points, that any subtree can have in a good chart."""

    width: float
    height: float

    @staticmethod
    def around(area: float, page: tuple[float, float] | None) -> Room:
        """Return the room for boxes of some area in all, on a page of some shape."""
        width, height = page or (16.0, 9.0)
        # Boxes fill about half of a chart; a quarter more on either side leaves room for worse luck.
        side = (area / 0.45 / (width * height)) ** 0.5 * 1.25
        return Room(width * side, height * side)


def pareto(items: list[T], most: int, room: Room) -> list[T]:
    """Return the items of which none is both wider and higher than another, narrowest first.

    Args:
        items: at least one; put in order.
        most: how many at most, evenly spread over those that are not too large for `room` (if any are not).
    """
    best = unbeaten(items)
    if len(best) <= most:
        return best
    fitting = [at for at, item in enumerate(best) if item.width <= room.width and item.height <= room.height]
    if not fitting:
        return spread(best, most)
    # Some that are too large are kept all the same: the room is a guess.
    others = max(2, most // 4)
    kept = set(spread(fitting, max(1, most - others))) | set(spread(range(len(best)), others))
    return [best[at] for at in sorted(kept)]


def unbeaten(items: list[T]) -> list[T]:
    """Return the items of which none is both wider and higher than another, narrowest first; put `items` in order."""
    items.sort(key=lambda item: (item.width, item.height, item.cost))
    best: list[T] = []
    for item in items:
        if not best or item.height < best[-1].height - 0.01:
            best.append(item)
    return best


def for_page(items: list[T], most: int, room: Room) -> list[T]:
    """Return what `pareto` would, but those that come nearest to the page's shape: for the root, which is on it."""
    best = unbeaten(items)
    nearest = sorted(range(len(best)), key=lambda at: max(best[at].width / room.width, best[at].height / room.height))
    return [best[at] for at in sorted(nearest[:most])]


def spread(items: Sequence[S], most: int) -> list[S]:
    """Return at most so many items, the first and the last among them, evenly spread between.

    >>> spread([1, 2, 3, 4, 5], 3)
    [1, 3, 5]
    """
    if len(items) <= most:
        return list(items)
    if most == 1:
        return [items[0]]
    step = (len(items) - 1) / (most - 1)
    return [items[round(i * step)] for i in range(most)]
