"""Say of posts that they lead the units in which they stand, one each where several are told in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.hang import hang
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import Phrase
from orgviz.document.english.verbs import Claim
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.model import NodeKind
from orgviz.patterns import pattern


def mark_head(state: State, place: int, subjects: Sequence[int]) -> None:
    """Let a post lead the unit that it stands in, where a sentence speaks of that unit."""
    entity = state.register.entities[place]
    if (
        place != ROOT
        and entity.kind is NodeKind.POSITION
        and entity.parent in subjects
        and state.register.entities[entity.parent].kind is NodeKind.UNIT
    ):
        entity.head = True


_NAMELESS = pattern(r"(?:designated |departmental |department |own )?(?:head|leader|lead|chief)")


def drop_nameless_head(state: State, place: int) -> None:
    """Let go of the head that each unit was said to have, where this one is led by somebody with a title."""
    entities = state.register.entities
    for other in state.register.children.get(entities[place].parent, ()):
        is_nameless = other != place and entities[other].head and _NAMELESS.fullmatch(entities[other].name.folded)
        if is_nameless and not state.register.children.get(other):
            entities[other].dropped = True


def one_each(state: State, claim: Claim, leaders: Sequence[Phrase], subjects: Sequence[int]) -> tuple[int, ...]:
    """Read `Sales and Support are led by the A and the B respectively`: each has the leader in its place."""
    if len(leaders) != len(subjects) or "respectively" not in claim.rest.folded:
        return ()
    listing = read_enumeration(claim.behind)
    made: list[int] = []
    for leader, place in zip(leaders, subjects, strict=True):
        made.extend(hang(state, replace(listing, items=(leader,)), (place,), "said to lead"))
    for place in made:
        mark_head(state, place, subjects)
    return tuple(made)
