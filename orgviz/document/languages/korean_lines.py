"""Read lines such as ``@기관장: 장관``, which say of whom a Korean statute speaks."""

from __future__ import annotations

from orgviz.document.known.parts import find_part
from orgviz.document.known.register import ROOT, Link
from orgviz.document.known.state import SURE, State, put
from orgviz.document.names.notes import read_notes
from orgviz.document.text.passages import Passage
from orgviz.model import EdgeKind, NodeKind
from orgviz.patterns import pattern

_DIRECTIVE = pattern(r"@\s*(?P<key>기관장|부기관장|기관|관계|유형)\s*:\s*(?P<value>.+)$")
_RELATION = pattern(r"(?P<one>[^<>=\[\]]+?)\s*[>→]\s*(?P<other>[^<>=\[\]]+?)\s*(?:\[(?P<kind>[^\]]+)\])?$")
_KINDS = {
    "보좌": EdgeKind.SUPPORTS,
    "협조": EdgeKind.COLLABORATES,
    "협력": EdgeKind.COLLABORATES,
    "지원": EdgeKind.SUPPORTS,
}


def read_directive(state: State, text: Passage) -> bool:
    """Read a line such as ``@기관장: 장관`` that says of whom a statute speaks."""
    match = _DIRECTIVE.match(text.folded)
    if match is None:
        return False
    value = text.cut(*match.span("value"))
    if match["key"] == "기관":
        state.register.name_root(value)
        state.tell(value, f"the organisation '{value.text}'", "line that names it")
    elif match["key"] in ("기관장", "부기관장"):
        heads = [child for child in state.register.children.get(ROOT, ()) if state.register.entities[child].head]
        above = heads[0] if heads and match["key"] == "부기관장" else ROOT
        place = put(state, NodeKind.POSITION, read_notes(value), above, "line that names it", SURE)
        state.register.entities[place].head = match["key"] == "기관장"
        state.evidence += 1
    elif match["key"] == "관계":
        _read_relation(state, value)
    return True


def _read_relation(state: State, value: Passage) -> None:
    match = _RELATION.match(value.folded)
    if match is None:
        return
    above, below = (
        find_part(state, value.cut(*match.span(group)), ROOT, may_be_new=False) for group in ("one", "other")
    )
    kind = _KINDS.get((match["kind"] or "").strip(), EdgeKind.REPORTS)
    if above is not None and below is not None and above != below and ROOT not in (above, below):
        state.register.links.append(Link(below, above, kind, value, True))
