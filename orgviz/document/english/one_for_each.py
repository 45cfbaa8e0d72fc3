"""Read English sentences that give one unit or post to each of several places or fields: an office for each county."""

from __future__ import annotations

from orgviz.document.english.completed import renamed
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.subjects import find_subjects
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_OF = r"(?:each|every|all)\s(?:(?:one\s)?of\s)?(?:(?:the|its|our|their)\s)?(?:following\s)?"
_ONE = pattern(
    r"(?:(?P<who>[^,:;()]{2,60}?)\s(?:now\s|also\s|currently\s)?(?:has|have|maintains?|operates?|runs?|keeps?|appoints?)|there\sis)"
    rf"\s(?:an?|one)\s(?P<one>[^,:;()]{{3,50}}?)\s(?:for|in|at|per)\s{_OF}(?P<sort>[a-z][^,:;()]{{2,50}}?)"
    r"(?:\s?\((?P<bracket>[^()]{5,300})\)|(?::|,\snamely|\s-{1,2})\s(?P<behind>[^;:()]{5,300}?)(?=$|,\s(?:whose|which|who)\b))"
)


def read_one_for_each(state: State, text: Passage, scope: int) -> bool:
    """Read `The Trust has a Regional Office for each province (Marsh, Heath and Fell)`: an office of each name."""
    match = _ONE.match(text.folded)
    if match is None:
        return False
    one = read_phrase(text.cut(*match.span("one")))
    group = "bracket" if match["bracket"] else "behind"
    items = read_enumeration(text.cut(*match.span(group))).items
    is_one = not one.rest.text and (one.sort in STRONG or (one.sort is Sort.FIELD and one.has_capitals))
    if not is_one or len(items) < 2 or not all(map(_is_name, items)):
        return False
    owners = find_subjects(state, text.cut(*match.span("who")), scope, may_be_new=True) if match["who"] else (scope,)
    kind = NodeKind.POSITION if one.sort is Sort.POST else NodeKind.UNIT
    for item in items:
        whole = renamed(item.name, f"{item.name.text} {one.name.text}")
        put(state, kind, Named(name=whole), owners[0] if owners else ROOT, "one for each", LISTED)
    state.evidence += 2
    return True


def _is_name(item: Phrase) -> bool:
    return item.has_capitals and not item.rest.text.strip(" .") and item.count is None
