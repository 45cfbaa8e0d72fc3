"""Shape functions: the few worthwhile blocks of each subtree, found from the leaves up.

Every box gets a list of blocks of which none is both wider and higher than another. A parent combines its
reports' lists: for each height that a row may have it takes the narrowest blocks that keep it, for each width
that a stack may have the lowest ones. This is the floorplan problem of Otten (Automatic Floorplan Design, 1982)
and Stockmeyer (Optimal Orientations of Cells in Slicing Floorplan Designs, 1983); here blocks then slide
into each other's contours, so estimates made with rectangles are upper bounds and every survivor is really built.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgviz.layout.arrange import Family, build, chain
from orgviz.layout.block import Arrangement, Block, Choices, Plan, leaf
from orgviz.layout.columns import columns, cut, least_height
from orgviz.layout.pareto import Effort, Efforts, Estimate, Room, for_page, pareto, spread
from orgviz.layout.spacing import Spacing
from orgviz.lean import dataclass

# A chain shorter than this is never written in lines.
SHORTEST_CHAIN = 5
MOST_FOR_LONE = 16


@dataclass(frozen=True, slots=True)
class Tree:
    """The bare shape of a chart: who stands under whom.

    Args:
        reports: for each box, the boxes under it, in order.
        assistants: for each box, the boxes beside its line, in order.
        roots: the boxes under nobody.
    """

    reports: Sequence[Sequence[int]]
    assistants: Sequence[Sequence[int]]
    roots: Sequence[int]

    def top_down(self) -> list[int]:
        """Return every box after the box that it stands under."""
        order: list[int] = []
        pending = list(reversed(self.roots))
        while pending:
            box = pending.pop()
            order.append(box)
            pending.extend(reversed(self.reports[box]))
            pending.extend(reversed(self.assistants[box]))
        return order


@dataclass(slots=True)
class Shapes:
    """The choices for every box, and the blocks of the whole forest (the same as the root's when there is one)."""

    choices: list[Choices]
    forest: list[Block]


def shapes(
    tree: Tree,
    sizes: Sequence[Sequence[tuple[float, float]]],
    spacing: Spacing,
    efforts: Efforts,
    room: Room,
    *,
    rows_only: bool = False,
) -> Shapes:
    """Return the worthwhile blocks of every subtree.

    Args:
        sizes: for each box, the (width, height) in points that it may take, at least one.
        room: what no subtree needs to exceed.
        rows_only: whether all reports stand in rows: the classic tidy tree.
    """
    maker = _Maker(tree, sizes, spacing, efforts, room, rows_only=rows_only)
    for box in reversed(tree.top_down()):
        maker.visit(box)
    if len(tree.roots) == 1:
        return Shapes(maker.choices, maker.choices[tree.roots[0]].blocks)
    family = Family(0.0, 0.0, [maker.choices[root] for root in tree.roots])
    built = (build(family, plan, spacing) for plan in maker.plans(family, efforts.forest, at_root=True))
    return Shapes(maker.choices, pareto(list(built), efforts.forest.blocks, room))


class _Maker:
    """Holds the lists while they grow; equal families share one list, so that big regular charts stay cheap."""

    def __init__(
        self,
        tree: Tree,
        sizes: Sequence[Sequence[tuple[float, float]]],
        spacing: Spacing,
        efforts: Efforts,
        room: Room,
        *,
        rows_only: bool,
    ):
        self.tree = tree
        self.sizes = sizes
        self.spacing = spacing
        self.efforts = efforts
        self.room = room
        self.choices: list[Choices] = [Choices([], [], [])] * len(tree.reports)
        self.known: dict[object, Choices] = {}
        self.leaves: dict[object, Choices] = {}
        self.rows_only = rows_only
        self.chained = {} if rows_only else _chains(tree)

    def plans(self, family: Family, effort: Effort, *, at_root: bool) -> list[Plan]:
        if self.rows_only:
            return _one_row(family)
        return plans(family, self.spacing, effort, self.room, at_root=at_root)

    def visit(self, box: int) -> None:
        reports = self.tree.reports[box]
        assistants = self.tree.assistants[box]
        if not reports and not assistants:
            self._leaf(box)
            return
        run = self.chained.get(box)
        key = (
            tuple(self.sizes[box]),
            tuple([id(self.choices[report]) for report in reports]),
            tuple(id(self.choices[assistant]) for assistant in assistants),
            None if run is None else tuple(tuple(self.sizes[link]) for link in run),
        )
        known = self.known.get(key)
        if known is None:
            made = pareto(list(self._make(box, run)), self.efforts.of[box].blocks, self.room)
            known = self.known[key] = Choices.of(made)
        self.choices[box] = known

    def _leaf(self, box: int) -> None:
        sizes = tuple(self.sizes[box])
        known = self.leaves.get(sizes)
        if known is None:
            blocks = pareto([leaf(width, height) for width, height in sizes], self.efforts.of[box].blocks, self.room)
            known = self.leaves[sizes] = Choices.of(blocks)
        self.choices[box] = known

    def _make(self, box: int, run: list[int] | None) -> Iterator[Block]:
        reports = self.tree.reports[box]
        assistants = [self.choices[assistant] for assistant in self.tree.assistants[box]]
        for width, height in self.sizes[box]:
            family = Family(width, height, [self.choices[report] for report in reports], assistants)
            for plan in self.plans(family, self.efforts.of[box], at_root=self.tree.roots == [box]):
                yield build(family, plan, self.spacing)
        if run is not None:
            yield from self._lines(run)

    def _lines(self, run: list[int]) -> Iterator[Block]:
        boxes = [self.sizes[link][0] for link in run]
        after = self.tree.reports[run[-1]]
        ends: list[tuple[int, Block | None]] = [(0, None)]
        if after:
            blocks = self.choices[after[0]].blocks
            ends = [(pick, blocks[pick]) for pick in spread(range(len(blocks)), 5)]
        for per_line in _line_lengths(len(boxes)):
            for pick, end in ends:
                plan = Plan(Arrangement.CHAIN, picks=(pick,), per_line=per_line)
                yield chain(boxes, end, plan, self.spacing)


def _line_lengths(boxes: int) -> list[int]:
    """Return how many boxes of a chain may stand in a line: all numbers up to ten, then in steps of a quarter."""
    lengths = list(range(2, min(boxes, 10) + 1))
    while lengths[-1] * 5 // 4 < boxes:
        lengths.append(lengths[-1] * 5 // 4)
    return lengths


def _chains(tree: Tree) -> dict[int, list[int]]:
    """Find the runs of boxes with one report each; a run ends with a leaf, or before a box with more reports.

    None begins with an assistant: the line to one that stands at the left would go through the rest of its run.
    """
    beside = {assistant for staff in tree.assistants for assistant in staff}
    lone = [
        len(reports) == 1 and not tree.assistants[box] and box not in beside for box, reports in enumerate(tree.reports)
    ]
    follows = set()
    for box, is_lone in enumerate(lone):
        if is_lone:
            follows.add(tree.reports[box][0])
    runs: dict[int, list[int]] = {}
    for box, is_lone in enumerate(lone):
        if not is_lone or box in follows:
            continue
        run = [box]
        while lone[run[-1]]:
            below = tree.reports[run[-1]][0]
            if not lone[below] and (tree.reports[below] or tree.assistants[below]):
                break
            run.append(below)
        if len(run) >= SHORTEST_CHAIN:
            runs[box] = run
    return runs


def _one_row(family: Family) -> list[Plan]:
    """Return the only arrangement of a tidy tree."""
    count = len(family.reports)
    groups = tuple((i, i + 1) for i in range(count))
    return [Plan(Arrangement.COLUMNS, (0,) * count, groups, (0,) * len(family.assistants))]


def plans(family: Family, spacing: Spacing, effort: Effort, room: Room, *, at_root: bool) -> list[Plan]:
    """Return the promising arrangements of a family, by estimates with rectangles."""
    staff = tuple(_narrowest(blocks) for blocks in family.assistants)
    if not family.reports:
        return [Plan(Arrangement.COLUMNS, assistants=staff)]
    found = [*_rows(family, spacing)]
    if len(family.reports) > 1:
        found.extend(columns(family, spacing, effort))
    if not family.assistants and not family.virtual:
        found.extend(_stacks(family, spacing, effort))
    for estimate in found:
        estimate.plan.assistants = staff
    # A lone report offers no choice worth many tries, and chains of them may be long.
    most = effort.estimates if len(family.reports) > 1 else min(effort.estimates, MOST_FOR_LONE)
    keep = for_page if at_root else pareto
    return [estimate.plan for estimate in keep(found, most, room)]


def _narrowest(choices: Choices) -> int:
    """Choose the block of an assistant: they stand close to the line, one under the other."""
    blocks = choices.blocks
    return min(range(len(blocks)), key=lambda pick: (blocks[pick].width, blocks[pick].height))


def _rows(family: Family, spacing: Spacing) -> Iterator[Estimate]:
    """Yield rows: for each height that the row may have, the narrowest blocks that keep it."""
    reports = family.reports
    lowest = max(choices.blocks[-1].height for choices in reports)
    having: dict[float, list[int]] = {}
    for number, choices in enumerate(reports):
        for block in choices.blocks:
            if block.height >= lowest:
                having.setdefault(block.height, []).append(number)
    picks = [0] * len(reports)
    groups = tuple((i, i + 1) for i in range(len(reports)))
    width = sum(choices.blocks[0].width for choices in reports)
    width += (spacing.tree if family.virtual else spacing.sibling) * (len(reports) - 1)
    height = family.height + (spacing.level if len(reports) > 1 else spacing.lone)
    for limit in sorted(having, reverse=True):
        plan = Plan(Arrangement.COLUMNS, tuple(picks), groups)
        yield Estimate(max(width, family.width), height + limit, plan)
        if limit == lowest:
            break
        for number in having[limit]:
            blocks, pick = reports[number].blocks, picks[number]
            width += blocks[pick + 1].width - blocks[pick].width
            picks[number] += 1


def _stacks(family: Family, spacing: Spacing, effort: Effort) -> Iterator[Estimate]:
    """Yield one hanging stack for each width that it may have, and pairs of stacks where all reports are leaves."""
    reports = family.reports
    narrowest = max(choices.hanging_widths[0] for choices in reports)
    widths = {width for choices in reports for width in choices.hanging_widths if width >= narrowest}
    for limit in spread(sorted(widths), effort.widths):
        picks = tuple(choices.lowest_within(limit) for choices in reports)
        chosen = [choices.blocks[pick] for choices, pick in zip(reports, picks, strict=True)]
        plan = Plan(Arrangement.STACK, picks, ((0, len(chosen)),))
        width = spacing.inset + spacing.hook + max(block.width for block in chosen)
        height = family.height + spacing.stack + _stack_height(chosen, spacing)
        yield Estimate(max(width, family.width), height, plan)
    if len(reports) > 1 and all(block.is_leaf for choices in reports for block in choices.blocks):
        yield _pair(family, spacing)


def _pair(family: Family, spacing: Spacing) -> Estimate:
    chosen = [choices.blocks[0] for choices in family.reports]
    heights = [block.height for block in chosen]
    groups = cut(heights, spacing.stack, least_height(heights, spacing.stack, 2))
    width = 2 * spacing.hook + sum(max(block.width for block in chosen[a:b]) for a, b in groups)
    height = family.height + spacing.lone + max(_stack_height(chosen[a:b], spacing) for a, b in groups)
    return Estimate(max(width, family.width), height, Plan(Arrangement.BOTH, (0,) * len(chosen), groups))


def _stack_height(blocks: Sequence[Block], spacing: Spacing) -> float:
    return sum(block.height for block in blocks) + spacing.stack * (len(blocks) - 1)
