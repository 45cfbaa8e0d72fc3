"""Tell the organisation itself, and the unit that is spoken of, by the words that stand for them: 本會, 本部门."""

from __future__ import annotations

import re

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.names.judging import Sort, judge
from orgviz.model import NodeKind
from orgviz.patterns import pattern

LONGEST = 20
_OWN_UNIT = pattern(r"本(部|组|科|室|处|股|课|中心|车间|班)")
_WHOLE = pattern(
    r"(?:公司|集团|企业|学校|医院|大学|学院|中学|小学|协会|学会|商会|基金会|联合会|图书馆|博物馆|幼儿园|出版社|事务所|餐厅|研究院|银行"
    r"|酒店|分院|委员会|联盟|合作社|促进会|.{4}(?:项目部|项目经理部|领导小组|指挥部))$"
)
_WHOLE_INSIDE = pattern(r"(?:会|社|团|院|校|馆|公司|集团|中心)$")


def is_own_name(state: State, folded: str) -> bool:
    """Whether a clause begins with 本 and the end of the organisation's name: 本隊, 本促進會."""
    name = state.register.entities[ROOT].name.folded
    if not name or not folded.startswith("本") or len(folded) < 2:
        return False
    return any(name.endswith(folded[1:end]) and not is_name_inside(folded) for end in (4, 3, 2))


def is_own_unit(state: State, folded: str, scope: int) -> bool:
    """Whether 本部门, 本部, 本组 and the like mean the unit that a sentence stands below, and not the whole."""
    own = _OWN_UNIT.match(folded)
    if own is None or scope == ROOT:
        return False
    names = state.register.entities[scope].name.folded, state.register.entities[ROOT].name.folded
    return names[0].endswith(own[1]) and not names[1].endswith(own[1])


def is_name_inside(folded: str) -> bool:
    """Whether a text begins with the name of a unit, four characters long or more."""
    return any(judge(folded[:length]) is Sort.UNIT for length in range(4, min(LONGEST, len(folded)) + 1))


def is_in_root_name(state: State, folded: str) -> bool:
    """Whether a name is the middle of the organisation's own: 学生会 in 启明大学学生会行政部门."""
    whole = state.register.entities[ROOT].name.folded
    if len(folded) < 3 or not _WHOLE_INSIDE.search(folded):
        return False
    return folded in whole and not whole.startswith(folded)


def is_whole(state: State, folded: str, end: int) -> bool:
    """Whether a new name is that of the organisation itself, which has none yet."""
    root = state.register.entities[ROOT]
    entities = [state.register.entities[one] for one in state.register.children.get(ROOT, ())]
    is_free = all(one.kind is NodeKind.POSITION or _ABOVE_ALL.fullmatch(one.name.folded) for one in entities)
    return not root.name.text and is_free and bool(_WHOLE.search(folded[:end]))


# Bodies that may be told of before the organisation is named.
_ABOVE_ALL = pattern(r"(?:股东大?会|[董监理]事会|会员大会|会员代表大会|管理层|党委)")


def are_two(folded: str) -> bool:
    """Whether a name is that of two: 业务集团和业务公司."""
    both = _TWO.fullmatch(folded)
    return both is not None and all(_WHOLE.search(name) for name in both.groups())


_TWO = pattern(r"(.{2,}?)[和与及](.{2,})")


_CLASS = pattern(r"(?:中心|公司|学院|医院|学校|大学|协会|学会|委员会|研究院|研究所|集团|基金会)$")


def is_short_of_root(state: State, folded: str) -> bool:
    """Whether a name has the class and letters of the organisation's own, some left out: 实验中心 for 实验教学中心."""
    whole = state.register.entities[ROOT].name.folded
    ending = _CLASS.search(folded)
    if ending is None or not 3 < len(folded) < len(whole) or not whole.endswith(ending[0]):
        return False
    letters = iter(whole)
    return all(letter in letters for letter in folded)


def ends_other_name(folded: str, start: int, length: int) -> bool:
    """Whether the short form of a name is the end of another: 委员会 in 监督委员会."""
    return start > 1 and length < 4 and judge(folded[: start + length]) is Sort.UNIT


def begins_other_name(folded: str, end: int) -> bool:
    """Whether a word for the whole is the beginning of a unit's name: 学院党委, 公司总部."""
    lengths = range(end + 2, min(LONGEST, end + 8, len(folded)) + 1)
    return any(
        _SETS_UP.match(folded, length)
        and not folded.endswith(("机构", "部门", "科室", "单位"), end, length)
        and judge(folded[end:length]) is judge(folded[:length]) is Sort.UNIT
        for length in lengths
    )


_SETS_UP = pattern(r"$|(?:目前|现|共|还|又|也|则)?(?:下设|内设|设|由|分|下辖|包括|负责|主要)")


def part_of_the_whole(state: State, folded: str, scope: int, words: re.Pattern[str]) -> int | None:
    """Return the unit that is known by the name behind a word for the whole: 学院党委, where the 党委 was told of."""
    whole = words.match(folded)
    found = state.register.find(folded[whole.end() :], NodeKind.UNIT, scope) if whole else None
    is_it = (
        found is not None and whole is not None and state.register.entities[found].name.folded == folded[whole.end() :]
    )
    return found if is_it else None


def are_several(folded: str) -> bool:
    """Whether a title is no single post: 职员, 两位总监, or 秘书及会计, of whom each stands elsewhere."""
    both = _BOTH.fullmatch(folded)
    return (
        folded in _COLLECTIVE
        or folded[1:2] == "位"
        or bool(both and judge(both[1]) is Sort.POST and judge(both[2]) is Sort.POST)
    )


# All who serve somewhere, not one post: 职员之职权如下.
_COLLECTIVE = frozenset(
    ("职员", "人员", "教师", "老师", "员工", "队员", "社员", "组员", "代表", "负责人", "志愿者", "医师", "护士")
)
_BOTH = pattern(r"(.{2,8}?)(?:及|和|与|、)(.{2,8})")


def beside_chief(state: State, folded: str, scope: int) -> int:
    """Return where a new post stands: a deputy where the chief is known to, each other below the scope."""
    chief = state.register.find(folded[1:], NodeKind.POSITION, scope) if folded.startswith("副") else None
    return scope if chief is None else state.register.entities[chief].parent


_CLASS_OF_BODIES = pattern(r"(?:其中|另外|此外|同时|目前|其他)?[各每]个?(?:专门|专业|专项|下设|分)(?:委员会|小组)")


def is_class_of_bodies(folded: str) -> bool:
    """Whether a clause begins with a word for all bodies of a class, none of which is called so: 各专门委员会."""
    return _CLASS_OF_BODIES.match(folded) is not None
