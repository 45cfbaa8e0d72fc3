"""An organisation's nodes by number, with what stands under each: what matching and comparing walk over."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from orgviz.model import Node, NodeKind, Org

_LONGEST_PATH = 40


class OrgTree:
    """The nodes of an organisation by number; one number more stands for the place above all roots.

    Args:
        nodes: as in the `Org`, each after its parent.
        parents: for each node the number of the one above; `top` for a root.
        children: for each node, and for `top`, the numbers of those right under it, in the author's order.
        names: each node's name as it is compared.
        shapes: for each node a number that it shares with those that are alike in all facts, and in all below them.
        ties: for each node that has links, what they are: kind, direction and label.
    """

    __slots__ = ("children", "edges", "names", "nodes", "numbers", "parents", "shapes", "ties", "top")

    def __init__(self, org: Org, known: dict[object, int] | None = None):
        """Number an organisation's nodes; trees that are given the same `known` number shapes alike."""
        self.nodes = org.nodes
        self.edges = org.edges
        self.top = len(org.nodes)
        self.numbers = {node.id: number for number, node in enumerate(org.nodes)}
        self.names = [plain(node.name) for node in org.nodes]
        self.parents = [self.top if node.parent is None else self.numbers[node.parent] for node in org.nodes]
        self.children: list[list[int]] = [[] for _ in range(self.top + 1)]
        for number, parent in enumerate(self.parents):
            self.children[parent].append(number)
        self.ties: dict[int, list[tuple[str, bool, str]]] = {}
        for edge in org.edges:
            for id, outward in ((edge.source, True), (edge.target, False)):
                self.ties.setdefault(self.numbers[id], []).append((edge.kind.value, outward, edge.label or ""))
        self.shapes = self._shapes({} if known is None else known)

    def _shapes(self, known: dict[object, int]) -> list[int]:
        shapes = [0] * self.top
        for number in range(self.top - 1, -1, -1):
            below = tuple(shapes[child] for child in self.children[number])
            key = (self.names[number], *facts_of(self.nodes[number]), below)
            shapes[number] = known.setdefault(key, len(known))
        return shapes

    def path(self, number: int) -> tuple[str, ...]:
        """Return the names from a root down to a node, of very many the last; nothing for the place above all roots."""
        names: list[str] = []
        while number != self.top:
            if len(names) == _LONGEST_PATH:
                names.append("…")
                break
            names.append(self.nodes[number].name)
            number = self.parents[number]
        return tuple(reversed(names))

    def depths(self) -> list[int]:
        """Return for each node how many stand above it."""
        depths: list[int] = []
        for parent in self.parents:
            depths.append(0 if parent == self.top else depths[parent] + 1)
        return depths

    def reading_order(self) -> list[int]:
        """Return each node's place in the order of reading: right after what stands before it, with all below that."""
        ranks = [0] * (self.top + 1)
        ranks[self.top] = -1
        pending, rank = list(reversed(self.children[self.top])), 0
        while pending:
            number = pending.pop()
            ranks[number] = rank
            rank += 1
            pending.extend(reversed(self.children[number]))
        return ranks


def plain(name: str) -> str:
    """Return a name as it is compared: composed, with single spaces.

    >>> plain("Head  office ")
    'Head office'
    """
    return " ".join(name.split()) if name.isascii() else unicodedata.normalize("NFC", " ".join(name.split()))


def facts_of(node: Node) -> tuple[object, ...]:
    """Return what is said of a node itself, but for its name."""
    is_so = node.kind, node.head, node.assistant, node.vacant
    return is_so, node.holders, node.seats, node.fte, node.duty, node.status, node.start, node.end, node.url, node.type


def people_of(node: Node) -> tuple[str, ...]:
    """Return who a node stands for: a person, or the holders of a position."""
    return (node.name,) if node.kind is NodeKind.PERSON else node.holders


def people_in(nodes: Iterable[Node]) -> tuple[str, ...]:
    """Return who some posts stand for; a post without holders by its title."""
    return tuple(name for node in nodes for name in people_of(node) or (node.name,))
