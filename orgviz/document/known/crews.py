"""Put those of whom a text tells beside a name where they belong: who works in a unit, who holds a post."""

from __future__ import annotations

import re

from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_person, part_of
from orgviz.document.known.state import GUESSED, LISTED, SURE, State, put
from orgviz.document.known.state import has_head as unit_has_head
from orgviz.document.known.unit_ranks import unit_before_rank
from orgviz.document.names.crew import AMOUNT, VACANT, Crew, may_be_named, read_crew
from orgviz.document.names.crew_pieces import pieces
from orgviz.document.names.judging import is_wide
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import people_in
from orgviz.document.names.ranks import is_top_rank
from orgviz.document.names.spelled_counts import leading_number
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_ANY_HEAD = frozenset(("负责人", "主要负责人", "领导", "牵头人", "带头人"))

_TEACHERS = ("老师", "教师", "教授")  # who help a club out of another unit, by what they are called


def put_crew(state: State, unit: int, crew: Crew, reason: str = "who works there") -> None:
    """Put the posts and people of a crew below their unit; the first with the rank of a leader is its head."""
    has_head = unit_has_head(state, unit) or _is_led(state, unit)
    for piece, clause in crew.told:
        for one in clause.people:
            add_person(state, unit, part_of(piece, one), is_head=not has_head and len(clause.people) == 1)
            has_head = True
        if clause.post is None:
            continue
        if clause.post.name.folded in _ANY_HEAD and clause.post.holders:
            for one in clause.post.holders:
                add_person(state, unit, part_of(piece, one), is_head=len(clause.post.holders) == 1)
        else:
            inner = unit_before_rank(state.register, clause.post.name.folded, unit)
            if inner is not None:  # 工程部部长, told of the whole project
                put_crew(state, inner, Crew(((piece, clause),), ()), reason)
                continue
            place = put(state, NodeKind.POSITION, clause.post, unit, reason, SURE, anew=True)
            if clause.also is not None and not clause.also.name.folded.endswith(_TEACHERS):
                put(state, NodeKind.POSITION, clause.also, ROOT, "holds another post", GUESSED)
            is_leader = not clause.post.seats and clause.tells and not clause.post.name.folded.startswith("副")
            if place not in (ROOT, unit) and is_leader and not has_head:
                state.register.entities[place].head = True
                has_head = True
        state.evidence += 0.5


def _is_led(state: State, unit: int) -> bool:
    """Whether a post of which an organisation has one stands in a unit: 总经理, beside whom nobody else leads it."""
    names = (state.register.entities[child].name.folded for child in state.register.children.get(unit, ()))
    return any(is_top_rank(name) for name in names)


def read_told_of_people(state: State, place: int, rest: Passage) -> tuple[Passage, ...] | None:
    """Read who holds a post, or who works in a unit, behind its name; return what is left.

    ``None`` where it tells of nobody.
    """
    if state.register.entities[place].kind is NodeKind.POSITION:
        left = _read_holder(state, place, rest)
        return None if left is None else (left,) if left.text else ()
    crew = read_crew(rest)
    is_list = not crew.left and (
        all(clause.post and clause.post.seats for _, clause in crew.told) and len(crew.told) > 1
        if is_wide(rest.folded)
        else any(clause.post for _, clause in crew.told)
    )
    if not crew.tells and not is_list:
        return None
    put_crew(state, place, crew)
    return crew.left


_REMARKED = pattern(r"(?P<who>[^()]{2,30}?)\s*\((?P<remark>[^()]{1,40})\)")


def _each_remarked(piece: Passage) -> tuple[str, ...]:
    """Return several holders, each with a remark: 黄伟(生产)、彭娟(商务)."""
    parts = list(piece.split(match.span() for match in re.finditer("、", piece.folded)))
    found = [_REMARKED.fullmatch(part.folded) for part in parts]
    people = [people_in(part.cut(*match.span("who"))) for part, match in zip(parts, found, strict=True) if match]
    is_each = len(people) == len(parts) and all(len(one) == 1 for one in people)
    return tuple(one[0] for one in people) if is_each else ()


_SAYS_MORE = pattern(r"汇报|直属|分管|负责|reports? to")


_OPENS = pattern(r"open (?:and|or) [a-z]")  # and close the hall: what somebody does


def _read_holder(state: State, place: int, rest: Passage) -> Passage | None:
    """Read the number, the holder or the vacancy with which the text behind a post begins."""
    entity = state.register.entities[place]
    taken = 0
    for start, end in pieces(rest):
        piece = rest.cut(start, end)
        amount = AMOUNT.fullmatch(piece.folded)
        remarked = _REMARKED.fullmatch(piece.folded)
        people = people_in(piece) or (people_in(piece.cut(*remarked.span("who"))) if remarked else ())
        people = people or _each_remarked(piece)
        if amount is not None:
            entity.seats = entity.seats or leading_number(amount[0])
        elif re.fullmatch(VACANT, piece.folded) and not _OPENS.match(rest.folded, start):
            entity.vacant = True
        elif people and set(entity.holders) <= set(people) and (taken or may_be_named(rest, end)):
            state.register.hold(place, people)
        else:
            break
        taken = end
        if people and remarked and not people_in(piece) and _SAYS_MORE.search(remarked["remark"]):
            return piece.cut(*remarked.span("remark"))
    if not taken:
        return None
    return rest.cut(taken + len(rest.folded[taken:]) - len(rest.folded[taken:].lstrip(" ,;.。-")))


def put_whole_crew(state: State, value: Passage, unit: int) -> None:
    """Put the posts of which a unit is said to have so many: 人力：领班1人、前台2人."""
    crew = read_crew(value)
    if crew.told and not crew.left and all(clause.post for _, clause in crew.told):
        put_crew(state, unit, crew)
        return
    items = read_listing(value).items
    if all(item.seats is not None and _NAME_OF_DESK.fullmatch(item.name.folded) for item in items):
        for item in items:
            put(state, NodeKind.POSITION, item, unit, "key and value", LISTED, anew=True)


_NAME_OF_DESK = pattern(r"(?!其中|男|女|共|约|合计|总计)[\u4e00-\u9fff]{2,6}")
