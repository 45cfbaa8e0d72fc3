"""Show an organisation as it is on one day."""

from __future__ import annotations

from dataclasses import replace

from orgviz.build.holders import dated
from orgviz.build.photos import kept_photos
from orgviz.model import Node, Org, Status, Tenure
from orgviz.views.keep import edges_between


def as_of(org: Org, day: str) -> Org:
    """Return the units, positions, people, holders and links that exist on a day (``YYYY-MM-DD``).

    The first and the last day count. What does not exist takes all below it with it. What is closed exists up
    to the day on which it ends, and where the file gives none, on no day; what is planned is there from its
    first day on.
    """
    shown: dict[str, Node] = {}
    for node in org.nodes:
        if (node.parent is None or node.parent in shown) and exists(node, day):
            shown[node.id] = _on(node, day)
    edges = tuple(edge for edge in edges_between(org.edges, shown) if is_within(day, edge.start, edge.end))
    return replace(org, nodes=tuple(shown.values()), edges=edges)


def exists(node: Node, day: str) -> bool:
    """Tell whether a node itself exists on a day, whatever stands above it."""
    return is_within(day, node.start, node.end) and (node.status is not Status.CLOSED or node.end is not None)


def is_within(day: str, start: str | None, end: str | None) -> bool:
    """Tell whether a day lies between two others; an open side reaches everywhere."""
    return (start is None or start <= day) and (end is None or day <= end)


def _on(node: Node, day: str) -> Node:
    """Return an existing node as it is on a day."""
    is_there_by_now = node.status is Status.CLOSED or (node.status is Status.PLANNED and node.start is not None)
    if is_there_by_now:
        node = replace(node, status=Status.ACTIVE)
    if not node.tenures:
        return node
    held = [
        tenure or Tenure(holder)
        for holder, tenure in node.held
        if tenure is None or is_within(day, tenure.start, tenure.end)
    ]
    names = tuple(tenure.holder for tenure in held)
    return replace(
        node,
        holders=names,
        tenures=dated(held),
        photos=kept_photos(node.photos, names) if names else (),
        vacant=node.vacant or not held,
    )
