"""Read English sentences that name some units beside others that are counted: four divisions in addition to Permits."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.english.hang import hang
from orgviz.document.english.lists import UNIT_CLASS, read_enumeration
from orgviz.document.english.phrases import NUMBER
from orgviz.document.english.subjects import find_subjects
from orgviz.document.known.state import State
from orgviz.document.names.judging import Sort, singular
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_BESIDES = pattern(
    rf"(?P<who>[^,:;]{{2,60}}?)\s(?:currently\s|now\s)?(?:has|have|consists?\sof|comprises?|contains?|is\sdivided\sinto)\s"
    rf"(?:{NUMBER})\s(?:[\w-]+\s){{0,2}}?(?P<class>{UNIT_CLASS}),?\s(?:in\saddition\sto|besides|apart\sfrom)\s"
    r"(?P<named>[^:;]{3,160})"
)


def read_in_addition(state: State, text: Passage, scope: int) -> bool:
    """Read which units there are beside so many of a class; tell whether they have names."""
    match = _BESIDES.fullmatch(text.folded)
    if match is None:
        return False
    listing = read_enumeration(text.cut(*match.span("named")))
    are_names = all(item.has_capitals and item.sort not in (Sort.POST, Sort.SENTENCE) for item in listing.items)
    owner = find_subjects(state, text.cut(*match.span("who")), scope, may_be_new=True)
    if not listing.items or not are_names or len(owner) != 1:
        return False
    word = singular(match["class"])
    hang(state, replace(listing, class_word=word), owner, "named beside those that are counted")
    state.counted = (owner[0], word, len(state.prose))
    state.subject = owner[0]
    state.evidence += 1
    return True
