"""Decide which boxes stand on which sheet: from the leaves up, what is too much for one goes to sheets of its own.

Kundu and Misra's way to cut a tree into the fewest pieces of a limited weight: at each box, once all below it is
decided, the heaviest of what hangs on it goes first. Small pieces that were cut off share a sheet.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from orgviz.pages.tree import Tree
from orgviz.pages.values import Chunk, Sheet
from orgviz.pages.weights import Weights

Owner: TypeAlias = tuple[int, bool]
"""Who decides what a sheet holds: the box at its top, or (true) the box whose reports share it."""

# Below this, as a share of its stand-in, moving a subtree away saves nothing.
_WORTH = 1.3
# A list that takes less than this share of a sheet is short.
_SHORT = 0.4


def plan(tree: Tree, weights: Weights, alone: Container[int], capacity: Callable[[Owner], float]) -> tuple[Sheet, ...]:
    """Return the sheets of a tree, the overview first.

    Args:
        alone: boxes that get a sheet each.
        capacity: how much a sheet holds, in square points.
    """
    planner = _Planner(tree, weights, alone, capacity)
    for box in reversed(range(len(tree.ids))):
        planner.decide(box, tree.children[box])
    return _Builder(tree, planner).build()


@dataclass(slots=True)
class _Turn:
    """One of the sheets that a box takes."""

    kids: list[int] = field(default_factory=list)
    start: int = 0
    stop: int = 0
    filled: float = 0.0


@dataclass(slots=True)
class _Planner:
    """What was decided for each box.

    Args:
        load: what it takes with all that stays with it.
        leaves: whether it must have a sheet of its own.
        bins: of the boxes under each, those that go away, by sheets; those of none stand under ``len(tree.ids)``.
        turns: how a box is spread over several sheets.
    """

    tree: Tree
    weights: Weights
    alone: Container[int]
    capacity: Callable[[Owner], float]
    load: list[float] = field(default_factory=list)
    leaves: list[bool] = field(default_factory=list)
    bins: dict[int, list[list[int]]] = field(default_factory=dict)
    turns: dict[int, list[_Turn]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.load = [0.0] * len(self.tree.ids)
        self.leaves = [box in self.alone for box in range(len(self.tree.ids))]

    def decide(self, box: int, kids: Sequence[int]) -> None:
        """Decide what of a box's reports stays with it."""
        is_real = box < len(self.tree.ids)
        rows = len(self.tree.rows[box]) if is_real else 0
        own = self.weights.base[box] + self.weights.row[box] * rows if is_real else 0.0
        gone = [kid for kid in kids if self.leaves[kid]]
        total = own + sum(self.weights.stand_in[kid] if self.leaves[kid] else self.load[kid] for kid in kids)
        limit = self.capacity((box, False))
        cut, left = self._cut(kids, total, limit)
        if left > limit and rows + len(kids) > 1:
            turns = self._spread(box, kids, rows)
            if len(turns) > 1:
                self.turns[box] = turns
                self.bins[box] = [[kid] for kid in gone]
                if is_real:
                    self.leaves[box] = True
                return
        if gone or cut:
            self.bins[box] = [[kid] for kid in gone] + self._packed(box, cut)
        if is_real:
            self.load[box] = left

    def _cut(self, kids: Sequence[int], total: float, limit: float) -> tuple[list[int], float]:
        """Return the reports that have to go, the heaviest first, and what is left then."""
        stand_in = self.weights.stand_in
        cut = []
        for kid in sorted(kids, key=lambda kid: stand_in[kid] - self.load[kid]):
            if total <= limit:
                break
            if not self.leaves[kid] and self.load[kid] > _WORTH * stand_in[kid]:
                total -= self.load[kid] - stand_in[kid]
                cut.append(kid)
        return sorted(cut), total

    def _packed(self, box: int, cut: Sequence[int]) -> list[list[int]]:
        """Put what has to go onto as few sheets as it can be, each under the box above it."""
        limit = self.capacity((box, True))
        above = self.weights.stand_in[box] if box < len(self.tree.ids) else 0.0
        bins: list[tuple[list[int], float]] = []
        for kid in sorted(cut, key=lambda kid: -self.load[kid]):
            for place, (members, filled) in enumerate(bins):
                if filled + self.load[kid] <= limit:
                    bins[place] = ([*members, kid], filled + self.load[kid])
                    break
            else:
                bins.append(([kid], above + self.load[kid]))
        return sorted(sorted(members) for members, _ in bins)

    def _spread(self, box: int, kids: Sequence[int], rows: int) -> list[_Turn]:
        """Spread a box's posts and reports over consecutive sheets, each about as full as the others."""
        is_real = box < len(self.tree.ids)
        row = self.weights.row[box] if is_real else 0.0
        above = self.weights.stand_in[box] if is_real else 0.0
        sizes = [self.weights.stand_in[kid] if self.leaves[kid] else self.load[kid] for kid in kids]
        room = max(min(self.capacity((box, False)), self.capacity((box, True))) - above, row, 1.0)
        total = rows * row + sum(sizes)
        share = min(room, total / math.ceil(total / room) * 1.001)
        turns = [_Turn()]
        # A short list stays with the name; a long one comes after the boxes below, which stay together then.
        list_first = rows * row < _SHORT * room
        if list_first:
            _add_rows(turns, rows, row, share)
        for kid, size in zip(kids, sizes, strict=True):
            if turns[-1].filled and turns[-1].filled + size > share:
                turns.append(_Turn())
            turns[-1].kids.append(kid)
            turns[-1].filled += size
        if not list_first:
            _add_rows(turns, rows, row, share)
        return turns


