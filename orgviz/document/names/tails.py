"""Find where sorting words behind a unit's name begin: 客服部|主要职能."""

from __future__ import annotations

import re

from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.notes import LONGEST
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_TAIL = pattern(
    r"(?:的|之|'s)?\s*(?:(?:主要|核心|岗位|部门|工作|内部|内设|具体|基本|运作|人员|成员|下属|整体|各)*"
    r"(?:职责|职能|职权|职掌|架构|组织架构|组织结构|组织机构|机构设置|机构|结构|设置|介绍|简介|概况|分工|构成"
    r"|组成|名单|编制|配[置备]|说明|组织图|组织架构图|工作内容|人员|成员|业务|团队建设"
    r"|相关工作|工作)"
    r"(?:图|表|一览|如下|说明|介绍|及|和|与|、)?)+$"
    r"|の(?:组织|構成|构成|体制|业务|役割|事务|分掌事务|事务分掌|概要|职员)(?:图)?$"
    r"|\s+(?:구성|조직|조직도|현황|업무|업무분장|소개|안내|인원|조직구성|인력)$"
)


_LATIN_TAIL = pattern(
    r"(?:\s+(?:responsibilities|overview|structure|organi[sz]ation(?:al)?|members|membership|roles?|duties|chart"
    r"|org chart|composition|hierarchy|reporting lines?|staff|positions|personnel|details|info|description))+$"
)


# What an organisation is, no name of one: Institute Overview.
WHOLE_CLASSES = frozenset(
    (
        *("institute", "school", "company", "hospital", "university", "agency"),
        *("association", "foundation", "college", "corporation", "museum"),
    )
)


def tail_of(folded: str) -> int | None:
    """Return where sorting words behind a unit's name begin: 客服部|主要职能."""
    if len(folded) > LONGEST:
        return None
    match = (_TAIL if is_wide(folded) else _LATIN_TAIL).search(folded)
    if match is None or match.start() < 2:
        return None
    before = folded[: match.start()]
    if before in WHOLE_CLASSES:
        return None
    sort = judge(before)
    if sort is Sort.POST:
        return match.start() if re.search(r"职责|职权|工作|说明|responsib|duties|description", match[0]) else None
    whole = judge(folded)
    is_name = whole not in (Sort.UNIT, Sort.GENERIC) or (whole is Sort.GENERIC and _names_one(before, match[0]))
    is_name = is_name or (match[0] in _OF_A_UNIT and _CLASS.search(before) is None)
    return match.start() if sort is Sort.UNIT and is_name else None


_OF_A_UNIT = ("组织机构", "组织机构图", "机构设置")  # each looks like the name of a unit itself
_CLASS = pattern(r"(?:机构|组织|部门|单位|科室|岗位|班子|团队|人员|公司|学校|医院)$")


def _names_one(before: str, tail: str) -> bool:
    """Whether sorting words joined by 及 stand behind a unit's own name, not behind a class: 疏散组组成及职责."""
    return re.search("[及和与]", tail) is not None and len(before) > 2 and _CLASS.search(before) is None


_LEADER = pattern(r"(?:…|\.{3,}|·{3,})[…\s]*")


def without_leader(rest: Passage) -> Passage:
    """Return what stands behind a name without the dots that lead to it: 総務部 … 人事課."""
    dots = _LEADER.match(rest.text)
    return rest.cut(dots.end()) if dots and dots.end() < len(rest) else rest
