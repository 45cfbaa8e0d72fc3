"""Which nodes that no id and no path has paired are likely the same, the likeliest first.

Candidates share a place, a name, people or what stands below them; kinds of evidence that very many nodes share are
passed over, so that the number of candidates grows with the number of nodes and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from orgviz.diff.likeness import likeness
from orgviz.diff.tree import OrgTree, people_of
from orgviz.folding import fold
from orgviz.model import Node, NodeKind

_MOST_ALIKE = 6  # nodes on one side that one piece of evidence may lead to
_MOST_IN_PLACE = 12  # free nodes in one place that are compared each with each
_MUCH, _SOME, _LITTLE = 0.5, 0.3, 0.2  # of names or contents that are alike
_MOSTLY = 0.6
_UNKNOWN = 0.5  # what contents count where there are none to compare
_SAME_PLACE, _SAME_SLOT = 0.3, 0.2
_HEAD_SLOT = 0.1

Contents: TypeAlias = dict[int, Counter[Hashable]]


@dataclass(slots=True)
class _Side:
    """One organisation's free nodes: their numbers, what they are made of, and where they stand."""

    tree: OrgTree
    free: list[int]
    contents: Contents
    slots: dict[int, Hashable]

    def content(self, number: int) -> Counter[Hashable]:
        """Return people and names that stand in and right below a node, and its duty."""
        if number not in self.contents:
            self.contents[number] = Counter(_content(self.tree, number))
        return self.contents[number]


class Leftovers:
    """The free nodes of two organisations.

    Args:
        old, new: the organisations.
        to_new, to_old: pairs so far; negative for a free node.
        contents: what old and what new nodes are made of, as far as it was asked before; it never changes.
        tops_only: whether only those count whose place is known, for the node above is paired.
    """

    def __init__(
        self,
        old: OrgTree,
        new: OrgTree,
        to_new: Sequence[int],
        to_old: Sequence[int],
        contents: tuple[Contents, Contents],
        *,
        tops_only: bool,
    ) -> None:
        self.to_new = to_new
        self.to_old = to_old
        self.old = _Side(old, _free(old, to_new, tops_only=tops_only), contents[0], {})
        self.new = _Side(new, _free(new, to_old, tops_only=tops_only), contents[1], {})
        self._set_slots()

    def _set_slots(self) -> None:
        """Note for every free node after which paired sibling it stands, how manieth, and among how many."""
        for one in dict.fromkeys(self.old.tree.parents[number] for number in self.old.free):
            if self.to_new[one] >= 0:
                olds = _gaps(self.old.tree, one, self._staying)
                news = _gaps(self.new.tree, self.to_new[one], self._stayed)
                for side, gaps, rest in ((self.old, olds, news), (self.new, news, olds)):
                    for gap, numbers in gaps.items():
                        if len(rest.get(gap, ())) == len(numbers):
                            side.slots.update((number, (gap, at)) for at, number in enumerate(numbers))

    def _staying(self, one: int) -> int:
        """Return what an old node is now, if it still stands in its place."""
        return self.to_new[one] if self.to_new[one] >= 0 and self.in_one_place(one, self.to_new[one]) else -1

    def _stayed(self, other: int) -> int:
        """Return a new node itself, if it stood in its place before."""
        return other if self.to_old[other] >= 0 and self.in_one_place(self.to_old[other], other) else -1

    def in_one_place(self, one: int, other: int) -> bool:
        """Whether two nodes stand under nodes that are the same."""
        return self.to_new[self.old.tree.parents[one]] == self.new.tree.parents[other]


def _free(tree: OrgTree, mates: Sequence[int], *, tops_only: bool) -> list[int]:
    return [
        number
        for number, parent in enumerate(tree.parents)
        if mates[number] < 0 and (not tops_only or mates[parent] >= 0)
    ]


def _gaps(tree: OrgTree, parent: int, mate: Callable[[int], int]) -> dict[Hashable, list[int]]:
    """Return the free children by their group and the sibling of that group, on the new side, that they follow."""
    last: dict[str, int] = {}
    gaps: dict[Hashable, list[int]] = {}
    for child in tree.children[parent]:
        group = group_of(tree.nodes[child])
        other = mate(child)
        if other >= 0:
            last[group] = other
        else:
            gaps.setdefault((group, last.get(group, -1)), []).append(child)
    return gaps


def group_of(node: Node) -> str:
    """Return among which siblings a node's place counts: units, heads, posts or members."""
    if node.kind is NodeKind.UNIT:
        return "unit"
    if node.head:
        return "head"
    return "post" if node.kind is NodeKind.POSITION else "member"


def _content(tree: OrgTree, number: int) -> Iterator[Hashable]:
    node = tree.nodes[number]
    for person in node.holders:
        yield "person", person
    if node.duty:
        yield "duty", node.duty
    for child in tree.children[number]:
        below = tree.nodes[child]
        if below.kind is not NodeKind.PERSON:
            yield below.kind, tree.names[child]
        for person in people_of(below):
            yield "person", person


def likely_pairs(leftovers: Leftovers) -> list[tuple[int, int]]:
    """Return pairs of an old and a new node that are likely the same, the likeliest first, upper before lower."""
    old = leftovers.old.tree
    depths = old.depths()
    found: list[tuple[float, int, int, int]] = []
    for one, other in sorted(set(_candidates(leftovers))):
        score = _score(leftovers, one, other)
        if score is not None:
            found.append((-round(score, 6), depths[one], one, other))
    return [(one, other) for _, _, one, other in sorted(found)]


