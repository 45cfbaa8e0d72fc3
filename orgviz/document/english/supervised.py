"""Read a duty that names those who stand below: supervising the Controller, the Registrar and the Bursar."""

from __future__ import annotations

import re

from orgviz.document.english.hang import hang, is_people, is_vague
from orgviz.document.english.lists import read_enumeration
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.names.judging import STRONG
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind

_SUPERVISES = re.compile(
    r"(?:directly\s)?(?:supervis(?:es|ing|e)|overse(?:es|eing|e)|manag(?:es|ing|e)|direct(?:s|ing)?|lead(?:s|ing)?)"
    r"\s(?=the\s)"
)


def read_supervised(state: State, text: Passage, place: int) -> bool:
    """Read an item that says whom a post supervises, two or more with names of their own; tell whether it does."""
    match = _SUPERVISES.match(text.folded)
    if match is None or place == ROOT or state.register.entities[place].kind is not NodeKind.POSITION:
        return False
    listing = read_enumeration(text.cut(match.end()))
    are_names = all(
        item.sort in STRONG
        and item.is_proper
        and item.before in ("the", "")
        and not is_vague(item)
        and not is_people(item)
        for item in listing.items
    )
    if len(listing.items) < 2 or not are_names:
        return False
    state.evidence += 1
    return bool(hang(state, listing, (place,), "said to be supervised"))
