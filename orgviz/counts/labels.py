"""What stands on a box about its headcount."""

from __future__ import annotations

from orgviz.counts.count import Counts, NodeCount
from orgviz.model import NodeKind


def count_labels(counts: Counts) -> dict[str, str]:
    """Return by id what is written on boxes: people directly in a unit and in all, or reports of a post.

    Always both, even where they are the same: a single number at the foot of a list would look like a line of it.
    Where nobody is known, nothing is written.
    """
    labels = {}
    for id, each in counts.nodes.items():
        label = _label(each, is_unit=counts.standing[id].node.kind is NodeKind.UNIT)
        if label is not None:
            labels[id] = label
    return labels


def _label(each: NodeCount, *, is_unit: bool) -> str | None:
    direct, total = (each.people, each.all_people) if is_unit else (each.reports.direct, each.reports.total)
    if total == 0:
        return None
    return f"{direct:,} / {total:,}"
