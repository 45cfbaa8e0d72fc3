"""Read English sentences that say what a post is to the whole: the principal is the chief executive officer."""

from __future__ import annotations

import re

from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.plain import is_plain_post
from orgviz.document.english.subjects import find_known
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, has_head, put
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FIRST = r"(?:chief|highest|top|senior|principal|ranking|highest-ranking)"
_IS_CHIEF = pattern(
    r"(?:^|;\s)(?P<who>(?:the|our)\s[^,:;]{3,70}?)\s(?:is|serves\sas|acts\sas)\s(?:also\s)?(?:the|its|our)\s"
    rf"(?:[\w']+'s?\s)?(?P<what>{_FIRST}\s(?:[a-z-]+\s(?:and\s)?){{0,4}}?(?:officer|executive|official|administrator|authority))"
    r"(?=[,;]|\s(?:and|of|for|in|at|who|under)\b|$)"
)
_EXECUTIVE = pattern(r"\b(?:executive|administrative)\b|^chief administrator")


def read_chief_officer(state: State, text: Passage, scope: int) -> bool:
    """Put the post that is said to be a chief officer; tell nothing, as what it does may follow."""
    for match in _IS_CHIEF.finditer(text.folded):
        who = read_phrase(text.cut(*match.span("who")))
        if who.sort is Sort.POST and not who.rest.text and (who.is_proper or is_plain_post(who)):
            _put_chief(state, who, match["what"], scope)
    return False


def _put_chief(state: State, who: Phrase, what: str, scope: int) -> None:
    """Put a post that is also called a chief officer; it leads the unit below whose heading that is said of it."""
    place = _put_post(state, who, scope)
    if place == ROOT:
        return
    state.subject = place
    state.register.call(place, what)
    entity = state.register.entities[place]
    if entity.parent == scope != ROOT and (_EXECUTIVE.search(what) or _is_named_for(state, who, scope)):
        entity.head = not has_head(state, scope)


def _put_post(state: State, who: Phrase, scope: int) -> int:
    """Return the post, a new one where only the unit that is called after it is known: the Office of the Bursar."""
    known = find_known(state, who, scope)
    entities = state.register.entities
    if known is not None and known != ROOT and entities[known].kind is NodeKind.POSITION:
        return known
    state.evidence += 1
    return put(state, NodeKind.POSITION, who.named, scope, "said to be a chief officer", SURE if known else LISTED)


def _is_named_for(state: State, who: Phrase, unit: int) -> bool:
    """Whether a unit is called after a post or after its field: the vice chancellor for Student Affairs."""
    name = state.register.entities[unit].name.folded
    field = re.split(r"\s(?:for|of)\s", who.name.folded)[-1]
    return name.endswith(f" {field}")
