"""Read a sentence that leads to a list: of whom it speaks, and what it promises of the items."""

from __future__ import annotations

import re

from orgviz.document.chinese.openings import read_opening
from orgviz.document.english.openings import COMPOSED, opening_of_parts, opening_of_superior
from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.subjects import find_subjects
from orgviz.document.facts.facts import read_key_value
from orgviz.document.items.walked import Walk, settle
from orgviz.document.known.parts import Opening
from orgviz.document.known.state import State
from orgviz.document.known.subjects import find_subject
from orgviz.document.languages.prose import read_prose
from orgviz.document.names.judging import STRONG, Sort, is_wide
from orgviz.document.names.keys import read_key
from orgviz.document.names.promises import Promise, promise_of, promise_of_key
from orgviz.document.text.passages import Passage, joined
from orgviz.patterns import pattern


def read_lead(walked: Walk, place: int, above: int) -> None:
    """Read a sentence that leads to a list: its subject, and what the list is."""
    body = sentence_behind_title(walked, place) or walked.items[place].body
    state = walked.state
    key = read_key(body.folded)
    if key is not None:
        read_key_value(state, key, None, above)
        settle(walked, above, promise_of_key(key), above)
        return
    if not is_wide(body.folded) and is_list_of_others(body.folded):
        read_prose(state, body.cut(0, len(body.folded.rstrip(": "))), above)
        settle(walked, above, Promise.NOTHING, None)
        return
    promise = promise_of(body.folded)
    parts = list(re.finditer(r"[。;!?]|\. ", body.folded))
    last = body.cut(parts[-1].end()) if parts else body
    if parts:
        read_prose(state, body.cut(0, parts[-1].end()), above)
    if parts or not is_wide(last.folded):
        promise = promise_of(_predicate(last.folded))
    if promise in (Promise.OPEN, Promise.NOTHING) and _FOLLOWING_UNITS.match(last.folded):
        promise = Promise.UNITS
    last = _without_superior(state, last, above)
    opening = _opening(state, last, above)
    if opening is not None:
        state.tell(last, None, f"leads to a list of {opening.promise}")
        state.evidence += 0 if is_wide(last.folded) or opening.promise is Promise.NOTHING else 1
        settle(walked, opening.scope, opening.promise, None if opening.promise is Promise.NOTHING else opening.scope)
        return
    subject = _lead_subject(state, last, above)
    if not is_wide(last.folded) and promise in (Promise.UNITS, Promise.POSTS, Promise.MIXED):
        state.evidence += 1
    rule = f"leads to a list of {promise}" if promise is not Promise.OPEN else "leads to a list"
    state.tell(last, None, rule)
    settle(walked, above if subject is None else subject, promise, subject)


def sentence_behind_title(walked: Walk, place: int) -> Passage | None:
    """Return the sentence that leads to a list behind words that only sort: B. Membership: The Board consists of:."""
    entry = walked.entry(place)
    is_sorting = entry.sort in (Sort.GENERIC, Sort.ABSTRACT) and entry.rest is not None
    rest = entry.rest if is_sorting else None
    is_lead = rest is not None and rest.folded.endswith(":") and COMPOSED.search(rest.folded) is not None
    return rest if is_lead and not is_wide(entry.name.folded) else None


_FOLLOWING_UNITS = pattern(
    r"(?:the |these )?following (?:\w+ )?(?:departments?|divisions?|teams?|committees?|working groups?|business units?)"
    r"(?: names)? (?:are|were|is|exist|make|have)\b"
)
_ONE_UNIT = pattern(
    r"(?:the|our|this|each) (?:[\w&'-]+ ){0,4}?(?:department|team|division|group|unit|office|section|committee|branch)"
    r"(?= (?:\w+ly )?(?!is\b|has\b|was\b|names\b|heads\b|leads\b)[a-z]{2,}s )"
)


def _predicate(folded: str) -> str:
    """Return what a line that leads to a list says of one unit, whose own class promises nothing of the list."""
    subject = _ONE_UNIT.match(folded)
    return folded if subject is None or COMPOSED.search(folded) else folded[subject.end() :]


def _opening(state: State, last: Passage, above: int) -> Opening | None:
    """Return whose parts a list holds by the last sentence before it."""
    if is_wide(last.folded):
        return read_opening(state, last, above)
    return opening_of_superior(state, last, above) or opening_of_parts(state, last, above)


_CLASS_OF_LIST = pattern(
    r"(?:(?P<class>[a-z][a-z-]+[^\Wsui]s),?\s(?:including|such as|include|are|like)(?: the following)?"
    r"|\b(?:following|these|several|various|many|some)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z][a-z-]+[^\Wsui]s)(?: below)?)"
    r"\s*:$"
)
# Words that stand for units and posts elsewhere, too.
_MAY_BE_UNITS = pattern(
    r"(?:services|functions|areas|programs|programmes|practices|disciplines|initiatives|workstreams|streams|fields|domains|"
    r"specialties|specialisms|components|entities|levels|parts|elements|layers|categories|pillars|segments|portfolios|"
    r"individuals|participants|[a-z]+(?:ers|ors|ists|ants|ents|ees|ives|ians|heads|chiefs|deputies))"
)


