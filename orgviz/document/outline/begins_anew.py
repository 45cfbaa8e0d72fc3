"""Tell a line that speaks of others than the item above it: 另外,财务部…, 直属单位:甲中心、乙站."""

from __future__ import annotations

from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.notes import people_in
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

# How a sentence of its own begins, behind a line that has lost its stop.
BEGINS_ANEW = pattern(r"(?:另外|此外|除此之外|另有|还有|以上|注|备注|其余|其他)(?![,、])")
_SAYS_MORE = pattern(r"(?:另外|此外|除此之外|除上述)[^:]{6,}")
_SORTED_LIST = pattern(r"(?P<head>[\u4e00-\u9fff]{2,12}):.")
_CLASSES = ("单位", "机构", "部门", "领导", "科室", "公司", "组织")


_OVERSEES = pattern(r".{2,12}?(?:分管|主管).{3,}")


def says_all(body: Passage) -> bool:
    """Whether a line tells what a post oversees, or in Latin letters who holds it: lines behind it tell of others."""
    if is_wide(body.folded):
        return _OVERSEES.fullmatch(body.folded) is not None
    entry = read_entry(body)
    return entry.sort is Sort.POST and entry.rest is not None and bool(people_in(entry.rest))


# What is told of a whole on a line of its own, behind a line on who leads it.
_OF_THE_WHOLE = pattern(
    r"(?:社团|协会|组织|团队|部门|机构|学会|公司|单位)?(?:简介|介绍|概况|宗旨|口号|(?:特色|品牌|主要|日常)活动|荣誉|(?:成立|创建|招新)(?:时间|日期)):"
)


def tells_of_others(folded: str) -> bool:
    """Whether a line begins anew, or lists units or posts under a sorting word.

    >>> tells_of_others("直属单位:检测中心、服务站"), tells_of_others("工作内容:检测、服务")
    (True, False)
    """
    if _SAYS_MORE.match(folded) or _OF_THE_WHOLE.match(folded):
        return True
    match = _SORTED_LIST.match(folded)
    sorts = (Sort.GENERIC, Sort.UNIT, Sort.FIELD)
    return match is not None and match["head"].endswith(_CLASSES) and judge(match["head"]) in sorts


_FOLLOWING = pattern(
    r"(?:the following|these)\s[a-z /-]{3,40}\s(?:comprise|constitute|make up|form|serve|are|shall|will)\s"
)


def tells_what_follows(folded: str) -> bool:
    """Whether a numbered sentence says of what follows, with or without marks, whose part it is.

    >>> tells_what_follows("the following posts make up the board:")
    True
    """
    return _FOLLOWING.match(folded) is not None
