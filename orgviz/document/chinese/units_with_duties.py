"""Read units that a sentence names together, to say something of the duties of all: 甲部、乙部之职掌，由…定之."""

from __future__ import annotations

import re

from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_TOLD = pattern(
    r"(?P<list>[^,。;:、的之]{2,10}(?:、[^,。;:、的之]{2,10})+)(?:之|的)(?:工作)?(?:职掌|职责|职权|职能|分工|业务)"
)
_FEWEST = 2


def read_units_with_duties(state: State, text: Passage, scope: int) -> bool:
    """Put the units below an entity whose duties a sentence speaks of; tell whether there were any."""
    match = _TOLD.match(text.folded)
    if match is None:
        return False
    names = list(text.cut(*match.span("list")).split(sign.span() for sign in re.finditer("、", match["list"])))
    if len(names) < _FEWEST or any(judge(name.folded) is not Sort.UNIT for name in names):
        return False
    for name in names:
        if state.register.find(name.folded, NodeKind.UNIT) is None:
            put(state, NodeKind.UNIT, Named(name=name), scope, "named with its duties", LISTED)
    state.evidence += 0.5
    return True
