"""Find the unit that the title of a post names: the Chair of the Board."""

from __future__ import annotations

from orgviz.document.known.register import Register
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_OF_UNIT = pattern(
    r"(?:(?:vice|deputy|assistant|co|acting)[- ])*(?:chair(?:man|woman|person)?|president|head|leader|lead|director"
    r"|manager|dean|secretary|treasurer|chief|speaker|convenor|convener|coordinator) of the (?P<unit>.+)"
)
_BODIES = ("board", "committee", "council")


def unit_of_title(register: Register, folded: str, parent: int) -> int:
    """Return the known unit below a parent that a title names, else the parent: the Head of the Finance Department."""
    match = _OF_UNIT.fullmatch(folded)
    if match is None:
        return parent
    unit = register.find(match["unit"], NodeKind.UNIT)
    if unit is None and match["unit"] in _BODIES:
        begins, ends = f"{match['unit']} of ", f" {match['unit']}"
        units = [place for place, one in enumerate(register.entities) if place and one.kind is NodeKind.UNIT]
        names = [(place, register.entities[place].name.folded) for place in units]
        meant = [place for place, name in names if name.startswith(begins) or name.endswith(ends)]
        unit = meant[0] if len(meant) == 1 else None
    return parent if unit is None or not register.is_below(unit, parent) else unit
