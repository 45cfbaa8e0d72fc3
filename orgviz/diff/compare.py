"""Compare two organisations: each thing that was done to the old one is one change, told once, where it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from orgviz.collector import collector_paused
from orgviz.diff.candidates import group_of
from orgviz.diff.facts import changed_facts, changed_tenures
from orgviz.diff.heads import Heads, is_other_head
from orgviz.diff.links import compare_links, link_changes
from orgviz.diff.match import UNPAIRED, Matching, match
from orgviz.diff.tree import OrgTree
from orgviz.diff.values import Change, ChangeKind, Difference
from orgviz.model import EdgeKind, Node, NodeKind, Org, UnitType


def compare(old: Org, new: Org) -> Difference:
    """Return what is different between two organisations.

    The order of siblings counts only where nothing else is different.
    """
    with collector_paused():
        return _compared(old, new)


def _compared(old: Org, new: Org) -> Difference:
    shapes: dict[object, int] = {}
    matching = match(OrgTree(old, shapes), OrgTree(new, shapes))
    heads = Heads(matching)
    links = compare_links(matching)
    found = _Nodes(matching, heads).changes()
    changes = [*found, *link_changes(matching, links, heads), *_whole(old, new)]
    return Difference(
        old=old,
        new=new,
        changes=tuple(changes or _reordered(matching)),
        pairs={
            old.nodes[one].id: new.nodes[other].id
            for one, other in enumerate(matching.to_new[:-1])
            if other != UNPAIRED
        },
        links=tuple(links.mates),
    )


class _Nodes:
    """Collects the changes of nodes, by place in the order in which the new organisation is read."""

    def __init__(self, matching: Matching, heads: Heads):
        self.matching = matching
        self.heads = heads
        self.old = matching.old
        self.new = matching.new
        self.ranks = self.new.reading_order()
        self.removed = _Tops(self.old, matching.to_new, heads.gone)
        self.added = _Tops(self.new, matching.to_old, heads.come)

    def changes(self) -> list[Change]:
        found: list[tuple[int, int, int, Change]] = []
        for other in range(self.new.top):
            place = self.ranks[self.new.parents[other]]
            found.extend((place, 0, self.ranks[other], change) for change in self._present(other))
        for one in self.removed.tops:
            place = self.ranks[self.matching.to_new[self.old.parents[one]]]
            found.append((place, 1, one, self.removed.change(one, ChangeKind.REMOVED)))
        found.sort(key=lambda item: item[:3])
        return [change for _, _, _, change in found]

    def _present(self, other: int) -> Iterator[Change]:
        """Yield the changes of a node that is in the new organisation."""
        one = self.matching.to_old[other]
        if one == UNPAIRED:
            if other in self.added.tops:
                yield self.added.change(other, ChangeKind.ADDED)
            return
        old, new = self.old.nodes[one], self.new.nodes[other]
        if self.matching.to_new[self.old.parents[one]] != self.new.parents[other]:
            places = self.old.path(self.old.parents[one]), self.new.path(self.new.parents[other])
            yield self._change(ChangeKind.MOVED, one, other, *places)
        facts = list(changed_facts(old, new))
        yield from (self._change(kind, one, other, *texts) for kind, *texts in facts if kind is ChangeKind.RENAMED)
        if self._is_retyped(one, other):
            yield self._change(ChangeKind.RETYPED, one, other, _optional(old.type), _optional(new.type))
        if other in self.heads.changes:
            yield self.heads.changes[other]
        for kind, before, after in facts:
            if kind is not ChangeKind.RENAMED and not (kind is ChangeKind.HOLDER and is_other_head(old, new)):
                yield self._change(kind, one, other, before, after)
        for holder, before, after in changed_tenures(old, new):
            yield Change(
                kind=ChangeKind.TENURE,
                name=holder,
                what=NodeKind.PERSON,
                place=self.new.path(other),
                old=old.id,
                new=new.id,
                before=before,
                after=after,
            )

    def _change(
        self, kind: ChangeKind, one: int, other: int, before: tuple[str, ...], after: tuple[str, ...]
    ) -> Change:
        new = self.new.nodes[other]
        return Change(
            kind=kind,
            name=new.name,
            what=new.kind,
            place=self.new.path(self.new.parents[other]),
            old=self.old.nodes[one].id,
            new=new.id,
            before=before,
            after=after,
            people=new.holders,
        )

    def _is_retyped(self, one: int, other: int) -> bool:
        """Whether somebody gave a node another type: one that follows from its name or its place is no change."""
        old, new = self.old.nodes[one], self.new.nodes[other]
        if old.type == new.type or not (old.given_type or new.given_type):
            return False
        above, now_above = self.old.parents[one], self.new.parents[other]
        if above == self.old.top or self.matching.to_new[above] != now_above:
            return True
        return (old.type, new.type) != (self.old.nodes[above].type, self.new.nodes[now_above].type)


class _Tops:
    """What is in one of the two organisations only: the uppermost of it, and how much comes or goes with each.

    Args:
        mates: for each node its number in the other organisation, or `UNPAIRED`.
        told: nodes that something else tells of.
    """

    def __init__(self, tree: OrgTree, mates: Sequence[int], told: dict[int, int]):
        self.tree = tree
        self.tops: dict[int, list[int]] = {}
        top_of: dict[int, int] = {}
        for number, parent in enumerate(tree.parents):
            if mates[number] != UNPAIRED or number in told:
                continue
            top_of[number] = top_of.get(parent, number)
            counts = self.tops.setdefault(top_of[number], [0, 0, 0])
            if top_of[number] != number:
                counts[0 if tree.nodes[number].kind is NodeKind.UNIT else 1] += 1
        for edge in tree.edges:
            if edge.kind is not EdgeKind.ASSISTANT:
                ends = (top_of.get(tree.numbers[id]) for id in (edge.source, edge.target))
                top = next((end for end in ends if end is not None), None)
                if top is not None:
                    self.tops[top][2] += 1

    def change(self, number: int, kind: ChangeKind) -> Change:
        """Return the change that tells of a node with all below it."""
        node = self.tree.nodes[number]
        units, posts, links = self.tops[number]
        is_new = kind is ChangeKind.ADDED
        return Change(
            kind=kind,
            name=node.name,
            what=node.kind,
            place=self.tree.path(self.tree.parents[number]),
            old=None if is_new else node.id,
            new=node.id if is_new else None,
            people=node.holders,
            units=units,
            posts=posts,
            links=links,
        )


def _optional(text: str | None) -> tuple[str, ...]:
    return () if text is None else (text,)


def _whole(old: Org, new: Org) -> Iterator[Change]:
    """Yield what changed of the organisation as a whole."""
    if old.title != new.title:
        before, after = _optional(old.title), _optional(new.title)
        yield Change(kind=ChangeKind.TITLE, name=new.title or old.title or "", before=before, after=after)
    if old.lang != new.lang and (old.given_lang or new.given_lang):
        yield Change(kind=ChangeKind.LANGUAGE, name=new.lang, before=(old.lang,), after=(new.lang,))
    types, now = ({item.name: item for item in org.types} for org in (old, new))
    for name in dict.fromkeys((*now, *types)):
        before, after = _described(types.get(name)), _described(now.get(name))
        if before != after:
            yield Change(kind=ChangeKind.TYPE, name=name, before=before, after=after)


def _described(item: UnitType | None) -> tuple[str, ...]:
    if item is None:
        return ()
    facts = (("label", item.label), ("color", item.color), ("match", ", ".join(item.match)))
    return tuple(f"{word} {text}" for word, text in facts if text)


def _reordered(matching: Matching) -> Iterator[Change]:
    """Yield every place in which siblings that stayed stand in another order; the order of holders is none."""
    old, new = matching.old, matching.new
    for other in range(new.top + 1):
        one = matching.to_old[other]
        groups: dict[str, list[int]] = {}
        for child in new.children[other]:
            groups.setdefault(group_of(new.nodes[child]), []).append(child)
        for group in groups.values():
            if all(matching.to_old[first] < matching.to_old[second] for first, second in pairwise(group)):
                continue
            before = sorted(group, key=lambda child: matching.to_old[child])
            node: Node | None = new.nodes[other] if other != new.top else None
            yield Change(
                kind=ChangeKind.REORDERED,
                name=node.name if node else "",
                what=node.kind if node else None,
                place=new.path(new.parents[other]) if node else (),
                old=old.nodes[one].id if node else None,
                new=node.id if node else None,
                before=tuple(new.nodes[child].name for child in before),
                after=tuple(new.nodes[child].name for child in group),
            )
