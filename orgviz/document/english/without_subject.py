"""Read what is said of a unit behind its name, without a subject: Includes Payroll, Treasury and Accounts."""

from __future__ import annotations

import re

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.reworded import together, word
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind

_HAS = re.compile(
    r"(?:(?:also|which|it)\s)?(?:includes?|including|compris(?:es?|ing|ed\sof)|consist(?:s|ing)?\sof|"
    r"(?:is\s)?made\sup\sof|composed\sof|divided\sinto)\s(?!both\b|but\b|all\b|everything\b)"
)


def with_subject(state: State, text: Passage, scope: int) -> Passage:
    """Return a sentence below a unit that begins with of what it consists as one that begins with the unit."""
    match = _HAS.match(text.folded)
    entity = state.register.entities[scope]
    if match is None or scope == ROOT or entity.kind is not NodeKind.UNIT or not entity.name.text:
        return text
    items = read_enumeration(text.cut(match.end())).items
    if len(items) < _FEWEST or not all(item.is_proper or item.count for item in items):
        return text
    return together(word(text, f"The {entity.name.text} includes"), text.cut(match.end()))


_FEWEST = 2
