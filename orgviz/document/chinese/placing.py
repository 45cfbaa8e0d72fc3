"""Read where a unit belongs, to whom it reports and who leads it, said from below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.known.subjects import find_subject, strong_start
from orgviz.document.names.held_posts import held_post
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named
from orgviz.document.names.ranks import is_rank_only, is_top_rank
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage, joined
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# A run of Latin letters counts as one sign, and no name begins within a word.
_NAME = r"(?:(?<![a-z])[a-z][a-z0-9&/.' -]*+|[^,。;a-z]){2,20}?"
_PLACED = hinted(
    r"[隶归受]|直属|设在|挂靠",
    rf"(?P<child>{_NAME})"
    r"(?:直接)?(?:直隶于?|隶属于?|归属于?|直属于|直属(?!单位|机构|部门|企业|学校|事业"
    r"|高校|医院|科室|[小中大]学)"
    r"|归口(?:于)?|(?:也|都|均|仍|则|一律)?(?<!不)归(?!属|口|纳|档|集|还|国|于)|设在|挂靠在?"
    r"|受(?![伤益害灾训聘邀众理贿托]))(?P<parent>(?!各|有关|相关)[^,。;]{2,24}?)(?:管理|领导|管辖|统一管理"
    r"|下|内|之下|直接领导|直接管理|管|负责)?(?:$|,)",
)
_REPORTS = hinted(
    r"汇报|报告|负责",
    rf"(?P<child>{_NAME})"
    r"(?:直接|均|都|统一|应)*(?:向|对)(?P<parent>[^,。;]{2,20}?)(?:汇报工作|汇报"
    r"|报告工作|报告|负责)(?:$"
    r"|,|并)",
)
_REPORTS_TO = hinted(
    r"汇报给|报告给",
    rf"(?P<child>{_NAME})"
    r"(?:直接|均|都|统一|应|也|再)*(?:汇报|报告)给(?P<parent>[^,。;]{2,14})(?:$|,)",
)
_LED = hinted(
    r"领导|管理|主管|分管|兼管|管辖",
    r"(?P<child>[^,。;]{2,16}?)(?:均|统一|直接)?(?:由|受|接受|在)(?P<parent>[^,。;]{2,14}?)(?:的)?(?:直接|统一|归口"
    r"|业务)?(?:领导|管理|主管|分管|兼管|管辖)(?:下|之下)?(?:$|,)",
)
_IN_PERSON = pattern(r"分管|兼管|直管|直接(?:领导|管理|主管)")


def _is_in_person(said: str, above: Passage) -> bool:
    return is_top_rank(above.folded) and _IN_PERSON.search(said) is not None


_FORMS = (_PLACED, _REPORTS, _REPORTS_TO, _LED)
_SET_BELOW = pattern(
    r",(?:直接)?(?:直隶于?|隶属于?|直属于?|(?:受|在)(?=[^,]*(?:领导|指挥))"
    r"|对(?=[^,]*负责))(?P<parent>[^,。;]{2,14}?)(?:直接)?(?:领导|指挥|监督|之?下|负责)*(?=$|,)"
)
_PARTS_OF = pattern(r",(?:均|都)?(?:为|是|作为|属于?)(?P<parent>[^,。;、]{2,12}?)(?:的)?(?:下属|所属|下设|直属|内设)")
_MANAGES = pattern(r"(?P<parent>[^,。;、各]{2,12}?)(?:分管|下管|管辖|领导|主管)(?P<child>[^,。;各的]{2,30})")


def read_placing(state: State, text: Passage, scope: int) -> bool:
    """Read where units belong or to whom they report, said from below: 客服组隶属于运营部，车队归后勤处管."""
    commas = [match.start() for match in re.finditer(",", text.folded) if _says_place(text.folded[match.end() :][:48])]
    parts = list(text.split((comma, comma + 1) for comma in commas))
    whose = _of_whom(parts[0])
    if whose is not None:
        parts = [parts[0].cut(0, parts[0].folded.rfind(",")), whose, *parts[1:]]
    read = [_read_placing(state, part, scope, text.folded) for part in parts]
    return any(read)


_BEHIND_COMMA = pattern(
    r"(?P<who>[^,。;、:由向对是为的]{2,12}?)(?:由|主要|全面|具体|直接|负责|分管|主管|主持|统筹|协助|管理|领导|是|为|,).*,(?P<up>(?:并且?|且|同时)?(?:直接|均|都|统一|应)*(?:向|对)[^,。;、]{2,12}?(?:汇报|负责|报告)(?:工作)?)"
)


def _of_whom(text: Passage) -> Passage | None:
    """Return whose superior a sentence tells at its end: 总经理由股东任命,向董事会负责 is 总经理向董事会负责."""
    match = _BEHIND_COMMA.fullmatch(text.folded)
    if match is None or judge(match["who"]) is not Sort.POST or "虚线" in match["up"]:
        return None
    return joined((text.cut(*match.span("who")), text.cut(match.start("up"))), "")


def _says_place(clause: str) -> bool:
    """Whether a clause begins with a name of its own and then says where that belongs."""
    if not any(form.match(clause) for form in _FORMS):
        return False
    return strong_start(clause) is not None


_FRONT = pattern(r"(?:另外|此外|其中|同时|除此之外),?")
_UP = pattern(
    r"(?:直接|日常|行政上?)*(?:(?:向|对)(?P<to>[^,。;、]{2,14}?)(?:汇报工作|汇报|负责|报告工作)"
    r"|(?:直属于?(?!机关|单位|机构|部门|企业|学校|事业|高校|医院|科室|[小中大]学)|隶属于?)(?P<of>[^,。;、]{2,14}?)(?:领导|管理)?)(?=$|,)"
)


def _read_up(state: State, text: Passage, scope: int) -> bool:
    """Read to whom the unit or post reports that the text stands below: 项目经理:陈工,向PMO汇报."""
    match = _UP.match(text.folded) if scope != ROOT else None
    if match is None or "虚线" in match[0]:
        return False
    above = held_post(text.cut(*match.span("to" if match["to"] else "of"))).name
    parent = find_subject(state, above, ROOT, may_be_new=False)
    if parent is None and (judge(above.folded) in STRONG or above.text.isupper()):
        is_post = judge(above.folded) is Sort.POST
        kind = NodeKind.POSITION if is_post else NodeKind.UNIT
        parent = put(state, kind, Named(name=above), ROOT, "named as the one above", LISTED)
    if parent in (None, ROOT, scope) or not state.register.move(scope, parent or ROOT):
        return False
    state.register.entities[scope].weight = SURE + 1
    state.evidence += 1
    state.tell(text, f"'{state.name_of(scope)}' moves below '{state.name_of(parent or ROOT)}'", "said to belong there")
    return True


def _read_placing(state: State, text: Passage, scope: int, whole: str) -> bool:
    front = _FRONT.match(text.folded)
    text = text.cut(front.end()) if front else text
    if _read_up(state, text, scope):
        return True
    for form in _FORMS:
        match = form.search(text.folded)
        if match is None or "虚线" in match[0]:
            continue
        above = held_post(text.cut(*match.span("parent"))).name
        parent = find_subject(state, above, scope, may_be_new=False)
        if parent is None and judge(above.folded) not in STRONG:
            continue
        below = text.cut(*match.span("child"))
        if "、" in below.folded or _BOTH.fullmatch(below.folded):
            if _place_all(state, below, parent, above):
                return True
            continue
        is_house = "设在" in match[0] or "挂靠" in match[0]
        if is_house and _read_office(state, below, scope):
            return True
        if is_house and (whole.count(below.folded) > 1 or _is_known(state, below, scope)):
            continue  # where an office has its rooms: it stays below whom it was set up by
        child = _post_of(state, below)
        child = find_subject(state, below, scope) if child is None else child
        if parent is None and child is not None and child != ROOT:
            parent = _put_above(state, above, child, is_head=form is _LED)
        if child is None or child in (ROOT, parent) or parent is None:
            continue
        oversees = _is_in_person(match[0], above) and not _leads_by_name(state, parent, child)
        if form is _LED and not oversees and _is_head_of(state, parent, child):
            continue
        entity = state.register.entities[child]
        is_free = entity.parent == ROOT or entity.weight < SURE
        if is_free and parent != ROOT and state.register.move(child, parent):
            entity.weight, entity.reason = SURE, "said to belong there"
            state.tell(text, f"'{entity.name.text}' moves below '{state.name_of(parent)}'", "said to belong there")
        state.evidence += 1
        return True
    return _read_managed(state, text, scope)


def _post_of(state: State, text: Passage) -> int | None:
    """Return the post in a known unit that stands with 的 behind the unit's name: 甲部的专员."""
    at = text.folded.rfind("的")
    unit = state.register.find(text.folded[:at], NodeKind.UNIT) if at > 1 else None
    post = text.cut(at + 1)
    if unit is None or judge(post.folded) is not Sort.POST:
        return None
    return put(state, NodeKind.POSITION, Named(name=post), unit, "post of a unit", LISTED)


