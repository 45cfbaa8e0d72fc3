"""Take out of a sentence who leads a body, where that stands before its name: 由王敏任组长的改革小组."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgviz.document.chinese.led import read_led
from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_person, part_of
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.held_posts import person_in
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named, people_in
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage, joined
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_BEFORE = hinted(
    r"任|为",
    r"(?:由(?P<who>[^,。;、由]{2,12}?)(?:同志)?(?:担任|兼任|任)(?P<post>[^,。;、的]{2,8})"
    r"|以(?P<office>[^,。;、以]{2,10}?)为(?P<led>[^,。;、的]{2,8})(?:[、,][^,。;、的为]{2,12}为[^,。;、的]{2,8})*)的"
    r"(?=[^,。;的]{2,20}?(?:组|会|部|中心|班|专班|处|团|队)(?:$|[,。;、和]))",
)
_BEHIND = pattern(
    r",(?:现|暂|目前|并)?(?P<led>由[^,。;、由]{2,12}?(?:同志)?(?:负责|牵头|主持|管理|领导|带队|分管|主管|统筹))"
    r"(?:日常工作|全面工作|工作|日常运营)?(?=$|[,;])"
)


@dataclass(frozen=True, slots=True)
class Leader:
    """The post that leads a body, with its holder where one is named, and where the body's name begins."""

    post: Named
    begin: int


def without_leader(text: Passage) -> tuple[Passage, Leader | None]:
    """Return a sentence without who leads the body that it sets up, and who that is."""
    match = _BEFORE.search(text.folded)
    if match is None:
        return text, None
    post = text.cut(*match.span("post" if match["post"] else "led"))
    if judge(post.folded) is not Sort.POST:
        return text, None
    person = person_in(text.cut(*match.span("who"))) if match["who"] else None
    named = Named(name=post, holders=(person.text,) if person is not None else ())
    return joined((text.cut(0, match.start()), text.cut(match.end())), ""), Leader(named, match.start())


def read_leaders(state: State, text: Passage, leader: Leader | None, hung: Sequence[int]) -> None:
    """Put who leads the body that a sentence has set up: as taken out before its name, or told right behind it."""
    body = None if leader is None else _at(state, text, leader.begin)
    if leader is not None and body is not None:
        place = put(state, NodeKind.POSITION, leader.post, body, "leads the body", LISTED)
        state.register.entities[place].head = place != ROOT
    if _read_leader_of_each(state, text, hung) or _read_leader_of_one(state, text, hung):
        return
    if _read_leader_of_several(state, text):
        return
    alone = state.alone
    if alone is None or alone == ROOT or state.register.entities[alone].kind is not NodeKind.UNIT:
        return
    name = state.register.entities[alone].name
    at = text.folded.find(name.folded)
    behind = _BEHIND.match(text.folded, at + len(name)) if at >= 0 else None
    if behind is not None:
        read_led(state, joined((name, text.cut(*behind.span("led"))), ""), state.register.entities[alone].parent)


_LAST = pattern(
    r".*[个大家支类块][^,。;、]{1,8},(?:现|暂|目前|均|都|统一)*(?P<led>由[^,。;、由分]{2,12}?(?:同志)?(?:总|统一|全面|直接)?"
    r"(?:负责|牵头|主持|管理|领导|带队|分管|主管|统筹))$"
)


_EACH = pattern(
    r".*,(?:现|暂|目前)*分别由(?P<who>[^,。;:由]{4,60}?)(?:同志)?(?:担任|任)?(?:负责|牵头|主持|管理|领导|带队|分管|主管|统筹)(?:工作)?"
)


def _read_leader_of_each(state: State, text: Passage, hung: Sequence[int]) -> bool:
    """Read who leads each of the units just listed: 分别由王芳、李强负责, 分别由副总裁王芳、李强分管."""
    match = _EACH.fullmatch(text.folded) if len(hung) > 1 else None
    if match is None:
        return False
    listed = text.cut(*match.span("who"))
    title, who = _title_of_all(listed)
    people = people_in(who)
    units = [one for one in hung if state.register.entities[one].kind is NodeKind.UNIT]
    if len(people) != len(units):
        return False
    for unit, one in zip(units, people, strict=True):
        if title is None:
            add_person(state, unit, part_of(listed, one), is_head=True)
            continue
        post = state.register.add(NodeKind.POSITION, Named(name=title, holders=(one,)), unit, "leads the unit", LISTED)
        state.register.entities[post].head = True
    return True


def _title_of_all(listed: Passage) -> tuple[Passage | None, Passage]:
    """Return the title that stands once before several people, and the people."""
    first = listed.folded.partition("、")[0].partition("和")[0]
    for length in (3, 2, 4):
        begin = len(first) - length
        if begin > 1 and judge(listed.folded[:begin]) is Sort.POST and people_in(listed.cut(begin, len(first))):
            return listed.cut(0, begin), listed.cut(begin)
    return None, listed


def _read_leader_of_one(state: State, text: Passage, hung: Sequence[int]) -> bool:
    """Read who leads one of the units just listed, told behind the list: 设中餐厅、西餐厅，中餐厅由李静负责."""
    last = text.cut(text.folded.rfind(",") + 1)
    entities = state.register.entities
    led = (one for one in hung if last.folded.startswith(f"{entities[one].name.folded}由"))
    unit = next(led, None)
    return unit is not None and read_led(state, last, entities[unit].parent) is not None


def _read_leader_of_several(state: State, text: Passage) -> bool:
    """Read who leads a unit told behind its parts: 销售部下设东区、西区两个区，由王芳负责."""
    subject, match = state.subject, _LAST.fullmatch(text.folded)
    if match is None or state.alone is not None or subject is None or subject == ROOT:
        return False
    entity = state.register.entities[subject]
    if entity.kind is not NodeKind.UNIT:
        return False
    return read_led(state, joined((entity.name, text.cut(*match.span("led"))), ""), entity.parent) is not None


def _at(state: State, text: Passage, begin: int) -> int | None:
    """Return the unit, among those found last, whose name begins at a place in a text."""
    entities = state.register.entities
    near = range(len(entities) - 1, max(0, len(entities) - _NEAR), -1)
    names = ((place, entities[place].name.folded) for place in near if entities[place].kind is NodeKind.UNIT)
    return next((place for place, name in names if text.folded.startswith(name, begin)), None)


_NEAR = 30
