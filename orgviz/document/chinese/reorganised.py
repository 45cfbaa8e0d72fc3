"""Read what units become when an organisation is changed: 将甲科、乙科合并为丙科; 丁科更名为戊科."""

from __future__ import annotations

from orgviz.document.chinese.hanging import hang
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.lists import Listing, read_listing
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_BECOMES = hinted(
    r"合并|整合|重组|归并|改组|改建|调整|更名|改名|精简|压缩",
    r"(?:^|[,;])(?P<before>[^,。;]{0,60}?)"
    r"(?:(?:合并|整合|重组|归并|改组|改建|调整|更名|改名|精简|压缩)(?:组建|成立|设立|设置)?(?:为|成)"
    r"|(?:合并|整合|重组|归并)(?:[,后]{0,2})(?:组建|成立|设立)(?:了|为)?)(?P<after>[^,。;]{2,80})",
)
_WHOLE = pattern(r"(?:学校|院校|大学|学院|公司|集团|企业|医院|单位|协会|学会)$")
_TAKING = pattern(r"将|把|由")


def read_reorganised(state: State, text: Passage, scope: int) -> bool:
    """Read each clause that says what units become; the old ones are no parts any more."""
    read = _read_kept(state, text, scope)
    for match in _BECOMES.finditer(text.folded):
        listing = read_listing(text.cut(*match.span("after")))
        if not listing.items or any(judge(item.name.folded) is not Sort.UNIT for item in listing.items):
            continue
        taking = _TAKING.search(match["before"])
        if taking is None and _WHOLE.search(match["after"]):
            continue  # 学校更名为大学
        parent = _owner(state, text.cut(*match.span("before")), scope)
        children = hang(state, listing, parent, "what units become", NodeKind.UNIT)
        state.subject = children[0] if len(children) == 1 else parent
        state.listed_below = parent
        state.evidence += 0.5 * len(children)
        read = read or bool(children)
    return read


_KEPT = hinted(
    "不变|保留", r"(?P<list>[^。;:]{3,160}?)(?:等[^、,]{0,6})?(?:均|都|仍|继续|予以|维持|保持|,)+(?:原状|不变|保留)$"
)


def _read_kept(state: State, text: Passage, scope: int) -> bool:
    """Read which units stay as they were: 财务部、审计部维持不变."""
    match = _KEPT.match(text.folded)
    items = read_listing(text.cut(*match.span("list"))).items if match else ()
    if not items or any(judge(item.name.folded) is not Sort.UNIT for item in items):
        return False
    state.evidence += 0.5 * len(items)
    return bool(hang(state, Listing(items=items), scope, "units that stay", NodeKind.UNIT))


def _owner(state: State, before: Passage, scope: int) -> int:
    """Return whose units change: who is named before them, or whose part the old one was, or is about to be told."""
    taking = _TAKING.search(before.folded)
    who = before.cut(0, taking.start()) if taking else before.cut(0, 0)
    owner = find_subject(state, who, scope, may_be_new=False) if who.text else None
    if owner is not None:
        return owner
    old = before.cut(taking.end() if taking else 0)
    known = state.register.find(old.folded.removeprefix("原").removeprefix("有"), NodeKind.UNIT)
    return scope if known in (None, ROOT) else state.register.entities[known or ROOT].parent
