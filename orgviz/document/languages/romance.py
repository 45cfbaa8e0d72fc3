"""Read French, Spanish, Portuguese and Italian lines that lead to a list of what a unit is composed of."""

from __future__ import annotations

from orgviz.document.known.parts import Opening, find_part
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.latin_names import romance_article
from orgviz.document.names.notes import Named
from orgviz.document.names.promises import Promise
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# La Direction générale comprend : l'area legal se compone de:
_COMPOSED = pattern(
    r"(?P<subject>[^:;]{2,120}?)\s+"
    r"(?:comprend|comprennent|comprende|compreende|compte|regroupe|comporte|rassemble|possui|abarca"
    r"|cuenta con|dispose de|s['’]organise en|s['’]articule autour de"
    r"|(?:se|si) (?:compose de|compone d[ei]|divise en|divide (?:en|em|in)|organiza (?:en|em)|articola in)"
    r"|(?:comp[õo]e|divide|organiza)-se (?:de|em)"
    r"|(?:est|es|está|é|è|são|sont|están) (?:compos[ée]+s?|compuest[ao]|compost[ao]|constituée?|constitu[ií]d[ao]"
    r"|formée?|formad[ao]|conformad[ao]|integrad[ao]|organisée?|organizad[ao]|divisée?|dividid[ao]|suddivis[ao])"
    r" (?:de|d['’]|en|em|in|da|di|por|pel[ao]s?|des))"
    r"(?:\s[^:;.]{0,60})?\s*:"
)


def opening_in_romance(state: State, text: Passage, scope: int) -> Opening | None:
    """Return what a line opens that leads to a list; nothing where it is none in these languages."""
    match = _COMPOSED.fullmatch(text.folded.rstrip())
    if match is None:
        return None
    comma = match["subject"].rfind(", ") + 2 if ", " in match["subject"] else 0
    name = text.cut(comma, match.end("subject"))
    sort = judge(name.folded)
    name = name.cut(romance_article(name.folded))
    known = find_part(state, name, scope, may_be_new=True)
    if known is None and sort is Sort.UNIT:
        known = put(state, NodeKind.UNIT, Named(name=name), scope, "subject of a sentence", LISTED)
    state.evidence += _EVIDENCE
    return Opening(scope if known is None else known, Promise.MIXED)


_EVIDENCE = 1.0
