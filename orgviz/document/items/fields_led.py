"""Find the fields of work of which a document says, one after the other, who leads each: Checkout is run by Ann Lee."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.names.people import is_person
from orgviz.document.outline.nesting import Item
from orgviz.patterns import pattern

_FEWEST = 2  # from which on a document tells of units so, and not of a play or a race
_LED = pattern(
    r"(?:^|[.;,]\s(?:and\s|while\s)?)(?P<field>[A-Z][\w'-]{2,20}(?:(?: and | & | )[A-Z][\w'-]{2,20}){0,2})"
    r"\s(?:is|are)\s(?:led|run|headed)(?:\sup)?\sby\s(?P<who>[A-Z][\w'-]+\s[A-Z][\w'-]+)"
)


def fields_led(items: Sequence[Item]) -> frozenset[str]:
    """Return the folded names that stand before `is led by` and a person, where there are several."""
    found = {
        match["field"].lower()
        for item in items
        if " by " in item.body.folded
        for match in _LED.finditer(item.body.text)
        if is_person(match["who"], match["who"].lower())
    }
    return frozenset(found if len(found) >= _FEWEST else ())
