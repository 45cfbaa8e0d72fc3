"""Read Korean sentences that say directly below whom a unit stands: 감사실은 대표이사 직속으로 둔다."""

from __future__ import annotations

from orgviz.document.known.parts import find_part
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, State, put, stands_below
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_DIRECTLY = pattern(
    r"(?P<who>[^\s,]{2,20}?)(?:은|는)\s+(?P<above>[^\s,]{2,20}?)(?:의)?\s*(?:직속|직할|소속|산하)\s*(?:기구|조직|부서)?"
    r"(?:으로|에)?\s*(?:둔다|둡니다|한다|합니다|설치한다|운영한다|운영합니다|이다|입니다|있다|있습니다)"
)


def read_directly_below(state: State, text: Passage) -> bool:
    """Hang a unit below whom a sentence names, and tell whether it is such a sentence; who is above must be known."""
    match = _DIRECTLY.fullmatch(text.folded)
    if match is None:
        return False
    who, above = text.cut(*match.span("who")), text.cut(*match.span("above"))
    parent = find_part(state, above, ROOT, may_be_new=False)
    known = find_part(state, who, ROOT, may_be_new=False)
    if parent is None or known == ROOT:
        return False
    if known is not None:
        return stands_below(state, known, parent)
    if judge(who.folded) is not Sort.UNIT:
        return False
    put(state, NodeKind.UNIT, Named(name=who), parent, "said to stand there", SURE)
    state.evidence += 1
    return True
