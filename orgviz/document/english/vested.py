"""Read English sentences on who has the power: it is vested in a Board, which delegates it to a committee."""

from __future__ import annotations

from orgviz.document.english.hang import hang
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.subjects import find_known, find_subjects
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_VESTED = pattern(
    r"(?:the\s|all\s|overall\s|ultimate\s|day[\s-]to[\s-]day\s)*(?:[a-z]+\s(?:and\s)?){0,3}?(?:governance|government|management|authority|"
    r"control|powers?|administration|direction|running|leadership|oversight)\b[^,:;]{0,60}?\s"
    r"(?:(?:is|are|shall be|will be)\s(?:\w+\s)?"
    r"(?:vested|placed|lodged)\s(?:in|with)|(?:is|are|shall be)\s(?:entrusted\sto|the\sresponsibility\sof|"
    r"in\sthe\shands\sof)|(?:rests?|lies|lie|resides?)\swith)\s"
    r"(?=(?:an?|the|its|our)\s)"
)
_DELEGATES = pattern(
    r"(?P<who>(?:the|our|this)\s[^,:;]{3,50}?)\s(?:may\s|shall\s)?delegates?\s(?:[^,:;]{3,160}?\s)?to\s(?=(?:an?|the|our|its)\s)"
)


def read_vested(state: State, text: Passage, scope: int) -> bool:
    """Read in whom power is vested and to whom it is delegated; tell whether a unit was understood."""
    vested = _VESTED.match(text.folded)
    if vested is not None:
        phrase = read_phrase(text.cut(vested.end()))
        return _put_unit(state, phrase, scope, scope) or _put_post(state, phrase, scope)
    delegates = _DELEGATES.match(text.folded)
    if delegates is None:
        return False
    above = find_subjects(state, text.cut(*delegates.span("who")), scope)
    if len(above) != 1 or above[0] == ROOT:
        return False
    rest = text.cut(delegates.end())
    what = rest.folded.find(" the ", 2)
    return _put_unit(state, read_phrase(rest.cut(0, what) if what > 0 else rest), above[0], scope)


def _put_post(state: State, phrase: Phrase, scope: int) -> bool:
    """Put the one post in whose hands something is, and whoever is said to help it."""
    if phrase.sort is not Sort.POST or phrase.count is not None or not (phrase.is_proper or phrase.before == "the"):
        return False
    known = find_known(state, phrase, scope)
    made = put(state, NodeKind.POSITION, phrase.named, scope, "said to have the power", LISTED)
    made = made if known is None else known
    helped = _HELPED.match(phrase.rest.folded)
    if helped is not None and made != ROOT:
        listing = read_enumeration(phrase.rest.cut(helped.end()))
        are_posts = bool(listing.items) and all(item.sort is Sort.POST for item in listing.items)
        hang(state, listing, (made,), "said to assist") if are_posts else ()
    state.subject = made if made != ROOT else state.subject
    state.evidence += 1
    return made != ROOT


_HELPED = pattern(r"\W*who\s(?:is|are)\s(?:\w+\s)?(?:supported|assisted|helped|advised|aided)\sby\s")


def _put_unit(state: State, phrase: Phrase, above: int, scope: int) -> bool:
    if phrase.sort is not Sort.UNIT or phrase.count is not None:
        return False
    known = find_known(state, phrase, scope)
    made = put(state, NodeKind.UNIT, phrase.named, above, "said to have the power", LISTED) if known is None else known
    state.subject = made if made != ROOT else state.subject
    state.evidence += 1
    return made != ROOT
