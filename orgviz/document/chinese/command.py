"""Read clauses that say plainly who is over whom: 采购归老板管, 总经理王敏管销售部, 主管上面是总监, 店长带3个店员."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.held_posts import held_post
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_person
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_HOW = r"(?:通常|一般|往往|主要|目前|现在|暂时|平时|则|也|都|均|全部|一律|统一|直接|仍然?|各自|分别|共同|日常)*"
_RULES = r"(?:直接|统一|全面|来|亲自)*(?:管理|管辖|分管|兼管|直管|主管|领导|(?<!总)指挥|负责管理|带领?|管)"
_UP = hinted(
    r"由|归|受|听|向|对|跟|给|上面|上级|上司",
    rf"(?P<below>[^;:]{{2,60}}?)(?:,|,?{_HOW})(?:(?:由|受|(?:划|改)?归)(?P<by>[他她]|[^,。;:、由归受]{{2,14}}?)(?:的)?{_RULES}|(?:划|移交?|改)?归(?P<of>[他她]|[^,。;:、]{{2,14}})"
    r"|听(?P<heard>[他她]|[^,。;:、]{2,12}?)(?:的|指挥|安排)|(?:向|对|跟)(?P<to>[他她]|[^,。;:、向对跟]{2,14}?)(?:直接)?(?:汇报工作|汇报|报告工作|报告|负责)"
    r"|汇报给(?P<given>[^,。;:、]{2,14})|(?:的|往)?(?:直接)?(?:上面|上级|上司|顶头上司)(?:领导)?(?:就?是|为)(?P<up>[^,。;:、]{2,14}))$",
)
_DOWN = hinted(
    r"管|带|领|辖|下|手",
    rf"(?P<above>[^,。;:、]{{2,14}}?),?{_HOW}(?:管理着?|管辖|管着?|分管|直管|带着|带领|带(?=[一两二三四五六七八九十\d])|领导|下辖"
    r"|(?:的|往)?(?:手底下|底下|手下|下面|下边)(?:就|还|一共|共|直接)*(?:(?P<is>是)|有|带着?|管着?|设有?))(?P<below>[^,。;:]{2,80})$",
)
_UNSAID = pattern(
    r"不|没|非|未|如|若|可以|虚线|应当?|能(?!源)|谁|哪|什么|[该其各他她它每本此]|这|相关|所有|全体|[上所]述|以上|一块$"
    r"|^(?:分管|主管)(?!部)"
)
_LINKED = pattern(r"(?:其中|另外?|此外|另有|还有|同时|而|但|,)+")
_FRONT = pattern(r"^[^:,。]{0,16}(?:如下|分工|介绍|安排|说明|结构|关系):")
_CROWD = frozenset(("员工", "职工", "人员", "老师", "教师", "成员", "同事", "领导", "同学", "学生", "负责人", "代表"))


@dataclass(frozen=True, slots=True)
class _Command:
    """Who is over whom in a clause.

    Args:
        is_led: whether it says so as one says who leads a unit: 由…领导.
        is_below_it: whether it says so as one says where a post stands: 董事会下面是…, which a unit can be over, too.
    """

    above: Passage
    below: Passage
    is_led: bool
    is_below_it: bool


def read_command(state: State, text: Passage, scope: int) -> bool:
    """Read the clauses of a sentence that each say who is over whom; tell whether there was one."""
    if not is_wide(text.folded):
        return False
    read = [_read(state, command, scope) for command in _commands(text)]
    return any(read)


def _commands(text: Passage) -> Iterator[_Command]:
    """Yield what each clause of a sentence says of it, the clause with a list before it where it has no name."""
    front = _FRONT.match(text.folded)
    text = text.cut(front.end()) if front else text
    ends = [*(match.start() for match in _ENDS.finditer(text.folded)), len(text)]
    begin = told = 0  # of this clause, and of what was said since the last command
    for end in ends:
        part = text.cut(begin, end)
        linked = _LINKED.match(part.folded)
        clause = part.cut(linked.end()) if linked else part
        if _OF_THOSE_BEFORE.match(clause.folded) and told < begin:
            clause = text.cut(told, end)
        begin = end + 1
        for form in (_UP, _DOWN):
            match = form.match(clause.folded)
            if match is None:
                continue
            by = next(name for name, said in match.groupdict().items() if said is not None and name not in _NOT_ABOVE)
            above, below = clause.cut(*match.span(by)), clause.cut(*match.span("below"))
            # 监事会下面是主席 says where a post stands, 客服部下面是投诉组 does not.
            is_over = form is _DOWN and (match["is"] is not None or _BOARD.search(above.folded) is not None)
            is_below_it = is_over and judge(below.folded) is Sort.POST
            yield _Command(above, below, by == "by", is_below_it)
            told = begin
            break


_BOARD = pattern(r"(?:董事|理事|委员|执委)会$")  # 董事会领导总经理
_NOT_ABOVE = ("below", "is")
_ENDS = pattern(r"[,;]|:(?=一[个位名]|其中|有的|分别)")  # 三个副总:一个管生产 says the rest of each
_OF_THOSE_BEFORE = pattern(rf"(?:全?都|均|全部|一律){_HOW}(?:归|由|受|听|向|对)")  # 收银员2个、理货员3个,都归店长管


def _read(state: State, command: _Command, scope: int) -> bool:
    """Hang those below one that is over them, where all have names that say what they are."""
    is_last = command.above.folded in _LAST
    if (_UNSAID.search(command.above.folded) and not is_last) or _UNSAID.search(command.below.folded):
        return False
    post = held_post(command.above)
    known, sort = _known(state, post.name), judge(post.name.folded)
    is_post = sort is Sort.POST and post.name.folded not in _CROWD
    if known is None and not is_post and not (command.is_below_it and sort is Sort.UNIT):
        return False
    if known is not None and command.is_led and state.register.entities[known].kind is NodeKind.UNIT:
        return False
    listed = read_listing(command.below)
    items = [one for item in listed.items for one in _several(state, item)]
    below = [_who(item) for item in items]
    if not below or (listed.count is not None and listed.count != len(below)):
        return False
    if any(one is None and _known(state, item.name) is None for one, item in zip(below, items, strict=True)):
        return False
    over = known
    if over is None:
        kind = NodeKind.POSITION if is_post else NodeKind.UNIT
        over = put(state, kind, post, scope, "said to be over others", LISTED)
    if over == ROOT:
        return False
    state.register.note(over, post)
    hung = [_hang(state, over, one, item) for one, item in zip(below, items, strict=True)]
    state.evidence += 1 if any(hung) else 0
    state.subject = over if any(hung) else state.subject
    return True


_LAST = ("他", "她")
_AND = pattern("和|与|及")
_CALLED_UNIT = pattern(r"(?![各本该其全内外])[\u4e00-\u9fff]{2,3}部")
_ONE = pattern("[1一][个名位]")


def _several(state: State, item: Named) -> list[Named]:
    """Return the names in one that is two of a sort, and the posts that a number means: 国内部和海外部; 两位总监."""
    one = _ONE.match(item.name.folded)
    item = replace(item, name=item.name.cut(one.end()), seats=1) if one else item
    parts = list(item.name.split(match.span() for match in _AND.finditer(item.name.folded)))
    sorts = {judge(part.folded) for part in parts}
    if item.seats is None and len(parts) > 1 and len({*sorts, *(part.folded[-1:] for part in parts)}) == 2:
        are_names = bool(sorts & {*STRONG}) or all(_CALLED_UNIT.fullmatch(part.folded) for part in parts)
        return [Named(name=part) for part in parts] if are_names else [item]
    if item.seats is None or item.seats == 1:
        return [item]
    register = state.register
    meant = [entity for entity in register.entities[1:] if entity.kind is NodeKind.POSITION and not entity.dropped]
    meant = [entity for entity in meant if entity.name.folded.endswith(item.name.folded)]
    return [Named(name=entity.name) for entity in meant] if len(meant) == item.seats else [item]


def _known(state: State, name: Passage) -> int | None:
    """Return the one that a name means which is known: as it is called, or by who holds the post."""
    found = state.subject if name.folded in _LAST else state.register.find(name.folded)
    if found is not None and found != ROOT:
        return found
    if not is_person(name.text, name.folded):
        return None
    held = state.register.held_by(name.text)
    return held[0] if len(held) == 1 else None


def _who(item: Named) -> tuple[NodeKind, Named] | None:
    """Return a name below another with what it is, its holder set apart; nothing for what has no such name."""
    held = held_post(item.name)
    post, holders = held.name, held.holders or item.holders
    sort = Sort.UNIT if _CALLED_UNIT.fullmatch(post.folded) else judge(post.folded)
    if post.folded in _CROWD or (sort is Sort.UNIT and item.seats is not None):
        return None
    is_work = sort is Sort.FIELD and is_known_field(post.folded) and _AND.search(post.folded) is None
    if is_work and not held.holders and item.seats is None:
        return NodeKind.UNIT, item  # 财务由老板娘管
    if sort in STRONG or item.seats is not None:
        return NodeKind.UNIT if sort is Sort.UNIT else NodeKind.POSITION, replace(item, name=post, holders=holders)
    return None


def _hang(state: State, over: int, one: tuple[NodeKind, Named] | None, item: Named) -> bool:
    """Hang one below another unless it has a place; tell whether anything new was said."""
    register = state.register
    place = _known(state, item.name if one is None else one[1].name)
    if place is None and one is not None:
        place = put(state, one[0], one[1], over, "said to be below", SURE)
        return place != ROOT
    if place is None or place in (ROOT, over):
        return False
    if one is not None:
        register.note(place, one[1])
    entity = register.entities[place]
    is_told = register.is_below(place, over) or register.is_below(over, place) or entity.parent != ROOT
    if is_told or not register.move(place, over):
        return False
    entity.weight, entity.reason = SURE, "said to be below"
    state.tell(item.name, f"'{entity.name.text}' moves below '{state.name_of(over)}'", entity.reason)
    return True
