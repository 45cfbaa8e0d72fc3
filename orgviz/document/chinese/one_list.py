"""Say as one list what a Chinese text counts off or tells one by one: 一是甲部,负责…;二是乙部 as 甲部、乙部."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from orgviz.document.names.judging import STRONG, Sort, is_known_field, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.text.marks import chinese_number
from orgviz.document.text.passages import Passage, behind, joined, linked
from orgviz.patterns import pattern

_CLASS = (
    r"(?:职能|业务|核心|主要|一级|二级|下属|专业|工作|内设|直属|管理|常设|重要|不同|关键|大|小|专门|独立|子)*的?"
    r"(?:部门|事业部|中心|小组|组|科室|处室|部|科|处|室|团队|队伍|委员会|板块|机构|单位|岗位|职位|条线|公司|车间|门店|部分|体系|模块)"
)
# So many parts are announced: 三个部门:, 以下四个中心。分别是, 五大板块——.
_ANNOUNCED = pattern(
    rf"(?:以下|如下|下列)?(?:(?P<n>[两二三四五六七八九十]{{1,2}}|\d{{1,2}})(?:个|大|类|支|块|级)|几个|多个|若干个?)(?P<class>{_CLASS})"
    r"(?P<stop>\(|(?:[:,。]|-{2,}|—+)\s*)"
)
_THEY = pattern(
    rf"(?:其中,?)?(?:它们|他们|[这该]些{_CLASS}|这?[两二三四五六七八九十\d]+个{_CLASS}|具体|各{_CLASS})?"
    r"(?:分别|依次|具体)?(?:是|为|有|包括|即|叫做?|称为)?:?"
)
_UNUSUAL = pattern(r"们|叫|称为|这|其中")
_ORDINAL = pattern(
    rf"(?:(?<=^)|(?<=[,。;:、]))\s*(?:(?P<one>(?:还有|另外?|再|最后)*一个(?:{_CLASS})?(?:就?是|为|叫做?))|(?:还有|另|再)?(?:[第其](?P<nth>[一二三四五六七八九十\d]{{1,2}})|(?P<plain>[一二三四五六七八九十]{{1,2}}))"
    rf"(?:个|大|块)?(?:{_CLASS})?(?:就?是|为|叫做?|,|:)|(?P<word>首先|其次|再次|再者|然后|接着|接下来|最后)(?:是|为|有|还有|,)"
    r"|(?P<circle>[①-⑳])|\(?(?P<digit>\d{1,2})[.)、])\s*"
)
_NAME_ENDS = pattern(r"[,。;:(—]|-{2}|(?:主要|具体|全面|专门|则|也)*(?:负责|承担|主管|下设|设有|从事|掌管)|$")
_STOP = pattern(r"[。;!?]|$")


@dataclass(frozen=True, slots=True)
class _Told:
    """One of those that are told one by one: its name, and what is said of it."""

    name: Passage
    said: Passage


def in_one_list(text: Passage) -> Passage:
    """Return a paragraph with the parts that it tells one by one behind their number in one list.

    >>> from orgviz.document.text.passages import passage
    >>> in_one_list(passage("学会设三个小组：一是会务组，负责会场；二是联络组；三是资料组。", 1, 1)).text
    '学会设三个小组:会务组、联络组、资料组。会务组负责会场。'
    >>> in_one_list(passage("学会有三个小组。它们是会务组、联络组和资料组。", 1, 1)).text
    '学会有三个小组:会务组、联络组和资料组。'
    """
    text = _quotes_apart(text)
    begin = 0
    for _ in range(_MOST):
        match = _ANNOUNCED.search(text.folded, begin)
        if match is None:
            break
        text = _in_bracket(text, match) if match["stop"] == "(" else _behind(text, match)
        begin = match.end()
    return text


_MOST = 12  # announcements in one paragraph; more are no prose
_QUOTES_SIDE_BY_SIDE = pattern(r"(?<=[”」』])(?=[“「『])")


def _quotes_apart(text: Passage) -> Passage:
    """Put a sign between names in quotes that stand side by side: “甲部”“乙部”."""
    joints = [match.start() for match in _QUOTES_SIDE_BY_SIDE.finditer(text.text)]
    if not joints:
        return text
    *parts, last = text.split((at, at) for at in joints)
    return joined((*(one for part in parts for one in (part, behind(part, "、"))), last), "")


def _in_bracket(text: Passage, match: re.Match[str]) -> Passage:
    """Put names in a bracket before their class: 三个部门(甲部、乙部、丙部) as 甲部、乙部、丙部三个部门."""
    end = text.folded.find(")", match.end(), match.end() + _LONGEST_LIST)
    names = text.cut(match.end(), end) if end > 0 else None
    if (
        names is None
        or _is_beside_counted(text.folded, match.start(), end + 1)
        or not _are_names(names, match["class"])
    ):
        return text
    counted = text.cut(match.start(), match.start("stop"))
    return joined((text.cut(0, match.start()), names, counted, text.cut(end + 1)), "")


_COUNTED = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})[个家支大][^、,()]{1,8}\("
_AND = r"\s*(?:、|,|和|及|与|以及)\s*"
_NEXT_COUNTED, _COUNTED_BEFORE = pattern(_AND + _COUNTED), pattern(rf"{_COUNTED}[^()]{{3,80}}\){_AND}$")
_NEAR = 120


def _is_beside_counted(folded: str, begin: int, end: int) -> bool:
    """Whether another class with its number and names stands beside, both one list: 和8个车队(一队、二队)."""
    before = _COUNTED_BEFORE.search(folded, max(0, begin - _NEAR), begin)
    return before is not None or _NEXT_COUNTED.match(folded, end) is not None


def _behind(text: Passage, match: re.Match[str]) -> Passage:
    """Put names into one list behind their number."""
    they = _THEY.match(text.folded, match.end())
    begin = they.end() if they else match.end()
    told, end = _ordinals(text, begin)
    if not told:
        stop = _STOP.search(text.folded, begin, begin + _LONGEST_LIST)
        end = stop.start() if stop else begin
        if _are_names(text.cut(begin, end), match["class"]):
            is_plain = text.folded[match.start("stop")] in ":," and (they is None or not _UNUSUAL.search(they[0]))
            return text if is_plain else _with_colon(text, match, text.cut(begin))
        told, end = _parted(text, begin, match["n"])
    if not told or not _are_all_names(told):
        return text
    sign = behind(text.cut(0, match.start("stop")), "、")
    full = behind(text.cut(0, match.start("stop")), "。")
    parts = [told[0].name]
    for one in told[1:]:
        parts += [sign, one.name]
    for one in told:
        parts += [full, one.name, one.said] if one.said.text else []
    return _with_colon(text, match, joined((*parts, full, text.cut(end)), ""))


def _with_colon(text: Passage, match: re.Match[str], rest: Passage) -> Passage:
    lead = text.cut(0, match.start("stop"))
    return linked(lead, ":", rest)


def _are_names(text: Passage, announced: str) -> bool:
    """Whether a text lists nothing but names of units or posts, or such as end in the class that was announced."""
    items = read_listing(text).items
    ending = announced[-2:] if announced.endswith(_NAMED_BY_CLASS) else "\n"
    return len(items) > 1 and all(
        judge(item.name.folded) in STRONG or item.name.folded.endswith(ending) for item in items
    )


_NAMED_BY_CLASS = ("板块", "条线", "团队", "小组", "中心", "公司")


def _are_all_names(told: Sequence[_Told]) -> bool:
    sorts = [judge(one.name.folded) for one in told]
    fields = sum(sort is Sort.FIELD and is_known_field(one.name.folded) for one, sort in zip(told, sorts, strict=True))
    strong = sum(sort in STRONG for sort in sorts)
    return strong + fields == len(told) and strong > 0


def _ordinals(text: Passage, begin: int) -> tuple[list[_Told], int]:
    """Return those that are counted off from a place on, and where the last of them ends."""
    found = list(_ORDINAL.finditer(text.folded, begin, begin + _LONGEST))
    first = found[0] if found else None
    if first is None or (first.start() != begin and text.folded[begin : first.start()].strip()):
        return [], begin
    run = [first]
    for before, after in pairwise(found):
        if not _counts_on(before, after, len(run) + 1):
            break
        run.append(after)
    if len(run) < _FEWEST:
        return [], begin
    stop = _STOP.search(text.folded, run[-1].end())
    end = stop.end() if stop else len(text)
    ends = [*(match.start() for match in run[1:]), end]
    return [_told(text.cut(match.end(), to)) for match, to in zip(run, ends, strict=True)], end


_FEWEST = 2
_LONGEST_LIST = 300
_LONGEST = 1200  # from the first of those counted off to the last


def _counts_on(before: re.Match[str], after: re.Match[str], number: int) -> bool:
    """Whether an ordinal is the next in the way of counting of the one before."""
    if after["one"] or before["one"]:
        return bool(after["one"] and before["one"])
    if after["word"]:
        return after["word"] != "首先"
    if after["circle"]:
        return ord(after["circle"]) - ord("①") + 1 == number
    group = next(name for name in ("nth", "plain", "digit") if after[name])
    return bool(before[group] or before["word"]) and chinese_number(after[group]) == number


def _told(text: Passage) -> _Told:
    text = text.cut(0, len(text.folded.rstrip("。;,、 ")))
    match = _NAME_ENDS.search(text.folded)
    end = match.start() if match else len(text)
    said = text.cut(end)
    return _Told(text.cut(0, end), said.cut(len(said.folded) - len(said.folded.lstrip(",:、—- "))))


def _parted(text: Passage, begin: int, counted: str | None) -> tuple[list[_Told], int]:
    """Return those that are told in a sentence each or between semicolons, as many as were announced."""
    number = chinese_number(counted) if counted else None
    for signs in (";", "[,;]", "[;。]"):
        told, end = [], begin
        for match in re.finditer(rf"(?:{signs}|[。!?]|$)", text.folded[begin : begin + _LONGEST]):
            stop = begin + match.start()
            told.append(_told(text.cut(end, stop)))
            end = begin + match.end()
            is_last = len(told) == number or (match[0] in "。!?" and signs != "[;。]")
            if is_last:
                break
        if len(told) == number and all(one.name.text for one in told) and _are_all_names(told):
            return told, end
    return [], begin
