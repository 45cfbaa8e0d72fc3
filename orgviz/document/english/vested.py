"""Read English sentences on who has the power: it is vested in a Board, which delegates it to a committee."""

from __future__ import annotations

import re

from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.subjects import find_known, find_subjects
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind

_VESTED = re.compile(
    r"(?:the\s|all\s|overall\s|ultimate\s)*(?:[a-z]+\s(?:and\s)?){0,3}?(?:governance|government|management|authority|"
    r"control|powers?|administration|direction)\b[^,:;]{0,60}?\s(?:(?:is|are|shall be|will be)\s(?:\w+\s)?"
    r"(?:vested|placed|lodged)\s(?:in|with)|(?:is|are|shall be)\sentrusted\sto|(?:rests?|lies|lie|resides?)\swith)\s"
    r"(?=(?:an?|the|its|our)\s)"
)
_DELEGATES = re.compile(
    r"(?P<who>(?:the|our|this)\s[^,:;]{3,50}?)\s(?:may\s|shall\s)?delegates?\s(?:[^,:;]{3,60}?\s)?to\s(?=an?\s)"
)


def read_vested(state: State, text: Passage, scope: int) -> bool:
    """Read in whom power is vested and to whom it is delegated; tell whether a unit was understood."""
    vested = _VESTED.match(text.folded)
    if vested is not None:
        return _put_unit(state, read_phrase(text.cut(vested.end())), scope, scope)
    delegates = _DELEGATES.match(text.folded)
    if delegates is None:
        return False
    above = find_subjects(state, text.cut(*delegates.span("who")), scope)
    if len(above) != 1 or above[0] == ROOT:
        return False
    rest = text.cut(delegates.end())
    what = rest.folded.find(" the ", 2)
    return _put_unit(state, read_phrase(rest.cut(0, what) if what > 0 else rest), above[0], scope)


def _put_unit(state: State, phrase: Phrase, above: int, scope: int) -> bool:
    if phrase.sort is not Sort.UNIT or phrase.count is not None:
        return False
    known = find_known(state, phrase, scope)
    made = put(state, NodeKind.UNIT, phrase.named, above, "said to have the power", LISTED) if known is None else known
    state.subject = made if made != ROOT else state.subject
    state.evidence += 1
    return made != ROOT
