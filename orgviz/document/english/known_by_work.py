"""Know units by English sentences that say what each does; two of them vouch for each other."""

from __future__ import annotations

from orgviz.document.known.state import LISTED, State, give_duty
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_CLASS = (
    r"(?:team|department|division|unit|section|committee|council|board|office|branch|crew|desk|directorate|bureau|squad|"
    r"subcommittee|secretariat)"
)
_CLASS_NAMED = pattern(rf".+\s{_CLASS}(?:\sof\s.+)?")
_LAST = pattern(rf"\s{_CLASS}$")


def is_title(text: str) -> bool:
    """Whether a text has several words, written as names are, but for its class: the Fleet Team, the Fleet team."""
    words = _LAST.sub("", text).split()
    return " " in text and have_capitals(words)


def is_told_by_its_work(state: State, place: int) -> bool:
    """Whether nothing is known of a unit but a sentence that says what it does, and its name says what it is."""
    entity = state.register.entities[place]
    return (
        entity.kind is NodeKind.UNIT
        and entity.reason == "subject of a sentence"
        and bool(_CLASS_NAMED.fullmatch(entity.name.folded))
        and is_title(entity.name.text)
    )


def vouch_together(state: State, place: int, duty: Passage) -> bool:
    """Keep what a unit is said to do; two units of which a document says what they do vouch for each other."""
    first, state.single = state.single, (place, duty)
    if first is None and state.tells_work:
        first = state.single
    elif first is None or first[0] == place:
        return False
    for one, work in (first, state.single):
        entity = state.register.entities[one]
        if entity.reason == "subject of a sentence":
            entity.weight, entity.reason = LISTED, "said to do something"
            state.evidence += 1
            give_duty(state, one, work)
            state.tell(entity.name, f"'{entity.name.text}', one of several that are said to do something", "subject")
    return True