def _put_above(state: State, above: Passage, child: int, *, is_head: bool) -> int:
    """Put the one above another; the post of a mere rank, or called after the unit that it leads, stands in it."""
    entities, named = state.register.entities, Named(name=above)
    if judge(above.folded) is Sort.UNIT:
        return put(state, NodeKind.UNIT, named, ROOT, "named as the one above", LISTED)
    is_rank = is_rank_only(above.folded)
    is_its_own = is_rank or above.folded.startswith(entities[child].name.folded)
    if is_head and is_its_own and not is_top_rank(above.folded):
        head = put(state, NodeKind.POSITION, named, child, "leads the unit it is called by", SURE)
        entities[head].head = True
        return head
    beside = entities[child].parent
    home = beside if is_rank and entities[beside].kind is NodeKind.UNIT else ROOT
    return put(state, NodeKind.POSITION, named, home, "named as the one above", LISTED)


def _is_known(state: State, name: Passage, scope: int) -> bool:
    return find_subject(state, name, scope, may_be_new=False) is not None


_OFFICE_OF = pattern(r"(?P<of>.*(?:领导小组|工作小组|委员会|指挥部|联席会议))办公室")


def _read_office(state: State, below: Passage, scope: int) -> bool:
    """Put the office of a group below that group, wherever it has its rooms: 领导小组办公室设在水利局."""
    match = _OFFICE_OF.fullmatch(below.folded)
    group = find_subject(state, below.cut(*match.span("of")), scope) if match else None
    if group is None:
        return False
    put(state, NodeKind.UNIT, Named(name=below), group, "office of a group", SURE)
    state.evidence += 1
    return True


