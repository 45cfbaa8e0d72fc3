"""Read English sentences on who stands above an organisation: subject to the authority of the Board, the Faculty is."""

from __future__ import annotations

from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.subjects import find_known
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, give_duty, put
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_POWER = (
    r"(?:supervision|authority|direction|control|oversight|approval|general\sauthority|policies|powers|jurisdiction)"
)
_SUBJECT_TO = pattern(
    rf"(?:subject\sto|under)\sthe\s(?:\w+\s(?:and\s)?){{0,2}}?{_POWER}\sof\s(?P<above>the\s[^,:;]{{3,60}}?)"
    r"(?:\sand\s[^:;]{3,120}?)?,\s(?P<who>the\s[^,:;]{3,60}?)\s"
    r"(?P<does>(?:is|are|has|have|shall|will|exercises?|governs?|directs?|administers?|determines?)\b.*)"
)
_BEGINS_WITH = pattern(
    r"(?:[^:;]{0,120}?\s)?(?:begins?|starts?)\s(?:at\s(?:the\s)?(?:very\s)?(?:top|highest\slevel|apex|head),?\s)?with\s"
    r"(?P<body>(?:the|an?)\s(?:governing\s)?(?:body|board|authority))(?:,\s(?:which\sis\s)?"
    r"(?:typically|usually|often|generally|normally|commonly)\s(?:called\s)?(?:an?|the)\s(?P<name>[^,:;]{3,60}))?"
)
_HIGHEST_IS = pattern(
    r"the\s(?:highest|supreme|ultimate|top|chief)\s(?:[a-z-]+\s){0,3}?(?:authority|body|organ|power)"
    r"(?:\s(?:of|in|within)\s[^,:;]{3,50}?)?\s(?:is|rests\swith|lies\swith|is\svested\sin)\s(?P<name>the\s[^,:;]{3,50})"
)
_IS_GOVERNING = pattern(
    r"(?P<name>the\s[^,:;]{3,50}?)\s(?:is|serves\sas)\s(?:the|our|its)\s(?:[a-z-]+\s){0,4}?governing\s(?:body|authority|board)"
)
_WORK = pattern(r"(?:is|are|shall be|will be)\s(?:responsible|accountable)\sfor\s")


def read_governing(state: State, text: Passage, scope: int) -> bool:
    """Read which body stands above another or at the top; tell whether there is one."""
    return _read_subject_to(state, text, scope) or _read_top_body(state, text, scope)


def _read_subject_to(state: State, text: Passage, scope: int) -> bool:
    match = _SUBJECT_TO.match(text.folded)
    if match is None:
        return False
    above, who = (read_phrase(text.cut(*match.span(name))) for name in ("above", "who"))
    if not (_is_body(above) and _is_body(who)):
        return False
    outer = _put_body(state, above, scope)
    inner = _put_body(state, who, outer)
    if inner in (ROOT, outer):
        return False
    work = _WORK.match(match["does"])
    if work:
        give_duty(state, inner, text.cut(match.start("does") + work.end()))
    state.subject = inner
    state.evidence += 1.5
    return True


def _read_top_body(state: State, text: Passage, scope: int) -> bool:
    """Read `The structure begins at the top with the governing body, usually a Board of Trustees`."""
    highest = _HIGHEST_IS.match(text.folded) or _IS_GOVERNING.match(text.folded)
    if highest is not None:
        phrase = read_phrase(text.cut(*highest.span("name")))
        is_one = phrase.sort in (Sort.UNIT, Sort.FIELD) and phrase.is_proper and not phrase.rest.text.startswith("of")
        return is_one and _tell_top(state, _put_body(state, phrase, scope))
    match = _BEGINS_WITH.match(text.folded)
    if match is None:
        return False
    phrase = read_phrase(text.cut(*match.span("name" if match["name"] else "body")))
    if phrase.sort is not Sort.UNIT or (match["name"] and not phrase.is_proper):
        return False
    place = _put_body(state, phrase, scope)
    if place != ROOT:
        state.register.call(place, match["body"].split(" ", 1)[1])
    return _tell_top(state, place)


def _tell_top(state: State, place: int) -> bool:
    if place == ROOT:
        return False
    state.subject = place
    state.evidence += 1
    return True


def _is_body(phrase: Phrase) -> bool:
    """Whether a phrase is a body with a name: the Board of Visitors, the Academic Senate."""
    return phrase.sort is Sort.UNIT and phrase.is_proper and not phrase.count and not phrase.is_each


def _put_body(state: State, phrase: Phrase, above: int) -> int:
    known = find_known(state, phrase, above)
    return put(state, NodeKind.UNIT, phrase.named, above, "said to be a body", LISTED) if known is None else known
