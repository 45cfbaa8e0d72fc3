"""A block: one way to draw a subtree, with its true size and contours.

Coordinates are relative to the block's top left corner. A block knows where the box of its root stands, where
its groups of reports begin, and how far everything below the root reaches to both sides. Two variants share one
block: *centred*, with the root's box over its reports, and *hung*, with the root's box at the left, for blocks
that hang from a stack's trunk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from orgviz.layout.contour import Contour, coarse, distance, merged, over, shifted, slid
from orgviz.layout.spacing import Spacing

INFINITY = float("inf")


class Arrangement(StrEnum):
    """How the reports of one box stand."""

    LEAF = "leaf"  # there are none
    COLUMNS = "columns"  # groups side by side under a bus; a group of one hangs from its top, others are stacks
    STACK = "stack"  # one hanging stack under the box's left end
    BOTH = "both"  # two stacks that share a trunk under the box's middle
    CHAIN = "chain"  # a chain of single reports, written in lines like text


@dataclass(slots=True)
class Plan:
    """A choice for one box: the arrangement of its reports, and which of their blocks to take.

    Args:
        picks: for each report, the index into its list of blocks.
        groups: ``(first, past_last)`` of the reports in each group, left to right.
        assistants: for each assistant, the index into its list of blocks.
        per_line: boxes in a line of a chain.
    """

    arrangement: Arrangement
    picks: tuple[int, ...] = ()
    groups: tuple[tuple[int, int], ...] = ()
    assistants: tuple[int, ...] = ()
    per_line: int = 0


@dataclass(slots=True)
class Block:
    """One way to draw a subtree.

    Args:
        width, height: of the whole block.
        plan: how it came about.
        box_width, box_height: of the root's box (both 0 for the virtual root of a forest).
        box_x: left side of the root's box, centred variant.
        offsets: x of the left end of each group (a chain: of each line's first box).
        top: y at which the groups begin.
        trunk: x of the line that goes down from the root's box.
        drops: for each report, y of its block below `top`.
        bottom: contour of what is below the root's box, from the left, as bands ``(x, y)``; nothing is -infinity.
        left, right: contours from the block's top, without the root's box's own band (a chain's have it).
        cost: how much this arrangement is disliked, summed over the subtree's boxes times the boxes under each:
            what stands high up is seen first.
        boxes: how many boxes the subtree has.
        assistant_at: top left corner of each assistant's block.
        run: width and height of each box of a chain that is written in lines, from the top.
    """

    width: float
    height: float
    plan: Plan
    box_width: float
    box_height: float
    box_x: float
    offsets: tuple[float, ...]
    top: float
    trunk: float
    left: Contour
    right: Contour
    bottom: Contour
    cost: float
    drops: tuple[float, ...] = ()
    boxes: int = 1
    assistant_at: tuple[tuple[float, float], ...] = ()
    run: tuple[tuple[float, float], ...] = ()

    def left_of_box(self, *, hung: bool) -> float:
        """Return the left side of the root's box in a variant.

        Where a trunk with something on both sides goes down from the box, it stays over that trunk.
        """
        return 0.0 if hung and not self.two_sided else self.box_x

    @property
    def two_sided(self) -> bool:
        """Whether boxes stand on both sides of the trunk right under the root's box."""
        return self.plan.arrangement is Arrangement.BOTH or bool(self.plan.assistants)

    @property
    def hangs(self) -> bool:
        """Whether it may hang in a stack: a lone report right under its box would look like the next of the stack."""
        return self.plan.arrangement is not Arrangement.COLUMNS or len(self.plan.picks) != 1 or self.two_sided

    def sides(self, spacing: Spacing, *, hung: bool) -> tuple[Contour, Contour]:
        """Return the left and right contours of a variant, root's box included."""
        if self.plan.arrangement is Arrangement.CHAIN:
            return self.left, self.right
        x = self.left_of_box(hung=hung)
        bottom = self.box_height + spacing.stack
        return [(bottom, x), *self.left], [(bottom, x + self.box_width), *self.right]

    def floor(self, *, hung: bool) -> Contour:
        """Return how far down everything reaches, from left to right, the root's box and its hook included."""
        x = self.left_of_box(hung=hung)
        hook = self.box_height / 2 if hung else -INFINITY
        return merged([(x, hook), (x + self.box_width, self.box_height)], self.bottom, 1)

    def ceiling(self, gap: float) -> Contour:
        """Return how far up everything reaches, from left to right, in the hung variant; `gap` wider on both sides."""
        if self.plan.arrangement is Arrangement.CHAIN:
            return [(self.width + gap, 0.0)]
        x = self.left_of_box(hung=True)
        box = [(max(0.0, x - gap), self.box_height / 2), (x + self.box_width + gap, 0.0)]
        return [*box, (self.width + gap, self.box_height)]


@dataclass(slots=True)
class Group:
    """Some neighbouring reports as one piece: a single centred block, or a stack with its trunk at x = 0."""

    left: Contour
    right: Contour
    bottom: Contour
    width: float
    height: float
    attach: float
    drops: tuple[float, ...] = (0.0,)


def leaf(width: float, height: float) -> Block:
    """Return the block of a box without reports."""
    return Block(
        width=width, height=height, plan=Plan(Arrangement.LEAF), box_width=width, box_height=height,
        box_x=0.0, offsets=(), top=height, trunk=width / 2, left=[], right=[], bottom=[], cost=0.0,
    )  # fmt: skip


