"""Show what stands below one node."""

from __future__ import annotations

from dataclasses import replace

from orgviz.model import EdgeKind, Org
from orgviz.views.keep import as_root, edges_between


def below(org: Org, root: str) -> Org:
    """Return the node with this id as the only root, and all below it; nothing where there is no such node."""
    kept = {root}
    nodes = []
    for node in org.nodes:
        if node.id == root:
            nodes.append(node if node.parent is None else as_root(node))
        elif node.parent in kept:
            kept.add(node.id)
            nodes.append(node)
    if len(nodes) == len(org.nodes):
        return org
    inside = edges_between(org.edges, kept) if nodes else ()
    edges = tuple(edge for edge in inside if edge.kind is not EdgeKind.ASSISTANT or edge.source != root)
    return replace(org, nodes=tuple(nodes), edges=edges)
