"""Read English sentences that say of which units and posts something consists, or what there is in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.announced import (
    INCLUDES,
    NO_UNITS,
    announces_units,
    are_counted_posts,
    is_class_told,
    is_counted_class,
    is_title,
    units_of_class,
    without_mere_numbers,
)
from orgviz.document.english.are_parts import are_parts, is_told_apart
from orgviz.document.english.each import keep_count, owner_of_posts
from orgviz.document.english.hang import hang, is_people, is_vague, without_people
from orgviz.document.english.lists import Enumeration, read_enumeration
from orgviz.document.english.members import is_the_whole
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.reports import is_post
from orgviz.document.english.subjects import find_known
from orgviz.document.english.told_classes import CLASS_SUBJECT
from orgviz.document.english.verbs import Claim
from orgviz.document.known.counts import note_count
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State, has_head
from orgviz.document.names.judging import STRONG, Sort, is_known_field, judge
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# What is divided into parts that may be called as people are.
_IS_THING = pattern(
    r"\b(?:book|guide|course|report|paper|article|story|play|manual|handbook|novel|series|game|film|movie|curriculum|"
    r"quiz|survey|questionnaire|lesson|workshop session|website|app|application|software|cluster|network|"
    r"(?<!governance )system)$"
)


def read_parts(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The division consists of two teams, A and B`."""
    if _IS_THING.search(claim.subject.folded):
        return ()
    listing = read_enumeration(claim.behind)
    keep_count(state, listing, subjects[0] if len(subjects) == 1 else scope)
    called = (claim.subject.folded, *(state.name_of(one).lower() for one in subjects))
    if any(map(_SITS.search, called)) and not any(item.is_proper or item.count for item in listing.items):
        listing = replace(listing, items=tuple(item for item in listing.items if not _is_of_many(item)))
    listing = without_people(listing)
    if not listing.items or not (subjects or is_told_apart(listing) or is_counted_class(listing)):
        return ()
    is_of_unit = len(subjects) == 1 and _is_surely_unit(state, subjects[0])
    if not are_parts(listing, has_subject=bool(subjects), is_of_unit=is_of_unit):
        state.tell(claim.behind, None, "a list whose items are no units or posts")
        return ()
    named = tuple(item for item in listing.items if _is_definite(item, listing))
    if len(named) < len(listing.items) and not (named and all(_is_named(item) for item in named)):
        return ()
    listing = replace(listing, items=named)
    above = subjects[:1] if listing.proper > 0.5 else subjects
    made = hang(state, listing, above or (scope,), "sentence of composition")
    if len(above) < 2:
        note_count(state, claim.behind, listing.count, list(made))
    if made:
        state.evidence += 2 if len(made) > 1 and (listing.class_word or listing.strong >= 0.75) else 1
    return made


# Whom a board is made up of: researchers and users, who are people of a sort and no posts.
_SITS = pattern(r"\b(?:board|council|committee|assembly|panel|commission)$")


def _is_of_many(item: Phrase) -> bool:
    return not item.before and item.sort is not Sort.UNIT and item.name.folded.endswith("s")


def _is_surely_unit(state: State, place: int) -> bool:
    """Whether a subject is a unit by its name, by the work that it does, or by its place in what was read before."""
    entity = state.register.entities[place]
    if place == ROOT or entity.kind is not NodeKind.UNIT:
        return False
    folded = entity.name.folded
    return judge(folded) is Sort.UNIT or is_known_field(folded) or entity.parent != ROOT or has_head(state, place)


# elects from among its members a Chair
_AMONG = pattern(
    r"(?:each year |annually |every \w+ years? )?(?:from (?:among |amongst |within )?|among |amongst |out of )"
    r"(?:(?:its|their|the|our)(?: own)? (?:\w+ )?"
    r"(?:members|number|membership|ranks|midst|trustees|directors|delegates)|themselves|itself),? "
)


def _within(state: State, text: Passage, scope: int) -> tuple[int, ...]:
    """Return the unit in which there is something: within the Faculty there are four schools."""
    front = re.match(r"(?:within|inside|in|at)\s(?=(?:the|this|our|its)\s)", text.folded)
    known = find_known(state, read_phrase(text.cut(front.end())), scope) if front else None
    return (known,) if known is not None else ()


