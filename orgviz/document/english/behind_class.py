"""Read names behind their class and a colon, whatever the sentence says of them: starts the teams needed: A, B."""

from __future__ import annotations

from orgviz.document.english.lists import read_enumeration
from orgviz.document.known.state import SURE, State, put
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_BEHIND = pattern(
    r"\b(?:teams|units|departments|divisions|sections|offices|committees|groups|squads|crews|branches|roles|positions)"
    r"(?: [a-z]+){0,3}\s?:\s(?P<named>[A-Z][^:;]{6,240})"
)
# With whom somebody has to do is not below.
_OTHERS = pattern(
    r"\b(?:with|between|among|across|from|outside|other|external|partner|former|supports?|serves?|helps?|advises?|informs?|"
    r"reports?|answers?|example|sample|such)\b"
)
_TAIL = pattern(r",?\s(?:as|when|where|if|which|who|so|until|during|while|whenever|depending)\s.*|[.\s]+$")
_FEWEST = 3


def read_behind_class(state: State, text: Passage, scope: int) -> bool:
    """Hang the units and posts that a sentence names behind their class below whom it stands; tell whether it does."""
    match = _BEHIND.search(text.text) if ":" in text.text else None
    if match is None or _OTHERS.search(text.folded[: match.start()]):
        return False
    named = text.cut(*match.span("named"))
    tail = _TAIL.search(named.folded)
    items = read_enumeration(named.cut(0, tail.start()) if tail else named).items
    are_names = all(item.sort in STRONG and item.has_capitals for item in items)
    if len(items) < _FEWEST or not are_names or any(item.rest.text for item in items):
        return False
    for item in items:
        kind = NodeKind.UNIT if item.sort is Sort.UNIT else NodeKind.POSITION
        put(state, kind, item.named, scope, "named behind its class", SURE)
    state.evidence += 1
    return True
