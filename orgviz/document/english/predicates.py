"""Find of whom an English sentence speaks that says another thing first: the Bursar keeps the books and oversees."""

from __future__ import annotations

from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.subjects import find_known
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State, give_duty
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_GOES_ON = pattern(r"[^:;]{3,200}\s(?:and|then)(?:\s(?:also|then|directly|in turn))?")
_VERB = pattern(r"\s(?=(?:also\s|then\s)?(?!is\b|was\b|has\b|does\b|this\b|its\b|his\b)[a-z]{2,}[^s\W]s\s)")
_FAR = 60


def first_of(state: State, text: Passage, scope: int) -> tuple[int, ...]:
    """Return the known unit or post that what stands before a verb begins with, where it does another thing first."""
    if not text.folded.startswith("the ") or _GOES_ON.fullmatch(text.folded) is None:
        return ()
    for match in _VERB.finditer(text.folded, 4, _FAR):
        phrase = read_phrase(text.cut(0, match.start()))
        known = None if phrase.rest.text or phrase.is_each else find_known(state, phrase, scope)
        if known is not None and known != ROOT:
            give_duty(
                state, known, text.cut(match.end(), text.folded.rindex(" and")) if " and" in text.folded else text
            )
            return (known,)
    return ()
