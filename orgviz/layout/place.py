"""Turn the chosen block into places: every box gets its rectangle, every line its joints."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.layout.block import Arrangement, Block
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.shapes import Shapes, Tree
from orgviz.layout.spacing import Spacing
from orgviz.lean import dataclass


@dataclass(slots=True)
class Placed:
    """A placed tree.

    Args:
        boxes: a rectangle for each box.
        lines: for each box that stands under another, the joints of its connector, from the upper box.
        width, height: of the whole, from (0, 0), without margin.
    """

    boxes: list[Rect]
    lines: dict[int, tuple[Point, ...]]
    width: float
    height: float


@dataclass(slots=True)
class _Task:
    box: int
    block: Block
    x: float
    y: float
    hung: bool


def place(tree: Tree, found: Shapes, chosen: Block, spacing: Spacing) -> Placed:
    """Place every box of the tree as `chosen` (one of the forest's blocks) has it."""
    placer = _Placer(tree, found, spacing)
    placer.run(chosen)
    return Placed(placer.boxes, placer.lines, chosen.width, chosen.height)


class _Placer:
    def __init__(self, tree: Tree, found: Shapes, spacing: Spacing):
        self.tree = tree
        self.found = found
        self.spacing = spacing
        self.boxes: list[Rect] = [Rect(0, 0, 0, 0)] * len(tree.reports)
        self.lines: dict[int, tuple[Point, ...]] = {}
        self.pending: list[_Task] = []

    def run(self, chosen: Block) -> None:
        roots = self.tree.roots
        if len(roots) == 1:
            self.pending.append(_Task(roots[0], chosen, 0.0, 0.0, hung=False))
        else:
            self._groups(roots, chosen, 0.0, 0.0, None)
        while self.pending:
            self._place(self.pending.pop())

    def _place(self, task: _Task) -> None:
        block = task.block
        x = task.x + block.left_of_box(hung=task.hung)
        box = Rect(x, task.y, block.box_width, block.box_height)
        self.boxes[task.box] = box
        if block.plan.arrangement is Arrangement.CHAIN:
            self._chain(task)
            return
        self._assistants(task, box)
        reports = self.tree.reports[task.box]
        if reports:
            self._groups(reports, block, task.x, task.y, box)

    def _assistants(self, task: _Task, box: Rect) -> None:
        block = task.block
        for assistant, pick, at in zip(
            self.tree.assistants[task.box], block.plan.assistants, block.assistant_at, strict=True
        ):
            chosen = self.found.choices[assistant].blocks[pick]
            x, y = task.x + at[0], task.y + at[1]
            self.pending.append(_Task(assistant, chosen, x, y, hung=False))
            trunk = task.x + block.trunk
            box_x = x + chosen.box_x
            side = box_x if box_x > trunk else box_x + chosen.box_width
            middle = y + chosen.box_height / 2
            self.lines[assistant] = (Point(trunk, box.bottom), Point(trunk, middle), Point(side, middle))

    def _groups(self, reports: Sequence[int], block: Block, x: float, y: float, box: Rect | None) -> None:
        top = y + block.top
        if block.plan.arrangement is Arrangement.BOTH:
            self._pair(reports, block, x, top, box)
            return
        for offset, (a, b) in zip(block.offsets, block.plan.groups, strict=True):
            if block.plan.arrangement is Arrangement.COLUMNS and b - a == 1:
                self._single(reports[a], block.plan.picks[a], x + offset, top, box)
            else:
                self._stack(reports, block, (a, b), Point(x + offset, top), box)

    def _single(self, report: int, pick: int, x: float, top: float, box: Rect | None) -> None:
        chosen = self.found.choices[report].blocks[pick]
        self.pending.append(_Task(report, chosen, x, top, hung=False))
        if box is not None:
            middle = x + chosen.box_x + chosen.box_width / 2
            bus = top - min(self.spacing.level, top - box.bottom) / 2
            self.lines[report] = _bus(box, bus, Point(middle, top))

    def _stack(
        self,
        reports: Sequence[int],
        block: Block,
        group: tuple[int, int],
        start: Point,
        box: Rect | None,
    ) -> None:
        trunk, top = start
        hook = self.spacing.hook
        for number in range(*group):
            report, y = reports[number], top + block.drops[number]
            chosen = self.found.choices[report].blocks[block.plan.picks[number]]
            self.pending.append(_Task(report, chosen, trunk + hook, y, hung=True))
            if box is not None:
                left = trunk + hook + chosen.left_of_box(hung=True)
                end = Point(left, y + chosen.box_height / 2)
                if block.plan.arrangement is Arrangement.STACK:
                    self.lines[report] = (Point(trunk, box.bottom), Point(trunk, end.y), end)
                else:
                    bus = top - self.spacing.level / 2
                    self.lines[report] = (*_bus(box, bus, Point(trunk, end.y)), end)

    def _pair(self, reports: Sequence[int], block: Block, x: float, top: float, box: Rect | None) -> None:
        trunk = x + block.trunk
        hook = self.spacing.hook
        for side, (a, b) in zip((-1, 1), block.plan.groups, strict=True):
            for number in range(a, b):
                report, y = reports[number], top + block.drops[number]
                chosen = self.found.choices[report].blocks[block.plan.picks[number]]
                left = trunk + hook if side == 1 else trunk - hook - chosen.width
                self.pending.append(_Task(report, chosen, left, y, hung=True))
                middle = y + chosen.box_height / 2
                if box is not None:
                    self.lines[report] = (
                        Point(trunk, box.bottom),
                        Point(trunk, middle),
                        Point(trunk + side * hook, middle),
                    )

    def _chain(self, task: _Task) -> None:
        """Write the boxes of a chain in lines; what stands under the last of them is placed by its own block."""
        block = task.block
        y, box, height, in_line = task.y, task.box, block.box_height, 1
        for size in block.run[1:]:
            upper = self.boxes[box]
            box = self.tree.reports[box][0]
            if in_line == block.plan.per_line:
                y, in_line, height = y + height + self.spacing.level, 1, 0.0
                rect = Rect(task.x, y, *size)
                self.lines[box] = _bus(upper, y - self.spacing.level / 2, Point(rect.center_x, y))
            else:
                in_line += 1
                rect = Rect(upper.right + self.spacing.level, y, *size)
                middle = y + min(upper.height, rect.height) / 2
                self.lines[box] = (Point(upper.right, middle), Point(rect.x, middle))
            self.boxes[box] = rect
            height = max(height, rect.height)
        for below in self.tree.reports[box]:
            self._end(task, below, y + height + self.spacing.level, self.boxes[box])

    def _end(self, task: _Task, below: int, y: float, upper: Rect) -> None:
        chosen = self.found.choices[below].blocks[task.block.plan.picks[0]]
        self.pending.append(_Task(below, chosen, task.x, y, hung=True))
        middle = task.x + chosen.left_of_box(hung=True) + chosen.box_width / 2
        self.lines[below] = _bus(upper, y - self.spacing.level / 2, Point(middle, y))


def _bus(box: Rect, bus: float, end: Point) -> tuple[Point, ...]:
    """Go down from the middle of a box to the bus, along it, and on to `end`; straight where that is the same."""
    start = Point(box.center_x, box.bottom)
    if abs(start.x - end.x) < 0.01:
        return (start, Point(start.x, end.y))
    return (start, Point(start.x, bus), Point(end.x, bus), end)
