"""Show an organisation without the names of its people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from orgviz.model import Node, NodeKind, Org
from orgviz.views.cut import cut

# In the place of the name of a person whom others stand below.
SOMEBODY = "—"


def hide_names(org: Org) -> Org:
    """Return the posts without their holders, and people as a count; who has others below has no name."""
    return without_people(without_names(org))


def without_names(org: Org) -> Org:
    """Take the name from every person."""
    return replace(org, nodes=tuple(_nameless(node) for node in org.nodes))


def _nameless(node: Node) -> Node:
    if node.kind is NodeKind.PERSON:
        return replace(node, name=SOMEBODY, photos=())
    if not node.holders:
        return node if node.kind is NodeKind.UNIT or not node.photos else replace(node, photos=())
    # Of seats whose holders are not told nobody can count the vacant ones.
    return replace(node, holders=(), tenures=(), photos=(), vacant=node.vacant and node.seats is None)


def without_people(org: Org) -> Org:
    """Turn people below whom nothing stands into a count; the others lose the ids that were made of their names."""
    above = {node.parent for node in org.nodes}
    hidden = {
        node.id
        for node in org.nodes
        if node.kind is NodeKind.PERSON and node.parent is not None and node.cut is None and node.id not in above
    }
    return _with_other_ids(cut(org, hidden))


def _with_other_ids(org: Org) -> Org:
    taken = {node.id for node in org.nodes}
    new: dict[str, str] = {}
    number = 1
    for node in org.nodes:
        made_of = next((id for id in (node.parent,) if id in new and node.id.startswith(f"{id}/")), None)
        if node.given_id or (node.kind is not NodeKind.PERSON and made_of is None):
            continue
        if made_of is not None and node.kind is not NodeKind.PERSON:
            name = f"{new[made_of]}{node.id[len(made_of) :]}"
        else:
            name = f"person-{number}"
        while name in taken:
            number += 1
            name = f"person-{number}"
        taken.add(name)
        new[node.id] = name
    return _renamed(org, new) if new else org


def _renamed(org: Org, new: Mapping[str, str]) -> Org:
    nodes = tuple(
        replace(
            node,
            id=new.get(node.id, node.id),
            given_id=node.given_id or node.id in new,
            parent=None if node.parent is None else new.get(node.parent, node.parent),
        )
        for node in org.nodes
    )
    edges = tuple(
        replace(edge, source=new.get(edge.source, edge.source), target=new.get(edge.target, edge.target))
        for edge in org.edges
    )
    return replace(org, nodes=nodes, edges=edges)
