"""Read an article that tells of one unit after the other, each at the beginning of a clause: 安保部巡逻小区."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, give_duty, put
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.words import words
from orgviz.document.outline.nesting import Item
from orgviz.document.text.marks import LEGAL
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FEWEST = 3
_LONGEST = 10
_CLAUSE = pattern(r"[。;!?,:]\s*")
_LEAD = pattern(
    r"(?:首先|其次|再次|然后|接着|接下来|再来|再者|再|最后|另外|此外|同时|以及|还有|而|第[一二三四五六七八九十]个?)*"
    r"(?:不得不提的|值得一提的|要说的|要介绍的)?(?:(?:就|则)?是|(?:来)?看看|(?:我们)?(?:还)?有|说说|说到|登场的是)?"
)
_ENDING = pattern(r"(?:部门|部|处|科|组|室|中心)$")
_LAST_SIGNS = "门部处科组室心"
_NO_NAME = pattern(
    r"(?:职能|业务|支持|服务|核心|专业|综合|直属|政府|主管|所在|上级|有关|两个|兄弟)(?:部门|团队|科|处)$|全部$|[^俱]乐部$|^(?:[这那该此每各其本某多些另全大两几]|不同)|的|\d|[大个类级]部门$"
)
# What may not follow: the rest of a longer name, another name of a list, or a verb that other readers know.
_BEHIND = pattern(
    r"长|员|制(?![定订作])|主[任管]|经理|总监|专员|负责人|内部|门|[、/和与及或]|以及|等|下设|设[有置立]?|由|分[为成设]|包[括含]|隶属|内设|之间|化|队|级|委|的(?:分工|组织|结构|架构|设置|规模|名称|数量|建设|成员|人员|管理|人)|们|人员|名称|之间|[都均]|各司|一般分|分(?!管|析|发|配|拣)"
)
_SMALL = pattern("[为以从在对与把被让使按给向将]|每|如|若")
_EXAMPLE = pattern(r"(?:比如|例如|譬如)[,:]?\s*$")
_QUESTION = pattern(r"[^。;!]{0,60}(?:\?|呢|哪些|什么|怎么|如何)")
_GOES_ON = pattern(
    r"(?<=组)[织成建装合]|(?<=部)[分署位件队]|(?<=室)[内外友]|(?<=处)[理置于罚方]|(?<=科)[学技研目室]|(?<=队)[伍列]|(?<=心)[思任城点位]"
)
_WORK = pattern(r"部门|小组|班组|科室|处室|岗位|机构|团队|组织|班子")
_OPENINGS = pattern(r"(?:的|则|也|就|主要|通常|一般|这个部门|该部门|他们|她们|它|其)*[,:]?(?:是)?")


def told_units(items: Sequence[Item]) -> frozenset[str]:
    """Return the names of units with which clauses of an article begin; none where fewer than three do."""
    if any(item.form in LEGAL for item in items):
        return frozenset()
    texts = [item.body for item in items if not item.line.cells and is_wide(item.body.folded)]
    if not any(_WORK.search(text.folded) for text in texts):
        return frozenset()
    found = frozenset(name.folded for text in texts for name, _ in _told(text))
    names = frozenset(name for name in found if not _is_of_two(name, found))
    return names if len(names) >= _FEWEST else frozenset()


def _is_of_two(name: str, names: frozenset[str]) -> bool:
    """Whether a name stands for two that the article tells of: 保洁和绿化部."""
    return any(f"{half}部" in names or f"{half}组" in names for half in re.split("[和与及]", name)[:-1])


def read_told(state: State, text: Passage, scope: int) -> bool:
    """Give each unit with which a clause begins what the text says of it up to the next one."""
    if not state.told_units:
        return False
    told = [(name, rest) for name, rest in _told(text) if name.folded in state.told_units]
    for name, rest in told:
        known = state.register.find(name.folded, NodeKind.UNIT)
        if known is None and scope != ROOT:
            continue
        place = put(state, NodeKind.UNIT, Named(name=name), ROOT, "told of in turn", LISTED) if known is None else known
        if place == ROOT:
            continue
        state.subject = place
        state.evidence += 0.6
        if rest.text and not state.register.entities[place].duties:
            give_duty(state, place, rest.cut(_start(rest.folded)))
    return any(state.register.find(name.folded, NodeKind.UNIT) is not None for name, _ in told)


def _start(folded: str) -> int:
    match = _OPENINGS.match(folded)
    return match.end() if match else 0


def _told(text: Passage) -> Iterator[tuple[Passage, Passage]]:
    """Yield each unit with which a clause begins, and the text from it to the next such clause."""
    begins = [0, *(match.end() for match in _CLAUSE.finditer(masked(text.folded)))]
    found = [named for begin in begins if (named := _name_at(text, begin)) is not None]
    for number, (start, end) in enumerate(found):
        stop = found[number + 1][0] if number + 1 < len(found) else len(text)
        rest = text.cut(end, stop)
        if len(rest) > 2:
            yield text.cut(start, end), rest


def _name_at(text: Passage, begin: int) -> tuple[int, int] | None:
    """Return where the name of a unit stands with which a clause begins, behind words that lead to it."""
    lead = _LEAD.match(text.folded, begin)
    start = lead.end() if lead else begin
    for end in range(start + 3, min(start + _LONGEST, len(text)) + 1):
        if text.folded[end - 1] not in _LAST_SIGNS:
            continue
        name = text.folded[start:end]
        if _ENDING.search(name) and judge(name) is Sort.UNIT:
            if _GOES_ON.match(text.folded, end) or (text.folded.startswith("门", end) and name.endswith("部")):
                continue
            is_no_name = _is_no_name(text, start, end, is_led=start > begin) or _is_asked(text.folded, begin)
            return None if is_no_name else (start, end)
    return None


def _is_asked(folded: str, begin: int) -> bool:
    """Whether a clause asks something, or is an example."""
    is_question = _QUESTION.match(folded, begin) is not None
    return is_question or _EXAMPLE.search(folded, max(0, begin - 5), begin) is not None


def _is_no_name(text: Passage, start: int, end: int, *, is_led: bool) -> bool:
    """Whether what looks like a unit's name is a class, a part of a longer name, or one of a list."""
    folded = text.folded
    name = folded[start:end]
    if _NO_NAME.search(name) or _BEHIND.match(folded, end) or words().verbs.match(name) or _SMALL.match(name):
        return True
    if folded.startswith((",", "。", ":"), end):
        again = folded.startswith(folded[start:end], end + 1)
        return not (is_led or again)
    return False
