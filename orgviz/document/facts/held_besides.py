"""Tell that who leads a body has another post besides: 组长：校长, a CEO who chairs a committee."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.names.heads_of_bodies import is_rank_in_body
from orgviz.document.names.lists import read_listing
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_OFFICE = pattern(r"(?:长|书记|经理|主任|主席|总监|总裁|主管|负责人|领导|同志|校医)(?:\([^()]*\))?")


def is_held_by_office(state: State, place: int, rest: Passage) -> bool:
    """Whether what stands behind a rank in a body tells in which posts those are who have it: 组长:校长."""
    entity = state.register.entities[place]
    if entity.kind is not NodeKind.POSITION or not is_rank_in_body(entity.name.folded):
        return False
    names = [item.name.folded for item in read_listing(rest).items if item.seats is None]
    are_offices = all(_OFFICE.search(name, len(name) - 3) or name.endswith(("单位", "领导")) for name in names)
    return bool(names) and are_offices and not any(is_rank_in_body(name) for name in names)


# Where those sit who have their own places: Executive Committee.
_BODY = pattern(r"\b(?:committee|council|board|panel|task ?force|forum|cabinet|exco)\b")


def sits_besides(state: State, above: int, post: Passage) -> bool:
    """Whether a post with others below it, which stands at the top, leads a body besides: its place stays its own."""
    known = state.register.find(post.folded)
    if known is None or known == ROOT or not state.register.children.get(known):
        return False
    is_top = state.register.entities[known].parent == ROOT
    return is_top and _BODY.search(state.register.entities[above].name.folded) is not None