_CHOOSES = pattern(r"(?:\w+ )?(?:appoint|elect)s?")
_MANAGEMENT = pattern(
    r"(?:the )?(?:(?:first|second|third|fourth|next|top|middle|lower|upper|highest|lowest) )+"
    r"(?:level|tier|layer|line|rank)s?"
    r"(?: of (?:the )?(?:management|hierarchy|organi[sz]ation|leadership|staff|supervision))?|"
    r"this (?:level|tier|layer)|the (?:\w+ )?(?:management|leadership) (?:level|tier|layer)|"
    r"(?:the )?(?:senior|top|middle|upper|executive) (?:management|leadership)(?: team)?"
)


def _is_management(claim: Claim, listing: Enumeration) -> bool:
    return _MANAGEMENT.fullmatch(claim.subject.folded) is not None and listing.strong == 1


_MOSTLY = 0.7
_THESE_POSTS = pattern(
    r"(?:these|those|its|their) (?:\w+ )?(?:positions|posts|roles|officers|officials|members)"
    r"|(?:its|their) (?:\w+ )?(?:committees|sub-?committees|commissions)"
)


def _posts_of_last(state: State, claim: Claim) -> tuple[int, ...]:
    """Return the unit of which the sentence before spoke: These positions include a Producer."""
    place = state.subject
    if place is None or not _THESE_POSTS.fullmatch(claim.subject.folded):
        return ()
    return (place,) if state.register.entities[place].kind is NodeKind.UNIT else ()


