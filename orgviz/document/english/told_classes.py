"""Read English sentences that tell all of a class by name: The standing committees are the A, the B and the C."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.announced import is_title, units_of_class
from orgviz.document.english.hang import hang
from orgviz.document.english.lists import Enumeration, read_enumeration
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.verbs import Claim
from orgviz.document.known.state import State
from orgviz.document.names.judging import STRONG, Sort

CLASS_SUBJECT = re.compile(
    r"(?:committees|departments|divisions|teams|officers|officials|executives|sections|offices|bodies|organs|units|groups|branches|"
    r"positions|posts|councils|boards|roles)$"
)


def read_is(state: State, claim: Claim, _subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The standing committees are the A, the B and the C`."""
    listing = read_enumeration(claim.behind)
    phrase = read_phrase(claim.subject)
    named = _named_first(state, claim, scope)
    if named:
        return named
    is_class = CLASS_SUBJECT.search(phrase.name.folded.split(" of ")[0])
    are_told = listing.strong >= 0.75 or _are_told_units(phrase, listing)
    if not is_class or len(listing.items) < 2 or not are_told:
        return ()
    listing = listing if listing.strong >= 0.75 else replace(listing, items=units_of_class(listing.items))
    made = hang(state, listing, (scope,), "sentence that names all of a class")
    state.evidence += 2 if made else 0
    for place in made:
        state.register.entities[place].suffix = state.register.entities[place].suffix or phrase.name.folded.split()[
            -1
        ].removesuffix("s")
    return made


_UNITS = re.compile(r"(?:committees|departments|divisions|teams|sections|offices|branches|bureaus)$")


def _are_told_units(phrase: Phrase, listing: Enumeration) -> bool:
    """Whether a class of units is told by names: The standing committees shall be: Membership, Program and Finance."""
    are_names = all(
        is_title(item) and item.sort in (Sort.FIELD, Sort.UNIT, Sort.GENERIC, Sort.ABSTRACT) and not item.rest.text
        for item in listing.items
    )
    return _UNITS.search(phrase.name.folded.split(" of ")[0]) is not None and are_names and listing.proper == 1


def _named_first(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Read `The North Bureau and the South Bureau are the two bureaus`: the units stand before the verb."""
    what = read_phrase(claim.behind)
    count = what.count or 0
    if (
        count < 2
        or what.before.split(" ")[0] not in ("the", "our", "its")
        or not CLASS_SUBJECT.search(what.name.folded)
    ):
        return ()
    listing = read_enumeration(claim.subject)
    if len(listing.items) != count or not all(item.sort in STRONG and item.is_proper for item in listing.items):
        return ()
    state.evidence += 2
    return hang(state, listing, (scope,), "sentence that names all of a class")
