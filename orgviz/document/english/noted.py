"""Note what an English sentence is about of which nothing else is understood, as the next may go on with it."""

from __future__ import annotations

from orgviz.document.english.clauses import two_names
from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.subjects import find_known, find_subjects
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_ABOUT = pattern(r"(?P<who>(?:the|our)\s[^,;:()]{3,60}?)\s(?:is|are|was|were|meets?|has|have|also|usually)\s")


_ABOUT_TWO = pattern(
    r"(?P<who>(?:the|our|an?)\s[^,;:()]{3,60}?\sand\s[^,;:()]{3,60}?)\s(?:are|were|work|meet|have|share|sit)\s"
)


def note_subject(state: State, text: Passage, scope: int) -> bool:
    """Keep the known unit that a sentence is about, as the next may go on with it; tell that no more is understood."""
    match = _ABOUT_TWO.match(text.folded)
    both = two_names(text.cut(*match.span("who"))) if match else None
    if both is not None and all(read_phrase(half).is_proper for half in both):
        places = tuple(place for half in both for place in find_subjects(state, half, scope, may_be_new=True))
        state.several = (len(state.prose), places) if ROOT not in places else state.several
        return False
    match = _ABOUT.match(text.folded)
    phrase = read_phrase(text.cut(*match.span("who"))) if match else None
    if phrase is None or phrase.rest.text or phrase.sort is not Sort.UNIT or not phrase.is_proper:
        return False
    known = find_known(state, phrase, scope)
    if known is not None and known != ROOT and state.register.entities[known].kind is NodeKind.UNIT:
        state.subject = known
    return False
