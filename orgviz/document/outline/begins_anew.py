"""Tell a line that speaks of others than the item above it: 另外,财务部…, 直属单位:甲中心、乙站."""

from __future__ import annotations

from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.lists import FIGURE
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


_OF_ALL = pattern(
    r"(?:各|每个?)(?:职能)?(?:部门?|组|科室?|处室?|班|队|中心)(?:均|各|分别|都)*[设配](?:置|备|有)?.*[人名位干]|(?:以上|上述)(?:各|所有|全部)?(?:部门|单位|科室|处室|机构|中心|岗位|车间|班组|人员)(?:负责人)?[均都由向对受归]"
)
# What the whole sets up, behind lines on its parts: 公司下设五部一室, 集团总部设审计部.
_SETS_UP = pattern(
    r"(?:[本我该全]|整个)?(?:公司|集团|企业|工厂|学校|医院|酒店|协会|商会|总部|(?<=[本我全])[厂局院校店馆会所社])(?:机关|总部|本部)?"
    r"(?:共|现|还|内部|目前|另|统一|下面?)*(?:下设|内设|分设|共设|设有?(?![计备施置立在定想])|设置了?|下辖|下属)(?=[^。;]{2,})"
)


_SO_MANY_OF_EACH = pattern(rf"(?:共|现|内部|并|另)*(?:下设|内设|分设|共设|设有?|设置)(?:{FIGURE}){{2,5}}")


_OF_CLASS = pattern(r"[\u4e00-\u9fff]{1,6}(?P<class>科室|部门|机构|单位|板块|系统)(?=[:现共又设下内有包])")


def is_class_beside(title: str, folded: str) -> bool:
    """Whether a line tells of another class than the one with a colon above it: 职能科室:…, then 临床科室设有….

    >>> is_class_beside("职能科室:院办、医务科", "临床科室设有内科、外科")
    True
    """
    first, second = _OF_CLASS.match(title), _OF_CLASS.match(folded)
    return first is not None and second is not None and first["class"] == second["class"] and ":" in title


def tells_of_all(folded: str, before: Passage) -> bool:
    """Whether a line speaks of all units or posts told before it, or of the whole to which they belong.

    Args:
        before: the line above; behind a post, 下设五部一室 is said of the whole.
    """
    if _OF_ALL.match(folded) or _SETS_UP.match(folded):
        return True
    return _SO_MANY_OF_EACH.match(folded) is not None and read_entry(before).sort is Sort.POST


def tells_beside(folded: str, before: Passage) -> bool:
    """Whether a line speaks of all or the whole, or of a class of units beside that of the line above it."""
    return tells_of_all(folded, before) or is_class_beside(before.folded, folded)


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
