"""Put posts that are called after a unit into it, where the text says of nothing else where they stand: 生产部经理."""

from __future__ import annotations

from orgviz.document.known.register import ROOT, Entity
from orgviz.document.known.state import State, has_head
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_WIDE = pattern(
    r"(?P<unit>[\u4e00-\u9fff]{2,10}(?:部门|部|处|科|组|室|中心|车间|局|厂|店|公司|队|院|所|馆))"
    r"(?:经理|[部处科组室厂店队院所馆局]长|主任|总监|主管|负责人)"
)
_LATIN = pattern(
    r"(?:head|director|manager|chief|lead|leader|chair|dean|supervisor) of (?:the |our )?(?P<unit>[a-z][^,()]{1,40})"
    r"|(?P<field>[a-z][^,()]{1,40}?) (?:manager|director|lead|leader|supervisor)"
)


def settle_named_leaders(state: State) -> None:
    """Move each post at the top that is called after a known unit beside it into that unit, as its head."""
    register = state.register
    for place in tuple(register.children.get(ROOT, ())):
        entity = register.entities[place]
        unit = _unit_of(state, entity) if entity.kind is NodeKind.POSITION and not entity.dropped else None
        if unit is not None and not has_head(state, unit) and register.move(place, unit):
            entity.head = (entity.seats or 1) == 1
            entity.guess = entity.guess or "in the unit by its name"


def _unit_of(state: State, entity: Entity) -> int | None:
    name = entity.name.folded
    match = (_LATIN if name.isascii() else _WIDE).fullmatch(name)
    called = match.groupdict().get("unit") or match.groupdict().get("field") if match else None
    unit = state.register.find(called, NodeKind.UNIT) if called else None
    return unit if unit != ROOT else None
