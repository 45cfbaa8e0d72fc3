"""Leave nodes out for good: what is not kept is gone, with its lines, and counted nowhere."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from orgviz.model import Edge, Node, Org


def keep(org: Org, kept: Container[str]) -> Org:
    """Return the nodes whose ids are kept, in their order, and the edges between them.

    Whoever stands above a kept node must be kept too.
    """
    nodes = tuple(node for node in org.nodes if node.id in kept)
    if len(nodes) == len(org.nodes):
        return org
    return replace(org, nodes=nodes, edges=edges_between(org.edges, kept))


def keep_with_all_above(org: Org, wanted: Iterable[bool]) -> Org:
    """Return the wanted nodes and whoever stands above them; `wanted` says for each node whether it is.

    What a view has left out below a node was wanted then: such a node stays.
    """
    flags: Sequence[bool] = tuple(wanted)
    kept: set[str] = set()
    for node, is_wanted in zip(reversed(org.nodes), reversed(flags), strict=True):
        if is_wanted or node.cut is not None or node.id in kept:
            kept.add(node.id)
            if node.parent is not None:
                kept.add(node.parent)
    return keep(org, kept)


def edges_between(edges: Iterable[Edge], kept: Container[str]) -> tuple[Edge, ...]:
    """Return the edges both of whose ends are kept."""
    return tuple(edge for edge in edges if edge.source in kept and edge.target in kept)


def as_root(node: Node) -> Node:
    """Return a node that stands at the top: it leads and assists nobody there."""
    return replace(node, parent=None, head=False, assistant=False)