def is_list_of_others(folded: str) -> bool:
    """Whether an English line that leads to a list says by a word for its items that these are no units or posts.

    >>> is_list_of_others("the group has discussed topics including:"), is_list_of_others("these teams include:")
    (True, False)
    """
    match = _CLASS_OF_LIST.search(folded)
    word = (match["class"] or match["noun"]) if match else ""
    return bool(word) and _MAY_BE_UNITS.fullmatch(word) is None and promise_of(word) in (Promise.OPEN, Promise.NOTHING)


def is_named_lead(walked: Walk, place: int) -> bool:
    """Whether a line that leads to a list begins with a name and a colon: Chair of Meals: this person sees to:."""
    item, entry = walked.items[place], walked.entry(place)
    if item.form != "lead" or entry.sort not in STRONG or entry.divider != ":" or entry.rest is None:
        return False
    return not is_wide(item.body.folded) and promise_of(entry.rest.folded) in (Promise.OPEN, Promise.DUTIES)


def _lead_subject(state: State, last: Passage, above: int) -> int | None:
    verb = re.search(
        r"下设|内设|分设|下辖|设有|设立|设置|分为|划分|包括|包含|涵盖|拥有|[组建]建了|[建成]立了|[主一共目现]?[要共前]?有(?=以下|如下|下列|[^,。;]{0,3}[两二三四五六七八九十\d]+[个大])|掌理|由|设(?!计|备)|置|主要职责|职责|负责"
        r"| supervises? | oversees? | manages? | directs? | consists?| is | are | compris"
        r"| contain| includes?| has ",
        last.folded,
    )
    before = last.cut(0, verb.start()) if verb else last
    for clause in reversed(list(before.split(match.span() for match in re.finditer(",", before.folded)))):
        if clause.text:
            found = find_subject(state, clause, above, may_be_new=is_wide(clause.folded))
            if found is None and (_RESPONSIBLE.search(last.folded) or _OVERSEES.search(last.folded)):
                found = _responsible(state, clause, above)
            if found is not None:
                state.subject = found
                return found
    return None


_OVERSEES = pattern(r"\s(?:supervises?|oversees?|manages?|leads?|directs?)\s[^:;]{3,60}:$")
# What somebody does is told first: reports to the Mayor, keeps the books, and oversees these offices:.
_TWO = pattern(
    r"(?P<who>[^,;:]{5,60}?)\s(?P<first>(?:(?:is|are|has|have|[a-z]{3,}(?<!s)s)\s)[^;:]{3,240}?),?\sand\s(?:also\s)?"
    r"(?P<second>(?:supervises?|oversees?|manages?|leads?|heads?|directs?|has|consists|comprises|includes|(?:is|are)\s"
    r"(?:further\s)?(?:sub)?(?:organi[sz]ed|divided|composed|comprised|structured|made\sup))\s[^;]{3,}:)"
)


def says_two(text: Passage) -> bool:
    """Whether a sentence over a list says first what somebody does, and then that the list is below the same."""
    return _two(text) is not None


def _two(text: Passage) -> re.Match[str] | None:
    match = _TWO.fullmatch(text.text)
    if match is None or (match["first"].startswith(_PLACED) and "," not in match["first"]):
        return match
    who = read_phrase(text.cut(*match.span("who")))
    return match if who.sort in STRONG and not who.rest.text else None


_PLACED = (
    "report",
    "is headed",
    "is led",
    "is managed",
    "is directed",
    "is run",
    "is chaired",
    "is supervised",
    "are headed",
    "are led",
    "are managed",
    "are directed",
    "are run",
    "are chaired",
    "are supervised",
)


def _without_superior(state: State, last: Passage, above: int) -> Passage:
    """Read to whom somebody reports who is then said to have a list below; return the sentence without that."""
    match = _two(last)
    if match is None:
        return last
    read_prose(state, last.cut(0, match.end("first")), above)
    return joined((last.cut(0, match.end("who")), last.cut(match.start("second"))), " ")


_RESPONSIBLE = pattern(r"\s(?:is|are) (?:also |further )?responsible for(?: the following)?:$")


def _responsible(state: State, clause: Passage, above: int) -> int | None:
    """Return who is responsible in `The Fleet Manager is responsible for:`, a post or unit with a name of its own."""
    phrase = read_phrase(clause)
    if phrase.before.split(" ")[0] != "the" or phrase.sort not in STRONG or not phrase.is_proper:
        return None
    found = find_subjects(state, clause, above, may_be_new=True)
    return found[0] if len(found) == 1 else None
