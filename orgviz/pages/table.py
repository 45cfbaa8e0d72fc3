"""Sheets that are being put together: who hangs below whom, found without a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from orgviz.pages.tree import Tree
from orgviz.pages.values import Sheet


@dataclass(slots=True)
class Table:
    """Sheets by keys that stay when sheets go; the overview has the key 0.

    Args:
        home: for each box that stands somewhere with a mark, the sheet on which it does.
    """

    tree: Tree
    at: dict[int, Sheet] = field(default_factory=dict)
    home: dict[int, int] = field(default_factory=dict)
    hanging: dict[int, dict[int, None]] = field(default_factory=dict)

    def __init__(self, tree: Tree, sheets: Sequence[Sheet]):
        self.tree = tree
        self.at = dict(enumerate(sheets))
        self.home = {box: key for key, sheet in self.at.items() for box in sheet.down}
        self.hanging = {key: {} for key in self.at}
        for key, sheet in self.at.items():
            if key and sheet.turn == 1:
                self.hanging[self.above(key)][key] = None

    def sheets(self) -> tuple[Sheet, ...]:
        """Return the sheets, the overview first."""
        return tuple(self.at.values())

    def tops(self, key: int) -> tuple[int, ...]:
        """Return the boxes of a sheet below none of its own."""
        return tops_of(self.at[key], self.tree)

    def above(self, key: int) -> int:
        """Return the sheet on which what is at the top of this one stands with a mark."""
        return self.home[self.at[key].boxes[0]]

    def below(self, key: int) -> tuple[int, ...]:
        """Return the sheets that hang on this one."""
        return tuple(self.hanging[key])

    def families(self) -> dict[int, list[int]]:
        """Return the sheets that hang on each, in order."""
        return {key: sorted(hanging) for key, hanging in self.hanging.items() if hanging}

    def clans(self) -> dict[int, list[int]]:
        """Return for each sheet those that hang on what hangs on it, in order."""
        found = {key: sorted(own for below in self.below(key) for own in self.below(below)) for key in self.hanging}
        return {key: clan for key, clan in found.items() if clan}

    def depths(self) -> dict[int, int]:
        """Return how many sheets stand above each; of several for one box, the later ones hang on none."""
        depths = dict.fromkeys(self.at, 0)
        for key in sorted(self.at):
            for below in self.hanging[key]:
                depths[below] = depths[key] + 1
        return depths

    def cousins(self, key: int, among: Iterable[int]) -> tuple[int, ...]:
        """Return of sheets that hang as deep as this one below the same those that hang elsewhere, nearest first."""
        above, own = self.above(key), self.at[key].boxes[0]
        found = [other for other in among if self.above(other) != above]
        return tuple(sorted(found, key=lambda other: abs(self.at[other].boxes[0] - own)))

    def union(self, key: int, other: int) -> Sheet:
        """Return the sheet that two would be: `other` hangs below the first, or beside it."""
        sheet, second = self.at[key], self.at[other]
        boxes = tuple(sorted((*sheet.boxes, *second.boxes)))
        own = frozenset(boxes)
        return Sheet(
            boxes=boxes,
            down=tuple(sorted(box for box in (*sheet.down, *second.down) if box not in own)),
            ups=sheet.ups if self.above(other) == key else self._parents(boxes),
            chunk=sheet.chunk or second.chunk,
            spread=second.spread if sheet.spread is None else sheet.spread,
            turn=sheet.turn,
            turns=max(sheet.turns, second.turns),
        )

    def _parents(self, boxes: Sequence[int]) -> tuple[int, ...]:
        """Return who stands right above some boxes and is none of them."""
        own = frozenset(boxes)
        parents = dict.fromkeys(self.tree.parents[box] for box in boxes)
        return tuple(sorted(parent for parent in parents if parent is not None and parent not in own))

    def merge(self, key: int, other: int) -> None:
        """Put a sheet onto another."""
        union, above = self.union(key, other), self.above(other)
        for box in self.at[other].down:
            self.home[box] = key
        self.hanging[key].update(self.hanging.pop(other))
        del self.hanging[above][other]
        del self.at[other]
        self.at[key] = union

    def mates(self, key: int, box: int) -> Iterator[int]:
        """Yield the boxes beside a box, nearest first, that stand on this sheet and have nothing below them."""
        own = frozenset(self.at[key].boxes)
        parent = self.tree.parents[box]
        beside = () if parent is None else self.tree.children[parent]
        for mate in sorted(beside, key=lambda mate: abs(mate - box)):
            if mate in own and not self.tree.children[mate] and parent not in self.at[key].ups:
                yield mate

    def moved(self, box: int, source: int, target: int) -> tuple[Sheet, Sheet]:
        """Return two sheets as they are once a box has gone from the one to the other, leaving its mark."""
        left, other = self.at[source], self.at[target]
        return (
            replace(
                left,
                boxes=tuple(one for one in left.boxes if one != box),
                down=tuple(sorted((*left.down, box))),
            ),
            replace(other, boxes=tuple(sorted((*other.boxes, box))), ups=self._parents((box,))),
        )

    def move(self, box: int, source: int, target: int) -> None:
        """Let a box go from one sheet to another."""
        self.at[source], self.at[target] = self.moved(box, source, target)
        self.home[box] = source


def tops_of(sheet: Sheet, tree: Tree) -> tuple[int, ...]:
    """Return the boxes of a sheet below none of its own."""
    own = frozenset(sheet.boxes)
    return tuple(box for box in sheet.boxes if tree.parents[box] not in own)
