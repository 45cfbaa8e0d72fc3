"""Complete the names in an enumeration by the class word that is said once for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.inner_counts import with_ending
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.words import words
from orgviz.patterns import pattern

HYPERNYMS = frozenset(
    (
        "部门",
        "岗位",
        "职位",
        "职务",
        "机构",
        "单位",
        "团队",
        "角色",
        "人员",
        "成员",
        "科室",
        "处室",
        "分支",
        "层级",
        "层",
        "级",
        "实体",
        "条线",
        "部分",
        "块",
        "方面",
        "环节",
        "类",
        "种",
        "职能",
        "职能部门",
        "组织",
        "工种",
        "模块",
        "系统",
        "公司",
        "子公司",
    )
)
WRONG_CLASS = pattern(
    r"(?:阶段|步骤|方面|等级|产品|城市|校区|种|指标|层次|维度|门类|课程|专业|学科|楼层|时段|季度|班次|活动|地区"
    r"|省|国家|赛道|奖项|梯队|年级|片区|系列|档|档次|职级|职等)$"
)
_MODIFIERS = pattern(
    r"职能|业务|核心|关键|主要|一级|二级|三级|下属|子|专业|专门|工作|内设|直属|管理|独立|常设|小|大|不同|具体"
    r"|重要|基本|相关|各"
)
_UNFINISHED = (Sort.FIELD, Sort.GENERIC, Sort.ABSTRACT)
_WORK = frozenset(
    ("会计", "出纳", "总务", "文书", "秘书", "编辑", "采购", "保安", "保洁", "美工", "顾问", "参谋", "公关")
)


def suffixed(items: Sequence[Named], class_word: str, class_text: str) -> Iterator[Named]:
    """Complete names that leave their class to the word behind the list: 人才、预算等委员会.

    Args:
        class_word: what they are called together; folded.
        class_text: the same as written.
    """
    ending = _ending_of(class_word)
    if ending.endswith("班组") and any(judge(item.name.folded) is Sort.UNIT for item in items):
        ending = ""  # 楼层组、洗衣房两个班组
    for item in items:
        is_short = bool(ending) and (judge(item.name.folded) in _UNFINISHED or _names_work(item, ending))
        is_short = (is_short or bool(ending and _SIGN.fullmatch(item.name.folded))) and not _bears(item, ending)
        if is_short and len(item.name) + len(ending) <= 14 and not item.name.folded.isascii():
            yield replace(item, name=with_ending(item.name, class_text[-len(ending) :]))
        elif (
            class_word.endswith("部门")
            and judge(item.name.folded) in (Sort.GENERIC, Sort.ABSTRACT)
            and len(item.name) == 2
        ):
            yield replace(item, name=with_ending(item.name, class_text[-2:-1]))
        else:
            yield item


_SIGN = pattern(r"[甲乙丙丁戊己庚辛a-h一二三四五六七八九十早中晚]")  # 甲、乙、丙三个班


def _bears(item: Named, ending: str) -> bool:
    """Whether a name ends in the class already: 土建工区、安装工区两个工区; 华东区、华南区两个大区."""
    return item.name.folded.endswith(ending) or (ending in _DISTRICTS and item.name.folded.endswith("区"))


_DISTRICTS = ("大区", "片区", "战区")


def _names_work(item: Named, ending: str) -> bool:
    """Whether a word that may be a post stands for a field of work: 会计 in 设营业、会计二组."""
    return item.seats is None and item.name.folded in _WORK and bool(words().units.match(ending))


_OF_FIELDS = ("体系", "系列", "序列")


def _ending_of(class_word: str) -> str:
    """Return what a class word adds to names that leave it out: all of 采购小组, but nothing of 职能部门."""
    known = words()
    if class_word in _OF_FIELDS:
        return class_word  # 临床、医技、行政三大系列
    ending = known.units.match(class_word) or known.posts.match(class_word)
    if not ending:
        return (
            class_word
            if 1 < len(class_word) <= 3 and class_word not in HYPERNYMS and not WRONG_CLASS.search(class_word)
            else ""
        )
    if ending in HYPERNYMS or class_word in HYPERNYMS:
        return ""
    modifier = _MODIFIERS.sub("", class_word.removesuffix(ending))
    return class_word if modifier == class_word.removesuffix(ending) else ending
