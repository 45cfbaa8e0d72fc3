"""Read English sentences that say who reports to whom, directly, through another, or as one of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.hang import hang, is_people, is_vague
from orgviz.document.english.lists import Enumeration, read_enumeration
from orgviz.document.english.members import CLASS_ONLY
from orgviz.document.english.people_meant import first_name_in
from orgviz.document.english.phrases import Phrase, person_in, read_phrase
from orgviz.document.english.plain import is_doer, is_plain_post, is_plain_unit
from orgviz.document.english.pronouns import stands_for
from orgviz.document.english.subjects import find_known
from orgviz.document.english.titled_names import is_name_of_person
from orgviz.document.english.verbs import Claim
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import GUESSED, LISTED, SURE, State, has_head, put
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_first_name
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern


def read_reports(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The Safety Committee reports to the Board`."""
    person = person_in(claim.behind)
    rest = claim.rest.cut(len(person)) if person is not None else None
    if person is not None and rest is not None and rest.folded.startswith(","):
        return _below_person(state, person, rest.cut(1), subjects)
    subjects = subjects or _meant_by_scope(state, claim, scope)
    phrase = read_phrase(claim.behind)
    if _MEANT.fullmatch(claim.behind.folded):
        return _below_the_last(state, claim.behind.folded, subjects, _counted(claim) if not subjects else None)
    above = find_known(state, phrase, scope) if phrase.name.text else None
    is_class = CLASS_ONLY.fullmatch(phrase.name.folded) and above is not None
    if not phrase.name.text or (phrase.sort not in (*STRONG, Sort.FIELD) and not is_class):
        return ()
    if not subjects and phrase.sort is Sort.POST and (above is not None or phrase.is_proper):
        subjects = _one_post(state, claim, scope)
    if above is None and phrase.before in ("each", "every") and _counted(claim) and phrase.sort is Sort.POST:
        unit = state.subject if state.subject is not None and not is_post(state, state.subject) else scope
        above = put(state, NodeKind.POSITION, Named(name=phrase.name), unit, "one of whom each has others", LISTED)
    if above is None and person is not None and subjects and is_name_of_person(person):
        state.below_people.extend((child, person.text) for child in subjects if child != ROOT)
        return tuple(subjects)
    if above is None:
        if not _is_new(claim, phrase, subjects):
            return ()
        kind = NodeKind.UNIT if phrase.sort is Sort.UNIT else NodeKind.POSITION
        above = put(state, kind, _with_holder(phrase, claim.rest), ROOT, "named as the one above", LISTED)
    elif above != ROOT and not is_post(state, above) and _is_head_of(phrase):
        _put_head(state, _with_holder(phrase, claim.rest), above)
    elif above != ROOT:
        state.register.note(above, _with_holder(phrase, claim.rest))
    through = _through(state, phrase.rest, above, scope)
    counted = _counted(claim) if not subjects and above != ROOT else None
    if counted is not None:
        state.evidence += 1
        hang(state, counted, (above,), "said to report there")
        return (above,)
    for child in _whole_unit(state, subjects, above):
        _move(state, child, above if through is None else through)
    state.evidence += min(len(subjects), 2)
    return (above,) if subjects else ()


_HEAD_OF = pattern(r"(?:(?:deputy|acting|interim) )?(?:head|director|chief|manager|leader|lead) of .+")


def _is_head_of(phrase: Phrase) -> bool:
    """Whether a phrase names one post as the head of something: the Head of Support, where Support is a unit."""
    is_one = phrase.sort is Sort.POST and phrase.is_proper and phrase.count is None
    return is_one and _HEAD_OF.fullmatch(phrase.name.folded) is not None


def _put_head(state: State, named: Named, unit: int) -> None:
    """Put the post to which the parts of a unit report, and which is called after it, at its head."""
    place = put(state, NodeKind.POSITION, named, unit, "named as the one above", LISTED)
    state.register.entities[place].head = not has_head(state, unit)


