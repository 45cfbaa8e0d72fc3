"""Read classes of units with their number, each with its names in a bracket: 医技科室3个（检验科、放射科、药剂科）."""

from __future__ import annotations

import re

from orgviz.document.chinese.classed_lists import group_of_class
from orgviz.document.chinese.hanging import hang
from orgviz.document.known.state import State
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.lists import Listing, read_listing
from orgviz.document.text.marks import chinese_number
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_CLASS = pattern(
    r"(?:^|(?<=[,、;:和设有置]))(?P<class>[^,。;:、()\d设有和]{2,10}?)(?:共|有|共有)?"
    r"(?P<n>\d{1,2}|[两二三四五六七八九十]{1,3})个(?:,?(?:即|分别(?:是|为)|包括))?\((?:即|分别(?:是|为)|包括|含|:)*(?P<list>[^()]{3,})\)"
)
_LEAD = pattern(r"(?P<who>[^。;:、()]{0,24}?)[,:]?(?:现|共|内|下|一共|目前)*(?:设有?|设置了?|有|分为)?(?:了|:)?")
_BETWEEN = pattern(r"[,、;。和及以]*(?:共?设有?|另设)?")


def read_counted_classes(state: State, text: Passage, scope: int) -> bool:
    """Read a sentence that is nothing but such classes, behind the name of the one that has them or without it."""
    found = list(_CLASS.finditer(text.folded)) if is_wide(text.folded) and "个" in text.folded else []
    if not found or any(_BETWEEN.fullmatch(between) is None for between in _left(text.folded, found)):
        return False
    lead = _LEAD.fullmatch(text.folded[: found[0].start()])
    lists = [_listed(text, match) for match in found]
    if lead is None or any(not one.items for one in lists):
        return False
    subject = find_subject(state, text.cut(*lead.span("who")), scope) if lead["who"] else scope
    for match, listing in zip(found, lists, strict=True):
        name = text.cut(*match.span("class"))
        group = group_of_class(state, name, scope if subject is None else subject)
        if group is None:
            return False
        hang(state, listing, group, "names in the bracket of their class", None)
        state.evidence += 1.5
    return True


def _left(folded: str, found: list[re.Match[str]]) -> list[str]:
    """Return what stands between and behind the classes."""
    ends = [*(match.start() for match in found[1:]), len(folded)]
    return [folded[match.end() : end] for match, end in zip(found, ends, strict=True)]


def _listed(text: Passage, match: re.Match[str]) -> Listing:
    """Return the names of a class, if all are units and as many as told."""
    listing = read_listing(text.cut(*match.span("list")))
    are_units = all(judge(item.name.folded) is Sort.UNIT for item in listing.items)
    is_right = chinese_number(match["n"]) == len(listing.items)
    return listing if are_units and is_right else Listing(items=())
