"""Read English sentences that begin with a person and the person's title: Ann Lee, Head of Sales, reports to Bo Ray."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.english.people import BECOMES
from orgviz.document.english.people_meant import post_of_person
from orgviz.document.english.phrases import person_in, read_phrase
from orgviz.document.english.titled_names import is_name_of_person
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage, joined
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_OF_UNIT = pattern(r",?\s?(?:of|for|in|on|at|from|with)\s(?P<unit>(?:the\s|our\s)?[^,]{3,60}?)(?=,)")
# Ann Lee, Head of Sales; Ann Lee becomes Head of Sales
_JOINT = pattern(rf",|\s{BECOMES}")
_GOES_ON = pattern(r"(?:,?\s?and\b|,)\s*(?P<rest>(?:(?:who|also|now|currently|directly|will|shall)\s)*[a-z]+\s)")
_MEANS = "he or she"


def about_post(state: State, text: Passage, scope: int) -> Passage:
    """Return a sentence on a person with a title as one on the post, which that person holds from now on."""
    joint = _JOINT.search(text.folded)
    person = person_in(text.cut(0, joint.start())) if joint else None
    if joint is None or person is None or len(person) != joint.start() or not is_name_of_person(person):
        return text
    title = read_phrase(text.cut(joint.end()))
    behind = title.rest
    unit = _OF_UNIT.match(behind.folded)
    rest = behind.cut(unit.end()) if unit else behind
    goes_on = _GOES_ON.match(rest.folded)
    if title.sort is not Sort.POST or title.before not in ("", "the", "our") or goes_on is None:
        return text
    above = _unit_of(state, behind.cut(*unit.span("unit")), scope) if unit else scope
    named = replace(title.named, holders=(*title.named.holders, person.text))
    known = state.register.find(title.name.folded)
    is_other = known is not None and known != ROOT and _is_held_by_another(state, known, person.text)
    weight = SURE if above != scope else LISTED
    place = put(state, NodeKind.POSITION, named, above, "person with a title", weight, anew=is_other)
    state.subject = place if place != ROOT else state.subject
    state.evidence += 1
    return joined((Passage(_MEANS, _MEANS, person.places), rest.cut(goes_on.start("rest"))), " ")


def _unit_of(state: State, text: Passage, scope: int) -> int:
    phrase = read_phrase(text)
    if phrase.sort is not Sort.UNIT or not phrase.is_proper:
        return scope
    return put(state, NodeKind.UNIT, phrase.named, scope, "unit of a person with a title", LISTED)


def _is_held_by_another(state: State, place: int, person: str) -> bool:
    holders = state.register.entities[place].holders
    return bool(holders) and person not in holders


def settle_people(state: State) -> None:
    """Hang those who are said to report to a person below the post that this person holds, wherever that was told."""
    if not state.below_people:
        return
    entities = state.register.entities
    for child, person in state.below_people:
        above = post_of_person(state, person)
        entity = entities[child]
        if above is None or above == child or entities[entity.parent].kind is NodeKind.POSITION:
            continue
        if state.register.move(child, above):
            entity.weight = max(entity.weight, SURE)
            state.evidence += 1
            state.tell(entity.name, f"'{entity.name.text}' moves below '{state.name_of(above)}'", "reports to a person")
