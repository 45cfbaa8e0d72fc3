"""Read English sentences that put posts over posts: Sergeants supervise officers on each shift."""

from __future__ import annotations

from orgviz.document.english.hang import is_people, is_vague
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.plain import is_plain_post
from orgviz.document.english.subjects import find_known
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.judging import Sort, singular
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_OVER = pattern(
    r"(?P<who>[^,:;]{3,60}?)\s(?:(?:directly|also|usually|typically|then|each)\s)*(?:(?:supervis|overs|manag|direct|"
    r"command)(?:es|e|ees|ee|s)?|serves?\sas\s(?:the\s)?(?:\w+\s)?(?:supervisors?|superiors?|heads?)\s(?:of|for|to))\s"
    r"(?P<whom>[^:;]{3,120}?)(?=\s(?:on|in|within|at|during|throughout|who)\b|,\s(?:who|ensuring|and\s\w+s\s|making)|$)"
)
_HINT = pattern(r"\b(?:supervis|oversee|manage|direct|command|superior|heads? )")
# Words that say of anybody that others work for him, or that he works.
_ANYBODY = pattern(
    r"(?:\w+\s)?(?:managers?|employees?|workers?|leaders?|supervisors?|staff|subordinates?|developers?|executives?|"
    r"owners?|users?|administrators?|experts?|professionals?|contractors?|vendors?|volunteers?|students?|people|"
    r"personnel|members?)"
)


_GROUP = pattern(r"(?:faculty|staff|personnel|crew|support staff)")


def read_over(state: State, text: Passage, scope: int) -> bool:
    """Read which posts are over which, all named by their titles; tell whether it does."""
    match = _OVER.match(text.folded) if _HINT.search(text.folded) else None
    if match is None:
        return False
    who = read_phrase(text.cut(*match.span("who")))
    whom = read_enumeration(text.cut(*match.span("whom")))
    below = [item for item in whom.items if not _GROUP.fullmatch(item.name.folded)]
    if whom.class_word or not below or not all(_is_title(item) and _are_many(item) for item in below):
        return False
    known = find_known(state, who, scope)
    is_certain = _is_title(who) and (_are_many(who) or who.is_proper or is_plain_post(who))
    if known == ROOT or (known is None and not is_certain):
        return False
    if known is None and not state.evidence:
        return False
    if known is None:
        known = put(state, NodeKind.POSITION, Named(name=who.name), scope, "said to be over others", LISTED)
    if state.register.entities[known].kind is not NodeKind.POSITION:
        return False
    for item in below:
        _put_below(state, item, known)
    state.evidence += 1
    state.subject = known
    return True


def _is_title(phrase: Phrase) -> bool:
    """Whether a phrase is the title of a post, with nothing behind it and nothing left open."""
    is_open = is_vague(phrase) or is_people(phrase) or _ANYBODY.fullmatch(phrase.name.folded) is not None
    return phrase.sort is Sort.POST and not phrase.rest.text and not is_open and len(phrase.name.folded.split()) <= 4


def _are_many(phrase: Phrase) -> bool:
    is_plural = singular(phrase.name.folded) != phrase.name.folded
    return is_plural and phrase.before in ("", "the", "all", "all the", "our")


def _put_below(state: State, item: Phrase, above: int) -> None:
    known = find_known(state, item, above)
    if known is None:
        put(state, NodeKind.POSITION, Named(name=item.name), above, "said to be supervised", LISTED)
        return
    entity = state.register.entities[known]
    is_free = known not in (ROOT, above) and entity.weight < SURE and entity.kind is NodeKind.POSITION
    if is_free and state.register.entities[entity.parent].kind is not NodeKind.POSITION:
        state.register.move(known, above)
