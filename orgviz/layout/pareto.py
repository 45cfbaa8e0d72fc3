"""Keep the few that are worth keeping: no other is both narrower and lower; decide how many, for each family."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeVar

from orgviz.layout.block import Block, Plan
from orgviz.lean import dataclass

# In a chart of more boxes than this, families get unlike efforts.
LARGE = 12000


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
        if boxes <= LARGE:
            return Effort(blocks=8, estimates=12, widths=4)
        return Effort(blocks=3, estimates=4, widths=2)


# Of so many boxes, one has a family that counts as one of the largest.
BOXES_PER_LARGEST = 400
# A box that has only boxes without reports under it: there are many of them, and each is a small part of the chart.
OF_LEAVES = Effort(blocks=2, estimates=4, widths=2)
# One of the largest families; and one with many reports, where each try takes longer.
OF_LARGEST = Effort(blocks=12, estimates=24, widths=8)
OF_MANY = Effort(blocks=8, estimates=12, widths=4)
MANY = 20


@dataclass(frozen=True, slots=True)
class Efforts:
    """How much is tried for each family.

    Args:
        of: for each box, the effort for the boxes under it.
        forest: that for the trees of a forest.
    """

    of: Sequence[Effort]
    forest: Effort


def efforts_for(reports: Sequence[Sequence[int]], roots: Sequence[int], top_down: Sequence[int]) -> Efforts:
    """Return how much is tried for each family of a chart.

    What is amiss high up is amiss in all of the picture, and only few boxes stand there: it costs next to nothing
    to try as much for them as in a small chart.
    """
    usual = Effort.for_size(len(reports))
    if len(reports) <= LARGE:
        return Efforts([usual] * len(reports), usual)
    found = [usual if any(reports[below] for below in family) else OF_LEAVES for family in reports]
    for box in _largest(reports, top_down):
        found[box] = _of_large(len(reports[box]))
    return Efforts(found, _of_large(len(roots)))


def _largest(reports: Sequence[Sequence[int]], top_down: Sequence[int]) -> list[int]:
    """Return the boxes, of those with a choice of how their reports stand, that most boxes stand under."""
    under = [1] * len(reports)
    for box in reversed(top_down):
        under[box] += sum([under[below] for below in reports[box]])
    choosing = [box for box in top_down if len(reports[box]) > 1]
    return sorted(choosing, key=lambda box: -under[box])[: len(reports) // BOXES_PER_LARGEST]


def _of_large(reports: int) -> Effort:
    return OF_MANY if reports > MANY else OF_LARGEST


@dataclass(slots=True)
class Estimate:
    """The rectangle that a plan needs at most."""

    width: float
    height: float
    plan: Plan
    cost: float = 0.0


# Fewer than so many are chosen by their proportions, not by their places in the list.
FEW = 8
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
        most: how many at most, two or more, evenly spread over those that are not too large for `room` (if any are
            not).
    """
    best = unbeaten(items)
    if len(best) <= most:
        return best
    fitting = [at for at, item in enumerate(best) if item.width <= room.width and item.height <= room.height]
    if most < FEW:
        return _by_proportion(best, fitting or range(len(best)), most)
    if not fitting:
        return spread(best, most)
    # Some that are too large are kept all the same: the room is a guess.
    others = max(2, most // 4)
    kept = set(spread(fitting, max(1, most - others))) | set(spread(range(len(best)), others))
    return [best[at] for at in sorted(kept)]


def _by_proportion(best: list[T], fitting: Sequence[int], most: int) -> list[T]:
    """Return the narrowest and the lowest of those that fit, and those whose proportions are evenly spread between.

    Spread by their places, few would be the flattest ones and the highest ones, none of which suits a page.
    """
    proportions = {at: math.log(best[at].width / best[at].height) for at in fitting}
    first, last = proportions[fitting[0]], proportions[fitting[-1]]
    kept = {fitting[0], fitting[-1]}
    for part in range(1, most - 1):
        wanted = first + (last - first) * part / (most - 1)
        kept.add(min(fitting, key=lambda at: abs(proportions[at] - wanted)))
    if len(kept) <= most - 2:
        kept |= {0, len(best) - 1}
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