def _whole_unit(state: State, subjects: Sequence[int], above: int) -> Sequence[int]:
    """Return the unit whose parts all report to one post, if it has no place yet: Sales has two teams; both report."""
    entities = state.register.entities
    parents = {entities[one].parent for one in subjects}
    unit = next(iter(parents)) if len(parents) == 1 and len(subjects) > 1 else ROOT
    if unit == ROOT or entities[unit].kind is not NodeKind.UNIT or entities[unit].parent != ROOT:
        return subjects
    parts = [one for one in state.register.children.get(unit, ()) if entities[one].kind is NodeKind.UNIT]
    is_called_after = entities[above].name.folded.startswith(entities[unit].name.folded)  # the Support Manager
    is_all = (
        {*parts} <= {*subjects}
        and not is_called_after
        and is_post(state, above)
        and not state.register.is_below(above, unit)
    )
    return (unit,) if is_all else subjects


def _is_new(claim: Claim, phrase: Phrase, subjects: Sequence[int]) -> bool:
    """Whether a post or unit to which others report may be one that the text has not named yet."""
    are_units = _ALL_UNITS.fullmatch(claim.subject.folded) is not None
    is_subject = bool(claim.subject.text) and not _is_predicate(claim.subject)
    is_plain = is_plain_post(phrase) or (is_plain_unit(phrase) and is_subject and not are_units)
    is_said = bool(subjects) or bool(_counted(claim)) or ((is_plain or phrase.before == "the") and are_units)
    are_named = bool(subjects) and ROOT not in subjects
    is_new = phrase.sort in STRONG and (phrase.is_proper or (is_plain and (are_named or are_units)))
    return is_new and is_said and not is_people(phrase)


def _with_holder(phrase: Phrase, text: Passage) -> Named:
    """Return the name of a post with the person behind its comma: to our CFO, Ann Lee."""
    name = phrase.name.folded
    behind = text.cut(text.folded.index(name) + len(name)) if name in text.folded else text
    is_told = phrase.sort is Sort.POST and behind.folded.startswith(",")
    person = (person_in(behind.cut(1)) or first_name_in(behind.cut(1))) if is_told else None
    is_one = (
        person is not None
        and (is_name_of_person(person) or is_first_name(person.folded))
        and person.text not in phrase.named.holders
    )
    holders = (*phrase.named.holders, person.text) if person is not None and is_one else phrase.named.holders
    return replace(phrase.named, holders=holders)


