"""Read which units a post has under it, where a sentence says so: 生产副厂长分管冲压车间、总装车间."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_OVERSEES = pattern(
    r"(?:^|[,;])(?P<who>[^,。;:、()]{0,14}?)(?:直接|具体|主要|协助\S{2,6})?"
    r"(?:分管|分工管理|直管|管辖|(?<=[长理监任总板席人])(?:直接)?(?:管(?![理委控道])|负责(?:管理)?|领导))(?:着|了)?:?"
    r"(?:[两二三四五六七八九十\d]+个[^,。;:、]{1,6}:)?(?P<list>[^,。;:]{3,80})"
)
_EVERY = pattern(r"(?:其[他它余]|下属|直属)?(?:各|所[有属]|全(?=[部体院校厂县市局]))[^、]*$|.*等?(?:工作|事务|业务)$")


def read_overseen_units(state: State, text: Passage, scope: int) -> bool:
    """Hang the units that a post oversees below it; tell whether a sentence names a post and units of its own."""
    read = False
    for match in _OVERSEES.finditer(text.folded):
        units = _units(text.cut(*match.span("list")))
        post = _post(state, text.cut(*match.span("who")), scope) if units else None
        if post is None:
            continue
        for named in units:
            _hang(state, named, post)
        state.evidence += 1 + len(units) / 2
        state.subject = post
        read = True
    return read


def _units(listed: Passage) -> Sequence[Named]:
    """Return the units of a list that names nothing else; those of which it says only that they are all."""
    items = read_listing(listed).items
    named = [item for item in items if not _EVERY.fullmatch(item.name.folded)]
    return named if all(judge(item.name.folded) is Sort.UNIT for item in named) else ()


def _post(state: State, who: Passage, scope: int) -> int | None:
    """Return the single post that is spoken of, that of the text's place where the clause names none."""
    place = find_subject(state, who, scope) if who.text else scope
    if place is None or place == ROOT:
        return None
    entity = state.register.entities[place]
    return place if entity.kind is NodeKind.POSITION and (entity.seats or 1) == 1 else None


def _hang(state: State, named: Named, post: int) -> None:
    register = state.register
    known = register.find(named.name.folded, NodeKind.UNIT)
    if known is None:
        put(state, NodeKind.UNIT, named, post, "said to be overseen", LISTED)
        return
    entity = register.entities[known]
    is_beside = entity.parent == ROOT or register.is_below(post, entity.parent)
    if known == ROOT or not is_beside or entity.parent == post or register.is_below(post, known):
        return
    if _is_in_body_beside(state, post, entity.parent):
        return
    if register.move(known, post):
        entity.weight, entity.reason = SURE, "said to be overseen"
        state.tell(named.name, f"'{entity.name.text}' stands below '{state.name_of(post)}'", "said to be overseen")


def _is_in_body_beside(state: State, post: int, home: int) -> bool:
    """Whether a post belongs to a body that stands beside a unit, such as the management: there both have a place."""
    body = state.register.entities[post].parent
    return body not in (ROOT, home) and state.register.entities[body].parent == home
