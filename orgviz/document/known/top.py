"""Hang those at the top of an organisation below the one who leads it, where the text only lists them one by one."""

from __future__ import annotations

import re

from orgviz.document.known.register import ROOT, Register
from orgviz.document.known.state import State
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_CHIEF = pattern(r"(?:ceo|chief executive(?: officer)?)(?: \(.*\))?")
_OFFICER = pattern(r"(?:c[a-z]{1,2}o|chief (?!executive)[a-z& ]{2,30} officer)(?: \(.*\))?")
_WIDE_CHIEFS = (
    "总经理",
    "厂长",
    "院长",
    "校长",
    "园长",
    "馆长",
    "总裁",
    "社长",
    "局长",
    "所长",
    "店长",
    "行长",
    "矿长",
    "台长",
    "站长",
    "镇长",
    "县长",
    "市长",
)


_WHOSE = pattern(r"^(?:本|我)?(?:公司|集团|企业)(?=.)")  # 公司总经理


def settle_top(state: State) -> None:
    """Move the deputies of the one 总经理 below that post, and the other chief officers below the one CEO."""
    register = state.register
    _settle_body(register)
    top = _posts_below(register, ROOT)
    chiefs = [place for place in top if _is_chief(register, place)]
    chiefs = chiefs or [one for place in top for one in _posts_below(register, place) if _is_chief(register, one)]
    if len(chiefs) != 1:
        return
    for place in sorted(top, key=register.where):
        is_behind = register.where(place) > register.where(chiefs[0])
        if is_behind and _is_next_to(register, place, chiefs[0]) and register.move(place, chiefs[0]):
            entity = register.entities[place]
            entity.guess = entity.guess or "below the head of the whole by its title"
    _settle_counted_deputies(register, chiefs[0])


def _settle_counted_deputies(register: Register, chief: int) -> None:
    """Let go of 副总经理三名 where the text names as many of them by their fields: 研发副总."""
    posts = _posts_below(register, chief)
    counted = [one for one in posts if register.entities[one].name.folded in ("副总经理", "副总")]
    named = [one for one in posts if _BY_FIELD.fullmatch(register.entities[one].name.folded)]
    for one in counted:
        if register.entities[one].seats == len(named) > 1 and not register.children.get(one):
            register.entities[one].dropped = True


_BY_FIELD = pattern(r"[\u4e00-\u9fff]{2,4}副总(?:经理)?")


_FIRST, _FEWEST = 1, 3


def _settle_body(register: Register) -> None:
    """Move the posts of headings below the body of which a text says first that it governs, where it names no others.

    So the President and the Secretary below The Choir Council is the governing body of the Choir.
    """
    body = register.entities[_FIRST] if len(register.entities) > _FIRST else None
    if body is None or body.reason != "said to be a body" or body.parent != ROOT or register.children.get(_FIRST):
        return
    posts = _posts_below(register, ROOT)
    if len(posts) >= _FEWEST and all(register.entities[place].reason == "heading" for place in posts):
        for place in posts:
            register.move(place, _FIRST)
            register.entities[place].guess = "a post of the body that the text begins with"


def _posts_below(register: Register, parent: int) -> list[int]:
    entities = register.entities
    posts = (place for place in register.children.get(parent, ()) if entities[place].kind is NodeKind.POSITION)
    return [place for place in posts if not entities[place].dropped]


def _is_chief(register: Register, place: int) -> bool:
    folded = _WHOSE.sub("", register.entities[place].name.folded)
    return folded in _WIDE_CHIEFS or _CHIEF.fullmatch(folded) is not None


def _is_next_to(register: Register, place: int, chief: int) -> bool:
    """Whether a title says that its holder stands right below a chief: 副总经理 below 总经理, CFO below CEO."""
    name, head = (_WHOSE.sub("", register.entities[one].name.folded) for one in (place, chief))
    if head in _WIDE_CHIEFS:
        short = "|[\u4e00-\u9fff]{0,4}副总" if head in ("总经理", "总裁") else ""
        return bool(re.fullmatch(rf"[\u4e00-\u9fff]{{0,4}}副{head}(?:\(.*\))?|{head}助理{short}", name))
    return _OFFICER.fullmatch(name) is not None
