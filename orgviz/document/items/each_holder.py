"""Keep those apart who have one title and each a field: 副总经理：李静（分管生产部）, 副总经理：王敏（分管销售部）."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.items.reporting_people import put_post_of
from orgviz.document.items.walked import Walk
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import put
from orgviz.document.names.crew_pieces import pieces
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.notes import Named, people_in
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_NEAR = 60  # posts of one title, those that were met last
_HAS_FIELD = pattern(r"分管|主管|负责|主持|协助|联系|统筹|抓|管理")


def put_of_holder(walked: Walk, place: int, kind: NodeKind, named: Named, above: int, reason: str, weight: int) -> int:
    """Put what an item names below another entity: the post of another person of that title as one of its own."""
    state, register = walked.state, walked.state.register
    if place in walked.reporting:
        return put_post_of(state, named, walked.reporting[place], above, reason)
    if kind is not NodeKind.POSITION or not _is_of_another(walked, walked.entry(place), above):
        return put(state, kind, named, above, reason, weight, anew=True)
    made = state.last = register.add(kind, named, above, reason, weight)
    below = "" if above == ROOT else f" below '{state.name_of(above)}'"
    state.tell(named.name, f"{kind} '{named.name.text}'{below}", "title of another, with a field of its own")
    return made


def _is_of_another(walked: Walk, entry: Entry, above: int) -> bool:
    """Whether somebody has a title and a field, and somebody else has the same title in the same place."""
    if entry.rest is None or not is_wide(entry.name.folded) or not _HAS_FIELD.search(entry.rest.folded):
        return False
    holders = entry.named.holders or _first_people(entry.rest)
    entities = walked.state.register.entities
    known = walked.state.register.candidates(entry.name.folded)[-_NEAR:] if holders else []
    others = [
        entities[one].holders
        for one in known
        if entities[one].parent == above and entities[one].name.folded == entry.name.folded and entities[one].holders
    ]
    return bool(others) and not any(one in held for held in others for one in holders)


def _first_people(rest: Passage) -> tuple[str, ...]:
    """Return the people with whom a text behind a title begins, whatever is said of them."""
    start, end = next(pieces(rest), (0, 0))
    first = rest.cut(start, end)
    bracket = first.folded.find("(")
    return people_in(first.cut(0, bracket) if bracket > 0 else first)


def held_by_one(items: list[Named]) -> tuple[list[Named], bool]:
    """Return posts named at once with the one holder behind the last, and whether there is one: 董事长、书记 王敏."""
    who = items[-1].holders if items else ()
    is_one = len(who) == 1 and len(items) > 1 and not any(item.holders for item in items[:-1])
    if not is_one or any(judge(item.name.folded) is not Sort.POST for item in items):
        return items, False
    return [replace(item, holders=who) for item in items], True
