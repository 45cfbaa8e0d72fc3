"""Compare who leads each unit: one change per unit, whether the leader has a title or only a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgviz.diff.match import UNPAIRED, Matching
from orgviz.diff.tree import people_in, people_of
from orgviz.diff.values import Change, ChangeKind
from orgviz.model import Node, NodeKind


class Heads:
    """Who leads the units that are in both organisations.

    Args:
        changes: by the unit's number in the new organisation.
        told: numbers of old and of new nodes of which these changes tell all: they came or went as heads.
        nodes: for each of those units, the numbers of its new heads that are meant.
    """

    __slots__ = ("changes", "come", "gone", "matching", "nodes")

    def __init__(self, matching: Matching):
        self.matching = matching
        self.changes: dict[int, Change] = {}
        self.gone: dict[int, int] = {}
        self.come: dict[int, int] = {}
        self.nodes: dict[int, tuple[int, ...]] = {}
        for one, other in enumerate(matching.to_new[:-1]):
            if other != UNPAIRED and matching.old.nodes[one].kind is NodeKind.UNIT:
                self._compare(one, other)

    def _compare(self, one: int, other: int) -> None:
        old, new = self.matching.old, self.matching.new
        olds = [number for number in old.children[one] if old.nodes[number].head]
        news = [number for number in new.children[other] if new.nodes[number].head]
        gone = [number for number in olds if self._is_gone(number)]
        come = [number for number in news if self._has_come(number)]
        turned = [number for number in news if self._is_turned(number, one)]
        changed = [*come, *turned, *(number for number in news if self._is_exchanged(number, one))]
        if not (gone or changed or any(self._was_turned(number, other) for number in olds)):
            return
        self.gone.update((number, other) for number in gone)
        self.come.update((number, other) for number in come)
        self.nodes[other] = tuple(changed)
        before, after = self._labels(olds, news)
        if before != after:
            self.changes[other] = Change(
                kind=ChangeKind.HEAD,
                name=new.nodes[other].name,
                what=NodeKind.UNIT,
                place=new.path(new.parents[other]),
                old=old.nodes[one].id,
                new=new.nodes[other].id,
                before=before,
                after=after,
            )

    def _is_gone(self, number: int) -> bool:
        return self.matching.to_new[number] == UNPAIRED and self.matching.old.nodes[number].kind is NodeKind.PERSON

    def _has_come(self, number: int) -> bool:
        return self.matching.to_old[number] == UNPAIRED and self.matching.new.nodes[number].kind is NodeKind.PERSON

    def _is_turned(self, number: int, old_unit: int) -> bool:
        """Whether who was in the unit already is its head now."""
        mate = self.matching.to_old[number]
        old = self.matching.old
        return mate != UNPAIRED and not old.nodes[mate].head and old.parents[mate] == old_unit

    def _was_turned(self, number: int, new_unit: int) -> bool:
        """Whether who was head stays in the unit as something else."""
        mate = self.matching.to_new[number]
        new = self.matching.new
        return mate != UNPAIRED and not new.nodes[mate].head and new.parents[mate] == new_unit

    def _is_exchanged(self, number: int, old_unit: int) -> bool:
        """Whether the post that leads the unit is somebody else's now."""
        mate = self.matching.to_old[number]
        if mate == UNPAIRED or self.matching.old.parents[mate] != old_unit:
            return False
        return is_other_head(self.matching.old.nodes[mate], self.matching.new.nodes[number])

    def _labels(self, olds: Sequence[int], news: Sequence[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        before = [self.matching.old.nodes[number] for number in olds]
        after = [self.matching.new.nodes[number] for number in news]
        names = people_in(before), people_in(after)
        if sorted(names[0]) != sorted(names[1]):
            return names
        return tuple(_titled(before)), tuple(_titled(after))


def is_other_head(old: Node, new: Node) -> bool:
    """Whether one head is led by other people than before; a vacancy that came or went is told as such."""
    if not (old.head and new.head):
        return False
    before, after = people_of(old), people_of(new)
    return bool(before and after) and bool(set(before) - set(after)) and bool(set(after) - set(before))


def _titled(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        yield " ".join((node.name, *node.holders))