def read_set_below(state: State, text: Passage, scope: int, listed: Sequence[int] = ()) -> bool:
    """Read to whom those just set up belong: 设检查室，直隶于董事会; 设两个委员会，为理事会下属的机构."""
    if _read_parts_of(state, text, scope, listed):
        return True
    match = _SET_BELOW.search(text.folded)
    alone = _unit_alone(state)
    if match is None or alone is None:
        return False
    parent = find_subject(state, text.cut(*match.span("parent")), scope, may_be_new=False)
    entity = state.register.entities[alone]
    if parent is None or parent in (ROOT, entity.parent, alone) or _leads_by_name(state, parent, alone):
        return False
    if not state.register.move(alone, parent):
        return False
    entity.weight, entity.reason = SURE, "said to belong there"
    return True


def _read_parts_of(state: State, text: Passage, scope: int, listed: Sequence[int]) -> bool:
    match = _PARTS_OF.search(text.folded) if listed else None
    parent = find_subject(state, text.cut(*match.span("parent")), scope, may_be_new=False) if match else None
    if parent is None or parent == ROOT:
        return False
    moved = [one for one in listed if one != parent and state.register.move(one, parent)]
    return bool(moved)


def _leads_by_name(state: State, post: int, unit: int) -> bool:
    """Whether a post is called as the unit that it leads: the 秘书长 of the 秘书处."""
    one, other = (state.register.entities[place].name.folded for place in (post, unit))
    return state.register.entities[post].kind is NodeKind.POSITION and len(one) > 2 and one[:-1] == other[:-1]


def _unit_alone(state: State) -> int | None:
    """Return the unit just set up, also where a post in it was the last that was named."""
    place = state.alone
    if place is not None and state.register.entities[place].kind is not NodeKind.UNIT:
        place = state.register.entities[place].parent
    return None if place == ROOT else place


_BOTH = pattern(
    r"[a-z][a-z &-]{1,30}(?:和|与|及)\s?[a-z][a-z &-]{1,30}"
    r"|[^和与及]{1,8}[部科处室组心](?:和|与|及)[^和与及]{1,8}[部科处室组心]"
)


def _place_all(state: State, below: Passage, parent: int | None, above: Passage) -> bool:
    """Put several units below one: 图书室、实验室归教务处管."""
    items = read_listing(below).items
    if parent == ROOT or any(judge(item.name.folded) is not Sort.UNIT for item in items):
        return False
    if parent is None and judge(above.folded) not in STRONG:
        return False
    kind = NodeKind.UNIT if judge(above.folded) is Sort.UNIT else NodeKind.POSITION
    home = put(state, kind, Named(name=above), ROOT, "named as the one above", LISTED) if parent is None else parent
    for item in items:
        put(state, NodeKind.UNIT, item, home, "said to belong there", SURE)
    state.evidence += 1
    return True


def _read_managed(state: State, text: Passage, scope: int) -> bool:
    """Read a unit that has another below it: 学生处分管年级组."""
    match = _MANAGES.fullmatch(text.folded)
    if match is None or judge(match["parent"]) is not Sort.UNIT:
        return False
    parent = find_subject(state, text.cut(*match.span("parent")), scope, may_be_new=False)
    if parent is None or parent == ROOT or state.register.entities[parent].kind is not NodeKind.UNIT:
        return False
    items = read_listing(text.cut(*match.span("child"))).items
    if not items or any(judge(item.name.folded) is not Sort.UNIT for item in items):
        return False
    for item in items:
        put(state, NodeKind.UNIT, item, parent, "said to be managed", LISTED)
    return True


def _is_head_of(state: State, post: int, unit: int) -> bool:
    """Take the post that leads a unit for its head, where it stands nowhere else yet."""
    register = state.register
    is_post = register.entities[post].kind is NodeKind.POSITION and register.entities[unit].kind is NodeKind.UNIT
    if not is_post or register.is_below(unit, post):
        return False
    if register.entities[post].parent == ROOT and not register.children.get(post) and register.move(post, unit):
        register.entities[post].head = True
    return register.entities[post].parent == unit
