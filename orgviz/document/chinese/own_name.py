"""Tell a sentence below a unit's heading that sets up that very unit, by its full name or the same one."""

from __future__ import annotations

import re

from orgviz.document.chinese.claims import Claim, first_clauses
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.name_keys import keys
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_BELOW = ("下", "辖", "分", "内")
_SHORTEST = 4
_SORT = pattern(r"(?:机构|机关|组织)$")
_CLASS = r"(?:指挥|领导|工作|协调)*(?:部|中心|办公室|小组|委员会|组|队|处|局)"


def sets_up_its_heading(state: State, claim: Claim, scope: int) -> bool:
    """Whether a claim sets up the unit below whose heading it stands; its full name is noted.

    Below 资料调度中心 it is 设立市资料调度中心, but not 资料调度中心下设第二资料调度中心.
    """
    entity = state.register.entities[scope]
    if scope == ROOT or entity.kind is not NodeKind.UNIT or claim.verb.startswith(_BELOW):
        return False
    listed = first_clauses(claim.listed)
    items = read_listing(listed).items if listed is not None else ()
    heading = entity.name.folded
    if not items or any(judge(item.name.folded) in STRONG for item in items[1:]) or heading in claim.before.folded:
        return False
    name = items[0].name.folded
    if name != heading and not _is_full_name(name, heading):
        return False
    for known in (name, *(alias for key in keys(name) for alias in state.register.aliases.get(key, ()))):
        state.register.call(scope, known)
    state.subject = scope
    state.tell(items[0].name, f"'{entity.name.text}', named before", "set up below its own heading")
    return True


def _is_full_name(name: str, heading: str) -> bool:
    if len(heading) < _SHORTEST or len(name) <= len(heading) - 2 or judge(name) is not Sort.UNIT:
        return False
    stem = _SORT.sub("", heading)
    is_of_sort = stem != heading and len(stem) >= _SHORTEST
    return name.endswith(heading) or (is_of_sort and bool(re.search(re.escape(stem) + _CLASS + "$", name)))


def is_led_from_elsewhere(names: list[str]) -> bool:
    """Whether a list of who makes up a group begins with who leads it: 办公厅牵头、公安局等单位组成."""
    return any(name.endswith("牵头") for name in names[:2])
