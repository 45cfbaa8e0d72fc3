"""Read an English line that leads to a list of what stands below somebody: Reporting to the CEO:, They include:."""

from __future__ import annotations

import re

from orgviz.document.english.members import CLASS_ONLY
from orgviz.document.english.phrases import NUMBER, read_phrase
from orgviz.document.english.subjects import find_known, find_subjects
from orgviz.document.known.parts import Opening
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

LONGEST = 150
_THOSE = r"(?:(?:the following|these|those|other|all|key)\s+)?(?:[\w&/-]+\s+){0,3}?"
_ABOVE = (
    pattern(
        rf"{_THOSE}(?:(?:who|that|which)\s+)?(?:all\s+)?(?:reports?|reporting)\s+(?:directly\s+)?(?:in)?to\s+"
        r"(?P<who>.+?)(?:\s(?:are|is))?"
    ),
    pattern(
        r"(?:(?:directly|immediately|right|just)\s)?(?:below|under|beneath|underneath)(?:\sand\s\w+ed\sto)?\s"
        r"(?P<who>(?:the|our|an?|this)\s[^,:]+?)(?:,[^:]*)?\s"
        r"(?:are|is|come|comes|sit|stand|(?:we|you)\s(?:find|have)|there\sare)"
        r"(?:\sthe\sfollowing(?:\s\w+)?)?(?:\s\([^()]*\))?"
    ),
    pattern(r"(?:(?:directly|immediately)\s)?(?:below|under|beneath|underneath)\s(?P<who>(?:the|our)\s[^,:.]{3,60})"),
    pattern(rf"{_THOSE}direct reports?\s+(?:of|to|for)\s+(?P<who>.+)"),
    pattern(r"(?P<who>.+?)(?:'s?|\s+has the following)\s+direct reports?(?:\s+(?:are|include|consist of))?"),
    pattern(r"(?P<who>.+?)\s*(?:-\s+)?direct reports"),
    pattern(
        r"(?:(?:in this (?:regard|capacity|role)|in addition|moreover|currently),\s)?"
        r"(?P<who>(?:the|our|an?|this)\s.+?)\s+(?:(?:directly|also|currently)\s+)*"
        r"(?:oversees|supervises|manages|heads|leads|is (?:directly )?(?:supported|assisted) by|is in charge of)"
        r"(?:\s+(?:the following|these|a (?:team|group|number|range) of|directly|"
        rf"the (?:operations?|work|activities|running) of|the|{NUMBER}))*"
        r"(?:\s+(?P<what>(?:[\w-]+\s+){0,4}?[\w-]+))?"
        r"(?:,?\s(?:namely|they are|these are|which are|as follows|(?:that|which) (?:include|are)))?"
    ),
)
_OF_PEOPLE = (Promise.UNITS, Promise.POSTS, Promise.MIXED)
_TOLD = 5  # of these patterns say that somebody reports
COMPOSED = pattern(
    r"\s(?:(?:is|are|(?:shall|may|will|must|can) be) (?:also |currently |further )?"
    r"(?:made up of|composed of|comprised of|divided (?:in)?to|"
    r"(?:sub)?divided among|organi[sz]ed (?:into|as|under|in)|split into|structured (?:into|as)|grouped into"
    r"|broken (?:down )?into)"
    r"|(?:(?:shall|will|must|may) )?(?:currently |also )?"
    r"(?:compris(?:es?|ing)|consists? of|consisting of|includes?|including|contains?|covers|spans|has|"
    r"have))\b"
)
_ALONE = pattern(
    r"(?:(?:these|they|this|it)(?: currently| also)? (?:includes?|comprises?|are|consists? of|(?:is|are) made up of))"
    r"(?: the following)?"
)
# Each committee is led by a chair: what follows are the committees.
_EACH_CLASS = pattern(
    r"each (?:of (?:the|these|our) )?(?:[\w-]+ )?(?:committees?|departments?|divisions?|teams?|units?|sections?|"
    r"offices?|branch|branches|bureaus?|directorates?) (?:is|has|are|consists|reports)\b"
)
_OF_UNITS = pattern(
    r"\b(?:services|functions|operations|departments|divisions|teams|units|offices|committees|directorates|groups|"
    r"branches)\b"
)


def opening_of_superior(state: State, body: Passage, above: int) -> Opening | None:
    """Return below whom a list stands that a line such as `Reporting to the CEO:` leads to."""
    text = body.cut(0, len(body.folded.rstrip(": ")))
    if len(text) > LONGEST or not text.text:
        return None
    for number, form in enumerate(_ABOVE):
        match = form.fullmatch(text.folded)
        if match is None:
            continue
        what = match.groupdict().get("what")
        if what and not _OF_UNITS.search(what) and promise_of(what) not in _OF_PEOPLE:
            return None
        who = _superior(state, text.cut(*match.span("who")), above, is_told=number < _TOLD)
        promise = Promise.UNITS if what and promise_of(what) is Promise.UNITS else Promise.MIXED
        return None if who is None else Opening(who, promise)
    return None


def _superior(state: State, text: Passage, above: int, *, is_told: bool) -> int | None:
    """Return the post or unit that is named as the one above, a new one where its name or the line tells what it is."""
    phrase = read_phrase(text)
    if phrase.rest.text or not phrase.name.text or phrase.is_each:
        return None
    known = find_known(state, phrase, above)
    if known is not None:
        return known
    is_name = phrase.sort in STRONG or (is_told and phrase.sort is Sort.FIELD and phrase.before == "the")
    if not is_name or phrase.count is not None or not phrase.is_proper:
        return None
    kind = NodeKind.UNIT if phrase.sort is Sort.UNIT else NodeKind.POSITION
    return put(state, kind, Named(name=phrase.name), above, "named as the one above", LISTED)


