"""Take out of a sentence who leads a body, where that stands before its name: 由王敏任组长的改革小组."""

from __future__ import annotations

from dataclasses import dataclass

from orgviz.document.chinese.led import read_led
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.held_posts import person_in
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
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


def read_leaders(state: State, text: Passage, leader: Leader | None) -> None:
    """Put who leads the body that a sentence has set up: as taken out before its name, or told right behind it."""
    body = None if leader is None else _at(state, text, leader.begin)
    if leader is not None and body is not None:
        place = put(state, NodeKind.POSITION, leader.post, body, "leads the body", LISTED)
        state.register.entities[place].head = place != ROOT
    alone = state.alone
    if alone is None or alone == ROOT or state.register.entities[alone].kind is not NodeKind.UNIT:
        return
    name = state.register.entities[alone].name
    at = text.folded.find(name.folded)
    behind = _BEHIND.match(text.folded, at + len(name)) if at >= 0 else None
    if behind is not None:
        read_led(state, joined((name, text.cut(*behind.span("led"))), ""), state.register.entities[alone].parent)


def _at(state: State, text: Passage, begin: int) -> int | None:
    """Return the unit, among those found last, whose name begins at a place in a text."""
    entities = state.register.entities
    near = range(len(entities) - 1, max(0, len(entities) - _NEAR), -1)
    names = ((place, entities[place].name.folded) for place in near if entities[place].kind is NodeKind.UNIT)
    return next((place for place, name in names if text.folded.startswith(name, begin)), None)


_NEAR = 30
