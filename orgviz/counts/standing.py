"""The nodes that count: all but what is closed and what stands below it, each with what it inherits."""

from __future__ import annotations

from orgviz.lean import dataclass
from orgviz.model import Node, NodeKind, Org, Status

_EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Standing:
    """A node that counts.

    Args:
        unit: the id of the nearest unit, itself for a unit; ``None`` where no unit stands above it.
        level: of reporting, 1 for a root; a head stands on the level of its unit.
        units: how many units stand from the root down to it, itself among them.
        planned, external: whether it, or something above it, is still to come, or is outside.
    """

    node: Node
    unit: str | None
    level: int
    units: int
    planned: bool
    external: bool


def standing(org: Org) -> dict[str, Standing]:
    """Return the nodes that count by id, in the order of the organisation: each after its parent."""
    found: dict[str, Standing] = {}
    for node in org.nodes:
        above = None if node.parent is None else found.get(node.parent)
        if node.status is Status.CLOSED or (node.parent is not None and above is None):
            continue
        is_unit = node.kind is NodeKind.UNIT
        found[node.id] = Standing(
            node=node,
            unit=node.id if is_unit else above.unit if above else None,
            level=(above.level if above else 0) + (0 if node.head and above else 1),
            units=(above.units if above else 0) + is_unit,
            planned=node.status is Status.PLANNED or (above is not None and above.planned),
            external=_is_outside(node) or (above is not None and above.external),
        )
    return found


def _is_outside(node: Node) -> bool:
    return node.type == _EXTERNAL or node.status is Status.OUTSOURCED