MEMBERS_FOLLOW = pattern(
    r"(?:the following|these)\s(?P<what>(?:[\w/-]+\s){0,3}?[\w/-]+s)\s"
    r"(?:(?:shall|will|may|must|also|together|currently)\s)*"
    r"(?:comprise|constitute|compose|make up|form|sit on|serve on|belong to|are part of"
    r"|(?:serve as|are|be)\s(?:(?:ex[- ]officio|voting|non-voting|standing|the)\s)*members of)\s"
    r"(?P<who>(?:the|our)\s[^,:;.(]+?)(?=\s*(?:[,:;.(]|$))"
)


def _opening_of_body(state: State, last: Passage, above: int) -> Opening | None:
    """Return the body whose members a list holds: The following officers comprise the Executive Board:."""
    match = MEMBERS_FOLLOW.match(last.folded)
    if match is None:
        return None
    phrase = read_phrase(last.cut(*match.span("who")))
    if phrase.sort is not Sort.UNIT or phrase.rest.text or not phrase.is_proper:
        return None
    known = find_known(state, phrase, above)
    made = put(state, NodeKind.UNIT, Named(name=phrase.name), above, _BODY, LISTED) if known is None else known
    promise = promise_of(match["what"])
    return Opening(made, promise if promise in _OF_PEOPLE else Promise.MIXED)


_BODY = "body whose members are listed"


def opening_of_parts(state: State, last: Passage, above: int) -> Opening | None:
    """Return whose parts a list holds that a sentence leads to: The Works Department consists of:, They include:."""
    body = _opening_of_body(state, last, above)
    if body is not None:
        return body
    text = last.cut(0, len(last.folded.rstrip(": ")))
    if _ALONE.fullmatch(text.folded):
        return _of_those_before(state, above, is_one=text.folded.startswith(("it ", "this ")))
    if _EACH_CLASS.match(text.folded) and len(last.folded) > len(text):
        return Opening(above, Promise.UNITS)
    verb = COMPOSED.search(text.folded)
    if verb is None or promise_of(text.folded) is Promise.DUTIES:
        return None
    promise = promise_of(text.folded[verb.start() :])
    if promise is Promise.OPEN and re.fullmatch(r"(?: the)?(?: following)?", text.folded[verb.end() :]):
        promise = _promise_of_parts(text.folded[: verb.start()])
    if promise is Promise.OPEN and verb.end() == len(text) and _is_heading(state, text.cut(0, verb.start()), above):
        return Opening(above, Promise.MIXED)
    is_of_parts = _IS_OF.search(verb[0]) is not None
    if promise is Promise.PEOPLE and is_of_parts and _SITS.search(text.folded[: verb.start()]):
        promise = Promise.POSTS
    if promise not in (*_OF_PEOPLE, Promise.PEOPLE):
        return None
    found = find_subjects(state, text.cut(0, verb.start()), above, may_be_new=True, may_be_unit=is_of_parts)
    if promise is Promise.PEOPLE and not (len(found) == 1 and _is_unit(state, found[0])):
        return None
    return Opening(found[0] if len(found) == 1 else above, promise)


# Whose members sit there for their posts: the Council shall consist of the following members.
_SITS = pattern(r"\b(?:council|committee|board|commission|executive|cabinet|senate|panel|assembly|authority)$")
_IS_OF = pattern(r"consist|compris|composed|made up|divided")


def _is_unit(state: State, place: int) -> bool:
    return place != ROOT and state.register.entities[place].kind is NodeKind.UNIT


def _is_heading(state: State, subject: Passage, above: int) -> bool:
    """Whether a sentence begins with the name of the unit below whose heading it stands: Rides, led by Ann, covers:."""
    entity = state.register.entities[above]
    begins = subject.folded.removeprefix("the ").startswith(entity.name.folded)
    return above != ROOT and entity.kind is NodeKind.UNIT and begins


# A name in quotes, whatever it says, and behind it its class.
_QUOTED_UNIT = pattern(r".*[\"”]\s(?:unit|department|division|office|team|section|branch|sector|area)")


def _promise_of_parts(subject: str) -> Promise:
    """Return what somebody consists of who is said to consist of something: an organisation of units and posts."""
    words = re.sub('["“”]', "", subject).removeprefix("the ").removeprefix("our ")
    is_told = judge(words) in STRONG or CLASS_ONLY.fullmatch(words) or _OF_UNITS.search(words)
    return Promise.MIXED if is_told or _QUOTED_UNIT.fullmatch(subject) else Promise.OPEN


def _of_those_before(state: State, above: int, *, is_one: bool) -> Opening | None:
    """Read `They include:` by what stood right before it: the work that is done together, or a unit."""
    before = state.prose[-1][1].folded if state.prose else ""
    name = state.register.entities[above].name.folded
    if above != ROOT and state.subject in (above, None) and judge(name) in STRONG:
        return Opening(above, Promise.MIXED)
    last = (state.subject if state.subject is not None else state.last) or ROOT
    if is_one and above == ROOT != last and state.register.entities[last].kind is NodeKind.UNIT:
        return Opening(last, Promise.MIXED)
    return Opening(above, Promise.UNITS) if _OF_UNITS.search(before) else None