def single(block: Block, spacing: Spacing) -> Group:
    """Return a group of one centred block that hangs from the middle of its box's top."""
    left, right = block.sides(spacing, hung=False)
    attach = block.box_x + block.box_width / 2
    return Group(left, right, block.floor(hung=False), block.width, block.height, attach)


def stack(blocks: Sequence[Block], spacing: Spacing) -> Group:
    """Return a group of hung blocks, one under the other, right of a trunk at x = 0.

    Each slides up as far as what is above it allows: its root's box may stand beside what hangs lower.
    """
    if not any(block.bottom or block.left for block in blocks):
        return _leaves(blocks, spacing)
    hook = spacing.hook
    drops: list[float] = []
    floor: Contour = [(hook, -INFINITY)]
    for block in blocks:
        ceiling = slid(block.ceiling(spacing.sibling), hook, 0.0, INFINITY)
        drop = max(drops[-1], distance(floor, ceiling) + spacing.stack) if drops else 0.0
        drops.append(drop)
        floor = coarse(merged(floor, slid(block.floor(hung=True), hook, drop, -INFINITY), 1), 1)
    # The trunk ends at the last box's middle: what hangs below it may be reached under.
    last = drops[-1] + blocks[-1].box_height
    left: Contour = [(last + spacing.stack, 0.0)]
    right: Contour = []
    for block, drop in zip(blocks, drops, strict=True):
        block_left, block_right = block.sides(spacing, hung=True)
        right = merged(right, slid(block_right, drop, hook, -INFINITY), 1)
        if drop + block.height > last:
            left = merged(left, slid(block_left, drop, hook, INFINITY), -1)
    floor = coarse(merged(floor, [(hook, drops[-1] + blocks[-1].box_height / 2)], 1), 1)
    return Group(
        left=coarse(left, -1),
        right=coarse(right, 1),
        bottom=floor,
        width=hook + max(block.width for block in blocks),
        height=max(drop + block.height for block, drop in zip(blocks, drops, strict=True)),
        attach=0.0,
        drops=tuple(drops),
    )


def _leaves(blocks: Sequence[Block], spacing: Spacing) -> Group:
    """Return a stack of boxes without reports: nothing can slide."""
    drops, height = _one_under_the_other(blocks, spacing)
    width = spacing.hook + max(block.width for block in blocks)
    end = height + spacing.stack
    middle = drops[-1] + blocks[-1].height / 2
    return Group(
        left=[(end, 0.0)],
        right=[(end, width)],
        bottom=[(spacing.hook, middle), (width, height)],
        width=width,
        height=height,
        attach=0.0,
        drops=drops,
    )


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
    end = height + spacing.stack
    bottom = [(trunk, left_height), (width, right_height)]
    return Group([(end, 0.0)], [(end, width)], bottom, width, height, trunk, left_drops + right_drops)


@dataclass(slots=True)
class Packed:
    """Groups set side by side: their offsets and common contours, from x = 0."""

    offsets: tuple[float, ...]
    left: Contour
    right: Contour
    bottom: Contour
    width: float
    height: float
    drops: tuple[float, ...]


def pack(groups: Sequence[Group], gap: float) -> Packed:
    """Set groups side by side as closely as their contours allow, keeping their order.

    Packing from the left and from the right and taking the mean spreads small groups evenly between large
    ones, and makes the mirror image of the input the mirror image of the output.
    """
    if len(groups) == 1:
        only = groups[0]
        return Packed((0.0,), only.left, only.right, only.bottom, only.width, only.height, only.drops)
    from_left = _positions([(group.left, group.right) for group in groups], gap)
    mirrored = [(_mirror(group.right), _mirror(group.left)) for group in reversed(groups)]
    from_right = [-x for x in reversed(_positions(mirrored, gap))]
    # Both keep every distance, so their mean does; align the two on the first group's left end.
    slack = from_right[0] - from_left[0]
    xs = [(a + b - slack) / 2 for a, b in zip(from_left, from_right, strict=True)]
    return _joined(groups, xs)


def _positions(sides: Sequence[tuple[Contour, Contour]], gap: float) -> list[float]:
    xs = [0.0]
    skyline = sides[0][1]
    for left, right in sides[1:]:
        x = distance(skyline, left) + gap
        xs.append(x)
        skyline = over(shifted(right, x), skyline)
    return xs


def _mirror(contour: Contour) -> Contour:
    return [(bottom, -x) for bottom, x in contour]


def _joined(groups: Sequence[Group], xs: list[float]) -> Packed:
    right: Contour = []
    for group, x in zip(groups, xs, strict=True):
        right = over(shifted(group.right, x), right)
    left: Contour = []
    for group, x in zip(reversed(groups), reversed(xs), strict=True):
        left = over(shifted(group.left, x), left)
    start = min(x for _, x in left)
    bottom: Contour = []
    for group, x in zip(groups, xs, strict=True):
        bottom = coarse(merged(bottom, slid(group.bottom, x - start, 0.0, -INFINITY), 1), 1)
    return Packed(
        offsets=tuple(x - start for x in xs),
        left=coarse(shifted(left, -start), -1),
        right=coarse(shifted(right, -start), 1),
        bottom=bottom,
        width=max(x for _, x in right) - start,
        height=max(group.height for group in groups),
        drops=tuple(drop for group in groups for drop in group.drops),
    )
