"""Read sentences in which the list comes first: 文案、美编等都属于本部的岗位."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, State, put
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.lists import POST_CLASS, read_listing
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FIRST = pattern(
    r"(?P<list>[^。;:]{4,90}?)(?:等)?(?P<class>职位|岗位|角色|人员|职务|部门|团队|科室|机构)?(?:都|均|也|则"
    r"|一般|通常|常|共同)*"
    r"(?:是|属于|隶属于?|在|出现在|构成|组成|为|归属?于?)(?P<owner>[^,。;]{2,20})"
)


def read_listed_first(state: State, text: Passage, scope: int) -> bool:
    """Hang what a sentence lists at its beginning below the unit that it names behind; tell whether it did."""
    if "、" not in text.folded[:40]:
        return False
    match = _FIRST.match(text.folded)
    if match is None:
        return False
    listing = read_listing(text.cut(*match.span("list")))
    if len(listing.items) < 2 or any(judge(item.name.folded) not in STRONG for item in listing.items):
        return False
    class_word = match["class"] or ""
    if not class_word and "等" not in match[0]:
        return False
    owner = find_subject(state, text.cut(*match.span("owner")), scope, may_be_new=False)
    if owner is None or owner == ROOT:
        return False
    for item in listing.items:
        is_post = judge(item.name.folded) is Sort.POST or bool(POST_CLASS.search(class_word))
        put(state, NodeKind.POSITION if is_post else NodeKind.UNIT, item, owner, "list before its unit", SURE)
    state.evidence += 1
    return True
