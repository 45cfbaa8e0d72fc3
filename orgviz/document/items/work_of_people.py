"""Read an item below a post that names one of its holders and what this one oversees: 王敏，分管研发部."""

from __future__ import annotations

from orgviz.document.chinese.overseen import read_overseen_units
from orgviz.document.items.walked import Walk, settle
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, give_duty
from orgviz.document.names.notes import Named, people_in
from orgviz.document.names.promises import Promise
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_WORK = pattern(r"(?P<who>[^,:;。]{2,8})[,:]\s*(?=(?:主要|具体)?(?:分管|负责|主管|主持|协助))")


def read_work_of_person(walked: Walk, place: int, above: int) -> bool:
    """Give each holder of a post that several hold a post of that title, with what this one does."""
    state, item = walked.state, walked.items[place]
    register = state.register
    match = _WORK.match(item.body.folded)
    people = people_in(item.body.cut(*match.span("who"))) if match else ()
    is_below = item.parent is not None and walked.made[item.parent] == above != ROOT
    if match is None or len(people) != 1 or not is_below or register.entities[above].kind is not NodeKind.POSITION:
        return False
    post = register.entities[above]
    holder = above
    if post.holders:
        named = Named(name=post.name, holders=people)
        holder = register.add(NodeKind.POSITION, named, post.parent, "one of several who hold a post", SURE)
    post.seats = None
    register.hold(holder, people)
    work = item.body.cut(match.end())
    give_duty(state, holder, work)
    read_overseen_units(state, work, holder)
    state.tell(item.body, f"holder of '{post.name.text}'", "person with a share of the work")
    state.evidence += 0.5
    settle(walked, holder, Promise.OPEN, None)
    return True
