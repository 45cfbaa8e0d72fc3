"""Read English sentences that say who leads, assists and stands above whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english_hang import hang, hang_one, is_people, is_vague
from orgviz.document.english_lists import read_enumeration
from orgviz.document.english_people import is_name_of_person, put_leader
from orgviz.document.english_phrases import person_in, read_phrase
from orgviz.document.english_subjects import find_known
from orgviz.document.english_verbs import Claim
from orgviz.document.names import STRONG, Sort
from orgviz.document.passages import Passage
from orgviz.document.register import ROOT, is_rank_only
from orgviz.document.state import LISTED, SURE, State, give_duty, put
from orgviz.model import NodeKind


def read_led(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The division is led by a Deputy Chief, Ann Lee`."""
    person = person_in(claim.behind)
    if person is not None:
        state.evidence += 1
        return tuple(
            put_leader(state, person, claim.behind.cut(len(person)), place) for place in subjects if place != ROOT
        )
    phrase = read_phrase(claim.behind)
    if (
        phrase.sort not in STRONG
        or is_people(phrase)
        or (re.search(r"s\b(?: \(|$| and )", phrase.name.folded) and phrase.count is None and phrase.before == "")
    ):
        return ()
    holder = person_in(phrase.rest.cut(1)) if phrase.rest.folded.startswith(",") else None
    named = (
        replace(phrase.named, holders=(*phrase.named.holders, holder.text))
        if holder is not None and is_name_of_person(holder)
        else phrase.named
    )
    known = find_known(state, phrase, scope)
    if known is not None and not is_rank_only(phrase.name.folded):
        state.evidence += 0.5
        state.register.note(known, named)
        if known != ROOT and state.register.entities[known].parent == ROOT:
            _mark_head(state, known, subjects)
        return (known,)
    kind = NodeKind.UNIT if phrase.sort is Sort.UNIT else NodeKind.POSITION
    above = tuple(subjects) or (scope,)
    made = tuple(put(state, kind, named, place, "said to lead", SURE) for place in above)
    state.evidence += 1
    for place in made:
        _mark_head(state, place, subjects)
    return made


def _mark_head(state: State, place: int, subjects: Sequence[int]) -> None:
    entity = state.register.entities[place]
    if (
        place != ROOT
        and entity.kind is NodeKind.POSITION
        and entity.parent in subjects
        and state.register.entities[entity.parent].kind is NodeKind.UNIT
    ):
        entity.head = True


def read_leads(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `Ann Lee leads the Sales team`, `The Head of Sales manages the Sales team`."""
    phrase = read_phrase(claim.behind)
    if phrase.sort is not Sort.UNIT and not (phrase.is_proper and phrase.before.startswith("the")):
        return _read_staff_below(state, claim, subjects) or _read_work(state, claim, subjects)
    known = find_known(state, phrase, scope)
    person = person_in(claim.subject) if claim.subject.text else None
    if known is None and phrase.sort is Sort.UNIT and phrase.is_proper and (person is not None or subjects):
        is_unit = person is None and state.register.entities[subjects[0]].kind is NodeKind.UNIT
        known = put(state, NodeKind.UNIT, phrase.named, subjects[0] if is_unit else scope, "said to be led", LISTED)
        if is_unit:
            return (known,)
    if known is None or (known == ROOT and person is None):
        return _read_work(state, claim, subjects)
    if person is not None:
        state.evidence += 1
        put_leader(state, person, phrase.rest, known)
        return (known,)
    place = subjects[0] if subjects else None
    if place in (None, ROOT) or place == known or place is None:
        return ()
    entity = state.register.entities[place]
    if entity.kind is NodeKind.POSITION and entity.weight < SURE and state.register.move(place, known):
        entity.weight, entity.head = SURE, True
    state.evidence += 0.5
    return (known,)


def _read_work(state: State, claim: Claim, subjects: Sequence[int]) -> tuple[int, ...]:
    """Read `The Workshop Committee oversees new machines` as what it does."""
    if len(subjects) != 1 or subjects[0] == ROOT:
        return ()
    words = Passage(f"{claim.word} {claim.rest.text}", f"{claim.word} {claim.rest.folded}", claim.rest.places)
    give_duty(state, subjects[0], words)
    return (subjects[0],)


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
    state.evidence += 1 if made else 0
    return tuple(made)


def read_reports(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The Safety Committee reports to the Board`."""
    phrase = read_phrase(claim.behind)
    if phrase.sort not in (*STRONG, Sort.FIELD) or not phrase.name.text:
        return ()
    above = find_known(state, phrase, scope)
    if above is None:
        if phrase.sort not in STRONG or not phrase.is_proper or not subjects:
            return ()
        kind = NodeKind.UNIT if phrase.sort is Sort.UNIT else NodeKind.POSITION
        above = put(state, kind, phrase.named, ROOT, "named as the one above", LISTED)
    for child in subjects:
        _move(state, child, above)
    state.evidence += 1 if subjects else 0
    return (above,) if subjects else ()


def _move(state: State, child: int, above: int) -> None:
    """Hang an entity below the one that it is said to stand below, unless more is known."""
    if ROOT in (child, above) or child == above:
        return
    entity = state.register.entities[child]
    if (
        entity.head
        or (entity.parent != ROOT and entity.weight >= SURE)
        or state.register.entities[entity.parent].kind is NodeKind.POSITION
    ):
        return
    if state.register.move(child, above):
        entity.weight = SURE
        state.tell(entity.name, f"'{entity.name.text}' moves below '{state.name_of(above)}'", "said to report there")


def _read_staff_below(state: State, claim: Claim, subjects: Sequence[int]) -> tuple[int, ...]:
    """Read `The Content Manager supervises two writers and one editor`."""
    listing = read_enumeration(claim.behind)
    if len(subjects) != 1 or subjects[0] == ROOT or not listing.items:
        return ()
    if any(
        item.sort is not Sort.POST or is_vague(item) or not (item.count or item.is_proper) for item in listing.items
    ):
        return ()
    state.evidence += 1
    return hang(state, listing, subjects, "said to be supervised")


_UNDER = re.compile(
    r"(?:reporting (?:directly )?to|under|below|beneath) (?P<above>(?:the |our )?[^,:;]{3,40}?),? (?:is|are|"
    r"there (?:is|are)) (?=[a-z])"
)


def read_under(state: State, text: Passage, scope: int) -> bool:
    """Read `Under the Director are three managers: A, B and C`, the other way round."""
    match = _UNDER.match(text.folded)
    if match is None:
        return False
    above = find_known(state, read_phrase(text.cut(*match.span("above"))), scope)
    listing = read_enumeration(text.cut(match.end()))
    if above is None or above == ROOT or not listing.items or listing.strong < 0.7:
        return False
    made = hang(state, listing, (above,), "said to stand below")
    state.evidence += 1 if made else 0
    return bool(made)
