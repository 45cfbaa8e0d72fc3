"""Read English sentences on bodies: the Council is the highest organ, its members are the Chair and the Clerk."""

from __future__ import annotations

from orgviz.document.english.hang import hang
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import NUMBER, Phrase, read_phrase
from orgviz.document.english.plain import is_plain_post
from orgviz.document.english.subjects import find_known, find_subjects
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_HIGHEST = pattern(
    r"(?P<who>(?:the|our)\s[^,:;]{3,60}?)\s(?:is|shall be|serves as|acts as|constitutes|forms)\s(?:the|our)\s"
    r"(?:[\w-]+'s?\s)?(?:highest|supreme|main|principal|top|ultimate|central|primary|governing|executive|"
    r"decision-making|policy-making|legislative)\s(?:[\w/-]+\s){0,5}?"
    r"(?:body|organ|authority|forum)\b"
)
_ELECTED = pattern(
    r"(?P<who>(?:the|our|an?)\s[^,:;]{3,60}?),?\s(?:(?:is|shall be)\s)?(?:elected|appointed|chosen|selected|hired|"
    r"set up)\sby\s"
    r"(?P<by>(?:the|our|its)\s[^,:;]{3,60})"
)
_MEMBERS = pattern(
    r"(?:the\s)?(?:(?:voting|permanent|current|ex officio|other|core)\s)*(?:members|membership|composition)\sof\s"
    r"(?P<unit>(?:the|this|our|its|each)\s[^,:;]{3,60}?)\s(?:are|is|include|includes|comprise|comprises|"
    r"consists? of|shall be|will be)(?:\sas follows|\sthe following)?\s?:?\s"
    r"|(?P<whose>(?:the|our)\s[^,:;]{3,60}?)'s?\smembers\s(?:are|include)\s?:?\s"
)
_CARRIED = "carried done performed handled provided delivered offered discharged"  # work, by units that follow
BODY_WORDS = (
    f"following body organ authority forum elect appoint chosen select hired set members composition {_CARRIED}"
)
_BY = rf"(?:{'|'.join(_CARRIED.split())})(?:\sout)?\s(?:by|through)"
_FOLLOWING = pattern(
    rf"[^:;]{{3,160}}?\b(?:the\sfollowing|(?:{_BY})\s(?:its\s|the\s)?{NUMBER})\s(?:[a-z-]+\s)?"
    r"(?:units|divisions|departments|sections|offices|bureaus|branches|committees|teams)\s?:\s"
)
_HINT = pattern(r"following|\b(?:body|organ|authority|forum|by|through|members|membership|composition)\b")
_MOSTLY = 0.75


def read_body(state: State, text: Passage, scope: int) -> bool:
    """Read which body is the highest, which is elected by which, and who its members are."""
    if not _HINT.search(text.folded):
        return False
    if _read_members(state, text, scope) or _read_following(state, text, scope):
        return True
    highest = _HIGHEST.match(text.folded)
    if highest is not None:
        return _put_body(state, read_phrase(text.cut(*highest.span("who"))), scope, ROOT) is not None
    elected = _ELECTED.match(text.folded)
    if elected is None:
        return False
    phrases = [read_phrase(text.cut(*elected.span(name))) for name in ("by", "who")]
    if state.evidence and phrases[0].sort is Sort.UNIT and is_plain_post(phrases[1]):
        place = put(state, NodeKind.POSITION, phrases[1].named, scope, "said to be appointed", LISTED)
        state.subject = place if place != ROOT else state.subject
    if all(_is_body(phrase) for phrase in phrases):
        for phrase in phrases:
            _put_body(state, phrase, scope, scope)
    return False  # what it does may follow


def _is_body(phrase: Phrase) -> bool:
    is_told = phrase.sort is Sort.UNIT and phrase.is_proper
    return is_told and len(phrase.name.text.split()) > 1 and not phrase.is_each


def _put_body(state: State, phrase: Phrase, scope: int, above: int) -> int | None:
    if not _is_body(phrase):
        return None
    known = find_known(state, phrase, scope)
    if known == ROOT:
        return None
    place = put(state, NodeKind.UNIT, phrase.named, above, "said to be a body", LISTED) if known is None else known
    entity = state.register.entities[place]
    entity.weight = max(entity.weight, LISTED)
    state.subject = place
    state.evidence += 1
    return place


def _read_following(state: State, text: Passage, scope: int) -> bool:
    """Read `It is sent to one of the following units: the A Unit and the B Unit`, whatever is said of them."""
    match = _FOLLOWING.match(text.folded)
    if match is None or _NO_PARTS.search(text.folded[: match.end()]):
        return False
    listing = read_enumeration(text.cut(match.end()))
    are_units = all(item.sort is Sort.UNIT and item.is_proper and not item.rest.text for item in listing.items)
    if len(listing.items) < 2 or not are_units:
        return False
    state.evidence += 2
    return bool(hang(state, listing, (scope,), "named as those that follow"))


_NO_PARTS = pattern(
    r"\b(?:consist|compris|divided|organi[sz]ed|made up|composed|include|has|have|reports? to|reporting|led|headed|"
    r"supervis|oversee|not|other|outside|external)"
)


def _read_members(state: State, text: Passage, scope: int) -> bool:
    match = _MEMBERS.match(text.folded)
    if match is None:
        return False
    unit = find_subjects(state, text.cut(*match.span("unit" if match["unit"] else "whose")), scope, may_be_new=True)
    listing = read_enumeration(text.cut(match.end()))
    if len(unit) != 1 or len(listing.items) < 2 or listing.strong < _MOSTLY:
        return False
    kept = [item for item in listing.items if item.sort in STRONG]
    if not all(item.is_proper or item.before for item in kept):
        return False
    made = hang(state, listing, unit, "said to be a member")
    state.evidence += 2 if made else 0
    if unit[0] != ROOT:
        entity = state.register.entities[unit[0]]
        entity.weight = max(entity.weight, LISTED)
        state.subject = unit[0]
    return bool(made)
