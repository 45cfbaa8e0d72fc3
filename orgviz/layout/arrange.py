"""Build the block of a box from the blocks of its reports, for each arrangement."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.layout.block import INFINITY, Arrangement, Block, Choices, Group, Outline, Plan
from orgviz.layout.contour import Contour, coarse, merged, shifted, slid
from orgviz.layout.geometry import Point
from orgviz.layout.pack import Packed, pack, pair, stack
from orgviz.layout.spacing import Spacing
from orgviz.lean import dataclass

# How much each arrangement is disliked, for the choice between equally readable charts: a row of departments is
# what people expect, stacks are for the lowest level.
ROW_COST = 0.0
STACK_OF_LEAVES_COST = 0.1
PAIR_COST = 0.2
COLUMNS_COST = 0.3
STACK_OF_SUBTREES_COST = 0.8
CHAIN_COST = 0.8
# A box that stands over the middle of its reports breaks the straight left edge of a stack.
TWO_SIDED_IN_STACK_COST = 0.6


@dataclass(slots=True)
class Family:
    """A box with everything that is needed to arrange its reports.

    Args:
        width, height: of the box; both 0 for the virtual root of a forest.
        reports: for each report, its blocks.
        assistants: for each assistant, its blocks.
    """

    width: float
    height: float
    reports: Sequence[Choices]
    assistants: Sequence[Choices] = ()

    @property
    def virtual(self) -> bool:
        """Whether there is no box here: the reports are the roots of a forest."""
        return self.height == 0


def build(family: Family, plan: Plan, spacing: Spacing) -> Block:
    """Return the block that follows from a plan (every arrangement but leaf and chain)."""
    chosen = [choices.blocks[pick] for choices, pick in zip(family.reports, plan.picks, strict=True)]
    below = _below(chosen, plan, family, spacing)
    if plan.arrangement is Arrangement.STACK:
        return _hung(family, plan, below, chosen, spacing)
    return _centred(family, plan, below, chosen, spacing)


def _below(chosen: list[Block], plan: Plan, family: Family, spacing: Spacing) -> Packed:
    if not chosen:
        return Packed((), 0.0, 0.0, -INFINITY, lambda: ([], [], []), ())
    if plan.arrangement is Arrangement.BOTH:
        (a, middle), (_, end) = plan.groups
        return pack([pair(chosen[a:middle], chosen[middle:end], spacing)], spacing.sibling)
    return pack(groups_of(chosen, plan, spacing), spacing.tree if family.virtual else spacing.sibling)


def groups_of(chosen: Sequence[Block], plan: Plan, spacing: Spacing) -> list[Group]:
    """Return the groups of a plan: stacks, and single blocks that hang from their tops."""
    if plan.arrangement is Arrangement.STACK:
        return [stack(chosen, spacing)]
    return [chosen[a].single(spacing) if b - a == 1 else stack(chosen[a:b], spacing) for a, b in plan.groups]


def _hung(family: Family, plan: Plan, below: Packed, chosen: list[Block], spacing: Spacing) -> Block:
    inset = 0.0 if family.virtual else spacing.inset
    top = 0.0 if family.virtual else family.height + spacing.stack
    return Block(
        width=max(family.width, inset + below.width),
        height=top + below.height,
        plan=plan,
        box_width=family.width,
        box_height=family.height,
        box_x=0.0,
        offsets=(inset,),
        top=top,
        trunk=inset,
        reach=inset + below.reach,
        trace=lambda: _hung_outline(below, inset, top),
        drops=below.drops,
        cost=cost_of(plan, chosen),
        boxes=1 + sum([block.boxes for block in chosen]),
    )


def _hung_outline(below: Packed, inset: float, top: float) -> Outline:
    left, right, bottom = below.trace()
    return (
        coarse(shifted(left, inset, top), -1),
        coarse(shifted(right, inset, top), 1),
        coarse(slid(bottom, inset, top, -INFINITY), 1),
    )


def _centred(family: Family, plan: Plan, below: Packed, chosen: list[Block], spacing: Spacing) -> Block:
    """Place box, assistants and groups around a trunk at x = 0, then move everything to begin at x = 0."""
    attach = _attach_points(below, plan, chosen, spacing)
    trunk = (attach[0] + attach[-1]) / 2 if attach else 0.0
    staff = _staff(family, plan, spacing)
    top = _top(family, plan, staff, spacing) if chosen else staff.bottom
    bus = [(top, attach)] if chosen and top > staff.bottom else []
    left = [*staff.left, *((y, min(points) - trunk) for y, points in bus)]
    right = [*staff.right, *((y, max(points) - trunk) for y, points in bus)]
    half = family.width / 2
    start = min([-half, -trunk, *(x for _, x in left)])
    reach = max([below.reach - trunk, *(x for _, x in right)])
    end = max(half, reach)
    bottoms = [family.height, staff.height, top + below.height if chosen else 0.0]
    return Block(
        width=end - start,
        height=max(bottoms),
        plan=plan,
        box_width=family.width,
        box_height=family.height,
        box_x=-half - start,
        offsets=tuple(x - trunk - start for x in below.offsets),
        top=top,
        trunk=-start,
        reach=reach - start,
        trace=lambda: _centred_outline((left, right), below, staff, Point(-trunk, top), start),
        drops=below.drops,
        cost=cost_of(plan, chosen),
        boxes=1 + sum([block.boxes for block in chosen]),
        assistant_at=tuple((x - start, y) for x, y in staff.places),
    )


def _centred_outline(above: tuple[Contour, Contour], below: Packed, staff: Staff, at: Point, start: float) -> Outline:
    """Return the outline of assistants and bus, and of the groups that stand `at` a place under them."""
    left, right, bottom = below.trace()
    return (
        coarse(shifted([*above[0], *shifted(left, *at)], -start), -1),
        coarse(shifted([*above[1], *shifted(right, *at)], -start), 1),
        _bottom(bottom, staff, at.x - start, -start, at.y),
    )


def _bottom(below: Contour, staff: Staff, x: float, trunk: float, top: float) -> Contour:
    """Return how far down reports and assistants reach; nothing counts under assistants but their lowest line."""
    bottom = slid(below, x, top, -INFINITY) if below else []
    if staff.places:
        left = max(0.0, trunk + min(x for _, x in staff.left))
        right = trunk + max(x for _, x in staff.right)
        bottom = merged(bottom, [(left, -INFINITY), (right, staff.height)], 1)
    return coarse(bottom, 1)


def _attach_points(below: Packed, plan: Plan, chosen: list[Block], spacing: Spacing) -> list[float]:
    if not chosen:
        return []
    if plan.arrangement is Arrangement.BOTH:
        (a, middle), _ = plan.groups
        return [max(block.width for block in chosen[a:middle]) + spacing.hook]
    points = []
    for offset, (a, b) in zip(below.offsets, plan.groups, strict=True):
        points.append(offset + (chosen[a].box_x + chosen[a].box_width / 2 if b - a == 1 else 0.0))
    return points


def _top(family: Family, plan: Plan, staff: Staff, spacing: Spacing) -> float:
    if family.virtual:
        return 0.0
    gap = spacing.lone if plan.arrangement is Arrangement.BOTH or len(plan.picks) == 1 else spacing.level
    return max(staff.bottom + gap - spacing.stack, family.height + gap)


@dataclass(slots=True)
class Staff:
    """The assistants of one box, left and right of its trunk (x = 0), below the box.

    Args:
        bottom: where the next thing may begin (the box's own bottom and stack gap when there are no assistants).
        height: lowest point of a box.
        places: top left corner of each assistant's block.
    """

    bottom: float
    height: float
    left: Contour
    right: Contour
    places: tuple[tuple[float, float], ...]


def _staff(family: Family, plan: Plan, spacing: Spacing) -> Staff:
    y = family.height + spacing.stack
    if not plan.assistants:
        return Staff(0.0 if family.virtual else y, family.height, [], [], ())
    blocks = [choices.blocks[pick] for choices, pick in zip(family.assistants, plan.assistants, strict=True)]
    left: Contour = []
    right: Contour = []
    places: list[tuple[float, float]] = []
    y += spacing.stack
    left.append((y, 0.0))
    right.append((y, 0.0))
    hook = spacing.hook + spacing.stack
    lowest = y
    for row in range(0, len(blocks), 2):
        one, other = blocks[row], blocks[row + 1] if row + 1 < len(blocks) else None
        places.append((-hook - one.width, y))
        height = one.height
        if other is not None:
            places.append((hook, y))
            height = max(height, other.height)
        lowest = y + height
        y = lowest + spacing.stack
        left.append((y, -hook - one.width))
        right.append((y, hook + other.width if other is not None else 0.0))
    return Staff(y, lowest, left, right, tuple(places))


def chain(boxes: Sequence[tuple[float, float]], end: Block | None, plan: Plan, spacing: Spacing) -> Block:
    """Return the block of a chain of single reports written in lines, like text.

    Args:
        boxes: sizes of the boxes of the chain, from the top.
        end: the block of the subtree under the last of them, set under the last line; or ``None``.
    """
    lines = [boxes[i : i + plan.per_line] for i in range(0, len(boxes), plan.per_line)]
    y = 0.0
    left: Contour = []
    right: Contour = []
    for line in lines:
        height = max(box[1] for box in line)
        below = y + height + spacing.level
        left.append((below, 0.0))
        right.append((below, sum(box[0] for box in line) + spacing.level * (len(line) - 1)))
        y = below
    bottom = y - spacing.level
    width = max(x for _, x in right)
    if end is not None:
        end_left, end_right = end.sides(spacing, hung=True)
        left.extend(shifted(end_left, 0.0, y))
        right.extend(shifted(end_right, 0.0, y))
        width, bottom = max(width, end.width), y + end.height
    first_line_height = max(box[1] for box in lines[0])
    return Block(
        width=width, height=bottom, plan=plan, box_width=boxes[0][0], box_height=boxes[0][1], box_x=0.0,
        offsets=(0.0,), top=first_line_height + spacing.level, trunk=boxes[0][0] / 2,
        reach=max(x for _, x in right), trace=lambda: (coarse(left, -1), coarse(right, 1), [(width, bottom)]),
        boxes=len(boxes) + (end.boxes if end else 0),
        cost=CHAIN_COST * len(boxes) + (end.cost if end else 0.0), run=tuple(boxes),
    )  # fmt: skip


def cost_of(plan: Plan, chosen: Sequence[Block]) -> float:
    """Return how much an arrangement is disliked: its own cost times the boxes it concerns, and the subtrees'."""
    boxes = 1 + sum([block.boxes for block in chosen])
    return boxes * _own_cost(plan, chosen) + sum([block.cost for block in chosen])


def _own_cost(plan: Plan, chosen: Sequence[Block]) -> float:
    if plan.arrangement is Arrangement.BOTH:
        return PAIR_COST
    one_stack = plan.arrangement is Arrangement.STACK
    if one_stack and all(block.is_leaf for block in chosen):
        return STACK_OF_LEAVES_COST if len(chosen) > 1 else STACK_OF_SUBTREES_COST
    stacks = [chosen[a:b] for a, b in plan.groups if b - a > 1 or one_stack]
    if not stacks:
        return ROW_COST
    # What stands in stacks counts by its share of the boxes: a few leaves beside large departments disturb nobody.
    total = sum([block.boxes for block in chosen])
    return sum([_stack_cost(stack) * sum([block.boxes for block in stack]) for stack in stacks]) / total


def _stack_cost(stack: Sequence[Block]) -> float:
    if all(block.is_leaf for block in stack):
        return COLUMNS_COST
    return STACK_OF_SUBTREES_COST + TWO_SIDED_IN_STACK_COST * sum([block.two_sided for block in stack]) / len(stack)
