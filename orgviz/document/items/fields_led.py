"""Find the fields of work of which a document says, one after the other, who leads each: Checkout is run by Ann Lee."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.english.phrases import NUMBER
from orgviz.document.names.people import is_person
from orgviz.document.outline.nesting import Item
from orgviz.patterns import pattern

_FEWEST = 2  # from which on a document tells of units so, and not of a play or a race
_LED = pattern(
    r"(?:^|[.;,]\s(?:and\s|while\s)?)(?P<field>[A-Z][\w'-]{2,20}(?:(?: and | & | )[A-Z][\w'-]{2,20}){0,2})"
    r"(?:\s\([A-Z&]{2,6}\))?"
    r"(?:\s[a-z]{2,}s\s[^.;:]{3,120}?,?\sand)?\s(?:is|are)\s(?:led|run|headed)(?:\sup)?\sby\s(?P<who>[A-Z][\w'-]+\s[A-Z][\w'-]+)"
    rf"(?P<staffed>\.\s(?:The\s(?:department|team)|(?:His|Her|Their)\steam|S?he|They|It)\s(?:now\s|also\s)?"
    rf"(?:has|have|consists?\sof|manages?|supervises?|oversees?|leads?)\s(?:an?|{NUMBER})\s)?"
)


def fields_led(items: Sequence[Item]) -> frozenset[str]:
    """Return the folded names that stand before `is led by` and a person, where there are several.

    One alone is a unit where the next sentence counts who works there: Laundry is run by Ann Lee. She has two pressers.
    """
    found = [
        match
        for item in items
        if " by " in item.body.folded
        for match in _LED.finditer(item.body.text)
        if is_person(match["who"], match["who"].lower())
    ]
    fields = {match["field"].lower() for match in found}
    staffed = {match["field"].lower() for match in found if match["staffed"]}
    return frozenset(fields if len(fields) >= _FEWEST else staffed)
