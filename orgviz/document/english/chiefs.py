"""Read sentences on chief officers, who are posts however they are spoken of: a chief operating officer manages."""

from __future__ import annotations

from orgviz.document.english.phrases import read_phrase
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_TITLE = r"(?P<post>chief\s(?:[a-z]+\s){1,2}?(?:officer|executive))"
# A chief officer does something, or an organisation has one.
_CHIEF = pattern(
    rf"(?:^|,\s(?:and\s|while\s)?|\s(?:and|while)\s)an?\s{_TITLE}\s(?:who\s)?[a-z]{{2,}}(?<!s)s\s"
    rf"|\b(?:has|have|employs?|appoints?|needs?)\san?\s{_TITLE.replace('post', 'had')}\b(?!\sof\b)"
)


def read_chiefs(state: State, text: Passage, scope: int) -> bool:
    """Read which chief officers an organisation like this one has; tell whether there are any."""
    found = False
    for match in _CHIEF.finditer(text.folded):
        phrase = read_phrase(text.cut(*match.span("post" if match["post"] else "had")))
        if phrase.sort is not Sort.POST:
            continue
        place = put(state, NodeKind.POSITION, phrase.named, scope, "chief officer of whom it tells", LISTED)
        found = found or place != ROOT
    state.evidence += 1 if found else 0
    return found
