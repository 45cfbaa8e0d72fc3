"""Find the several units and posts of which one English clause speaks: the Clerk and the Registry report to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.english.clauses import last_clause
from orgviz.document.english.completed import in_singular
from orgviz.document.english.hang import is_people, is_vague
from orgviz.document.english.lists import Enumeration, read_enumeration
from orgviz.document.english.members import last_listed
from orgviz.document.english.phrases import NUMBER, Phrase, read_phrase
from orgviz.document.english.plain import is_doer, is_plain_post
from orgviz.document.english.plain_words import UNITS
from orgviz.document.english.subjects import find_known
from orgviz.document.english.titled_names import is_called_person
from orgviz.document.english.verbs import Claim, Verb
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import GUESSED, LISTED, State, put
from orgviz.document.names.judging import STRONG, Sort, singular
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_SINGULAR = pattern(r"(?:reports|answers|belongs|sits|falls|works|serves|operates|is|was|has)\b")
_FRONT = pattern(
    r"(?:in addition|additionally|similarly|likewise|finally|currently|at present|(?:as of|since|in) \w+ ?\d*),\s"
)
_CALLED = rf"{UNITS}|posts|positions|roles|officers|officials|crews|squads"
_THOSE = pattern(
    rf"(?:both|all(?: {NUMBER})?|they(?: (?:all|both|each))?|these|these {NUMBER}|the {NUMBER}|each)"
    rf"(?: of (?:them|these|whom|which))?(?: (?:{_CALLED}))?"
    r"(?: (?:heads|leads|leaders|managers|supervisors|directors))?"
)
_UNITS_NAMED = pattern(rf"\b(?:{UNITS})$")
_SPEAK = (Verb.REPORTS, Verb.BELONGS, Verb.LED, Verb.HELPED)
_MOSTLY = 0.5
_NEAR = 2  # sentences


def find_several(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Return the units and posts that a clause lists as its subject, or means by `both` and `they all`."""
    if claim.verb not in _SPEAK or not claim.subject.text:
        return ()
    front = _FRONT.match(claim.subject.folded)
    text = claim.subject.cut(front.end()) if front else claim.subject
    if _THOSE.fullmatch(text.folded):
        return _those_of_list(state, text, scope) or _those_before(state, text)
    if _SINGULAR.match(claim.word) or not re.search(r",| and ", text.folded):
        return ()
    listing = read_enumeration(text)
    known = [_known(state, item, scope) for item in listing.items]
    are_plain = all(_is_one_title(item) for item in listing.items)
    are_names = all(
        place is not None or are_plain or _is_name(item) for place, item in zip(known, listing.items, strict=True)
    ) and not any(is_vague(item) or is_people(item) or item.is_each or item.rest.text for item in listing.items)
    if len(known) < 2 or listing.class_word or not are_names or ROOT in known:
        return ()
    if listing.strong < _MOSTLY and not _is_below_post(claim, listing):
        return ()
    if listing.stopped < len(text):
        return ()
    return tuple(
        _put(state, item, scope) if place is None else place for place, item in zip(known, listing.items, strict=True)
    )


def _is_below_post(claim: Claim, listing: Enumeration) -> bool:
    """Whether fields of work, written as names, are said to report to a post or a person."""
    above = read_phrase(claim.behind)
    is_post = above.sort is Sort.POST and (above.is_proper or is_plain_post(above)) and above.count is None
    is_post = is_post or _PERSON.fullmatch(claim.behind.folded) is not None or is_called_person(above.name)
    are_titles = all(item.has_capitals and item.before in ("", "the") for item in listing.items)
    return claim.verb is Verb.REPORTS and is_post and are_titles


_PERSON = pattern(r"(?:him|her|them|me)\b.{0,20}")


def _known(state: State, item: Phrase, scope: int) -> int | None:
    """Return the known entity that one of several names means; a bare class word among others is a unit of its own."""
    known = find_known(state, item, scope)
    return None if known == ROOT and not state.register.is_root(item.name.folded) else known


def _is_one_title(item: Phrase) -> bool:
    """Whether an item among others is the title of one post: the cashier."""
    return item.sort is Sort.POST and item.before == "the" and singular(item.name.folded) == item.name.folded


def _is_name(item: Phrase) -> bool:
    if item.sort in STRONG:
        return item.is_proper or is_plain_post(item)
    return item.sort is Sort.FIELD and item.is_proper and len(item.name.text.split()) <= 5