def _candidates(leftovers: Leftovers) -> Iterator[tuple[int, int]]:
    old, new = leftovers.old, leftovers.new
    if not old.free or not new.free:
        return
    yield from _in_order(_by_place(leftovers, old), _by_place(leftovers, new), _MOST_IN_PLACE)
    yield from _in_order(_by_slot(leftovers, old), _by_slot(leftovers, new), 1)
    yield from _in_order(_by_name(old), _by_name(new), _MOST_ALIKE)
    yield from _in_order(_by_content(old), _by_content(new), _MOST_ALIKE, strict=True)


def _in_order(
    olds: dict[Hashable, list[int]], news: dict[Hashable, list[int]], most: int, *, strict: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield each with each of what one piece of evidence leads to; of very many only the nth with the nth, or none."""
    for key, group in olds.items():
        others = news.get(key, ())
        if len(group) <= most and len(others) <= most:
            yield from product(group, others)
        elif not strict:
            yield from zip(group, others, strict=False)


def _grouped(pairs: Iterable[tuple[Hashable, int]]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for key, number in pairs:
        groups.setdefault(key, []).append(number)
    return groups


def _by_place(leftovers: Leftovers, side: _Side) -> dict[Hashable, list[int]]:
    tree = side.tree
    is_old = side is leftovers.old

    def place(number: int) -> int:
        parent = tree.parents[number]
        return leftovers.to_new[parent] if is_old else parent

    return _grouped(
        ((group_of(tree.nodes[number]), place(number)), number) for number in side.free if place(number) >= 0
    )


def _by_slot(leftovers: Leftovers, side: _Side) -> dict[Hashable, list[int]]:
    tree = side.tree
    is_old = side is leftovers.old
    return _grouped(
        ((leftovers.to_new[tree.parents[number]] if is_old else tree.parents[number], side.slots[number]), number)
        for number in side.free
        if number in side.slots
    )


def _by_name(side: _Side) -> dict[Hashable, list[int]]:
    tree = side.tree
    return _grouped(((tree.nodes[number].kind, fold(tree.names[number])), number) for number in side.free)


def _by_content(side: _Side) -> dict[Hashable, list[int]]:
    nodes = side.tree.nodes
    return _grouped(((nodes[number].kind, piece), number) for number in side.free for piece in side.content(number))


def _score(leftovers: Leftovers, one: int, other: int) -> float | None:
    """Return how likely two nodes are the same, or nothing where it is not likely enough."""
    first, second = leftovers.old.tree.nodes[one], leftovers.new.tree.nodes[other]
    in_place = leftovers.in_one_place(one, other)
    if NodeKind.PERSON in (first.kind, second.kind):
        return _person_score(leftovers, one, other) if in_place or first.kind is second.kind else None
    if first.kind is not second.kind:
        return None
    name = likeness(leftovers.old.tree.names[one], leftovers.new.tree.names[other])
    content = _shared(leftovers.old.content(one), leftovers.new.content(other))
    in_slot = in_place and _one_slot(leftovers, one, other)
    if in_place:
        likely = _likely_here(leftovers, (one, other), name, content, in_slot=in_slot)
    else:
        likely = _likely_elsewhere(leftovers, (one, other), name, content)
    if not likely:
        return None
    known = _UNKNOWN if content is None else content
    return name + known + (_SAME_PLACE if in_place else 0) + (_SAME_SLOT if in_slot else 0)


def _one_slot(leftovers: Leftovers, one: int, other: int) -> bool:
    slot = leftovers.old.slots.get(one)
    return slot is not None and slot == leftovers.new.slots.get(other)


def _likely_here(
    leftovers: Leftovers, pair: tuple[int, int], name: float, content: float | None, *, in_slot: bool
) -> bool:
    """Whether a node was renamed where it stands."""
    first, second = leftovers.old.tree.nodes[pair[0]], leftovers.new.tree.nodes[pair[1]]
    renumbered = first.given_id and second.given_id and first.id != second.id
    if content is None:
        bare = not leftovers.old.content(pair[0]) and not leftovers.new.content(pair[1])
        typed = (first.given_type or second.given_type) and first.type != second.type
        return name >= _MOSTLY or (in_slot and not renumbered and (name >= _SOME or (bare and not typed)))
    if content >= _MUCH or (name >= _MUCH and (content > 0 or in_slot)):
        return True
    if first.head and second.head and in_slot and not renumbered:
        return True
    return content >= _LITTLE and (name >= _SOME or in_slot)


def _likely_elsewhere(leftovers: Leftovers, pair: tuple[int, int], name: float, content: float | None) -> bool:
    """Whether a node was moved, and perhaps renamed at once."""
    if name == 1:
        return content is None or content >= _LITTLE
    if content is None:
        return False
    shared = sum((leftovers.old.content(pair[0]) & leftovers.new.content(pair[1])).values())
    is_post = leftovers.old.tree.nodes[pair[0]].kind is NodeKind.POSITION
    return (content >= _MOSTLY and (shared > 1 or is_post)) or (name >= _MOSTLY and content >= _SOME)


def _person_score(leftovers: Leftovers, one: int, other: int) -> float | None:
    """Return how likely a person was exchanged or written anew in one place, or moved to another."""
    first, second = leftovers.old.tree.nodes[one], leftovers.new.tree.nodes[other]
    same = fold(leftovers.old.tree.names[one]) == fold(leftovers.new.tree.names[other])
    if not leftovers.in_one_place(one, other):
        return 1.0 if same and not first.head and not second.head else None
    if same:
        return 1.5
    if not _one_slot(leftovers, one, other):
        return None
    if first.head and second.head:
        return _HEAD_SLOT
    return _SAME_SLOT if first.kind is second.kind else None


def _shared(one: Counter[Hashable], other: Counter[Hashable]) -> float | None:
    """Return which share of two contents is in both; nothing where one is empty."""
    if not one or not other:
        return None
    return 2 * sum((one & other).values()) / (one.total() + other.total())
