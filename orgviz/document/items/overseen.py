"""Read an item below a post that says which unit the post leads, where the parts of that unit stand below it."""

from __future__ import annotations

from orgviz.document.items.walked import Walk, entries_below, settle
from orgviz.document.known.state import SURE, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import read_notes
from orgviz.document.names.promises import Promise
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_LEADS = pattern(
    r"(?:oversees?|manages?|leads?|heads?|supervises?|directs?|runs?|in charge of|responsible for)"
    r"(?:(?: and |/)(?:oversees?|manages?|leads?|heads?|supervises?|directs?|runs?))? (?:the )?(?=[a-z])"
)
_FEWEST = 2


def read_overseen(walked: Walk, place: int, above: int) -> bool:
    """Read Oversees Media Team, with two or more units below it, as a unit of the post above."""
    item, state = walked.items[place], walked.state
    match = _LEADS.match(item.body.folded)
    if match is None or state.register.entities[above].kind is not NodeKind.POSITION:
        return False
    named = read_notes(item.body.cut(match.end()))
    units = [entry for entry in entries_below(walked, place) if entry.rest is None and entry.sort is Sort.UNIT]
    if len(units) < _FEWEST or judge(named.name.folded) is not Sort.UNIT or not named.name.text[:1].isupper():
        return False
    made = put(state, NodeKind.UNIT, named, above, "unit that a post leads", SURE)
    settle(walked, made, Promise.OPEN, made)
    return True
