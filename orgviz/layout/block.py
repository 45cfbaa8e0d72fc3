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

from orgviz.layout.contour import Contour, coarse, distance, over, shifted
from orgviz.layout.spacing import Spacing


class Arrangement(StrEnum):
    """How the reports of one box stand."""

    LEAF = "leaf"  # there are none
    COLUMNS = (
        "columns"  # groups side by side under a bus; a group of one hangs from its top, others are stacks
    )
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
        left, right: contours from the block's top, without the root's box's own band (a chain's have it).
        cost: how much this arrangement is disliked, summed over the subtree's boxes times the boxes under each:
            what stands high up is seen first.
        boxes: how many boxes the subtree has.
        assistant_at: top left corner of each assistant's block.
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
    cost: float
    boxes: int = 1
    assistant_at: tuple[tuple[float, float], ...] = ()

    def left_of_box(self, *, hung: bool) -> float:
        """Return the left side of the root's box in a variant.

        Where a trunk with something on both sides goes down from the box, it stays over that trunk.
        """
        return 0.0 if hung and not self.two_sided else self.box_x

    @property
    def two_sided(self) -> bool:
        """Whether boxes stand on both sides of the trunk right under the root's box."""
        return self.plan.arrangement is Arrangement.BOTH or bool(self.plan.assistants)

    def sides(self, spacing: Spacing, *, hung: bool) -> tuple[Contour, Contour]:
        """Return the left and right contours of a variant, root's box included."""
        if self.plan.arrangement is Arrangement.CHAIN:
            return self.left, self.right
        x = self.left_of_box(hung=hung)
        bottom = self.box_height + spacing.stack
        return [(bottom, x), *self.left], [(bottom, x + self.box_width), *self.right]


@dataclass(slots=True)
class Group:
    """Some neighbouring reports as one piece: a single centred block, or a stack with its trunk at x = 0."""

    left: Contour
    right: Contour
    width: float
    height: float
    attach: float


def leaf(width: float, height: float) -> Block:
    """Return the block of a box without reports."""
    return Block(
        width=width, height=height, plan=Plan(Arrangement.LEAF), box_width=width, box_height=height,
        box_x=0.0, offsets=(), top=height, trunk=width / 2, left=[], right=[], cost=0.0,
    )  # fmt: skip


def single(block: Block, spacing: Spacing) -> Group:
    """Return a group of one centred block that hangs from the middle of its box's top."""
    left, right = block.sides(spacing, hung=False)
    return Group(left, right, block.width, block.height, block.box_x + block.box_width / 2)


def stack(blocks: Sequence[Block], spacing: Spacing) -> Group:
    """Return a group of hung blocks, one under the other, right of a trunk at x = 0."""
    hook = spacing.hook
    left: Contour = []
    right: Contour = []
    y = 0.0
    for number, block in enumerate(blocks):
        block_left, block_right = block.sides(spacing, hung=True)
        if number < len(blocks) - 1:
            left.append((y + block.height + spacing.stack, 0.0))
        else:
            # The trunk ends at the last box's middle: what hangs below it may be reached under.
            end = block.box_height + spacing.stack
            left.append((y + end, 0.0))
            left.extend(shifted([band for band in block_left if band[0] > end], hook, y))
        right.extend(shifted(block_right, hook, y))
        y += block.height + spacing.stack
    width = hook + max(block.width for block in blocks)
    return Group(coarse(left, -1), coarse(right, 1), width, y - spacing.stack, 0.0)


def pair(first: Sequence[Block], second: Sequence[Block], spacing: Spacing) -> Group:
    """Return two stacks of leaves that share the trunk between them."""
    reach = max(block.width for block in first)
    trunk = reach + spacing.hook
    heights = [sum(block.height + spacing.stack for block in side) for side in (first, second)]
    height = max(heights) - spacing.stack
    width = trunk + spacing.hook + max(block.width for block in second)
    bottom = height + spacing.stack
    return Group([(bottom, 0.0)], [(bottom, width)], width, height, trunk)


@dataclass(slots=True)
class Packed:
    """Groups set side by side: their offsets and common contours, from x = 0."""

    offsets: tuple[float, ...]
    left: Contour
    right: Contour
    width: float
    height: float


def pack(groups: Sequence[Group], gap: float) -> Packed:
    """Set groups side by side as closely as their contours allow, keeping their order.

    Packing from the left and from the right and taking the mean spreads small groups evenly between large
    ones, and makes the mirror image of the input the mirror image of the output.
    """
    if len(groups) == 1:
        only = groups[0]
        return Packed((0.0,), only.left, only.right, only.width, only.height)
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
    width = max(x for _, x in right) - start
    return Packed(
        tuple(x - start for x in xs),
        coarse(shifted(left, -start), -1),
        coarse(shifted(right, -start), 1),
        width,
        max(group.height for group in groups),
    )
