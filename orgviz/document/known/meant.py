"""Find which of the entities that are known a name means, and whether it stands elsewhere than was thought."""

from __future__ import annotations

import re
from itertools import islice

from orgviz.document.known.register import ROOT, Entity, Register
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.name_keys import core_of, key_of, keys, main_keys
from orgviz.document.names.ranks import is_rank_only
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# A name that stands in more places than this means none of the earlier ones.
_RECENT = 24


def known_one(register: Register, kind: NodeKind, folded: str, parent: int, *, anew: bool) -> int | None:
    """Find the entity that a name below a parent means."""
    candidates = register.candidates(folded)
    for place in candidates:
        if register.entities[place].parent == parent and _agrees(register, place, kind, folded):
            return place
    inner = _within_name(register, kind, folded, parent)
    if inner is not None:
        return inner
    agreeing = (place for place in candidates[-_RECENT:] if _agrees(register, place, kind, folded))
    found = list(islice(agreeing, 2))  # of a title that many units have, two are enough to tell that it means none
    reason = register.entities[found[0]].reason if len(found) == 1 else ""
    is_told = reason.startswith("sentence") or (reason == "row of a table" and parent != ROOT)
    listed = reason == "listed as below" or (is_told and register.is_below(found[0], parent))
    if kind is NodeKind.POSITION and is_rank_only(folded) and not listed:
        return None
    found += agreeing
    within = [place for place in found if register.is_below(place, parent)]
    if within and not (anew and parent == ROOT and len(within) > 1):
        return within[0]
    free = [
        place for place in found if register.entities[place].parent == ROOT and not register.is_below(parent, place)
    ]
    if free:
        return free[0]
    others = list(islice((place for place in found if not register.is_below(parent, place)), 2))
    if len(others) == 1 and _is_meant_again(register.entities[others[0]], folded):
        return others[0]
    if kind is NodeKind.POSITION and parent != ROOT and register.entities[parent].kind is NodeKind.UNIT:
        return None
    return None if anew or len(others) != 1 else others[0]


def _within_name(register: Register, kind: NodeKind, folded: str, parent: int) -> int | None:
    """Return the post of a unit that is called again with the unit's name: 监事会主席 for the 主席 of the 监事会."""
    unit = register.entities[parent]
    if kind is not NodeKind.POSITION or unit.kind is not NodeKind.UNIT or not folded.startswith(unit.name.folded):
        return None
    rank = folded[len(unit.name.folded) :]
    if len(rank) < 2 or not unit.name.folded:
        return None
    return next((one for one in register.children.get(parent, ()) if register.entities[one].name.folded == rank), None)


_ONE_OF_A_KIND = pattern(
    r"(?:chief [a-z&]+(?: [a-z&]+)? officer|c[eftimros]o|chro|ciso|(?:vp|svp|evp|head|director|vice president"
    r"|dean) (?:of|for) (?!(?:department|school|division|unit|section|faculty|studies|team|service|office)$).+)"
    r"(?: \(.*\))?"
)


def _is_meant_again(entity: Entity, folded: str) -> bool:
    """Whether a name in a place of its own means one that was met: listed before by its superior, or the only one."""
    if entity.reason in ("listed as below", "named as the one above", "listed as units"):
        return True
    return entity.kind is NodeKind.POSITION and bool(_ONE_OF_A_KIND.fullmatch(folded))


_ALIKE = ({"部", "部门"}, {"组", "小组"}, {" dept", " department"})


def _agrees(register: Register, place: int, kind: NodeKind, folded: str) -> bool:
    """Whether a candidate may be meant by a name: of the same kind, and not of another suffix."""
    entity = register.entities[place]
    one, other = ("", "") if entity.name.folded == folded else (key_of(folded), key_of(entity.name.folded))
    if one == other:
        return entity.kind is kind or Sort.FIELD in (judge(folded), judge(entity.name.folded))
    if entity.kind is not kind or are_told_apart(folded, entity.name.folded):
        return False
    if core_of(one) == core_of(other):
        suffixes = {one.removeprefix(core_of(one)), other.removeprefix(core_of(other))}
        return "" in suffixes or any(suffixes <= alike for alike in _ALIKE)
    # A short form in brackets may be shared: CEO [shared] is not CFO [shared].
    mine = main_keys(folded)
    known_so = any(
        place in register.by_key.get(key, ()) or place in register.by_core.get(core_of(key), ()) for key in mine
    )
    return known_so or any(key in keys(folded) for key in main_keys(entity.name.folded))


def are_told_apart(one: str, other: str) -> bool:
    """Whether two names differ by what stands in their brackets: Manager (North) is not Manager (South)."""
    if not (one.endswith(")") and other.endswith(")")):
        return False
    inner = [re.findall(r"\(([^()]*)\)$", name) for name in (one, other)]
    if not all(inner) or inner[0] == inner[1]:
        return False
    before, beside = (name[: name.rfind("(")].rstrip() for name in (one, other))
    return before == beside and is_wide(inner[0][0]) == is_wide(inner[1][0])


def should_move(register: Register, place: int, parent: int, weight: int) -> bool:
    """Whether an entity stands below a parent that was now told, with some weight, and not where it was put before."""
    entity = register.entities[place]
    if register.is_below(place, parent) or register.is_below(parent, place):
        return False
    return entity.parent == ROOT or weight > entity.weight
