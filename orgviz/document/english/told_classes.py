"""Read English sentences that tell all of a class by name: The standing committees are the A, the B and the C."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.announced import is_title, units_of_class
from orgviz.document.english.hang import hang
from orgviz.document.english.lists import Enumeration, read_enumeration
from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.verbs import Claim
from orgviz.document.known.state import State
from orgviz.document.names.judging import Sort
from orgviz.patterns import pattern

CLASS_SUBJECT = pattern(
    r"(?:committees|departments|divisions|teams|officers|officials|executives|sections|offices|bodies|organs|units|groups|branches|"
    r"positions|posts|councils|boards|roles)$"
)


def read_is(state: State, claim: Claim, _subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The standing committees are the A, the B and the C`."""
    named = _named_first(state, claim, scope)
    if named:
        return named
    listing = read_enumeration(claim.behind)
    called = read_phrase(claim.subject).name.folded
    class_word = called.split(" of ")[0]
    if not CLASS_SUBJECT.search(class_word) or len(listing.items) < 2:
        return ()
    if listing.strong < _MOSTLY:
        if not _UNITS.search(class_word) or not _are_names(listing):
            return ()
        listing = replace(listing, items=units_of_class(listing.items))
    made = hang(state, listing, (scope,), "sentence that names all of a class")
    state.evidence += 2 if made else 0
    suffix = called.split()[-1].removesuffix("s")
    for place in made:
        entity = state.register.entities[place]
        entity.suffix = entity.suffix or suffix
    return made


_MOSTLY = 0.75
_UNITS = pattern(r"(?:committees|departments|divisions|teams|sections|offices|branches|bureaus)$")


def _are_names(listing: Enumeration) -> bool:
    """Whether all items are names that units of a class may have: Membership, Program and Finance."""
    return listing.proper == 1 and all(
        is_title(item) and item.sort in (Sort.FIELD, Sort.UNIT, Sort.GENERIC, Sort.ABSTRACT) and not item.rest.text
        for item in listing.items
    )


def _named_first(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Read `The North Bureau and the South Bureau are the two bureaus`: the units stand before the verb."""
    what = read_phrase(claim.behind)
    is_ours = what.before.startswith(("the ", "our ", "its "))
    if (what.count or 0) < 2 or not is_ours or not CLASS_SUBJECT.search(what.name.folded):
        return ()
    listing = read_enumeration(claim.subject)
    if len(listing.items) != what.count or listing.strong < 1 or listing.proper < 1:
        return ()
    state.evidence += 2
    return hang(state, listing, (scope,), "sentence that names all of a class")
