"""Read names behind a unit that bear the word with which its own begins: 年级组：七年级、八年级、九年级."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_GROUP = pattern(r"(?P<word>[\u4e00-\u9fff]{2,4}?)(?:组|部|处|室|科|中心|系统|管理[部处中心]+)")
_FEWEST = 2


def read_bearing_class(state: State, place: int, rest: Passage) -> bool:
    """Put the names below the unit behind which they stand, if nothing but such names does."""
    entity = state.register.entities[place]
    match = _GROUP.fullmatch(entity.name.folded)
    if place == ROOT or entity.kind is not NodeKind.UNIT or match is None:
        return False
    parts = rest.folded.rstrip("。;").split("、")
    if len(parts) < _FEWEST or not all(_bears(part, match["word"]) for part in parts):
        return False
    begin = 0
    for part in parts:
        name = rest.cut(begin, begin + len(part))
        begin += len(part) + 1
        put(state, NodeKind.UNIT, Named(name=name), place, "bears the word of its group", LISTED)
    state.evidence += 0.5
    return True


_LONGEST = 10


def _bears(part: str, word: str) -> bool:
    """Whether a name ends in a word and is no post that does: 成本会计, behind 会计组."""
    return part.endswith(word) and len(part) <= _LONGEST and judge(part) is not Sort.POST
