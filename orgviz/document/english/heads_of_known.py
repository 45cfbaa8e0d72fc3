"""Read who leads a unit that was named before, by its field of work alone: Ann Lee runs Sales."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.english.people import put_leader
from orgviz.document.english.phrases import person_in, read_phrase
from orgviz.document.english.verbs import Claim
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, State
from orgviz.document.names.judging import STRONG
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_HEADS = pattern(r"(?:(?:will|shall|would)\s)?(?:leads?|heads?(?:\sup)?|runs?|chairs?|is\s.+\sof)")


def read_head_of_known(state: State, claim: Claim, subjects: Sequence[int]) -> tuple[int, ...]:
    """Put a person, or the post whose title holds the field, at the head of a unit that has no class in its name."""
    phrase = read_phrase(claim.behind)
    unit = state.register.find(phrase.name.folded, NodeKind.UNIT)
    if phrase.sort in STRONG or unit is None or unit in (ROOT, *subjects) or phrase.rest.text:
        return ()
    person = person_in(claim.subject) if claim.subject.text else None
    if person is not None:
        state.evidence += 1
        put_leader(state, person, phrase.rest, unit)
        state.subject = unit
        return (unit,)
    place = subjects[0] if len(subjects) == 1 and _HEADS.fullmatch(claim.word) else ROOT
    entity = state.register.entities[place]
    is_own = f" {phrase.name.folded} " in f" {entity.name.folded} "
    if place == ROOT or entity.kind is not NodeKind.POSITION or not is_own or entity.weight >= SURE:
        return ()
    if state.register.move(place, unit):
        entity.weight, entity.head = SURE, True
        state.evidence += 0.5
    return (unit,)
