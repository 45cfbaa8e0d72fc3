"""Find which node of one organisation is which of another: by given id, then by path of names, then by likeness.

Nothing is paired twice, the same two organisations always give the same pairs, and the time grows with their size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from orgviz.diff.candidates import Contents, Leftovers, likely_pairs
from orgviz.diff.tree import OrgTree, facts_of, people_of
from orgviz.model import NodeKind

_ROUNDS = 4  # of likeness: what one finds can tell the next more
UNPAIRED = -1
Likeness: TypeAlias = Callable[[OrgTree, int], object]
_FEW_PAIRS = 64  # of one name under one node: of more, nobody can tell by what is below which is which


class Matching:
    """Which nodes of two organisations are the same; the places above all roots are.

    Args:
        old, new: the two.
        to_new, to_old: the number on the other side, or `UNPAIRED`.
    """

    __slots__ = ("new", "old", "to_new", "to_old")

    def __init__(self, old: OrgTree, new: OrgTree):
        self.old = old
        self.new = new
        self.to_new = [UNPAIRED] * old.top + [new.top]
        self.to_old = [UNPAIRED] * new.top + [old.top]

    def pair(self, one: int, other: int) -> None:
        """Say that two nodes are the same."""
        self.to_new[one] = other
        self.to_old[other] = one

    def are_free(self, one: int, other: int) -> bool:
        """Whether neither of two nodes is paired yet."""
        return self.to_new[one] == UNPAIRED and self.to_old[other] == UNPAIRED

    def free_below(self, one: int, other: int) -> tuple[list[int], list[int]]:
        """Return what is not paired yet right under two nodes."""
        return (
            [number for number in self.old.children[one] if self.to_new[number] == UNPAIRED],
            [number for number in self.new.children[other] if self.to_old[number] == UNPAIRED],
        )


def match(old: OrgTree, new: OrgTree) -> Matching:
    """Return which nodes of two organisations are the same; the same pairs whichever of the two is the old one.

    Of equally likely pairs the first is taken, so the two are always looked at in one order.
    """
    if _order(old) <= _order(new):
        return _matched(old, new)
    backwards, matching = _matched(new, old), Matching(old, new)
    matching.to_new, matching.to_old = backwards.to_old, backwards.to_new
    return matching


def _order(tree: OrgTree) -> tuple[int, list[tuple[str, str, str]]]:
    return len(tree.nodes), [(node.id, node.kind.value, node.name) for node in tree.nodes]


def _matched(old: OrgTree, new: OrgTree) -> Matching:
    matching = Matching(old, new)
    by_id = list(_pairs_by_id(matching))
    for one, other in by_id:
        matching.pair(one, other)
    _follow(matching, [(old.top, new.top), *by_id])
    contents: tuple[Contents, Contents] = {}, {}
    for _ in range(_ROUNDS):
        if not _pair_by_likeness(matching, contents):
            break
    return matching


def _pairs_by_id(matching: Matching) -> Iterable[tuple[int, int]]:
    """Yield the nodes to which both authors gave the same id; a unit is never a post."""
    new = matching.new
    for one, node in enumerate(matching.old.nodes):
        other = new.numbers.get(node.id) if node.given_id else None
        if other is None or not new.nodes[other].given_id:
            continue
        if (node.kind is NodeKind.UNIT) == (new.nodes[other].kind is NodeKind.UNIT):
            yield one, other


def _follow(matching: Matching, pairs: Iterable[tuple[int, int]]) -> None:
    """Pair by name what stands under each of `pairs`, and so on downwards."""
    pending = list(reversed(list(pairs)))
    while pending:
        one, other = pending.pop()
        below = [*_same_names(matching, one, other), *_given_titles(matching, one, other)]
        pending.extend(reversed(below))


def _same_names(matching: Matching, one: int, other: int) -> list[tuple[int, int]]:
    """Pair the free nodes of one name and kind under two nodes; of several, first those that are alike in all else."""
    olds, news = matching.free_below(one, other)
    if not olds or not news:
        return []
    waiting: dict[tuple[NodeKind, str], list[int]] = {}
    for number in news:
        key = matching.new.nodes[number].kind, matching.new.names[number]
        waiting.setdefault(key, []).append(number)
    groups: dict[tuple[NodeKind, str], list[int]] = {}
    for number in olds:
        key = matching.old.nodes[number].kind, matching.old.names[number]
        if key in waiting:
            groups.setdefault(key, []).append(number)
    found: list[tuple[int, int]] = []
    for key, group in groups.items():
        found.extend(_pair_group(matching, group, waiting[key]))
    return sorted(found)


def _pair_group(matching: Matching, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """Pair nodes of one name under one node; of several, the more alike first, and among those by their place."""
    if len(olds) == len(news) == 1:
        return _pair_alike(matching, olds, news, [None], [None])
    found: list[tuple[int, int]] = []
    found.extend(_pair_by(matching, olds, news, (_everything, _shape, _inside)))
    found.extend(_pair_overlapping(matching, olds, news))
    found.extend(_pair_by(matching, olds, news, (_people, _facts, _holders, _nothing)))
    return found


def _pair_by(
    matching: Matching, olds: Sequence[int], news: Sequence[int], likenesses: Iterable[Likeness]
) -> list[tuple[int, int]]:
    """Pair the free nodes that are alike, by one likeness after the other."""
    found: list[tuple[int, int]] = []
    places = _counted(matching.old, olds), _counted(matching.new, news)
    for likeness in likenesses:
        old_keys = [likeness(matching.old, number) for number in olds]
        new_keys = [likeness(matching.new, number) for number in news]
        # Who stays where he stood is the same, counted from the first sibling or from the last.
        for end in (0, 1, None):
            keys = [(key, end is not None and place[end]) for key, place in zip(old_keys, places[0], strict=True)]
            others = [(key, end is not None and place[end]) for key, place in zip(new_keys, places[1], strict=True)]
            found.extend(_pair_alike(matching, olds, news, keys, others))
    return found


def _pair_overlapping(matching: Matching, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """Pair first those of a few nodes that share the most of what stands directly below them."""
    if len(olds) * len(news) > _FEW_PAIRS:
        return []
    below = {one: _below(matching.old, one) for one in olds}
    others = {other: _below(matching.new, other) for other in news}
    shared = (
        # Of equals the first come first, in a way that is the same when the two are swapped.
        (
            -(below[one] & others[other]).total(),
            _facts(matching.old, one) != _facts(matching.new, other),
            at + by,
            abs(at - by),
            one,
            other,
        )
        for at, one in enumerate(olds)
        for by, other in enumerate(news)
    )
    found: list[tuple[int, int]] = []
    for count, *_, one, other in sorted(shared):
        if count and matching.are_free(one, other) and not told_apart(matching.old, one, matching.new, other):
            matching.pair(one, other)
            found.append((one, other))
    return found


def _counted(tree: OrgTree, numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return how manieth each is among its siblings, from the first and from the last."""
    siblings = tree.children[tree.parents[numbers[0]]]
    places = {sibling: place for place, sibling in enumerate(siblings)}
    return [(places[number], len(siblings) - places[number]) for number in numbers]


