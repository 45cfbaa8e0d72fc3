"""Show an organisation only so far down: to a depth, not below some nodes, or the units alone."""

from __future__ import annotations

from collections.abc import Container

from orgviz.model import Node, NodeKind, Org
from orgviz.views.cut import cut


def to_depth(org: Org, depth: int) -> Org:
    """Return so many levels of units, 1 for the roots alone; posts and people are as deep as their unit.

    Outside units the posts themselves make the levels; an assistant is as high as whom they assist.
    """
    levels: dict[str, int] = {}
    in_unit: set[str] = set()
    for node in org.nodes:
        if node.kind is NodeKind.UNIT or node.parent in in_unit:
            in_unit.add(node.id)
        levels[node.id] = 1 if node.parent is None else levels[node.parent] + _step(node, node.id in in_unit)
    return cut(org, {id for id, level in levels.items() if level > depth})


def _step(node: Node, is_in_unit: bool) -> int:
    if node.kind is NodeKind.UNIT:
        return 1
    return 0 if is_in_unit or node.assistant else 1


def collapsed(org: Org, ids: Container[str]) -> Org:
    """Return the organisation with nothing below the nodes with these ids."""
    hidden: set[str] = set()
    for node in org.nodes:
        if node.parent is not None and (node.parent in ids or node.parent in hidden):
            hidden.add(node.id)
    return cut(org, hidden)


def only_units(org: Org) -> Org:
    """Return the organisation without positions and people; units below a post hang on the unit above it."""
    return cut(org, {node.id for node in org.nodes if node.kind is not NodeKind.UNIT})