def _add_rows(turns: list[_Turn], rows: int, row: float, share: float) -> None:
    """Add a box's posts to its sheets, going on on the last one."""
    start = 0
    while start < rows:
        free = int((share - turns[-1].filled) / row) if row else rows
        if free < 1 and turns[-1].filled:
            turns.append(_Turn())
            continue
        stop = min(rows, start + max(1, free))
        turns[-1].start, turns[-1].stop = start, stop
        turns[-1].filled += (stop - start) * row
        start = stop


@dataclass(slots=True)
class _Draft:
    """A sheet that is being filled."""

    up: int | None = None
    chunk: Chunk | None = None
    spread: int | None = None
    turn: int = 1
    turns: int = 1
    boxes: list[int] = field(default_factory=list)
    down: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    """Turns decisions into sheets, from the top down."""

    tree: Tree
    planner: _Planner
    drafts: list[_Draft] = field(default_factory=list)
    place: list[int] = field(default_factory=list)

    def build(self) -> tuple[Sheet, ...]:
        roots = self.tree.roots
        self.place = [0] * len(self.tree.ids)
        self.drafts.append(_Draft())
        if len(roots) > 1:
            above_all = len(self.tree.ids)
            self.planner.decide(above_all, roots)
            self._hand_out(above_all, roots, 0)
        for box in range(len(self.tree.ids)):
            self.drafts[self.place[box]].boxes.append(box)
            self._hand_out(box, self.tree.children[box], self.place[box])
        return tuple(
            Sheet(
                boxes=tuple(draft.boxes),
                down=tuple(sorted(draft.down)),
                ups=() if draft.up is None else (draft.up,),
                chunk=draft.chunk,
                spread=draft.spread,
                turn=draft.turn,
                turns=draft.turns,
            )
            for draft in self.drafts
        )

    def _hand_out(self, box: int, kids: Sequence[int], sheet: int) -> None:
        """Give the reports of a box their sheets."""
        above = box if box < len(self.tree.ids) else None
        homes = dict.fromkeys(kids, sheet)
        turns = self.planner.turns.get(box, ())
        for number, turn in enumerate(turns):
            if number:
                self.drafts.append(_Draft(up=above, turn=number + 1))
                homes.update(dict.fromkeys(turn.kids, len(self.drafts) - 1))
            target = self.drafts[-1] if number else self.drafts[sheet]
            target.spread, target.turns = above, len(turns)
            if above is not None and self.tree.rows[box]:
                target.chunk = Chunk(box, turn.start, turn.stop)
        away: dict[int, int] = {}
        for members in self.planner.bins.get(box, ()):
            self.drafts.append(_Draft(up=above if len(members) > 1 else None))
            away.update(dict.fromkeys(members, len(self.drafts) - 1))
        for kid in kids:
            if kid in away:
                self.drafts[homes[kid]].down.append(kid)
            self.place[kid] = away.get(kid, homes[kid])
