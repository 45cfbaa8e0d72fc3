"""Read German sentences on the work of units that they name themselves: Das Referat Z 1 ist zuständig für die Kasse."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.document.known.parts import find_part
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, give_duty, put
from orgviz.document.names.german_words import CLASS, NAME, WORKS
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_SHORT = r"(?:\s*\((?P<short>[^()]{1,12})\))?"
_ACTIVE = pattern(rf"(?:das|die|der)\s+(?P<unit>{NAME}){_SHORT}\s+(?P<duty>(?:{WORKS})\b.*)$")
_PASSIVE = pattern(
    rf"(?P<duty>.{{4,300}}?)\s+(?:wird|werden)\s+(?:im|in\s+der|vom|von\s+der|durch\s+(?:das|die|den))\s+"
    rf"(?P<unit>{NAME}){_SHORT}\s+(?:bearbeitet|wahrgenommen|betreut|koordiniert|erledigt|verantwortet|organisiert"
    r"|verwaltet|gesteuert|geplant|durchgeführt|erstellt|geprüft|bereitgestellt|gebündelt)$"
)
_COMMA = pattern(r",\s+(?:und\s+)?(?=(?:das|die|der)\s+[A-ZÄÖÜ])")
_NEAR = 120  # characters within which a clause has its name and its verb
_MOST = 40  # commas of a sentence that are looked at


def clauses(text: Passage) -> Iterator[Passage]:
    """Yield the clauses of a sentence each of which says what another unit does."""
    spans = [match.span() for match, _ in zip(_COMMA.finditer(text.text), range(_MOST), strict=False)]
    yield from text.split(span for span in spans if _tells_of_unit(text.cut(span[1], span[1] + _NEAR)))


def _tells_of_unit(clause: Passage) -> bool:
    match = _ACTIVE.match(clause.folded)
    return match is not None and _is_unit(clause.cut(*match.span("unit")))


def _is_unit(name: Passage) -> bool:
    return name.text[:1].isupper() and judge(name.folded) is Sort.UNIT


_ONLY_COUNTED = pattern(r"\s*(?:$|,\s*(?:deren|die)\b)")


def announces(listed: Passage) -> bool:
    """Tell whether a sentence says of which class of units there are so many, and leaves their names to the next."""
    told = CLASS.match(listed.folded)
    return told is not None and _ONLY_COUNTED.match(listed.folded, told.end("class")) is not None


_BEGINS = pattern(r"(?:Die|Das|Der)\s+(?P<name>[A-ZÄÖÜ][\w-]*(?:\s[A-ZÄÖÜ][\w-]*){0,4})\b")


def spoken_of(state: State, text: Passage, scope: int) -> int | None:
    """Return the known unit with which a sentence begins, else the one of which the last sentence spoke."""
    match = _BEGINS.match(text.text)
    known = find_part(state, text.cut(*match.span("name")), scope, may_be_new=False) if match else None
    is_whole = known is not None and state.register.entities[known].parent == ROOT and known != ROOT
    return known if is_whole or state.subject is None else state.subject


def read_work(state: State, text: Passage, scope: int) -> bool:
    """Read what a unit does that is known, or stands below the one that the text is about; tell whether it does."""
    is_told_of = scope != ROOT or state.subject is not None
    above = scope if scope != ROOT or state.subject is None else state.subject
    for form in (_ACTIVE, _PASSIVE):
        match = form.match(text.folded)
        if match is None:
            continue
        name = text.cut(*match.span("unit"))
        unit = find_part(state, name, scope, may_be_new=False)
        if unit is None and is_told_of and _is_unit(name):
            unit = put(state, NodeKind.UNIT, Named(name=name), above, "said to do its work", LISTED)
        if unit is None or unit == ROOT:
            continue
        if match["short"]:
            state.register.call(unit, match["short"])
        duty = text.cut(*match.span("duty"))
        give_duty(state, unit, duty)
        state.tell(duty, f"duty of '{state.name_of(unit)}'", "sentence on a duty")
        state.evidence += 0.5
        return True
    return False
