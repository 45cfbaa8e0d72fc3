"""Set reports together: one under the other in a stack, two stacks at one trunk, groups side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from orgviz.layout.block import INFINITY, Block, Group, Outline
from orgviz.layout.contour import Contour, coarse, distance, merged, merged_below, over, shifted, slid
from orgviz.layout.spacing import Spacing
from orgviz.lean import dataclass


def stack(blocks: Sequence[Block], spacing: Spacing) -> Group:
    """Return a group of hung blocks, one under the other, right of a trunk at x = 0.

    Each slides up as far as what is above it allows: its root's box may stand beside what hangs lower.
    """
    if all(block.is_leaf for block in blocks):
        return _leaves(blocks, spacing)
    hook = spacing.hook
    drops, floor = _slid_up(blocks, spacing)
    return Group(
        width=hook + max(block.width for block in blocks),
        height=max(drop + block.height for block, drop in zip(blocks, drops, strict=True)),
        attach=0.0,
        reach=hook + max(block.right_end(hung=True) for block in blocks),
        trace=lambda: _stack_outline(blocks, drops, floor, spacing),
        drops=tuple(drops),
    )


def _slid_up(blocks: Sequence[Block], spacing: Spacing) -> tuple[list[float], Contour]:
    """Return the y of each block of a stack, and how far down all but the last of them reach."""
    hook = spacing.hook
    drops = [0.0]
    floor: Contour = [(hook, -INFINITY)]
    for above, block in pairwise(blocks):
        floor = _lowered(floor, above, drops[-1], hook)
        ceiling = slid(block.ceiling(spacing.sibling), hook, 0.0, INFINITY)
        drops.append(max(drops[-1], distance(floor, ceiling) + spacing.stack))
    return drops, floor


def _lowered(floor: Contour, block: Block, drop: float, hook: float) -> Contour:
    """Return how far down things reach when a block hangs under them, too."""
    return coarse(merged(floor, slid(block.hung_floor, hook, drop, -INFINITY), 1), 1)


def _stack_outline(blocks: Sequence[Block], drops: Sequence[float], floor: Contour, spacing: Spacing) -> Outline:
    hook = spacing.hook
    # The trunk ends at the last box's middle: what hangs below it may be reached under.
    last = drops[-1] + blocks[-1].box_height
    left: Contour = [(last + spacing.stack, 0.0)]
    right: Contour = []
    for block, drop in zip(blocks, drops, strict=True):
        block_left, block_right = block.sides(spacing, hung=True)
        right = merged_below(right, slid(block_right, drop, hook, -INFINITY), 1)
        if drop + block.height > last:
            left = merged_below(left, slid(block_left, drop, hook, INFINITY), -1)
    floor = _lowered(floor, blocks[-1], drops[-1], hook)
    bottom = merged(floor, [(hook, drops[-1] + blocks[-1].box_height / 2)], 1)
    return coarse(left, -1), coarse(right, 1), coarse(bottom, 1)


def _leaves(blocks: Sequence[Block], spacing: Spacing) -> Group:
    """Return a stack of boxes without reports: nothing can slide."""
    drops, height = _one_under_the_other(blocks, spacing)
    width = spacing.hook + max(block.width for block in blocks)
    middle = drops[-1] + blocks[-1].height / 2
    bottom = [(spacing.hook, middle), (width, height)]
    return Group(width, height, 0.0, width, _straight(height + spacing.stack, width, bottom), drops)


def _straight(end: float, width: float, bottom: Contour) -> Callable[[], Outline]:
    return lambda: ([(end, 0.0)], [(end, width)], bottom)


def _one_under_the_other(blocks: Sequence[Block], spacing: Spacing) -> tuple[tuple[float, ...], float]:
    """Return the y of each block of a stack in which nothing slides, and the height of the whole."""
    ends = list(accumulate((block.height + spacing.stack for block in blocks), initial=0.0))
    return tuple(ends[:-1]), ends[-1] - spacing.stack


def pair(first: Sequence[Block], second: Sequence[Block], spacing: Spacing) -> Group:
    """Return two stacks of leaves that share the trunk between them."""
    trunk = max(block.width for block in first) + spacing.hook
    width = trunk + spacing.hook + max(block.width for block in second)
    left_drops, left_height = _one_under_the_other(first, spacing)
    right_drops, right_height = _one_under_the_other(second, spacing)
    height = max(left_height, right_height)
    bottom = [(trunk, left_height), (width, right_height)]
    outline = _straight(height + spacing.stack, width, bottom)
    return Group(width, height, trunk, width, outline, left_drops + right_drops)


@dataclass(slots=True)
class Packed:
    """Groups set side by side, from x = 0.

    Args:
        offsets: x of each group.
        reach: how far to the right they reach.
        trace: gives their common outline.
        drops: for each report, y of its block.
    """

    offsets: tuple[float, ...]
    width: float
    height: float
    reach: float
    trace: Callable[[], Outline]
    drops: tuple[float, ...]


def pack(groups: Sequence[Group], gap: float) -> Packed:
    """Set groups side by side as closely as their contours allow, keeping their order.

    Packing from the left and from the right and taking the mean spreads small groups evenly between large
    ones, and makes the mirror image of the input the mirror image of the output.
    """
    if len(groups) == 1:
        only = groups[0]
        return Packed((0.0,), only.width, only.height, only.reach, lambda: only.outline, only.drops)
    from_left = _from_left(groups, gap)
    from_right = _from_right(groups, gap)
    # Both keep every distance, so their mean does; align the two on the first group's left end.
    slack = from_right[0] - from_left[0]
    xs = [(a + b - slack) / 2 for a, b in zip(from_left, from_right, strict=True)]
    start = min(xs)
    width = max(x + group.reach for group, x in zip(groups, xs, strict=True)) - start
    return Packed(
        offsets=tuple(x - start for x in xs),
        width=width,
        height=max(group.height for group in groups),
        reach=width,
        trace=lambda: _common_outline(groups, xs, start),
        drops=tuple(drop for group in groups for drop in group.drops),
    )


def _from_left(groups: Sequence[Group], gap: float) -> list[float]:
    xs = [0.0]
    skyline = groups[0].outline[1]
    for group in groups[1:]:
        left, right, _ = group.outline
        x = distance(skyline, left) + gap
        xs.append(x)
        skyline = over(shifted(right, x), skyline)
    return xs


def _from_right(groups: Sequence[Group], gap: float) -> list[float]:
    xs = [0.0]
    skyline = groups[-1].outline[0]
    for group in groups[-2::-1]:
        left, right, _ = group.outline
        x = -(distance(right, skyline) + gap)
        xs.append(x)
        skyline = over(shifted(left, x), skyline)
    return xs[::-1]


def _common_outline(groups: Sequence[Group], xs: Sequence[float], start: float) -> Outline:
    right: Contour = []
    bottom: Contour = []
    for group, x in zip(groups, xs, strict=True):
        right = over(shifted(group.outline[1], x), right)
        floor = slid(group.outline[2], x - start, 0.0, -INFINITY)
        bottom = coarse(merged_below(bottom, floor, 1), 1)
    left: Contour = []
    for group, x in zip(reversed(groups), reversed(xs), strict=True):
        left = over(shifted(group.outline[0], x), left)
    return coarse(shifted(left, -start), -1), coarse(shifted(right, -start), 1), bottom
