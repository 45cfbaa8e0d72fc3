"""Read the relations that a Chinese sentence tells: 配合市场部, 与财务部对接, 向总经理汇报."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from orgviz.document.known.register import ROOT
from orgviz.document.relations.clause import OPENING, Clause, clauses
from orgviz.document.relations.told import DutyOwner, Relation, Told
from orgviz.model import EdgeKind
from orgviz.patterns import pattern

HINT = pattern(
    r"协助|辅助|辅佐|襄助|襄理|配合|支持|支撑|服务|保障|联络|联系|协商|协同|协作|协调|对接|联动|沟通|合作|"
    r"会同|会商|商定|联合|参与|结合|汇报|报告|虚线|指导|"
    r"对[^,。;]{2,20}负责|的(?:左右)?手|助手|后盾|相互|互相|抽调|兼任"
)
_WITH = r"联络|联系|协商|商议|商定|会商|协同|协作|协调|对接|联动|沟通|配合|合作|衔接|联合"
_PRE = (
    r"(?:做好|进行|保持|共同|密切|紧密|积极|及时|充分|直接|主动|加强|开展|定期|负责|随时|建立|形成|协同|"
    r"日常|业务|的|相互|互相|一起|双向|深度|高效|横向|和|、)*"
)
_SUPPORT = pattern(
    r"(?:协助|辅助|辅佐|襄助|襄理|配合|支持|支撑|服务于)(?:和(?:协助|辅助|配合|支持|服务)|与(?:协助|配合|"
    r"支持|服务)|、(?:协助|辅助|配合|支持))?(?:好|了|着|并)?"
)
_WITH_OBJECT = pattern(r"(?:负责)?(?:与|跟|和|同|及)")
_BEHIND_OBJECT = pattern(rf"{_PRE}(?:{_WITH})(?!程度|度|情况|机制|能力|效率|性|问题|成本|困难|较|不)")
_JOINING = pattern(r"会同|联合(?=[\u4e00-\u9fff])|联手|携手|协同(?!工作|办公|作)")
_BETWEEN = pattern(r"(?:统筹)?协调(?:好)?")
_GIVES = pattern(r"(?:为|给|向|对)")
_GIVEN = pattern(r"(?:的[^,。;]{1,8})?提供[^,。;]{0,16}?(?:支持|服务|保障|支撑|协助|帮助|辅助)")
_REPORTED = pattern(
    r"(?:直接|定期|每[\u4e00-\u9fff]{1,3}|统一|均|各自|进行|做|报告|书面|工作)*(?:(?:汇报|报告工作)(?=$|"
    r"[,;、)]|工作|并|和|[一两每\d])|负责(?![\u4e00-\u9fff]))"
)
_UNDER = pattern(r"(?:业务上)?(?:接受|受|听从|听|由|在)")
_GUIDED = pattern(r"(?:的|和|及)?(?:直接|具体|业务|技术|专业|统一|归口|日常|监督|管理|检查|工作|共同|和|与|、|的)*指导")
_DOTTED = pattern(r"(?:虚线(?:汇报|上级|管理|向|归口)?(?:给|至|到|于|为|是|向|:)*|(?:业务|职能)线?上?(?:同时)?向)")
_HELPED = pattern(r"(?:给予|的|进行|负责|提供)*(?:协助|配合|辅助|支持)")
_HAND = pattern(r"是")
_HAND_OF = pattern(
    r"的(?:左右手|得力助手|助手|帮手|手臂|手(?![\u4e00-\u9fff])|坚强后盾|后盾|坚实后盾|参谋助手|支撑|后勤)"
)
_DEPENDS = pattern(
    r"(?:策略|工作|方案|计划|活动|业务)?(?:必须|须|需要?|应当?|应该|要)(?:紧密|密切|充分|与|以|依据|根据|"
    r"依托)*(?:结合)?"
)
_DEPENDED = pattern(r"(?:的)?(?:结果|数据|意见|要求|情况|分析)?(?:相)?(?:结合|为(?:主|准|依据|基础|前提))")
_TAKES_PART = pattern(r"(?:参与|协助)(?:进行|开展|完成|做好|到)?")
_TOGETHER = pattern(
    r"(?:之间|两者|双方|两块|两部分|两个部门|两个团队|两组|二者|部门|职能|需要?|应当?|要|须|必须|则|"
    r"在[^,]{1,10})*(?:相互|互相|共同|紧密|密切)(?:[\u4e00-\u9fff]{2}[和与、])?(?:" + _WITH + r"|支持)"
)
_WORK = pattern(r"(?P<what>[\u4e00-\u9fff]{2,8})的(?P<how>[\u4e00-\u9fff]{2})")
_PAIR = pattern(r"(?:两块|两者|二者|双方|两个部门|两个组|两个团队|这两)")
_DRAWN = pattern(r"(?:从|由|向)")
_DRAWN_FROM = pattern(r"(?:等部门|等)?(?:中|各)?(?:抽调|选派|抽人|派人|派出|抽)")
_HEDGE = pattern(
    r"可以|可(?!靠|能性|视|行|信|控|持)|例如|比如|譬如|建议|能够|如果|若(?!干)|应该|最好|不妨|鼓励|尝试|"
    r"适当|假如|有时|视情况|必要时"
)
_QUESTION = pattern(r"如何|怎么|怎样|是否|为什么|吗$")
_SIBLINGS = 8


def relations(told: Told, duty_owner: DutyOwner) -> tuple[list[Relation], tuple[int, ...]]:
    """Return what a sentence tells, and of whom it spoke at its end."""
    if not HINT.search(told.folded):
        return [], _spoken(told)
    mentions = told.names.mentions(told.text, told.scope)
    found: list[Relation] = []
    running = told.before
    for begin, end in clauses(told.folded):
        clause = Clause(told, begin, end, [one for one in mentions if begin <= one.start < end], mentions, running)
        if not _QUESTION.search(told.folded, begin, end):
            found.extend(_read_clause(clause, duty_owner))
        spoken = clause.speaks_of()
        running = running if spoken is None else spoken
    return found, running


def _spoken(told: Told) -> tuple[int, ...]:
    """Return of whom a sentence speaks that tells no relation."""
    begin, end = next(clauses(told.folded), (0, 0))
    named = told.names.mentions(told.text.cut(0, end), told.scope)
    clause = Clause(told, begin, end, named, named, told.before)
    spoken = clause.speaks_of() if begin < end else None
    return told.before if spoken is None else spoken


def _read_clause(clause: Clause, duty_owner: DutyOwner) -> Iterator[Relation]:
    stated = not _HEDGE.search(clause.told.folded, 0, clause.end)
    for reader in _READERS if clause.mentions else (_together,):
        for sources, targets, kind, at in reader(clause):
            for source in sources:
                for target in targets:
                    yield Relation(source, target, kind, at, stated)
    yield from _taking_part(clause, duty_owner, stated)


_Claims = Iterator[tuple[tuple[int, ...], tuple[int, ...], EdgeKind, int]]


def _verbs(clause: Clause, form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for match in form.finditer(clause.told.folded, clause.begin, clause.end):
        if match.end() > match.start() and not clause.is_name(match.start()):
            yield match


def _supports(clause: Clause) -> _Claims:
    for verb in _verbs(clause, _SUPPORT):
        targets, _ = clause.objects(verb.end())
        if not targets:
            continue
        if clause.are_others(verb.start()):
            yield _siblings(clause, targets[0]), targets[:1], EdgeKind.SUPPORTS, verb.start()
        else:
            yield clause.before(verb.start()) or (), targets, EdgeKind.SUPPORTS, verb.start()


def _siblings(clause: Clause, place: int) -> tuple[int, ...]:
    entities, register = clause.told.names.register.entities, clause.told.names.register
    parent = entities[place].parent
    if place == ROOT:
        return ()
    beside = [
        other
        for other in register.children.get(parent, ())
        if other != place and not entities[other].dropped and entities[other].kind is entities[place].kind
    ]
    return tuple(beside) if len(beside) <= _SIBLINGS else ()


def _works_with(clause: Clause) -> _Claims:
    folded = clause.told.folded
    for verb in _verbs(clause, _WITH_OBJECT):
        targets, end = clause.objects(verb.end())
        behind = _BEHIND_OBJECT.match(folded, end, clause.end) if targets else None
        is_thing = behind and "的" in behind[0] and any(one.end == verb.start() for one in clause.mentions)
        if behind and not is_thing:
            yield clause.before(verb.start()) or (), targets, EdgeKind.COLLABORATES, verb.start()
    for form in (_JOINING, _BETWEEN):
        for verb in _verbs(clause, form):
            targets, _ = clause.objects(verb.end())
            if targets and (form is _JOINING or len(targets) > 1):
                yield clause.before(verb.start()) or (), targets, EdgeKind.COLLABORATES, verb.start()


def _gives(clause: Clause) -> _Claims:
    for verb in _verbs(clause, _GIVES):
        targets, end = clause.objects(verb.end())
        if targets and _GIVEN.match(clause.told.folded, end, clause.end):
            yield clause.before(verb.start()) or (), targets, EdgeKind.SUPPORTS, verb.start()


def _reports(clause: Clause) -> _Claims:
    folded = clause.told.folded
    for verb in _verbs(clause, _DOTTED):
        targets, end = clause.objects(verb.end())
        if targets and (folded[verb.start()] == "虚" or _REPORTED.match(folded, end, clause.end)):
            yield clause.before(verb.start()) or (), targets, EdgeKind.DOTTED, verb.start()
            return
    for verb in _verbs(clause, _GIVES):
        targets, end = clause.objects(verb.end())
        reported = _REPORTED.match(folded, end, clause.end) if targets else None
        if reported and (folded[verb.start()] in "向对"):
            kind = EdgeKind.DOTTED if "虚线" in folded[end : reported.end() + 4] else EdgeKind.REPORTS
            yield clause.before(verb.start()) or (), targets[:1], kind, verb.start()


def _guided(clause: Clause) -> _Claims:
    folded = clause.told.folded
    for verb in _verbs(clause, _UNDER):
        targets, end = clause.objects(verb.end())
        if not targets:
            continue
        if _GUIDED.match(folded, end, clause.end):
            yield clause.before(verb.start()) or (), targets, EdgeKind.DOTTED, verb.start()
        elif folded[verb.start()] == "由" and _HELPED.match(folded, end, clause.end):
            yield targets, clause.before(verb.start()) or (), EdgeKind.SUPPORTS, verb.start()


def _hand_of(clause: Clause) -> _Claims:
    for verb in _verbs(clause, _HAND):
        targets, end = clause.objects(verb.end())
        if targets and _HAND_OF.match(clause.told.folded, end):
            yield clause.before(verb.start()) or (), targets[:1], EdgeKind.SUPPORTS, verb.start()


def _depends(clause: Clause) -> _Claims:
    folded = clause.told.folded
    for verb in _verbs(clause, _DEPENDS):
        targets, end = clause.objects(verb.end())
        leaves_open = re.search("[与以]$|依据$|根据$|依托$", verb[0])
        is_said = verb[0].endswith("结合") or (leaves_open and _DEPENDED.match(folded, end, clause.end))
        if targets and is_said:
            yield clause.before(verb.start()) or (), targets, EdgeKind.COLLABORATES, verb.start()


def _together(clause: Clause) -> _Claims:
    """Read two that work with each other: 市场部和销售部密切配合，两块职能相互协同."""
    folded = clause.told.folded
    for verb in _verbs(clause, _TOGETHER):
        opening = OPENING.match(folded, clause.begin, clause.end)
        begin = opening.end() if opening else clause.begin
        places, end = clause.listed(begin)
        if len(places) < 2 and _PAIR.match(folded, begin):
            places, end = clause.running if len(clause.running) == 2 else (), verb.start()
        if len(places) >= 2 and end == verb.start():
            pairs = [(one, other) for number, one in enumerate(places) for other in places[number + 1 :]]
            for one, other in pairs[:6]:
                yield (one,), (other,), EdgeKind.COLLABORATES, verb.start()


def _drawn(clause: Clause) -> _Claims:
    """Read from whom a group takes its people: 专班由市场部和销售部抽调人员组成."""
    for verb in _verbs(clause, _DRAWN):
        targets, end = clause.objects(verb.end())
        if targets and _DRAWN_FROM.match(clause.told.folded, end, clause.end):
            later = [one for one in clause.all if one.start > end]
            group = tuple(one.place for one in later[:1]) or clause.before(verb.start()) or ()
            yield targets, group[:1], EdgeKind.MEMBER, verb.start()


def _taking_part(clause: Clause, duty_owner: DutyOwner, stated: bool) -> Iterator[Relation]:
    """Read who takes part in the work of whom: 客服可以参与促销活动的策划 names the unit that plans them."""
    folded = clause.told.folded
    for verb in _verbs(clause, _TAKES_PART):
        targets, _ = clause.objects(verb.end())
        if targets and verb[0].startswith("协助") and not verb[0].endswith("助"):
            targets = targets[:1]
        elif verb[0].startswith("协助"):
            continue
        if not targets:
            work = _WORK.match(folded, verb.end(), clause.end)
            owner = duty_owner(work["what"], work["how"]) if work else None
            targets = () if owner is None else (owner,)
        for source in clause.before(verb.start()) or ():
            for target in targets:
                yield Relation(source, target, EdgeKind.COLLABORATES, verb.start(), stated)


_READERS: tuple[Callable[[Clause], _Claims], ...] = (
    _supports,
    _works_with,
    _gives,
    _reports,
    _guided,
    _hand_of,
    _depends,
    _together,
    _drawn,
)