def _pair_alike(
    matching: Matching,
    olds: Sequence[int],
    news: Sequence[int],
    old_keys: Sequence[object],
    new_keys: Sequence[object],
) -> list[tuple[int, int]]:
    """Pair the free nodes of equal keys, in order."""
    waiting: dict[object, list[int]] = {}
    for number, key in zip(reversed(news), reversed(new_keys), strict=True):
        if matching.to_old[number] == UNPAIRED:
            waiting.setdefault(key, []).append(number)
    found: list[tuple[int, int]] = []
    for one, key in zip(olds, old_keys, strict=True):
        others = waiting.get(key) if matching.to_new[one] == UNPAIRED else None
        if others and not told_apart(matching.old, one, matching.new, others[-1]):
            other = others.pop()
            matching.pair(one, other)
            found.append((one, other))
    return found


def _everything(tree: OrgTree, number: int) -> object:
    return tree.shapes[number], tuple(sorted(tree.ties.get(number, ())))


def _shape(tree: OrgTree, number: int) -> object:
    return tree.shapes[number]


def _inside(tree: OrgTree, number: int) -> object:
    below = ((tree.nodes[child].kind, tree.names[child]) for child in tree.children[number])
    return facts_of(tree.nodes[number]), tuple(below)


def _below(tree: OrgTree, number: int) -> Counter[object]:
    nodes = ((tree.nodes[child], tree.names[child]) for child in tree.children[number])
    return Counter((node.kind, name, node.head, node.holders) for node, name in nodes)


def _people(tree: OrgTree, number: int) -> object:
    below = (person for child in tree.children[number] for person in people_of(tree.nodes[child]))
    return facts_of(tree.nodes[number]), tuple(sorted(below))


def _facts(tree: OrgTree, number: int) -> object:
    return facts_of(tree.nodes[number])


def _holders(tree: OrgTree, number: int) -> object:
    return tree.nodes[number].holders


def _nothing(_tree: OrgTree, _number: int) -> object:
    return None


def told_apart(old: OrgTree, one: int, new: OrgTree, other: int) -> bool:
    """Whether two posts bear different ids by their authors, and nobody holds both: these are two posts."""
    first, second = old.nodes[one], new.nodes[other]
    if not (first.given_id and second.given_id) or first.id == second.id or first.kind is NodeKind.UNIT:
        return False
    return not set(people_of(first)) & set(people_of(second))


def _given_titles(matching: Matching, one: int, other: int) -> list[tuple[int, int]]:
    """Pair a person with the post that the same person holds in the same place: there a title came or went."""
    olds, news = matching.free_below(one, other)
    found: list[tuple[int, int]] = []
    for kind, title in ((NodeKind.PERSON, NodeKind.POSITION), (NodeKind.POSITION, NodeKind.PERSON)):
        holding = {
            matching.new.nodes[number].name
            if title is NodeKind.PERSON
            else matching.new.nodes[number].holders[0]: number
            for number in reversed(news)
            if matching.new.nodes[number].kind is title and len(people_of(matching.new.nodes[number])) == 1
        }
        for number in olds:
            people = people_of(matching.old.nodes[number])
            if matching.old.nodes[number].kind is kind and len(people) == 1 and people[0] in holding:
                found.append((number, holding.pop(people[0])))
    for pair in found:
        matching.pair(*pair)
    return found


def _pair_by_likeness(matching: Matching, contents: tuple[Contents, Contents]) -> bool:
    """Pair what is most alike among the free nodes, each time with what follows below; tell whether any was found."""
    found = False
    for tops_only in (True, False):
        leftovers = Leftovers(
            matching.old, matching.new, matching.to_new, matching.to_old, contents, tops_only=tops_only
        )
        for one, other in likely_pairs(leftovers):
            if matching.are_free(one, other) and not told_apart(matching.old, one, matching.new, other):
                matching.pair(one, other)
                _follow(matching, [(one, other)])
                found = True
    return found
