"""Read by name who stands below somebody: supervising the Controller and the Bursar, the Board oversees the Chief."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.hang import hang, is_people, is_vague
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.members import CLASS_ONLY, is_the_whole
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.plain import is_plain_unit
from orgviz.document.english.turned import is_definite
from orgviz.document.english.verbs import Claim, Verb
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State, has_head
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_SUPERVISES = pattern(
    r"(?:directly\s)?(?:supervis(?:es|ing|e)|overse(?:es|eing|e)|manag(?:es|ing|e)|direct(?:s|ing)?|lead(?:s|ing)?)"
    r"\s(?=the\s)"
)


# Formation and oversight of all committees, including the A Committee
_OVERSIGHT = pattern(
    r"(?:[a-z]+ (?:and|or) )?(?:oversight|supervision|management|coordination|direction)(?: (?:and|or) [a-z]+)?"
    r" (?:of|for|over) [^,:;.]*\b(?:committees|groups|teams|departments|divisions|units|offices)\b[^,:;.]*,?"
    r" (?:including|namely)\s"
)


def read_supervised(state: State, text: Passage, place: int) -> bool:
    """Read an item that says whom a post supervises, two or more with names of their own; tell whether it does."""
    match = _SUPERVISES.match(text.folded)
    is_post = place != ROOT and state.register.entities[place].kind is NodeKind.POSITION
    match = (match if is_post else None) or (_OVERSIGHT.match(text.folded) if place != ROOT else None)
    if match is None:
        return False
    listing = read_enumeration(text.cut(match.end()))
    are_names = all(
        item.sort in STRONG
        and item.is_proper
        and item.before in ("the", "")
        and not is_vague(item)
        and not is_people(item)
        for item in listing.items
    )
    if len(listing.items) < 2 or not are_names:
        return False
    state.evidence += 1
    return bool(hang(state, listing, (place,), "said to be supervised"))


def read_named_below(state: State, claim: Claim, subjects: Sequence[int]) -> tuple[int, ...]:
    """Read `The Board oversees the Director`, `The Works Office oversees the Yard Unit and the Crane Unit`."""
    listing = read_enumeration(claim.behind)
    items = listing.items
    if len(subjects) != 1 or subjects[0] == ROOT or not items or listing.stopped < len(claim.behind):
        return ()
    items = tuple(item for item in items if _is_named(item))
    are_told = listing.class_word and not listing.is_post_class and len(items) > 1
    if len(items) * 3 < len(listing.items) * 2 or not (are_told or any(item.sort in STRONG for item in items)):
        return ()
    if len(items) == 1 and (items[0].sort is not Sort.POST or items[0].count or items[0].before not in ("the", "its")):
        return ()
    listing = replace(listing, items=items, class_word=listing.class_word or "department")
    state.evidence += 2 if len(items) > 1 else 1
    return hang(state, listing, subjects, "said to be supervised")


_RUNS_ALL = pattern(
    r"(?:the |all |its |our )?(?:overall |daily |day-to-day |general |everyday )+(?:[a-z]+ (?:and )?)?"
    r"(?:operations?|management|administration|running|affairs|business|activities|functioning)\b"
    r"(?! of (?:its|his|her|their|each|every|an?)\b)"
)
_PRESIDES = pattern(r"(?:presides\sover|heads|governs|is\sthe\shead\sof)")


def leads_the_whole(state: State, claim: Claim) -> bool:
    """Whether somebody is said to preside over the organisation itself, or to run it from day to day.

    The bishop presides over the diocese; the warden oversees the daily operations of the hostel.
    """
    if claim.verb is not Verb.LEADS:
        return False
    if _RUNS_ALL.match(claim.behind.folded):
        return True
    if not _PRESIDES.fullmatch(claim.word):
        return False
    phrase = read_phrase(claim.behind)
    return not phrase.rest.text and is_the_whole(state, phrase, ROOT)


def leads_several(claim: Claim) -> bool:
    """Whether somebody is said to lead several that have names, be it behind another thing that is told first."""
    if claim.verb is not Verb.LEADS:
        return claim.verb is Verb.DOES and leads_units(claim)
    named = [item for item in read_enumeration(claim.rest).items if item.sort in (Sort.UNIT, Sort.FIELD)]
    are_plain = len(named) > 1 and all(map(is_plain_unit, named))
    return are_plain or sum(item.has_capitals and item.before in ("", "the") for item in named) > 1


def _is_written_so(item: Phrase) -> bool:
    """Whether a phrase is a name and nothing else: the Prevention Bureau."""
    return item.stands_alone and item.has_capitals


def leads_units(claim: Claim) -> bool:
    """Whether who is responsible for something leads units: in charge of the Prevention Bureau."""
    if not re.search(r"responsib\w+ for|in charge of|responsib\w+ over", claim.word):
        return False
    if _THIS_UNIT.fullmatch(claim.behind.folded):
        return True
    items = read_enumeration(claim.behind).items
    if len(items) > 1 and all(map(is_plain_unit, items)):
        return True
    return bool(items) and all(
        item.sort in STRONG and item.stands_alone and item.name.text[:1].isupper() for item in items
    )


_THIS_UNIT = pattern(rf"(?:the|this|our) (?:{CLASS_ONLY.pattern})")


def unit_of_all(state: State, units: Sequence[int]) -> int | None:
    """Return the unit of which several are the parts, where nobody leads it yet."""
    parents = {state.register.entities[unit].parent for unit in units}
    above = min(parents)
    is_unit = above != ROOT and state.register.entities[above].kind is NodeKind.UNIT
    return above if len(parents) == 1 and is_unit and not has_head(state, above) else None


def _is_named(item: Phrase) -> bool:
    """Whether an item is a unit or post with a name, or a field that is written as one."""
    if item.rest.text or is_vague(item) or is_people(item):
        return False
    is_field = (item.sort is Sort.FIELD and item.has_capitals) or is_plain_unit(item)
    return (item.sort in STRONG and is_definite(item)) or is_field
