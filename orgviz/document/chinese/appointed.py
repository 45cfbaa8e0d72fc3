"""Read notices of who is put in which post: 任命王敏为市场部经理, 李四任财务部部长, 由周平接任客服主管."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, give_duty, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_person
from orgviz.document.names.ranks import is_rank_only, is_top_rank
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_PUTS = pattern(
    r"(?:兹|特|现|拟)?(?:(?:(?:[^,。;:]{0,14}会)?(?:选举|推选|推举)|任命|聘任|委任|聘请|聘|提拔|提任|晋升)(?P<named>[^,。;:、()]{2,6}?)(?:\([^()]{1,12}\))?(?:同志|先生|女士)?(?:继续)?(?:担任|出任|任|为)"
    r"|(?:由)?(?P<takes>[^,。;:()]{2,40}?)(?:\([^()]{1,12}\))?(?:同志|先生|女士)?(?:继续|正式|分别|将|现)*(?:担任|接任|出任|升任|兼任"
    r"|当选为?|任)(?:新一届|本届|第[一二三四五六七八九十\d]+届)?)"
    r"(?:本?公司|本[院校局])?(?P<post>[^,。;:()]{2,24}?)(?:一职|职务)?(?:\([^()]{2,10}\))?$"
)
# What else such a notice says: on what ground, and who leaves which post.
_BESIDES = pattern(
    r"(?:经|根据|因|鉴于|为|即日起|自)[^:]{0,24}|[^:]{0,10}(?:免去|免职|不再|辞去|卸任|离任|试用期|任期|聘期)[^:]{0,24}"
    r"|(?:通知|决定|特此任命|特此通知|原职务[^:]{0,8})"
)
_REPORTS = pattern(r"(?:并|直接)*(?:向|对)(?P<to>[^,。;:、]{2,14}?)(?:汇报工作|汇报|负责|报告工作)$")
_WORK = pattern(r"(?:并|全面|主要|具体)*(?:负责|分管|主管|主持|统筹)")
_STOPS = pattern(r"[,;:]")


@dataclass(frozen=True, slots=True)
class _Put:
    """Who is put in which post, to whom the post is said to report, and what its work is."""

    person: Passage
    post: Passage
    above: Passage | None = None
    work: Passage | None = None


def read_appointed(state: State, text: Passage, scope: int) -> bool:
    """Read a sentence that says of nothing but who is put in which post; tell whether it was one."""
    said = _said(text) if any(sign in text.folded for sign in ("任", "聘", "晋升", "选")) else None
    for one in said or ():
        place = _put(state, one, scope)
        unit = state.register.entities[place].parent
        if one.work is not None and place != ROOT:
            give_duty(state, place, one.work)
        above = _above(state, one.above, place)
        if above is not None and place != ROOT:
            state.register.move(place if unit == ROOT else unit, above)
            state.evidence += 1
        state.evidence += 0.5 if unit == ROOT else 1
    return bool(said)


def _said(text: Passage) -> list[_Put] | None:
    """Return who is put where, one for each clause that says so; nothing where a clause says anything else."""
    found: list[_Put] = []
    for clause in _clauses(text):
        match, reports = _PUTS.match(clause.folded), _REPORTS.match(clause.folded)
        if match is not None and (one := _appointment(clause, match)) is not None:
            found.extend(one)
        elif found and (also := _ALSO.match(clause.folded)) is not None and _is_post(clause.cut(also.end())):
            found.append(_Put(found[-1].person, clause.cut(also.end())))
        elif reports is not None and found:
            found[-1] = replace(found[-1], above=clause.cut(*reports.span("to")))
        elif found and (found[-1].work or _WORK.match(clause.folded)) and "任" not in clause.folded:
            found[-1] = replace(found[-1], work=found[-1].work or clause)
        elif _BESIDES.fullmatch(clause.folded) is None and not (found and _REPORTS.search(clause.folded)):
            return None
    return found or None


_ALSO = pattern(r"(?:并|同时|继续)*(?:兼任|兼)(?:本?公司)?(?=..)")


def _is_post(title: Passage) -> bool:
    return judge(title.folded) is Sort.POST


def _clauses(text: Passage) -> Iterator[Passage]:
    return (part for part in text.split(match.span() for match in _STOPS.finditer(text.folded)) if part.text)


def _appointment(clause: Passage, match: re.Match[str]) -> list[_Put] | None:
    """Return who is put in a post, or in several at once: 任总经理助理兼办公室主任."""
    taken = clause.cut(*match.span("named" if match["named"] else "takes"))
    persons = list(taken.split(one.span() for one in re.finditer("[、和及]", taken.folded)))
    post = clause.cut(*match.span("post"))
    posts = list(post.split(one.span() for one in re.finditer("兼(?:任)?|、", post.folded)))
    are_posts = all(judge(one.folded) is Sort.POST for one in posts)
    if not are_posts or not all(is_person(person.text, person.folded) for person in persons):
        return None
    return [_Put(person, one) for person in persons for one in posts]


def _put(state: State, one: _Put, scope: int) -> int:
    """Put a post with its holder into the unit that its title begins with, as its head where the rank is a leader's."""
    holders = (one.person.text,)
    for length in range(len(one.post) - 2, 1, -1):
        unit, rank = one.post.cut(0, length), one.post.cut(length)
        if judge(unit.folded) is Sort.UNIT and _is_rank(rank.folded.removeprefix("副")):
            home = put(state, NodeKind.UNIT, Named(name=unit), scope, "unit named in a title", LISTED)
            place = _put_in(state, Named(name=rank, holders=holders), home)
            state.register.entities[place].head = home != ROOT and not rank.folded.startswith("副")
            return place
    return put(state, NodeKind.POSITION, Named(name=one.post, holders=holders), scope, "put in a post", SURE)


def _put_in(state: State, named: Named, home: int) -> int:
    """Put a post into the unit that its title names; the CEO of another unit is another one."""
    register, folded = state.register, named.name.folded
    is_known = any(register.entities[one].name.folded == folded for one in register.children.get(home, ()))
    if home == ROOT or is_known:
        return put(state, NodeKind.POSITION, named, home, "put in a post", SURE)
    state.tell(named.name, f"position '{named.name.text}' below '{state.name_of(home)}'", "put in a post")
    return register.add(NodeKind.POSITION, named, home, "put in a post", SURE)


def _is_rank(folded: str) -> bool:
    return is_rank_only(folded) or is_top_rank(folded)


def _above(state: State, above: Passage | None, place: int) -> int | None:
    if above is None or judge(above.folded) is not Sort.POST:
        return None
    found = put(state, NodeKind.POSITION, Named(name=above), ROOT, "named as the one above", LISTED)
    return found if found not in (ROOT, place) else None
