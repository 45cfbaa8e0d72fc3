"""How many people there are in and below each node, when whoever holds two posts is one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from orgviz.counts.people import person_key
from orgviz.counts.standing import Standing
from orgviz.counts.tally import Tally
from orgviz.model import Node, NodeKind


def names_in(node: Node) -> tuple[str, ...]:
    """Return the people whom a node names, as they are compared."""
    names = node.holders if node.kind is NodeKind.POSITION else (node.name,) if node.kind is NodeKind.PERSON else ()
    return tuple(person_key(name) for name in names)


class Headcount:
    """Counts people as they come: each name once, and seats that are filled by nobody knows whom."""

    def __init__(self) -> None:
        self.unnamed = 0
        self.names: set[str] = set()

    def add(self, node: Node, tally: Tally) -> None:
        """Count a node's people in."""
        self.unnamed += tally.filled - tally.named
        self.names.update(names_in(node))

    @property
    def people(self) -> int:
        """How many there are so far."""
        return self.unnamed + len(self.names)


def people_below(nodes: Mapping[str, Standing], own: Mapping[str, Tally]) -> dict[str, int]:
    """Return how many people there are in each node with all that stands below it.

    Who is named once is just added up. Only names that stand more often are kept as sets, and the smaller set
    goes into the larger: every name moves at most as often as the sets can double.

    Args:
        nodes: each after its parent.
        own: the seats of each node.
    """
    named = {id: names_in(each.node) for id, each in nodes.items()}
    times = Counter(name for names in named.values() for name in names)
    once: dict[str, int] = {}
    often: dict[str, set[str]] = {}
    people: dict[str, int] = {}
    for id, each in reversed(tuple(nodes.items())):
        single = sum(times[name] == 1 for name in named[id])
        once[id] = once.get(id, 0) + own[id].filled - own[id].named + single
        shared = often.pop(id, None) or set()
        shared.update(name for name in named[id] if times[name] > 1)
        people[id] = once[id] + len(shared)
        parent = each.node.parent
        if parent is not None:
            once[parent] = once.get(parent, 0) + once[id]
            often[parent] = _joined(often.get(parent), shared)
    return people


def _joined(one: set[str] | None, other: set[str]) -> set[str]:
    if one is None:
        return other
    small, large = sorted((one, other), key=len)
    large |= small
    return large
