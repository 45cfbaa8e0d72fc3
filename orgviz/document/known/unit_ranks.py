"""Find the unit that a title names before its rank: 工程部部长, in whatever unit the title was told."""

from __future__ import annotations

from orgviz.document.known.register import ROOT, Register
from orgviz.document.names.name_keys import key_of
from orgviz.document.names.ranks import is_rank_only
from orgviz.model import NodeKind

_SHORTEST = 2


def unit_before_rank(register: Register, title: str, above: int) -> int | None:
    """Return the known unit, somewhere below another, whose whole name stands before a rank: 综合办公室主任."""
    for length in range(len(title) - 2, _SHORTEST - 1, -1):
        if key_of(title[:length]) in register.by_key and is_rank_only(title[length:].removeprefix("副")):
            found = register.find(title[:length], NodeKind.UNIT)
            is_within = found not in (None, ROOT, above) and register.is_below(found or ROOT, above)
            return found if is_within else None
    return None
