"""Tell what a cell in a column of names is."""

from __future__ import annotations

from orgviz.document.names.comma_names import is_comma_field, is_comma_name
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_LONGEST_TITLE = 7


def sort_of(folded: str) -> Sort:
    """Tell what a cell of names is: its place vouches that a word such as ``set`` begins no sentence.

    >>> sort_of("set director"), sort_of("market data")
    (<Sort.POST: 'position'>, <Sort.FIELD: 'field of work'>)
    """
    sort = judge(folded)
    head, comma, _ = folded.partition(", ")
    if sort is Sort.SENTENCE and comma and len(folded.split()) <= _LONGEST_TITLE and judge(head) in STRONG:
        return judge(head)  # Developer, payments and billing
    if sort is Sort.SENTENCE and folded.isascii() and 0 < folded.count(" ") < 5:
        inner = judge(folded.split(" ", 1)[1])
        return inner if inner in STRONG else sort
    return sort


def sort_of_name(name: Passage) -> Sort:
    """Tell what a cell of names is, which may have commas and capitals: Roads, Rails and Ports (RRP) Unit."""
    if is_comma_name(name.text):
        return Sort.UNIT
    if is_comma_field(name.text):
        return Sort.FIELD
    sorts = {sort_of(one.strip()) for one in _SEVERAL.split(name.folded)}
    return Sort.POST if sorts == {Sort.POST} else sort_of(name.folded)  # 项目经理、架构师


_SEVERAL = pattern(r"[、,]")


def sort_of_class(folded: str) -> Sort | None:
    """Return the sort of what a column lists that is called after a class: 行政办公室名称, 管理岗位名称."""
    stem = folded.removesuffix("名称")
    return judge(stem) if stem != folded and len(stem) > 1 else None


def is_title_with_field(name: Passage) -> bool:
    """Whether a cell is two or three words in Latin letters, the first with a capital: Meeting recorder."""
    return name.text.isascii() and name.text[0].isupper() and 1 < len(name.text.split()) <= 3 and len(name) <= 40
