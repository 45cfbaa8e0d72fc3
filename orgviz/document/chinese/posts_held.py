"""Read sentences that say who holds a post: 总经理王敏主持全面工作, 部长由王敏兼任, 园长任主任."""

from __future__ import annotations

import re

from orgviz.document.chinese.elections import unit_of
from orgviz.document.chinese.hanging import OWN
from orgviz.document.chinese.offices import unit_for
from orgviz.document.chinese.unit_heads import split_head
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.heads_of_bodies import end_of_body, is_rank_in_body
from orgviz.document.names.held_posts import held_post, person_in
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named, people_in
from orgviz.document.names.people import is_person
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_POST_HOLDER = hinted(
    r"主持|负责|[分主兼统]管|任|领导|管理|带领|统筹|牵头|全面",
    r"(?:^|,|、|和|及)(?P<both>[^,、。;:]{4,13}?)(?=主持|负责|分管|主管|担任|兼任|兼管|(?<!主)任|领导|管理"
    r"|带领|统管|统筹|牵头|全面)",
)
_HELD = hinted(
    r"[兼担出]任|代理",
    r"(?:(?<![^,。;])(?:[^,。;]{0,12}?(?<!假)[设置](?:有|立)?))?(?P<post>[^,、。;:]{2,22}?)"
    r"(?:(?:\d{1,2}|[一二两三四五六])[名人位],)?(?:现|暂|均)?由(?P<who>[^,。;:]{2,40}?)(?:同志)?(?:兼任|担任|出任|代理)",
)
# The heads of units elsewhere, or an office told by its work.
_HEADS_OF = pattern(
    r"(?:单位|部门|机关|机构|科室|街道|[局委办院部处])(?:的?(?:主要|分管|有关|相关|行政))*(?:领导|负责人|负责同志|首长)$"
    r"|的副?(?:[省市县区州镇乡]长|书记|主任|局长|院长|校长|经理|总经理|总裁)$"
)
# Who holds which office sits there by it: 园长任主任, 书记、工会主席任副主任.
_BY_OFFICE = hinted(
    r"任",
    r"(?:^|[,;:])(?:(?P<body>[^,。;:由]{2,20}?)?由)?(?P<who>[^,。;:由]{2,60}?)(?:女士|先生|同志|老师|博士)?(?:分别|共同)?(?:[兼担出]任|(?<![主责委信常责现])任)(?P<post>[^,、。;:]{2,12}?)(?=$|[,;])",
)


def read_holders(state: State, text: Passage, scope: int) -> bool:
    """Read who holds a post: 总经理王敏主持全面工作, 部长由王敏兼任."""
    found = False
    for form in (_POST_HOLDER, _HELD):
        for match in form.finditer(text.folded):
            post, who = _post_and_holders(text, match, is_held=form is _HELD)
            if (
                judge(post.folded) is not Sort.POST
                or _KNOWN_AS.fullmatch(post.folded)
                or (not who and form is _POST_HOLDER)
            ):
                continue
            if not who:
                found = _held_by_office(state, post, text.cut(*match.span("who")), scope) or found
                continue
            alone = _just_before(state, text, match)
            found = _put_held(state, post, who, _home(state, post, scope) if alone is None else alone) or found
    return _read_by_office(state, text, scope) or found


def _put_held(state: State, post: Passage, holders: tuple[str, ...], unit: int) -> bool:
    """Put a post below its unit, with those who hold it; tell whether it is one, and not the whole."""
    place = put(state, NodeKind.POSITION, Named(name=post, holders=holders), unit, "post and holder", LISTED)
    state.evidence += 0.5
    return place != ROOT


def _is_of_body(state: State, name: Passage, scope: int) -> bool:
    """Take the clause on for the body with whose name it begins: 委员会由总经理任主任; tell whether it is one."""
    body = find_subject(state, name, scope) if judge(name.folded) is Sort.UNIT else None
    if body is None:
        return False
    state.subject = body
    return True


_KNOWN_AS = pattern(r"(?:公司|本[店社会院])?(?:的)?(?:联合)?(?:创始人|创办人|发起人)")


def _read_by_office(state: State, text: Passage, scope: int) -> bool:
    """Read the ranks in a body that fall to those who hold other posts."""
    found = False
    for match in _BY_OFFICE.finditer(text.folded):
        post, who = text.cut(*match.span("post")), text.cut(*match.span("who"))
        if match["body"] and not _is_of_body(state, text.cut(*match.span("body")), scope):
            continue
        known_as = _KNOWN_AS.match(who.folded)
        who = who.cut(known_as.end()) if known_as else who
        people = (who.text,) if is_person(who.text, who.folded) else people_in(who)
        if judge(post.folded) is Sort.POST and people:
            found = _put_held(state, post, people, _home(state, post, scope)) or found
            continue
        items = read_listing(who).items
        are_offices = bool(items) and all(judge(item.name.folded) is Sort.POST for item in items)
        if _HEADS_OF.search(who.folded) and is_rank_in_body(post.folded):
            found = _put_held(state, post, (), _home(state, post, scope)) or found
            continue
        if are_offices and judge(post.folded) is Sort.POST and not any(item.holders for item in items):
            found = _held_by_office(state, post, items[0].name, scope) or found
    return found


def _home(state: State, post: Passage, scope: int) -> int:
    """Return where a post stands: in the unit that its title begins with, else in the one last spoken of."""
    unit = unit_of(state, post.folded)
    is_named = unit is not None and post.folded.startswith(state.register.entities[unit].name.folded)
    return unit if unit is not None and is_named else unit_for(state, scope, post.folded)


def _just_before(state: State, text: Passage, match: re.Match[str]) -> int | None:
    """Return the unit that was set up right before: 下设办公室,主任由王敏兼任."""
    alone = state.alone
    if alone is None or state.register.entities[alone].kind is not NodeKind.UNIT:
        return None
    before = text.folded[: match.start()].rstrip(",")
    return alone if before.endswith(state.register.entities[alone].name.folded) else None


def _head_of_body(post: Passage) -> tuple[Named, Passage] | None:
    """Return the body and the rank of a title such as 安全委员会主任."""
    end = end_of_body(post.folded)
    return None if end is None else (Named(name=post.cut(0, end)), post.cut(end))


def _post_and_holders(text: Passage, match: re.Match[str], *, is_held: bool) -> tuple[Passage, tuple[str, ...]]:
    if not is_held:
        post = held_post(text.cut(*match.span("both")))
        return post.name, post.holders
    told = text.cut(*match.span("who"))
    person = person_in(told)
    return text.cut(*match.span("post")), people_in(told) or ((person.text,) if person is not None else ())


def _held_by_office(state: State, post: Passage, office: Passage, scope: int) -> bool:
    """Read a post that falls to who holds another: 主任由副校长兼任."""
    if not re.search(r"(?:长|主席|主任|书记|经理|主管|负责人|领导|总监)$", office.folded) or OWN.match(post.folded):
        return False
    unit = unit_of(state, post.folded)
    doubled = (split_head(post) or _head_of_body(post)) if unit is None else None
    if doubled is not None:
        post = doubled[1]
        unit = state.subject = put(state, NodeKind.UNIT, doubled[0], scope, "unit named in a title", LISTED)
        state.evidence += 0.5
    unit = unit_for(state, scope) if unit is None else unit
    place = put(state, NodeKind.POSITION, Named(name=post), unit, "held by another", LISTED)
    state.evidence += 0.5
    return place != ROOT