def _put(state: State, item: Phrase, scope: int) -> int:
    kind = NodeKind.POSITION if item.sort is Sort.POST else NodeKind.UNIT
    is_several = kind is NodeKind.POSITION and item.count is not None and item.count > 1
    named = (
        Named(name=in_singular(item), seats=item.count)
        if is_several
        else Named(name=item.name, holders=item.named.holders)
    )
    return put(state, kind, named, scope, "one of several subjects", LISTED)


def speak_of(state: State, verb: Verb, subjects: Sequence[int]) -> None:
    """Note of whom a sentence spoke, and which units sentences say in a row to be led: A by Ann, B by Bob; both."""
    state.subject = subjects[0] if len(subjects) == 1 else state.subject
    unit = subjects[0] if verb is Verb.LED and len(subjects) == 1 else ROOT
    if unit == ROOT or state.register.entities[unit].kind is not NodeKind.UNIT:
        return
    number, before = state.led_last
    state.led_last = (len(state.prose), (*(before if len(state.prose) - number <= 1 else ()), unit))


def _those_before(state: State, text: Passage) -> tuple[int, ...]:
    """Return what the sentence before listed: both, all three."""
    number, led = state.led_last
    listed = last_listed(state)
    are_units = all(state.register.entities[one].kind is NodeKind.UNIT for one in listed)
    listed = listed if are_units or not _UNITS_NAMED.search(text.folded) else ()
    if len(listed) < 2 or ("both" in text.folded and len(listed) != 2):
        listed = led if len(state.prose) - number <= _NEAR else ()
    return () if len(listed) < 2 or ("both" in text.folded and len(listed) != 2) else listed


_ALL = pattern(r"(?:all(?: of)? )?these\b|all of (?:them|these)")


def _those_of_list(state: State, text: Passage, scope: int) -> tuple[int, ...]:
    """Return the units of the list behind whose last item a sentence speaks of these units."""
    entities = state.register.entities
    if scope == ROOT or entities[scope].reason != "item of a list" or not _ALL.match(text.folded):
        return ()
    beside = state.register.children.get(entities[scope].parent, ())
    units = (one for one in beside if entities[one].kind is NodeKind.UNIT and not entities[one].dropped)
    found = tuple(one for one in units if entities[one].reason == entities[scope].reason)
    return found if len(found) > 1 and found[-1] == scope else ()


def several_of_a_post(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Return the post of which there are several: Section editors report to the managing editor."""
    phrase = read_phrase(last_clause(claim.subject))
    folded = phrase.name.folded
    heads = state.register.find(f"{singular(folded)} head")
    if heads is not None:
        return (heads,)  # the departments, for the department heads that were named before
    is_plural = singular(folded) != folded and len(folded.split()) <= _MOST_WORDS
    are_doers = is_plural and is_doer(singular(folded)) and phrase.before in ("the", "all the")
    if (
        (phrase.sort is not Sort.POST and not are_doers)
        or not is_plural
        or phrase.rest.text
        or phrase.before not in ("", "the", "all", "all the")
    ):
        return ()
    if are_doers and read_phrase(claim.behind).sort is not Sort.POST:
        return ()
    is_title = " " in folded and all(word[:1].isupper() for word in phrase.name.text.split())
    is_of_known = " " in folded and find_known(state, read_phrase(claim.behind), scope) not in (None, ROOT)
    is_certain = is_title and claim.behind.folded.startswith("the ")
    is_any = _ANY.fullmatch(folded) and not is_certain and not is_of_known
    if _OPEN.match(claim.behind.text.replace("The ", "the ")):
        return ()
    above = read_phrase(claim.behind)
    is_below_title = above.sort is Sort.POST and above.is_proper and not above.count
    if (is_people(phrase) or is_any) and not is_below_title:
        return ()  # engineers report to managers, wherever
    return (put(state, NodeKind.POSITION, Named(name=phrase.name), scope, "subject of a sentence", GUESSED),)


_MOST_WORDS = 3
_OPEN = pattern(
    r"(?:the |their |his |her )*(?:relevant|respective|appropriate|corresponding|own|immediate|various)\b|"
    r"(?:their\b|an? [a-z])"
)
_ANY = pattern(r"(?:\w+ )?(?:managers|employees|workers|teachers|directors|leaders|supervisors|developers|engineers)")