def _one_post(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Return the post of which a sentence speaks in a word that is none elsewhere: the clerk reports to the Dean."""
    who = read_phrase(claim.subject)
    is_post = (
        (who.sort is Sort.POST or is_doer(who.name.folded))
        and who.before in ("the", "our")
        and who.count is None
        and not who.rest.text
    )
    if claim.of_object or not is_post or is_people(who) or " " in who.name.folded:
        return ()
    return (put(state, NodeKind.POSITION, Named(name=who.name), scope, "subject of a sentence", GUESSED),)


def _meant_by_scope(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Return the unit or post below whose heading a sentence stands that has no subject."""
    if claim.of_object or scope == ROOT or state.register.entities[scope].kind is NodeKind.PERSON:
        return ()
    is_open = not claim.subject.text or (is_post(state, scope) and _is_predicate(claim.subject))
    return (scope,) if is_open else ()


def _is_predicate(subject: Passage) -> bool:
    """Whether what stands before a verb is what somebody does besides, not who it is: Cleans rooms and reports to."""
    return subject.folded.endswith(" and")


_MEANT = pattern(r"it|him|her|them|him or her|her or him|him/her")


def _below_the_last(
    state: State, pronoun: str, subjects: Sequence[int], counted: Enumeration | None
) -> tuple[int, ...]:
    """Read `The Chief Officer is accountable to it`: to what the sentence before spoke of."""
    above = stands_for(state, {"him": "he", "her": "she"}.get(pronoun, "it"), ROOT)
    if pronoun in ("him", "her") and (above is None or above in subjects or not is_post(state, above)):
        above = _last_post(state, subjects)
    if above is not None and above != ROOT and counted is not None:
        state.evidence += 1
        return hang(state, counted, (above,), "said to report there")
    if above is None or above == ROOT or not subjects or above in subjects:
        return ()
    for child in subjects:
        _move(state, child, above)
    state.evidence += min(len(subjects), 2)
    return (above,)


def _last_post(state: State, but: Sequence[int]) -> int | None:
    """Return the post that was named last, but for those of which a sentence speaks."""
    entities = state.register.entities
    places = range(len(entities) - 1, max(ROOT, len(entities) - _NEAR), -1)
    posts = (place for place in places if entities[place].kind is NodeKind.POSITION and not entities[place].dropped)
    return next((place for place in posts if place not in but), None)


_NEAR = 40
_ALL_UNITS = pattern(
    r"(?:(?:all|the|these|our|most|both)\s)*(?:[\w'-]+\s){0,4}?"
    r"(?:departments|divisions|units|offices|sections|teams|branches|bureaus)"
)


def _below_person(state: State, person: Passage, title: Passage, subjects: Sequence[int]) -> tuple[int, ...]:
    """Read `The designers report to Ann Lee, Head of Studio`."""
    phrase = read_phrase(title)
    if phrase.sort is not Sort.POST or not subjects or not is_name_of_person(person):
        return ()
    named = replace(phrase.named, holders=(person.text,))
    above = put(state, NodeKind.POSITION, named, ROOT, "named as the one above", LISTED)
    for child in subjects:
        _move(state, child, above)
    state.evidence += 1
    return (above,)


_THROUGH = pattern(r"(?:through|via|by way of)\s(?=(?:the|our|its|their|an?)\s)")


def _through(state: State, rest: Passage, above: int, scope: int) -> int | None:
    """Return the post between: reports to the Board through the Chief Officer."""
    match = _THROUGH.match(rest.folded)
    phrase = read_phrase(rest.cut(match.end())) if match else None
    if phrase is None or phrase.sort is not Sort.POST:
        return None
    known = find_known(state, phrase, scope)
    if known is not None or not (phrase.is_proper or is_plain_post(phrase)):
        return known if known != ROOT else None
    return put(state, NodeKind.POSITION, phrase.named, above, "named as the one between", LISTED)


def _counted(claim: Claim) -> Enumeration | None:
    """Read `Two clerks and a typist report to the Manager`: posts that the sentence itself counts."""
    listing = read_enumeration(claim.subject) if claim.subject.text and not claim.of_object else None
    if listing is None or not listing.items:
        return None
    for item in listing.items:
        is_counted = item.is_counted or (len(listing.items) > 1 and is_plain_post(item))
        if item.sort is not Sort.POST or not is_counted or is_vague(item) or item.rest.text:
            return None
    return listing


def _move(state: State, child: int, above: int) -> None:
    """Hang an entity below the one that it is said to stand below, unless more is known."""
    if ROOT in (child, above) or child == above:
        return
    entity = state.register.entities[child]
    if entity.head and entity.parent != ROOT and not state.register.is_below(above, entity.parent):
        _move_unit(state, entity.parent, above)
        return
    if (
        entity.head
        or (entity.parent != ROOT and entity.weight >= SURE)
        or state.register.entities[entity.parent].kind is NodeKind.POSITION
    ):
        return
    if state.register.move(child, above):
        entity.weight = SURE
        state.tell(entity.name, f"'{entity.name.text}' moves below '{state.name_of(above)}'", "said to report there")


def _move_unit(state: State, unit: int, above: int) -> None:
    """Hang a unit below whom its head reports to; a superior without a place gets it where the unit stands."""
    outer = state.register.entities[unit].parent
    if outer == ROOT:
        _move(state, unit, above)
    elif state.register.entities[above].parent == ROOT and is_post(state, above):
        state.register.move(above, outer)


def is_post(state: State, place: int) -> bool:
    """Whether an entity is a post."""
    return state.register.entities[place].kind is NodeKind.POSITION
