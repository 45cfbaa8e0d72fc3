"""Show what has a type, a status or a text; who stands above it stays, all else is gone."""

from __future__ import annotations

from collections.abc import Container, Iterator

from orgviz.folding import fold
from orgviz.model import Node, NodeKind, Org, Status
from orgviz.views.keep import keep_with_all_above


def of_types(org: Org, types: Container[str]) -> Org:
    """Return what is of one of the department types, and whoever stands above it."""
    return keep_with_all_above(org, (node.type in types for node in org.nodes))


def of_statuses(org: Org, statuses: Container[Status]) -> Org:
    """Return what has one of the statuses, and whoever stands above it.

    What is simply active inside a unit that is not has that unit's status: the posts of a planned department
    are planned.
    """
    return keep_with_all_above(org, (status in statuses for status in _statuses(org)))


def with_text(org: Org, text: str) -> Org:
    """Return what has the text in its name, among its holders or in its duty, and whoever stands above it.

    A unit that has it keeps its own posts and people. Capitals, full-width and traditional forms do not count.
    """
    wanted = fold(text.strip())
    found: dict[str, bool] = {}
    own: list[bool] = []
    for node in org.nodes:
        has_it = any(wanted in fold(part) for part in (node.name, *node.holders, node.duty or ""))
        is_within = node.kind is not NodeKind.UNIT and node.parent is not None and found[node.parent]
        own.append(has_it or is_within)
        # Posts below a post of the unit are the unit's, too; those below a post that has the text are not.
        found[node.id] = has_it if node.kind is NodeKind.UNIT else is_within
    return keep_with_all_above(org, own)


def _statuses(org: Org) -> Iterator[Status]:
    """Yield the status that counts for each node."""
    of_unit: dict[str, Status] = {}
    counting: dict[str, Status] = {}
    for node in org.nodes:
        status, unit_status = _status(node, of_unit, counting)
        counting[node.id], of_unit[node.id] = status, unit_status
        yield status


def _status(node: Node, of_unit: dict[str, Status], counting: dict[str, Status]) -> tuple[Status, Status]:
    """Return the status that counts for a node, and that of the unit in which it is or stands."""
    above = Status.ACTIVE if node.parent is None else of_unit[node.parent]
    if node.kind is NodeKind.UNIT:
        status = above if node.status is Status.ACTIVE else node.status
        return status, status
    inherited = Status.ACTIVE if node.parent is None else counting[node.parent]
    return (inherited if node.status is Status.ACTIVE else node.status), above
