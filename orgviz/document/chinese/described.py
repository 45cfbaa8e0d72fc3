"""Read units and posts that a sentence describes: 店长是门店的最高负责人,…; 收银员、理货员等,他们都是一线员工."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, give_duty, put
from orgviz.document.known.subjects import find_subject, strong_start
from orgviz.document.names.judging import STRONG, Sort, is_known_field, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_LINK = r"(?:就|则|也|便|既|不仅)?(?:是|作为|系|(?:扮演|充当|担当)着?)"
# What only a post or a unit is called: the one who leads, an assistant, a department that does something.
_CALLED = pattern(
    rf"(?:[^,。;:、]{{2,14}},)?(?P<who>[^,。;:、]{{2,14}}?){_LINK}(?P<what>[^,。;:]{{0,20}}?(?:管理者|负责人|领导者|领导人|领导|掌舵人|带头人|责任人|决策者"
    r"|(?P<weak>(?:核心|灵魂)(?:人物|成员|所在)?|(?:管理者|负责人|决策者|领导者|部门|岗位)之一|角色)|助手|助理|副手|参谋|大管家|管家|统帅|(?:核心|职能|综合|管理|服务|业务|后勤|关键|支持|重要)(?:部门|机构|科室|岗位|职位)))(?=$|[,;])"
)
_WORK = pattern(r",(?:主要|全面|具体|直接|统一|并)*(?:负责|协助|承担|主持|统筹|分管|管理|掌管|统管|领导|致力|专注)")
_SEVERAL = pattern(
    r"(?:而|其中|另外|此外|例如|比如|同时|还有|,|本会|本社|本校|本院|本公司)*(?P<list>[^,。;:的]{2,14}(?:、+[^,。;:、的]{2,14}){1,12})等"
    r"(?P<class>(?:[一二三四五六七八九十\d]{1,2}(?:个|名))?(?:执事|工作|一线|基层|职能|业务)*(?:人员|职员|员工|岗位|职务|职位|干部|部门|科室|机构))?"
    r",?(?:他们|她们|它们|这些[^,。;]{2,6})?(?:都|均|也|则|主要|共同|各自|分别|直接|统一)*"
    r"(?:承[^,。;]{1,10}之命|秉承|负责|承担|发挥|组成|构成|各司其职|是|属于|为|直接|由|受|听)"
)
_FEWEST = 3
_SURE = 0.6  # of those named, which say themselves what they are


def read_described(state: State, text: Passage, scope: int) -> bool:
    """Read one sentence; tell whether it describes a unit or post, or several that it lists."""
    return _read_called(state, text, scope) or _read_next(state, text, scope) or _read_several(state, text, scope)


# One after the other: 接下来是仓储主管,他的主要职责是….
_NEXT = pattern(
    r"(?:首先|其次|再次|然后|接着|接下来|最后|此外|另外|再来看?|还有)+,?(?:还|就|则)?[是有]"
    r"(?P<who>[^,。;:、或]{2,12}),(?P<work>(?:他|她|它|其|这个(?:部门|岗位))(?:们)?的?(?:主要|核心)?(?:(?:职责|任务|工作|职能)(?:就?是|包括|为)|负责|承担))"
)


def _read_next(state: State, text: Passage, scope: int) -> bool:
    """Read the next of several that an essay goes through, with its work."""
    match = _NEXT.match(text.folded)
    sort = judge(match["who"]) if match is not None else None
    if match is None or sort not in STRONG:
        return False
    kind = NodeKind.UNIT if sort is Sort.UNIT else NodeKind.POSITION
    place = put(state, kind, Named(name=text.cut(*match.span("who"))), scope, "described in a sentence", LISTED)
    give_duty(state, place, text.cut(match.start("work")))
    state.subject = place
    state.evidence += 0.5
    return True


def _read_called(state: State, text: Passage, scope: int) -> bool:
    match = _CALLED.match(text.folded)
    work = _WORK.match(text.folded, match.end()) if match is not None else None
    if match is None or (match["weak"] and work is None):
        return False
    who = text.cut(*match.span("who"))
    place = find_subject(state, who, scope, may_be_new=strong_start(who.folded) == len(who), at_start=True)
    if place in (None, ROOT, scope):
        return False
    state.register.entities[place].weight = max(state.register.entities[place].weight, LISTED)
    if work is not None:
        give_duty(state, place, text.cut(match.end() + 1))
        state.tell(text, f"duty of '{state.name_of(place)}'", "sentence on a duty")
    state.subject = place
    state.evidence += 0.5
    return True


def _read_several(state: State, text: Passage, scope: int) -> bool:
    match = _SEVERAL.match(text.folded)
    if match is None:
        return False
    items = read_listing(text.cut(*match.span("list"))).items
    sorts = [judge(item.name.folded) for item in items]
    posts, units = sorts.count(Sort.POST), sorts.count(Sort.UNIT)
    if len(items) < _FEWEST or min(posts, units) > 0 or max(posts, units) < _SURE * len(items):
        return False
    is_told = match["class"] is not None
    if any(not _may_be(sort, item, is_told=is_told) for sort, item in zip(sorts, items, strict=True)):
        return False
    kind = NodeKind.POSITION if posts else NodeKind.UNIT
    for item in items:
        put(state, kind, item, scope, "described in a sentence", LISTED)
    state.evidence += 0.2 * len(items)
    return True


def _may_be(sort: Sort, item: Named, *, is_told: bool) -> bool:
    """Whether a name can be that of one of several, most of which say what they are.

    Args:
        is_told: whether the sentence says of which class they are.
    """
    is_crew = item.name.folded.endswith(("员工", "人员"))
    return sort in STRONG or (sort is Sort.FIELD and (is_told or is_crew or is_known_field(item.name.folded)))
