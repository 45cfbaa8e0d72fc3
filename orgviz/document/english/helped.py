"""Read English sentences that say by whom somebody is assisted: The Dean is supported by two Associate Deans."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.english.hang import hang_one, is_people, is_vague
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.verbs import Claim
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State
from orgviz.document.names.judging import STRONG, Sort
from orgviz.model import NodeKind


def read_helped(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The Dean is supported by two Associate Deans and by a School Manager`."""
    if not subjects and not claim.of_object:
        return ()
    listing = read_enumeration(claim.behind)
    above = subjects[0] if subjects else scope
    made = []
    for item in listing.items:
        if item.sort not in STRONG or is_vague(item) or is_people(item):
            continue
        parent = above
        if item.sort is Sort.UNIT and state.register.entities[above].kind is not NodeKind.UNIT:
            parent = state.register.entities[above].parent
        place = hang_one(state, listing, item, parent, "said to assist")
        if place is not None:
            made.append(place)
    named = sum(item.sort in STRONG and item.is_proper for item in listing.items)
    state.evidence += 0 if not made else 2 if min(named, len(made)) > 1 else 1
    if made and above != ROOT:
        state.register.entities[above].weight = max(state.register.entities[above].weight, LISTED)
    return tuple(made)
