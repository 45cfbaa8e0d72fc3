"""Rules about links."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.checks.issue import Issue
from orgviz.model import EdgeKind, Node, NodeKind, Org
from orgviz.wording import quoted

_REPORTING = (EdgeKind.REPORTS, EdgeKind.DOTTED)


def find_repeated_lines(org: Org) -> Iterator[Issue]:
    """A link says again what the solid line says: it leads to what a node stands below, or to the head of that."""
    if not org.edges:
        return
    nodes = {node.id: node for node in org.nodes}
    for edge in org.edges:
        source, target = nodes[edge.source], nodes[edge.target]
        if edge.kind in (*_REPORTING, EdgeKind.MEMBER) and source.parent == edge.target:
            message = f"{quoted(edge.source)} stands below {quoted(edge.target)} already"
        elif edge.kind in _REPORTING and _leads_above(target, source, nodes):
            message = f"{quoted(edge.source)} reports to {quoted(edge.target)} already, the head of what it stands in"
        else:
            continue
        yield Issue(message, edge.span, "take the link away")


def _leads_above(target: Node, source: Node, nodes: dict[str, Node]) -> bool:
    """Tell whether the target is a head of the unit to which the source reports by where it stands."""
    unit = source.parent
    if source.head and unit is not None:
        unit = nodes[unit].parent
    return target.head and unit is not None and nodes[unit].kind is NodeKind.UNIT and target.parent == unit
