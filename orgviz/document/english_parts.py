"""Read English sentences that say of which units and posts something consists, or what there is in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.english_hang import hang, is_vague
from orgviz.document.english_lists import Enumeration, read_enumeration
from orgviz.document.english_phrases import Phrase, read_phrase
from orgviz.document.english_verbs import Claim
from orgviz.document.names import STRONG, Sort, is_known_field, judge
from orgviz.document.state import State
from orgviz.model import NodeKind

_WRONG = re.compile(
    r"(?:phases?|steps?|stages?|types?|parts?|modules?|components?|elements?|layers?|levels?|categories|classes|"
    r"kinds?|columns|topics|chapters? of|sessions?|days?|weeks?|courses?|degrees?)$"
)
_CLASS_SUBJECT = re.compile(
    r"(?:committees|departments|divisions|teams|officers|sections|offices|bodies|organs|units|groups|branches|"
    r"positions|posts|councils|boards|roles)$"
)


def read_parts(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The division consists of two teams, A and B`."""
    listing = read_enumeration(claim.behind)
    if not listing.items or not (subjects or _is_told_apart(listing)):
        return ()
    is_of_unit = len(subjects) == 1 and judge(state.name_of(subjects[0]).lower()) is Sort.UNIT
    if not _are_parts(listing, has_subject=bool(subjects), is_of_unit=is_of_unit):
        state.tell(claim.behind, None, "a list whose items are no units or posts")
        return ()
    if not all(_is_definite(item, listing) for item in listing.items):
        return ()
    above = subjects[:1] if listing.proper > 0.5 else subjects
    made = hang(state, listing, above or (scope,), "sentence of composition")
    if made:
        state.evidence += 2 if len(made) > 1 and (listing.class_word or listing.strong >= 0.75) else 1
    return made


def _is_told_apart(listing: Enumeration) -> bool:
    return len(listing.items) > 1 and listing.proper == 1 and listing.strong > (0.5 if listing.class_word else 0.9)


def _are_parts(listing: Enumeration, *, has_subject: bool, is_of_unit: bool) -> bool:
    """Weigh whether a list holds parts of an organisation: its class word vouches, its items decide."""
    if _WRONG.search(listing.class_word) and listing.strong < 1:
        return False
    if listing.class_word and listing.proper >= 0.75 and not listing.is_post_class:
        return True
    if listing.strong >= 0.5:
        return True
    if is_of_unit and listing.proper == 1 and len(listing.items) > 1 and not any(item.before for item in listing.items):
        return True
    fields = sum(item.sort in STRONG or (item.is_proper and is_known_field(item.name.folded)) for item in listing.items)
    return has_subject and fields >= 0.6 * len(listing.items) and len(listing.items) > 1


def read_has(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read what an organisation has among other things: only names that say unit or post count."""
    listing = read_enumeration(claim.behind)
    is_there = claim.word.startswith("there")
    is_class = bool(_CLASS_SUBJECT.search(read_phrase(claim.subject).name.folded)) and listing.strong > 0.7
    if not listing.items or not (subjects or is_there or is_class):
        return ()
    subjects = subjects or (scope,)
    is_list = (
        bool(listing.class_word)
        and len(listing.items) > 1
        and listing.proper == 1
        and not _WRONG.search(listing.class_word)
    )
    if not is_list:
        kept = tuple(
            item for item in listing.items if item.sort in STRONG and not is_vague(item) and _is_definite(item, listing)
        )
        if len(kept) < len(listing.items) or (
            re.match(r"(?:operates|maintains|contains|houses|hosts)", claim.word)
            and not all(item.is_proper for item in kept)
        ):
            return ()
    above = (
        subjects
        if not is_there
        else ((state.subject,) if state.subject is not None and "also" in claim.word else (scope,))
    )
    made = hang(state, listing, above, "sentence that says what there is")
    state.evidence += 0 if not made else 2 if len(made) > 1 and listing.class_word else 1
    if (
        made
        and len(listing.items) == 1
        and listing.items[0].sort is Sort.POST
        and listing.items[0].before in ("a", "an", "its own", "one")
    ):
        for place in made:
            if state.register.entities[state.register.entities[place].parent].kind is NodeKind.UNIT:
                state.register.entities[place].head = len(subjects) > 1
    return made


def read_is(state: State, claim: Claim, _subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The standing committees are the A, the B and the C`."""
    listing = read_enumeration(claim.behind)
    phrase = read_phrase(claim.subject)
    is_class = _CLASS_SUBJECT.search(phrase.name.folded.split(" of ")[0])
    if not is_class or len(listing.items) < 2 or listing.strong < 0.75:
        return ()
    made = hang(state, listing, (scope,), "sentence that names all of a class")
    state.evidence += 2 if made else 0
    for place in made:
        state.register.entities[place].suffix = state.register.entities[place].suffix or phrase.name.folded.split()[
            -1
        ].removesuffix("s")
    return made


def _is_definite(item: Phrase, listing: Enumeration) -> bool:
    """Whether an item is more than a number of units without a name: four departments."""
    is_many = item.name.folded.endswith("s") and not item.is_proper and item.sort in (Sort.UNIT, Sort.GENERIC)
    is_class = item.count is not None and len(listing.items) == 1
    return not is_many or bool(listing.class_word) or is_class
