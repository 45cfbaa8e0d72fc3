"""Find the units that 各部门 or 每个组 means: those of that sort which stand together and were named before."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.text.passages import passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_EVERY = pattern(
    r"(?:上述|以上|前项|前款|所属|下属|其中)?(?:各该|各个|各|每一?个?|每)(?P<sort>[^,。;、:]{1,8}?)(?:均|各|都"
    r"|应|分别|可以?|得|内|下|亦|并|须|再"
    r"|一般|通常|还|也|则)*"
)
# Words for units of any sort: 各部门 may be 处 and 室.
_ANY = pattern(
    r"(?:职能|内设|业务|一级|二级|工作|下属|所属|直属|办事|分支|主管)?(?:部门|单位|机构|处室|科室|部室|团队|组别"
    r"|组织)(?:\([^)]*\))?"
)
_ORGANS = pattern(r"(?:理事会|监事会|董事会|大会|股东会|主席团|代表会|常委会)$")
_OWNER = pattern(r"(?P<owner>[^,:、各每]{2,16}?)(?:的|之|所属|下属|内|下)?(?=各|每)")
# Several units by name, each of which is spoken of: 图书馆、实验室各.
_SEVERAL = pattern(r"(?P<list>[^,;:]{2,60}(?:[、和及与])[^,;:]{2,20}?)(?:分别|应|得|可|均|各)*(?:各|均|分别)")
MOST_LOOKED_AT = 200


def every_unit(state: State, clause: str, scope: int) -> list[int] | None:
    """Return the units that a folded clause means by 各…; ``None`` where it says no such thing."""
    if state.register.is_root(clause):
        return None  # 各分处, where the statute is one for each of them
    owner = _owner(state, clause, scope)
    match = _EVERY.fullmatch(clause if owner is None else clause[owner[1] :])
    register = state.register
    if match is None:
        return _each_named(state, clause, scope) or _of_their_sort(state, clause) or None
    places = (state.listed_below, state.subject, scope, ROOT) if owner is None else (owner[0],)
    parents = dict.fromkeys(one for one in places if one is not None)
    for parent in parents:
        units = _units_in(state, parent)
        named = [one for one in units if _ends(state, one, match["sort"])]
        if not named and _ANY.fullmatch(match["sort"]):
            named = [one for one in units if not _ORGANS.search(register.entities[one].name.folded)]
            if len(named) == 1 and owner is None:  # one unit alone is not each of several: those in it are meant
                named = _units_in(state, named[0]) or named
        if named:
            return named
    return _anywhere(state, match["sort"])


def _owner(state: State, clause: str, scope: int) -> tuple[int, int] | None:
    """Return whose units are meant, where a known name stands before 各, and where that ends: 教务处各组."""
    match = _OWNER.match(clause)
    if match is None:
        return None
    place = ROOT if state.register.is_root(match["owner"]) else state.register.find(match["owner"], None, scope)
    return None if place is None else (place, match.end())


def _anywhere(state: State, sort: str) -> list[int]:
    """Return the units of a sort wherever they stand, if all stand together."""
    places = range(1, min(len(state.register.entities), MOST_LOOKED_AT))
    units = [one for one in places if _is_unit(state, one) and _ends(state, one, sort)]
    is_together = len({state.register.entities[one].parent for one in units}) == 1
    return units if is_together or len(sort) > 1 else []


def _each_named(state: State, clause: str, scope: int) -> list[int]:
    """Return the units named before 各: 图书馆、实验室各置主任一人; nothing where one of them is no unit."""
    match = _SEVERAL.fullmatch(clause)
    if match is None:
        return []
    items = read_listing(passage(match["list"], 1, 1)).items
    found = [state.register.find(item.name.folded, NodeKind.UNIT, scope) for item in items]
    are_units = all(
        (one is not None and one != ROOT) or judge(item.name.folded) is Sort.UNIT
        for one, item in zip(found, items, strict=True)
    )
    if len(found) < 2 or not are_units:
        return []
    return [
        put(state, NodeKind.UNIT, item, scope, "unit with posts of its own", LISTED) if one is None else one
        for one, item in zip(found, items, strict=True)
    ]


def _of_their_sort(state: State, clause: str) -> list[int]:
    """Return the units just listed that a word for their sort means: 设语文、数学教研组，教研组设组长一人."""
    if state.listed_below is None or not 2 <= len(clause) <= 6 or state.register.by_key.get(clause):
        return []
    units = [one for one in state.register.children.get(state.listed_below, ()) if _is_unit(state, one)]
    named = [one for one in units if _ends(state, one, clause)]
    return named if len(named) > 1 else []


def _units_in(state: State, place: int) -> list[int]:
    """Return the units right below an entity, also those that one of its posts oversees."""
    register = state.register
    found: list[int] = []
    waiting = list(register.children.get(place, ()))
    while waiting and len(found) < MOST_LOOKED_AT:
        one = waiting.pop(0)
        if _is_unit(state, one):
            found.append(one)
        elif register.entities[one].kind is NodeKind.POSITION and not register.entities[one].dropped:
            waiting.extend(register.children.get(one, ()))
    return found


def _is_unit(state: State, place: int) -> bool:
    entity = state.register.entities[place]
    return entity.kind is NodeKind.UNIT and not entity.dropped


def _ends(state: State, place: int, sort: str) -> bool:
    return state.register.entities[place].name.folded.endswith("组" if sort == "小组" else sort)
