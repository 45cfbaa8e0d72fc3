"""Read what stands behind a name and is said of others: more units, or all of a sort."""

from __future__ import annotations

import re

from orgviz.document.chinese.sentences import sentences
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, State, put
from orgviz.document.known.subjects import strong_start
from orgviz.document.languages.prose import read_prose
from orgviz.document.names.crew import read_whole_crew
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern


def _read_names_beside(state: State, place: int, rest: Passage) -> bool:
    """Read units behind another with nothing but stops between: 总值班室。 机关党委。 老干部处 and the like."""
    parts = [part for part in rest.split(match.span() for match in re.finditer(r"[。;]\s*", rest.folded)) if part.text]
    if any(judge(part.folded) is not Sort.UNIT or len(part) < 3 for part in parts) or "。" not in rest.folded:
        return False
    for part in parts:
        put(state, NodeKind.UNIT, Named(name=part), state.register.entities[place].parent, "name behind a name", SURE)
    return True


def whose(state: State, place: int, sentence: Passage) -> int | None:
    """Return below what a sentence behind a name is said that begins with the name of a known unit beside it."""
    if _OF_THE_WHOLE.match(sentence.folded):
        return state.register.entities[place].parent
    end = strong_start(sentence.folded) if is_wide(sentence.folded) else None
    other = state.register.find(sentence.folded[:end], NodeKind.UNIT) if end else None
    if other is None or other in (ROOT, place) or not _SAYS_OF_IT.match(sentence.folded, end or 0):
        return None
    parent = state.register.entities[place].parent
    return parent if state.register.is_below(other, parent) and not state.register.is_below(other, place) else None


_SAYS_OF_IT = pattern(r"(?:内部|下面|下)?(?:又|还|再|则|共|主要|也)?(?:下设|内设|设|分为|有|包括|由|负责|的)")
_OF_THE_WHOLE = pattern(
    r"(?:目前|现任?|其中|此外|另外)*,?(?:(?:整个|[本我该]们?)?(?:公司|集团|学校|医院|企业|协会|工厂)(?:的?(?:总经理|总裁|董事|最高)|由|设|实行|现)"
    r"|(?:董事长|董事会|总经理|总裁)|最高(?:管理|领导|负责|决策|权力)|[^,。;的]{2,4}(?:是|担任)(?:公司|集团|学校|医院|企业)的?)"
)


def is_of_others(state: State, place: int, rest: Passage, *, is_keyed: bool) -> bool:
    """Read what stands behind a name and is said of others: more units, or all of a sort: 各组设组长一人.

    Args:
        is_keyed: whether a colon stands before it, and one name alone is a part of the one before.
    """
    if _OF_EACH.match(rest.folded):
        read_prose(state, rest, place)
        return True
    beside = None if is_keyed or _is_crew(state, place, rest) else whose(state, place, next(sentences(rest), rest))
    if beside is not None:
        read_prose(state, rest, beside)
        return True
    is_part = is_keyed and "。" not in rest.folded.rstrip("。 ")
    return not is_part and _read_names_beside(state, place, rest)


def _is_crew(state: State, place: int, rest: Passage) -> bool:
    """Whether a text behind a unit says who works there and nothing else: 公司业务部 总经理：王敏 客户经理：李静."""
    crew = read_whole_crew(rest) if state.register.entities[place].kind is NodeKind.UNIT else None
    return crew is not None and crew.tells and all(clause.post is not None for _, clause in crew.told)


_OF_EACH = pattern(r"(?:各|每个?)[^,。:;]{1,6}(?:均|分别|应)?[设置]")
