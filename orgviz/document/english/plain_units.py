"""Read English sentences on units without capitals: divided into clinical departments and nursing departments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgviz.document.english.clauses import last_clause
from orgviz.document.english.members import is_the_whole
from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.subjects import find_known
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_CLASS = r"(?:departments|divisions|offices|bureaus|directorates|sections|wards|units|teams)"
_DIVIDED = pattern(
    r"(?P<who>[^:;]{2,80}?)\s(?:(?:is|are)\s(?:[a-z]+ly\s|also\s)?(?:divided|organi[sz]ed|split|grouped|structured)\s"
    r"into|consists?\s(?:[a-z]+ly\s)?of|comprises|is\s(?:[a-z]+ly\s)?(?:made\sup|composed)\sof)\s(?:the\s)?"
    rf"(?P<parts>(?:[a-z][a-z -]{{2,60}}\s{_CLASS}(?:,\sand\s|,\s|\sand\s|$)){{2,12}})"
)
_PART = pattern(rf"(?P<name>[a-z][a-z -]{{2,60}}?\s{_CLASS})(?:,\sand\s|,\s|\sand\s|$)")
_OF_CLASS = pattern(
    r"(?:the\s)?(?P<who>[a-z][a-z -]{2,60}?\s(?:departments?|divisions?|offices?|bureaus?|directorates?|"
    r"sections?|wards?|units?|teams?))(?:,|\s(?:is|are)\s[^,:;]{3,90},\s(?:which|and))?\s(?:usually\s|generally\s|mainly\s|also\s|typically\s)?"
    r"(?:includes?|comprises?|consists?\sof|contains?|covers?|(?:is|are)\s(?:made\sup|composed)\sof)\s(?:mainly\s)?(?P<list>.+)"
)
_BELONGS = pattern(
    r"(?:the\s)?(?P<who>[a-z][a-z -]{2,50}?)\s(?:(?:usually|generally|also|often|normally|typically)\s)*"
    r"belongs?\s(?:also\s)?to\s(?:the\s)?(?P<unit>[a-z][a-z -]{2,60})"
)
_WORDS = 5  # of a name without capitals, and no more
_NAMED_SO = "named by its class"


def read_plain_units(state: State, text: Passage, scope: int) -> bool:
    """Read units that are told without capitals, by a class word each; tell whether there are any."""
    return _read_divided(state, text, scope) or _read_parts_of_class(state, text) or _read_belongs(state, text)


def _read_divided(state: State, text: Passage, scope: int) -> bool:
    """Read `A hospital is usually divided into clinical departments, nursing departments and supply departments`."""
    match = _DIVIDED.fullmatch(text.folded)
    above = _whole_or_known(state, last_clause(text.cut(*match.span("who"))), match["parts"], scope) if match else None
    if match is None or above is None:
        return False
    parts = text.cut(*match.span("parts"))
    for part in _PART.finditer(parts.folded):
        put(state, NodeKind.UNIT, Named(name=parts.cut(*part.span("name"))), above, _NAMED_SO, LISTED)
    state.subject = above
    state.evidence += 2
    return True


# Only an organisation is divided into departments; other things have divisions and sections, too.
_FIRM = pattern(r"\s(?:departments|offices|bureaus|directorates)\b")


def _whole_or_known(state: State, who: Passage, parts: str, scope: int) -> int | None:
    """Return who is divided: the organisation, told by what it is, or what is known."""
    if who.folded == "it":
        return scope
    phrase = read_phrase(who)
    known = find_known(state, phrase, scope)
    if known is not None:
        return known
    is_one = phrase.before in ("a", "an", "the", "our") and not phrase.count and _FIRM.search(parts) is not None
    is_whole = is_the_whole(state, phrase, ROOT) and not phrase.name.folded.endswith("league")
    return scope if is_one or is_whole else None


def _class_named(state: State, folded: str, text: Passage) -> int | None:
    """Return the unit of a class that a text names again, in the singular or the plural."""
    known = find_known(state, read_phrase(text), ROOT) if folded else None
    is_one = known is not None and known != ROOT and state.register.entities[known].reason == _NAMED_SO
    return known if is_one else None


def _read_parts_of_class(state: State, text: Passage) -> bool:
    """Read `Diagnostic departments include radiology, the blood laboratory and the endoscopy room`."""
    match = _OF_CLASS.fullmatch(text.folded)
    unit = _class_named(state, match["who"], text.cut(*match.span("who"))) if match else None
    if match is None or unit is None:
        return False
    listed = text.cut(*match.span("list"))
    names = tuple(_names(state, listed))
    for name in names:
        put(state, NodeKind.UNIT, Named(name=name), unit, "listed for its class", LISTED)
    state.subject = unit
    state.evidence += 1 if names else 0
    return True


def _names(state: State, listed: Passage) -> Iterator[Passage]:
    """Yield the names of a list without capitals; what further clauses say of them is read for itself."""
    vague = _VAGUE.match(listed.folded)
    listed = listed.cut(vague.end()) if vague else listed
    pieces = [_clean(piece) for piece in listed.split(match.span() for match in _BETWEEN.finditer(listed.folded))]
    for number, piece in enumerate(pieces, 1):
        if _read_belongs(state, piece):
            continue
        for name in _halves(piece) if number == len(pieces) else (piece,):
            if name.text and len(name.folded.split()) <= _WORDS and judge(name.folded) in _NAMES:
                yield name


_NAMES = (Sort.UNIT, Sort.FIELD, Sort.GENERIC, Sort.ABSTRACT)
# Professional departments that help the others, including: what follows is named.
_VAGUE = pattern(r"[^,:;()]*\s(?:that|which|who)\s[^:;()]{3,90}?,?\s(?:including|such\sas|for\sexample)\s")
_BETWEEN = pattern(r",\s(?:and\s|such\sas\s|including\s)?|;\s|\s(?:such\sas|including)\s|\sand\s(?=(?:the|an?)\s)")
_FRONT = pattern(r"(?:the|an?|various|all)\s")
_END = pattern(r"\s?\([^()]*\)$|,?\s(?:and\sso\son|and\sothers|and\sthe\slike|etc)\.?$")


def _clean(piece: Passage) -> Passage:
    """Return a name without its article, what stands in brackets behind it, and the words for more of the kind."""
    end = _END.search(piece.folded)
    piece = piece.cut(0, end.start()) if end else piece
    front = _FRONT.match(piece.folded)
    return piece.cut(front.end()) if front else piece


def _halves(piece: Passage) -> Iterator[Passage]:
    """Yield the last two names of a list: radiology and the endoscopy room; one name of two words with and stays."""
    joint = re.search(r"\sand\s", piece.folded)
    is_one = joint is None or judge(piece.folded) is Sort.UNIT
    if joint is None or is_one:
        yield piece
        return
    yield piece.cut(0, joint.start())
    yield _clean(piece.cut(joint.end()))


def _read_belongs(state: State, text: Passage) -> bool:
    """Read `The pharmacy also belongs to the diagnostic departments`."""
    match = _BELONGS.fullmatch(text.folded)
    unit = _class_named(state, match["unit"], text.cut(*match.span("unit"))) if match else None
    if match is None or unit is None:
        return False
    name = text.cut(*match.span("who"))
    if len(name.folded.split()) > _WORDS or judge(name.folded) not in _NAMES:
        return False
    put(state, NodeKind.UNIT, Named(name=name), unit, "listed for its class", LISTED)
    state.evidence += 1
    return True
