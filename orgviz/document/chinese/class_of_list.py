"""Complete the names in a list by the class that the sentence before it gives them: 设下列各部： 教学、活动、总务."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.names.entry import read_entry
from orgviz.document.names.inner_counts import with_ending
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.outline.nesting import Item
from orgviz.document.text.passages import joined
from orgviz.patterns import pattern

_TOLD = pattern(
    r"(?:设(?![计备])立?|设置|分为|分成|分设|下设|置)(?:有|为)?(?:下列|以下|如下|左列|下述)?(?:各|(?:下列|以下|如下|左列)?[两二三四五六七八九十\d]+个?|下列|以下|左列)"
    r"(?:职能|业务|工作|常设)?(?P<class>部|组|科|处|室|股|课|委员会|小组)(?=[,:。;]|$|分别|各|每|掌|办)"
)
_POSTS_TOLD = pattern(
    r"(?:设(?![计备])立?|设置|置|聘|有)(?:有|立)?(?:下列|以下|如下|左列|下述|下)(?:各|重要|主要|[两二三四五六七八九十\d]+[个位名]?|之|的)*"
    r"(?P<class>干部|职务|职位|职员|人员|岗位|角色|干事)[^,。;:]{0,4}(?:[,。:;]?[^,。;:]{0,4}(?:职掌|职权|职责|工作|任务|分工)[^,。;:]{0,4})?(?:如下|为|:|。)*$"
)
_OPEN_SORTS = (Sort.FIELD, Sort.ABSTRACT, Sort.GENERIC)
_AMBIGUOUS = frozenset(("总务", "会计", "出纳", "文书", "秘书", "编辑", "公关", "采购", "财政", "联络"))
_LONGEST = 6
_LONGEST_LEAD = 60


def completed_items(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with the class word behind the names in such lists."""
    known = list(items)
    for item in items:
        told = told_class(item)
        children = [place for place in item.children if items[place].mark is not None]
        if told is None or len(children) < 2:
            continue
        bare = [place for place in children if _is_short_of(items[place], told["class"])]
        if 2 * len(bare) < len(children):
            continue
        ending = item.body.text[slice(*told.span("class"))]
        for place in bare:
            known[place] = _with_class(items[place], ending)
    return tuple(known)


def told_class(item: Item) -> re.Match[str] | None:
    """Return where an item says of which class the list below it is."""
    return _TOLD.search(item.body.folded) if item.children and is_wide(item.body.folded) else None


def told_posts(item: Item) -> re.Match[str] | None:
    """Return where an item says that the list below it is one of posts: 设下列干部，职掌如下."""
    marked = item.body.folded if len(item.children) > 1 and is_wide(item.body.folded) else ""
    return _POSTS_TOLD.search(marked[-_LONGEST_LEAD:])


def _is_short_of(item: Item, ending: str) -> bool:
    name = read_entry(item.body).name.folded
    if not 2 <= len(name) <= _LONGEST or name.endswith(ending) or not item.body.folded.startswith(name):
        return False
    return judge(name) in _OPEN_SORTS or name in _AMBIGUOUS


def _with_class(item: Item, ending: str) -> Item:
    length = len(read_entry(item.body).name)
    name = with_ending(item.body.cut(0, length), ending)
    body = joined((name, item.body.cut(length)), "") if length < len(item.body) else name
    return replace(item, line=replace(item.line, body=body))
