"""Read lists of names without a verb: below a heading, or behind the word for their class and a colon."""

from __future__ import annotations

import re

from orgviz.document.chinese.claims import claims
from orgviz.document.chinese.hanging import hang
from orgviz.document.known.counts import note_count
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.bare_lists import bare_listing
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.keys import read_key
from orgviz.document.names.lists import Listing
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage, passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FEWEST_ALONE = 3  # of names that stand below no heading with a box of its own
_CLASS = pattern(r"(?P<class>[^,。;:、()]{2,12}):\s*(?=[^:]+$)")
# Who has something to do with a text or an event, and no class of parts: 主办单位:….
_OUTSIDERS = pattern(
    r"(?:主办|承办|协办|支持|合作|参[加会与]|出席|列席|主送|抄[送报]|分送|联系|责任|牵头|配合|发[送文]|印发|报送|获奖|先进|会员|成员|共建|来源|起草|颁发|发证)"
    r"(?:单位|机构|人员|对象|领导|人|(?<!支持)部门|科室|组织)?"
)


def read_classed_list(state: State, text: Passage, scope: int) -> bool:
    """Read a sentence that is a list of names, or the word for a class of them with such a list behind a colon."""
    if not is_wide(text.folded):
        return False
    match = _CLASS.match(text.folded)
    listing = _only_one(text, match) or bare_listing(text.cut(match.end()) if match else text)
    if not listing.items or (match is None and scope == ROOT and len(listing.items) < _FEWEST_ALONE):
        return False
    if match is None and next(claims(passage(masked(text.folded), 1, 1)), None) is not None:
        return False
    parent = scope if match is None else group_of_class(state, text.cut(*match.span("class")), scope)
    if parent is None:
        return False
    children = hang(state, listing, parent, "list of names", None)
    note_count(state, text, listing.count, children)
    state.evidence += 0.3 * len(children)
    state.listed_below = parent
    return bool(children)


def read_names_behind(state: State, place: int, rest: Passage) -> bool:
    """Read the names, each with a bracket or without, that are all that stands behind a name and its colon."""
    listing = bare_listing(rest) if "(" in rest.folded else Listing(items=())
    return bool(listing.items and hang(state, listing, place, "list behind a name", None))


def _only_one(text: Passage, match: re.Match[str] | None) -> Listing | None:
    """Return the only unit of a class that can be nothing else: 技术板块:研发部."""
    if match is None or not match["class"].endswith(_ENDINGS):
        return None
    name = text.cut(match.end(), len(text.folded.rstrip("。; ")))
    return Listing(items=(Named(name=name),)) if judge(name.folded) is Sort.UNIT else None


def group_of_class(state: State, name: Passage, scope: int) -> int | None:
    """Return the group that a class of names makes; nothing where it is no class of parts."""
    sort = judge(name.folded)
    if not is_class_of_names(name.folded):
        return None
    if sort is Sort.GENERIC or (sort is Sort.FIELD and name.folded.endswith(_OF_THE_WHOLE)):
        return scope
    known = state.register.find(name.folded, NodeKind.UNIT, scope)
    return put(state, NodeKind.UNIT, Named(name=name), scope, "class of a list", LISTED) if known is None else known


def is_outsiders(folded: str) -> bool:
    """Whether a text before a colon stands for those who have to do with an event or a letter, and no class of parts.

    >>> is_outsiders("协办单位"), is_outsiders("服务部门")
    (True, False)
    """
    return _OUTSIDERS.fullmatch(folded) is not None


def is_class_of_names(folded: str) -> bool:
    """Whether a text before a colon may say of which class the names behind it are: 内科系统, 业务条线.

    >>> is_class_of_names("内科系统"), is_class_of_names("主办单位"), is_class_of_names("总经理")
    (True, False, False)
    """
    if is_outsiders(folded) or _SAYS.search(folded) or read_key(folded) is not None:
        return False
    return judge(folded) in (Sort.UNIT, Sort.FIELD, Sort.GENERIC) or folded.endswith(_ENDINGS)


_SAYS = pattern(r"[设置有为是辖了]|包[括含]|分[为成]|组成|[如以]下")  # what a sentence before a list does
_OF_THE_WHOLE = ("单位", "机构", "领导", "班子", "成员")  # which these are, and no group of their own
# What the class of several units is called, and nothing that has no people.
_ENDINGS = ("体系", "系统", "系列", "条线", "板块", "模块", "平台", "类", "线", "块", "岗位")
