"""Leave nodes out, but not without a trace: who stands above has their number, and takes their lines."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from orgviz.model import Cut, Edge, EdgeKind, Node, NodeKind, Org, Status
from orgviz.views.keep import as_root

Key = tuple[str, str, EdgeKind]

# Lines that say no more than the solid line does, where they go from a node to the one above it.
_LIKE_SOLID = (EdgeKind.REPORTS, EdgeKind.DOTTED, EdgeKind.MEMBER)
MOST_LABELS = 3


def cut(org: Org, hidden: Container[str]) -> Org:
    """Return the organisation without the hidden nodes.

    The nearest shown node above counts them (`Node.cut`), what stands below a hidden node hangs on it, and a
    line to a hidden node ends at it. Lines that become one are drawn once.
    """
    home: dict[str, str | None] = {}
    left_out: dict[str, Cut] = {}
    closed: set[str] = set()
    nodes: list[Node] = []
    for node in org.nodes:
        above = None if node.parent is None else home[node.parent]
        if node.status is Status.CLOSED or node.parent in closed:
            closed.add(node.id)
        if node.id not in hidden:
            home[node.id] = node.id
            nodes.append(_hung(node, above))
            continue
        home[node.id] = above
        if above is not None:
            left_out[above] = _added(left_out.get(above), Cut(0, 0) if node.id in closed else size(node))
    if len(nodes) == len(org.nodes):
        return org
    shown = tuple(
        replace(node, cut=_added(node.cut, left_out[node.id])) if node.id in left_out else node for node in nodes
    )
    parents = {node.id: node.parent for node in shown}
    return replace(org, nodes=shown, edges=tuple(_edges(org.edges, home, parents)))


def size(node: Node) -> Cut:
    """Return what a node adds to a count: a unit, or as many people as a position is meant for."""
    if node.kind is NodeKind.UNIT:
        own = Cut(0, 1)
    elif node.kind is NodeKind.PERSON:
        own = Cut(1, 0)
    else:
        own = Cut(node.seats or max(1, node.most_at_once), 0)
    return own if node.cut is None else _added(own, node.cut)


def _added(one: Cut | None, other: Cut) -> Cut:
    return other if one is None else Cut(one.posts + other.posts, one.units + other.units)


def _hung(node: Node, above: str | None) -> Node:
    if node.parent == above:
        return node
    return as_root(node) if above is None else replace(node, parent=above)


def _edges(edges: Iterable[Edge], home: Mapping[str, str | None], parents: Mapping[str, str | None]) -> Iterator[Edge]:
    bundles: dict[Key, list[Edge]] = {}
    for edge in edges:
        source, target = home[edge.source], home[edge.target]
        if source is None or target is None or source == target:
            continue
        key = (source, target, edge.kind)
        if (source, target) != (edge.source, edge.target):
            says_nothing = edge.kind in _LIKE_SOLID and parents[source] == target
            if edge.kind is EdgeKind.ASSISTANT or says_nothing:
                continue
            back = (target, source, edge.kind)
            key = back if edge.kind is EdgeKind.COLLABORATES and back in bundles else key
        bundles.setdefault(key, []).append(edge)
    return (_bundled(key, bundle) for key, bundle in bundles.items())


def _bundled(key: Key, edges: Sequence[Edge]) -> Edge:
    """Return the one edge that stands for several: what is only proposed counts where nothing else is there."""
    stated = [edge for edge in edges if not edge.proposed] or edges
    labels = tuple(dict.fromkeys(edge.label for edge in stated if edge.label))
    starts = [edge.start for edge in stated]
    ends = [edge.end for edge in stated]
    return replace(
        stated[0],
        source=key[0],
        target=key[1],
        label=" / ".join(labels[:MOST_LABELS]) + (" …" if len(labels) > MOST_LABELS else "") or None,
        start=None if None in starts else min(start for start in starts if start),
        end=None if None in ends else max(end for end in ends if end),
    )
