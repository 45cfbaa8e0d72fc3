"""Put the posts that every unit of a sort has into each of them: 各组置组长一人."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.chinese.every import every_unit
from orgviz.document.known.state import LISTED, State, put, set_status
from orgviz.document.names.notes import Named
from orgviz.model import NodeKind, Status

MOST_IN_EACH = 200


def hang_in_each(state: State, posts: Sequence[Named], units: Sequence[int], *, is_optional: bool = False) -> list[int]:
    """Put posts into each of several units; return their places."""
    if len(posts) * len(units) > MOST_IN_EACH:
        return []
    state.evidence += 0.5 if units else 0
    places = [
        put(state, NodeKind.POSITION, post, unit, "post in each unit", LISTED) for unit in units for post in posts
    ]
    for place in places if is_optional else ():
        set_status(state, place, Status.OPTIONAL)
    return places


def read_each_told_before(state: State) -> None:
    """Put posts into each unit of a sort that was named only behind the sentence: 各部设部长一名, then the list."""
    told, state.told_of_each = state.told_of_each, []
    state.listed_below = state.subject = None
    for clause, scope, posts in told:
        hang_in_each(state, posts, every_unit(state, clause, scope) or [])
