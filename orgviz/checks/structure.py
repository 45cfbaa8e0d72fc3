"""Rules about what stands below what."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.checks.issue import Issue
from orgviz.counts.reports import count_reports
from orgviz.counts.standing import standing
from orgviz.counts.tally import tally_of
from orgviz.model import CLOSED, UNIT_KIND, Node, Org, Status
from orgviz.wording import counted, listed, quoted

# Links of a chain from which on it is one: a single report may well be meant.
CHAIN_LINKS = 2
# Filled units beside an empty one from which on it stands out.
FILLED_BESIDE = 2

_TOP_TYPES = ("governance", "executive")
_UNFINISHED = (Status.PLANNED, Status.OPTIONAL, Status.OUTSOURCED, Status.CLOSED)


def find_open_below_closed(org: Org) -> Iterator[Issue]:
    """Something stands in a closed unit and is not closed; told once a unit, at the first of them."""
    if not any(node.status is CLOSED for node in org.nodes):
        return
    closed: dict[str, Node] = {}
    first: dict[str, Node] = {}
    more: dict[str, int] = {}
    for node in org.nodes:
        above = closed.get(node.parent or "")
        if node.status is CLOSED and (node.kind is UNIT_KIND or above is not None):
            closed[node.id] = above or node
        elif above is not None:
            closed[node.id] = above
            first.setdefault(above.id, node)
            more[above.id] = more.get(above.id, -1) + 1
    for id, node in first.items():
        others = f", and so do {more[id]:,} more" if more[id] > 1 else ", and so does one more" if more[id] else ""
        yield Issue(
            f"{quoted(node.name)} stands in {quoted(closed[id].name)}, which is closed{others}",
            node.span,
            "close it too, or move it to where it belongs now",
        )


def find_wide_spans(org: Org) -> Iterator[Issue]:
    """More report to somebody than the file's ``max-span`` allows."""
    limit = org.checks.max_span
    if limit is None:
        return
    nodes = standing(org)
    own = {id: tally_of(each.node, planned=each.planned) for id, each in nodes.items()}
    heads: dict[str, list[str]] = {}
    for each in nodes.values():
        if each.node.head and each.node.parent is not None:
            heads.setdefault(each.node.parent, []).append(each.node.name)
    for id, reports in count_reports(nodes, own).items():
        if reports.direct > limit:
            node = nodes[id].node
            led = f" (led by {listed(map(quoted, heads[id]), 'and')})" if id in heads else ""
            yield Issue(
                f"{quoted(node.name)}{led} has {counted(reports.direct, 'direct report')}, "
                f"more than the {limit:,} of 'max-span'",
                node.span,
            )


def find_empty_units(org: Org) -> Iterator[Issue]:
    """A unit holds nothing and says nothing, while most units beside it hold something."""
    filled = {node.parent for node in org.nodes} | {node.id for node in org.nodes if node.duty}
    beside: dict[str | None, list[Node]] = {}
    for node in org.nodes:
        if node.kind is UNIT_KIND and node.status not in _UNFINISHED and node.type != "external":
            beside.setdefault(node.parent, []).append(node)
    for units in beside.values():
        empty = [unit for unit in units if unit.id not in filled]
        if len(units) - len(empty) >= max(FILLED_BESIDE, len(empty) + 1):
            for unit in empty:
                yield Issue(
                    f"{quoted(unit.name)} holds nobody and nothing, unlike most units beside it",
                    unit.span,
                    "say who leads it or what it is for, or give it 'status: planned'",
                )


def find_chains(org: Org) -> Iterator[Issue]:
    """Unit stands in unit in unit with nothing beside each, or report below report.

    Heads and assistants do not count, nor do units that govern.
    """
    only: dict[str, Node | None] = {}
    for node in org.nodes:
        if node.parent is not None and not node.head and not node.assistant and node.status is not CLOSED:
            only[node.parent] = None if node.parent in only else node
    lengths: dict[str, int] = {}
    for node in reversed(org.nodes):
        below = only.get(node.id)
        if below is not None and below.kind is node.kind and node.type not in _TOP_TYPES:
            lengths[node.id] = lengths.get(below.id, 0) + 1
    for node in org.nodes if lengths else ():
        is_inner = node.parent in lengths and only.get(node.parent or "") is node
        if lengths.get(node.id, 0) >= CHAIN_LINKS and not is_inner:
            last = _last(node, only, lengths)
            yield Issue(
                f"from {quoted(node.name)} down to {quoted(last.name)} stands only one below the other, "
                f"{lengths[node.id] + 1:,} levels deep",
                node.span,
                "a level with one thing on it says little: join them, or show what else stands there",
            )


def _last(node: Node, only: dict[str, Node | None], lengths: dict[str, int]) -> Node:
    below = only.get(node.id)
    while node.id in lengths and below is not None:
        node, below = below, only.get(below.id)
    return node