def read_has(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read what an organisation has among other things: only names that say unit or post count."""
    if _CHOOSES.match(claim.word) and any(is_post(state, one) for one in subjects):
        return ()  # whom the Chair appoints need not be below the Chair
    among = _AMONG.match(claim.behind.folded)
    listing = without_mere_numbers(read_enumeration(claim.behind.cut(among.end()) if among else claim.behind))
    is_there = claim.word.startswith("there")
    called = read_phrase(claim.subject).name.folded.split(" of ")[0]  # Officers of the Club
    is_class = bool(CLASS_SUBJECT.search(called)) and listing.strong > 0.7
    if not subjects and len(listing.items) > 1 and listing.strong == 1 and claim.subject.text:
        subjects = (ROOT,) if is_the_whole(state, read_phrase(claim.subject), scope) else ()
    if any(_POWERS.fullmatch(item.name.folded) for item in listing.items):
        return ()
    if subjects or is_there:
        keep_count(state, listing, subjects[0] if len(subjects) == 1 else scope)
    is_told, is_counted = is_class_told(claim, listing), is_counted_class(listing)
    is_class = is_class or is_told or is_counted or _is_management(claim, listing)
    if not listing.items or not (subjects or is_there or is_class):
        return ()
    subjects = subjects or _posts_of_last(state, claim) or (scope,)
    kept = listing.items if is_counted else _members_of_unit(state, claim, subjects, listing)
    kept = kept or _kept(listing, claim.word, is_told=is_told)
    kept = kept or _named_in_unit(state, claim, subjects, listing)
    if not kept:
        return ()
    listing = replace(listing, items=kept)
    above = _where_there_is(state, claim, listing, scope) if is_there else subjects
    announces = announces_units(claim)
    listing = replace(listing, items=units_of_class(kept)) if announces else listing
    made = hang(state, listing, above, "sentence that says what there is")
    if listing.class_word and announces:
        for place in made:
            state.register.call(place, f"{state.register.entities[place].name.folded} {listing.class_word}")
    is_pair = len(made) == 2 and bool(INCLUDES.match(claim.word)) and subjects[0] != ROOT
    are_told = listing.proper == 1 or are_counted_posts(listing)
    is_plain = (len(made) > 2 or is_pair) and are_told
    state.evidence += 0 if not made else 2 if len(made) > 1 and (listing.class_word or is_plain) else 1
    _mark_only(state, listing, made, is_each=len(subjects) > 1)
    return made


def _where_there_is(state: State, claim: Claim, listing: Enumeration, scope: int) -> tuple[int, ...]:
    """Return where that is which there is: in the unit that is told, in the one whose posts these are, or here."""
    where = _within(state, claim.subject, scope) or owner_of_posts(state, listing)
    here = state.subject if state.subject is not None and "also" in claim.word else scope
    return where or (here,)


def _members_of_unit(state: State, claim: Claim, subjects: Sequence[int], listing: Enumeration) -> tuple[Phrase, ...]:
    """Return the items of `The Support Bureau includes Laboratory, Records and two Clerks`: a unit's list of names."""
    if len(subjects) != 1 or not INCLUDES.match(claim.word):
        return ()
    items = tuple(item for item in listing.items if not is_people(item))
    entity = state.register.entities[subjects[0]]
    is_listed = entity.kind is NodeKind.UNIT and entity.reason in ("heading", "item of a list")
    is_listed = is_listed or (entity.kind is NodeKind.UNIT and has_head(state, subjects[0]))
    is_unit = judge(state.name_of(subjects[0]).lower()) is Sort.UNIT or is_listed
    are_names = all(
        item.is_proper and item.sort in (*STRONG, Sort.FIELD) and not item.rest.text and is_title(item)
        for item in items
    )
    if _is_surely_unit(state, subjects[0]) and are_names and len(items) == len(listing.items) > 1:
        return items
    strong = sum(item.sort in STRONG or is_known_field(item.name.folded) for item in items)
    return items if is_unit and are_names and len(items) > 1 and strong * 2 >= len(items) else ()


def _named_in_unit(state: State, claim: Claim, subjects: Sequence[int], listing: Enumeration) -> tuple[Phrase, ...]:
    """Return what has a name of `The Field Bureau contains four battalions and the Dive Team`: the rest is counted."""
    if len(subjects) != 1 or not _HOLDS.match(claim.word) or not _is_surely_unit(state, subjects[0]):
        return ()
    named = tuple(item for item in listing.items if _is_named(item) and not item.rest.text)
    counted = sum(item.count is not None and item.sort in (*STRONG, Sort.GENERIC) for item in listing.items)
    return named if named and len(named) + counted == len(listing.items) else ()


def _kept(listing: Enumeration, word: str, *, is_told: bool = False) -> tuple[Phrase, ...]:
    """Return the items that count: all of a list of names that is announced as one, or those that say what they are."""
    is_announced = bool(listing.class_word) and not NO_UNITS.search(listing.class_word)
    if is_announced and len(listing.items) > 1 and listing.proper == 1:
        return listing.items
    kept = tuple(
        item for item in listing.items if item.sort in STRONG and not is_vague(item) and _is_definite(item, listing)
    )
    is_partly = word.endswith(("such as", "like")) and listing.strong >= _MOSTLY
    if is_told:
        return listing.items
    if (len(kept) < len(listing.items) and not is_partly) or any(_IN_A_TEXT.match(item.rest.folded) for item in kept):
        return ()
    is_proper = all(item.is_proper for item in kept)
    return () if _HOLDS.match(word) and not is_proper else kept


# Each area has a section in our handbook: a part of a text.
_IN_A_TEXT = pattern(
    r"(?:in|on|of) (?:our|the|this|its) (?:[\w-]+ ){0,2}?(?:handbook|manual|wiki|website|site|docs|documentation|guide|"
    r"repository|portal|intranet|compass|document|report)\b"
)
_POWERS = pattern(r"(?:\w+ )?authority")  # who has the authority to do something has no unit of that name
_HOLDS = pattern(r"operates|maintains|contains|houses|hosts")


def _mark_only(state: State, listing: Enumeration, made: Sequence[int], *, is_each: bool) -> None:
    """Let the one post that every one of several units has lead it: each department has a head."""
    only = listing.items[0] if len(listing.items) == 1 else None
    if only is None or only.sort is not Sort.POST or only.before not in ("a", "an", "its own", "one"):
        return
    entities = state.register.entities
    for place in made:
        if entities[entities[place].parent].kind is NodeKind.UNIT:
            entities[place].head = is_each


def _is_named(item: Phrase) -> bool:
    """Whether an item has a name of its own, beside those that are only counted."""
    return item.sort in STRONG and item.is_proper and not is_vague(item)


def _is_definite(item: Phrase, listing: Enumeration) -> bool:
    """Whether an item is more than a number of units without a name: four departments."""
    is_many = item.name.folded.endswith("s") and not item.is_proper and item.sort in (Sort.UNIT, Sort.GENERIC)
    is_class = item.count is not None and len(listing.items) == 1
    return not is_many or bool(listing.class_word) or is_class
