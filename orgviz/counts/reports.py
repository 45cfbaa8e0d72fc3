"""Who reports to whom, as numbers: direct reports (the span of control) and all below."""

from __future__ import annotations

from collections.abc import Mapping

from orgviz.counts.standing import Standing
from orgviz.counts.tally import Tally
from orgviz.lean import dataclass
from orgviz.model import NodeKind


@dataclass(frozen=True, slots=True)
class Reports:
    """How many report to a unit's head, or to a post outside its unit's head: directly, and in all."""

    direct: int = 0
    total: int = 0


NOBODY = Reports()


def count_reports(nodes: Mapping[str, Standing], own: Mapping[str, Tally]) -> dict[str, Reports]:
    """Return the reports of every unit and of every post that has some, in the order of the nodes.

    Every filled seat of a post is a report of what stands above it. A unit reports through its heads: it is as
    many as they are, and one where the file names none; one that is only planned and has none is nobody yet.
    Who reports to a head reports to the unit. Everything is counted once, so that a total is the sum of the
    direct reports and of their totals.

    Args:
        nodes: each after its parent.
        own: the seats of each node.
    """
    heads = _heads(nodes, own)
    direct: dict[str, int] = {}
    total: dict[str, int] = {}
    for id, each in reversed(tuple(nodes.items())):
        above = _leader(each, nodes)
        if above is None:
            continue
        number = own[id].filled
        if each.node.kind is NodeKind.UNIT:
            number = max(heads.get(id, 0), 0 if each.planned else 1)
        direct[above] = direct.get(above, 0) + number
        total[above] = total.get(above, 0) + number + total.get(id, 0)
    return {id: Reports(direct[id], total[id]) for id in nodes if id in direct}


def _heads(nodes: Mapping[str, Standing], own: Mapping[str, Tally]) -> dict[str, int]:
    """Return how many people head each unit."""
    heads: dict[str, int] = {}
    for id, each in nodes.items():
        if each.node.head and each.node.parent is not None:
            heads[each.node.parent] = heads.get(each.node.parent, 0) + own[id].filled
    return heads


def _leader(each: Standing, nodes: Mapping[str, Standing]) -> str | None:
    """Return what a node reports to: what it stands below, and the unit in place of its head."""
    parent = each.node.parent
    if parent is None or each.node.head:
        return None
    above = nodes[parent].node
    return above.parent if above.head else parent
