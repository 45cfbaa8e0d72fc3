"""One organisation out of two for one chart: the new one, with what is gone at its old place, and the marks on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from orgviz.chart.marks import Mark, MarkKind, Marks
from orgviz.diff.links import is_changed
from orgviz.diff.marking import LINK_KINDS, MARK_KINDS, node_marks
from orgviz.diff.tree import OrgTree
from orgviz.diff.values import ChangeKind, Difference
from orgviz.model import Edge, EdgeKind, Node, Org, Status


def merge(difference: Difference) -> tuple[Org, Marks]:
    """Return the organisation that shows a difference, and what is marked on it."""
    merger = _Merger(difference)
    nodes = tuple(merger.nodes())
    edges, edge_marks = merger.edges()
    marks = Marks(
        nodes=merger.marks,
        edges=edge_marks,
        traces=tuple(merger.traces()),
        counts=Counter(
            MARK_KINDS.get(change.kind, MarkKind.CHANGED)
            for change in difference.changes
            if change.kind not in LINK_KINDS
        ),
        links=sum(change.kind in LINK_KINDS for change in difference.changes),
    )
    return replace(difference.new, nodes=nodes, edges=edges, views=()), marks


class _Place(NamedTuple):
    """A node of the merged organisation: one of the new, or an old one that is drawn at its old place."""

    is_old: bool
    number: int


class _Merger:
    """Walks over both organisations at once.

    Args:
        mates: for each new number the old one.
        ids: of the old nodes that are drawn at their old place, by old number.
        marks: by the merged organisation's ids.
    """

    def __init__(self, difference: Difference):
        self.difference = difference
        self.pairs = difference.pairs
        self.old = OrgTree(difference.old)
        self.new = OrgTree(difference.new)
        self.mates = {self.new.numbers[new]: self.old.numbers[old] for old, new in self.pairs.items()}
        self.mates[self.new.top] = self.old.top
        found = node_marks(difference, self.old, self.new)
        self.marks, self.hidden = found.marks, found.hidden
        changes = difference.changes
        self.moved = {change.old for change in changes if change.kind is ChangeKind.MOVED}
        # What is closed now would not be drawn: it keeps its old status.
        self.closed = {
            change.new: Status(change.before[0])
            for change in changes
            if change.kind is ChangeKind.STATUS and change.after == (Status.CLOSED.value,)
        }
        self.taken = set(self.new.numbers)
        self.ids: dict[int, str] = {}

    def nodes(self) -> Iterator[Node]:
        """Yield the nodes in the order of reading, each after the one above it."""
        top: str | None = None
        waiting = [(place, top) for place in reversed(self._below(_Place(False, self.new.top)))]
        while waiting:
            place, parent = waiting.pop()
            node = self._node(place, parent)
            yield node
            waiting.extend((below, node.id) for below in reversed(self._below(place)))

    def _below(self, place: _Place) -> list[_Place]:
        """Return what stands under a place; each that is gone comes behind the sibling that it stood behind."""
        if place.is_old:
            if self.old.nodes[place.number].id in self.moved:
                return []
            return [_Place(True, child) for child in self.old.children[place.number] if self._is_drawn_old(child)]
        gone = self._gone_behind(place.number)
        found = list(gone.get(None, ()))
        for child in self.new.children[place.number]:
            found.append(_Place(False, child))
            found.extend(gone.get(child, ()))
        return found

    def _gone_behind(self, number: int) -> dict[int | None, list[_Place]]:
        """Return what is gone from under a new node, by the sibling that it stood behind and that stays there."""
        gone: dict[int | None, list[_Place]] = {}
        if number not in self.mates:
            return gone
        last: int | None = None
        for child in self.old.children[self.mates[number]]:
            if self._is_drawn_old(child):
                gone.setdefault(last, []).append(_Place(True, child))
            elif self.old.nodes[child].id in self.pairs:
                last = self.new.numbers[self.pairs[self.old.nodes[child].id]]
        return gone

    def _is_drawn_old(self, child: int) -> bool:
        id = self.old.nodes[child].id
        return id in self.moved or (id not in self.pairs and id not in self.hidden)

    def _node(self, place: _Place, parent: str | None) -> Node:
        if not place.is_old:
            node = self.new.nodes[place.number]
            return replace(node, status=self.closed[node.id]) if node.id in self.closed else node
        node = self.old.nodes[place.number]
        id = self._free_id(node.id)
        self.ids[place.number] = id
        if node.id not in self.moved:
            self.marks[id] = Mark(kinds=(MarkKind.REMOVED,))
            return replace(node, id=id, parent=parent)
        self.marks[id] = Mark(kinds=(MarkKind.GHOST,))
        return Node(
            id=id,
            kind=node.kind,
            name=node.name,
            span=node.span,
            type=node.type,
            parent=parent,
            head=node.head,
            assistant=node.assistant,
            status=Status.CLOSED if node.status is Status.CLOSED else Status.ACTIVE,
        )

    def _free_id(self, id: str) -> str:
        """Return the id for an old node, another where the new organisation has one of that id."""
        free, number = id, 1
        while free in self.taken:
            free = f"{id} (old{'' if number == 1 else f' {number}'})"
            number += 1
        self.taken.add(free)
        return free

    def traces(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of each ghost and of what moved from there; asked after the nodes."""
        for number, id in self.ids.items():
            if self.old.nodes[number].id in self.moved:
                yield id, self.pairs[self.old.nodes[number].id]

    def edges(self) -> tuple[tuple[Edge, ...], dict[int, MarkKind]]:
        """Return the links of both, and what is marked on them; asked after the nodes."""
        edges = list(self.new.edges)
        marks: dict[int, MarkKind] = {}
        for number, (edge, one) in enumerate(zip(edges, self.difference.links, strict=True)):
            if edge.kind is EdgeKind.ASSISTANT:
                continue
            if one is None:
                marks[number] = MarkKind.ADDED
            elif is_changed(self.old.edges[one], edge, self.pairs):
                marks[number] = MarkKind.CHANGED
        kept = set(self.difference.links)
        for number, edge in enumerate(self.old.edges):
            ends = self._drawn(edge.source), self._drawn(edge.target)
            if number in kept or edge.kind is EdgeKind.ASSISTANT or None in ends:
                continue
            marks[len(edges)] = MarkKind.REMOVED
            edges.append(replace(edge, source=ends[0] or "", target=ends[1] or ""))
        return tuple(edges), marks

    def _drawn(self, id: str) -> str | None:
        """Return the id under which an old node is drawn: the new one's where it stays."""
        return self.pairs.get(id) or self.ids.get(self.old.numbers[id])
