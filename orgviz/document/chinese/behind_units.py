"""Say plainly what stands between the name of a unit and what it has: who leads it, and how many work there."""

from __future__ import annotations

import re
from collections.abc import Callable

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.people import is_person
from orgviz.document.text.hinted import Hinted, hinted
from orgviz.document.text.passages import Passage, behind, joined, linked

Reading = Callable[[Passage, "re.Match[str]"], Passage | None]


def _led_in_bracket(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 甲部(负责人:王敏)下设一组: 甲部负责人为王敏。甲部下设一组."""
    unit, post, who = (text.cut(*match.span(name)) for name in ("unit", "post", "who"))
    is_told = judge(unit.folded) is Sort.UNIT and judge(post.folded) is Sort.POST and is_person(who.text, who.folded)
    if not is_told:
        return None
    rest = text.cut(match.end())
    return joined((unit, behind(unit, "的"), post, behind(post, "是"), who, behind(who, "。"), unit, rest), "")


def _named_in_bracket(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 甲部(王敏)下设一组: 甲部由王敏负责。甲部下设一组."""
    unit, who = text.cut(*match.span("unit")), text.cut(*match.span("who"))
    if judge(unit.folded) is not Sort.UNIT or not is_person(who.text, who.folded):
        return None
    return joined((unit, behind(unit, "由"), who, behind(who, "负责。"), unit, text.cut(match.end())), "")


def _without_number(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 甲部(20人)下设一组: 甲部下设一组."""
    unit = text.cut(*match.span("unit"))
    return joined((unit, text.cut(match.end())), "") if judge(unit.folded) is Sort.UNIT else None


def _staffed(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 甲部编制5人,其中经理1人、专员4人: 甲部设经理1人、专员4人."""
    unit = text.cut(*match.span("unit"))
    if judge(unit.folded) is not Sort.UNIT:
        return None
    return linked(unit, "设", text.cut(match.end()))


SETS_UP = r"(?=下设|下辖|内设|下面|之下|内部|设有?|分为|包括|下属|由[^,。;]+(?:组成|构成))"
NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十]{1,3})"
BEHIND_UNITS: tuple[tuple[Hinted, Reading], ...] = (
    (
        hinted(r"\(", rf"(?P<unit>[^,。;()]{{2,14}})\((?P<post>[^():,]{{2,6}}):(?P<who>[^():,]{{2,4}})\){SETS_UP}"),
        _led_in_bracket,
    ),
    (
        hinted(r"\(", rf"(?P<unit>[^,。;()]{{2,14}})\((?P<who>[^():,]{{2,4}})\){SETS_UP}"),
        _named_in_bracket,
    ),
    (
        hinted(
            rf"{NUMBER}[人名],",
            rf"(?P<unit>[^,。;:、]{{2,14}}?)(?:现有|共有?|约|编制)?{NUMBER}[人名](?:员工)?,(?:又|再)?{SETS_UP}",
        ),
        _without_number,
    ),
    (
        hinted(r"\(", rf"(?P<unit>[^,。;()]{{2,14}})\((?:现有|共有?|约|编制)?{NUMBER}[人名]\){SETS_UP}"),
        _without_number,
    ),
    (
        hinted(
            ",其中",
            rf"(?P<unit>[^,。;:、]{{2,14}}?)(?:现有|共有|共计|一共|总共|共|编制|定编|现|有|员工|人员|为)+{NUMBER}[人名](?:员工|职工)?,其中"
            rf"(?:有|包括|含|设)?(?=[^,。;、]{{2,8}}{NUMBER}[人名])",
        ),
        _staffed,
    ),
)
