"""A block: one way to draw a subtree, with its true size and contours.

Coordinates are relative to the block's top left corner. A block knows where the box of its root stands, where
its groups of reports begin, and how far everything below the root reaches to both sides. Two variants share one
block: *centred*, with the root's box over its reports, and *hung*, with the root's box at the left, for blocks
that hang from a stack's trunk.

Many more blocks are built than are ever set beside another: outlines are traced when somebody asks for them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import field
from enum import StrEnum
from typing import TypeAlias

from orgviz.layout.contour import Contour, merged
from orgviz.layout.spacing import Spacing
from orgviz.lean import dataclass

INFINITY = float("inf")

Outline: TypeAlias = tuple[Contour, Contour, Contour]
"""How far something reaches to the left, to the right, and down."""


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
        reach: how far to the right anything below the root's box reaches.
        trace: gives the outline of what is below the root's box. Contours to the sides are told from the block's
            top, without the root's box's own band (a chain's have it); that of the bottom from the left, as bands
            ``(x, y)``, where nothing is -infinity.
        drops: for each report, y of its block below `top`.
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
    reach: float
    trace: Callable[[], Outline]
    cost: float
    drops: tuple[float, ...] = ()
    boxes: int = 1
    assistant_at: tuple[tuple[float, float], ...] = ()
    run: tuple[tuple[float, float], ...] = ()
    _outline: Outline | None = field(default=None, init=False, repr=False, compare=False)
    _hung_floor: Contour | None = field(default=None, init=False, repr=False, compare=False)
    _whole: Outline | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def is_leaf(self) -> bool:
        """Whether it is a box with nothing below or beside it."""
        return self.plan.arrangement is Arrangement.LEAF

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

    @property
    def outline(self) -> Outline:
        """The outline of what is below the root's box, traced once."""
        if self._outline is None:
            # What it is traced from takes much more memory than the outline.
            self._outline, self.trace = self.trace(), _traced
        return self._outline

    def sides(self, spacing: Spacing, *, hung: bool) -> tuple[Contour, Contour]:
        """Return the left and right contours of a variant, root's box included."""
        left, right, _ = self.outline
        if self.plan.arrangement is Arrangement.CHAIN:
            return left, right
        x = self.left_of_box(hung=hung)
        bottom = self.box_height + spacing.stack
        return [(bottom, x), *left], [(bottom, x + self.box_width), *right]

    def right_end(self, *, hung: bool) -> float:
        """Return how far to the right a variant reaches, the root's box included."""
        return max(self.left_of_box(hung=hung) + self.box_width, self.reach)

    @property
    def hung_floor(self) -> Contour:
        """What `floor` returns of the hung variant, found once: a block is tried in many stacks."""
        if self._hung_floor is None:
            self._hung_floor = self.floor(hung=True)
        return self._hung_floor

    def floor(self, *, hung: bool) -> Contour:
        """Return how far down everything reaches, from left to right, the root's box and its hook included."""
        x = self.left_of_box(hung=hung)
        hook = self.box_height / 2 if hung else -INFINITY
        return merged([(x, hook), (x + self.box_width, self.box_height)], self.outline[2], 1)

    def ceiling(self, gap: float) -> Contour:
        """Return how far up everything reaches, from left to right, in the hung variant; `gap` wider on both sides."""
        if self.plan.arrangement is Arrangement.CHAIN:
            return [(self.width + gap, 0.0)]
        x = self.left_of_box(hung=True)
        box = [(max(0.0, x - gap), self.box_height / 2), (x + self.box_width + gap, 0.0)]
        return [*box, (self.width + gap, self.box_height)]

    def single(self, spacing: Spacing) -> Group:
        """Return the group of this block alone, centred, which hangs from the middle of its box's top."""
        return Group(
            width=self.width,
            height=self.height,
            attach=self.box_x + self.box_width / 2,
            reach=self.right_end(hung=False),
            trace=lambda: self._standing(spacing),
        )

    def _standing(self, spacing: Spacing) -> Outline:
        """Return the outline of the centred variant, found once: a block is tried in many rows."""
        if self._whole is None:
            self._whole = (*self.sides(spacing, hung=False), self.floor(hung=False))
        return self._whole


def _traced() -> Outline:
    raise RuntimeError("an outline is traced once")


@dataclass(slots=True)
class Group:
    """Some neighbouring reports as one piece: a single centred block, or a stack with its trunk at x = 0.

    Args:
        attach: x of the line that comes from above.
        reach: how far to the right it reaches; `width` is what it takes in a hanging stack.
        trace: gives its outline.
        drops: for each report, y of its block.
    """

    width: float
    height: float
    attach: float
    reach: float
    trace: Callable[[], Outline]
    drops: tuple[float, ...] = (0.0,)
    _outline: Outline | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def outline(self) -> Outline:
        """The outline, traced once."""
        if self._outline is None:
            self._outline, self.trace = self.trace(), _traced
        return self._outline


def leaf(width: float, height: float) -> Block:
    """Return the block of a box without reports."""
    return Block(
        width=width, height=height, plan=Plan(Arrangement.LEAF), box_width=width, box_height=height,
        box_x=0.0, offsets=(), top=height, trunk=width / 2, reach=-INFINITY, trace=lambda: ([], [], []), cost=0.0,
    )  # fmt: skip


@dataclass(slots=True)
class Choices:
    """The worthwhile blocks of a subtree.

    Args:
        blocks: at least one; each is wider and lower than the one before.
        hanging: indices of those that may hang in a stack (of all, where none may).
        hanging_widths: their widths.
    """

    blocks: list[Block]
    hanging: list[int]
    hanging_widths: list[float]

    @staticmethod
    def of(blocks: list[Block]) -> Choices:
        """Return the choices between these blocks."""
        hanging = [pick for pick, block in enumerate(blocks) if block.hangs] or list(range(len(blocks)))
        return Choices(blocks, hanging, [blocks[pick].width for pick in hanging])

    def lowest_within(self, limit: float) -> int:
        """Return the index of the lowest block that may hang and is not wider than `limit`, else of the narrowest."""
        return self.hanging[max(0, bisect_right(self.hanging_widths, limit) - 1)]
