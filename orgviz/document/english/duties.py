"""Read English sentences that name a duty before whose it is: the duty of the Treasurer is to keep the books."""

from __future__ import annotations

from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.subjects import find_known
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, give_duty, put
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_DUTY = (
    r"(?:main\s|primary\s|principal\s|first\s|chief\s|specific\s)?"
    r"(?:duty|duties|responsibility|responsibilities|job|task|tasks)"
)
_OF = pattern(
    rf"(?:the\s{_DUTY}\sof\s(?P<who>the\s[^,:;]{{3,60}}?)\s(?:is|are|shall\sbe|will\sbe|includes?|shall\sinclude)"
    rf"|it\s(?:is|shall\sbe|will\sbe)\sthe\s{_DUTY}\sof\s(?P<its>the\s[^,:;]{{3,60}}?)(?=\sto\s)"
    rf"|(?P<owner>the\s[^,:;']{{3,60}}?)'s?\s{_DUTY}\s(?:is|are|shall\sbe|will\sbe|includes?))\s(?:to\s)?(?=\S)"
)


def read_duty_of(state: State, text: Passage, scope: int) -> bool:
    """Read whose duty a sentence tells; tell whether it is that of a post or unit."""
    match = _OF.match(text.folded)
    if match is None:
        return False
    span = next(match.span(group) for group in ("who", "its", "owner") if match[group])
    phrase = read_phrase(text.cut(*span))
    known = find_known(state, phrase, scope)
    if known == ROOT or phrase.rest.text:
        return False
    if known is None:
        if phrase.sort is not Sort.POST or not phrase.is_proper or phrase.name.folded.endswith("s"):
            return False
        known = put(state, NodeKind.POSITION, phrase.named, scope, "said to have a duty", LISTED)
        state.evidence += 0.5
    give_duty(state, known, text.cut(match.end()))
    state.subject = known
    return True
