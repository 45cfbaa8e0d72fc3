"""Tell a body that each organisation has from that of another one that the text tells of before."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# What each of several organisations has.
_OF_EACH = pattern(r"(?:常务)?[理监董]事会|秘书处|办公室|主席团|社员大会|会员大会")
_ORGANISATIONS = ("社", "协会", "学会", "公司", "学校", "中学", "小学", "学院", "医院", "商会", "社团", "俱乐部")


def is_of_another(state: State, known: int, scope: int) -> bool:
    """Whether a body known by a name that each organisation has is that of another one beside that spoken of."""
    entities = state.register.entities
    other = entities[known].parent
    if scope == ROOT or other in (ROOT, scope) or not _OF_EACH.fullmatch(entities[known].name.folded):
        return False
    are_beside = entities[other].parent == entities[scope].parent
    return are_beside and all(entities[one].name.folded.endswith(_ORGANISATIONS) for one in (other, scope))


def one_more(state: State, known: int, body: Passage, scope: int) -> int:
    """Return a body of the one spoken of that is called as a known one of another, whose name a clause begins with."""
    name = body.cut(0, len(state.register.entities[known].name))
    return put(state, NodeKind.UNIT, Named(name=name), scope, "subject of a sentence", LISTED, anew=True)
