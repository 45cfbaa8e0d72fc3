"""Read units that exist for a time only: task forces, project groups, 临时组建…活动结束后解散."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orgviz.document.chinese.sentences import sentences as chinese_sentences
from orgviz.document.english.phrases import sentences as english_sentences
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.name_keys import key_of
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.relations.names import Names
from orgviz.document.text.passages import Passage, passage
from orgviz.model import NodeKind, Status
from orgviz.patterns import pattern

_HINT = pattern(
    r"临时|解散|撤销|专班|筹备|筹建|一次性|阶段性|期间|存续|为期|抽调|抽人|한시|존속|temporar|task ?force|"
    r"disband|dissolv|until|duration|interim|time-limited|wound up|ad[ -]hoc"
)
_LIMITED = pattern(
    r"(?<!股东)(?<!董事)临时(?!工|起意|[^,。]{0,4}会)|一次性|阶段性|后[,即便就自动随予以将行可立]{0,6}(?:解散|撤销)|存续(?:期|至|到)|"
    r"存在(?:至|到)|(?:设立|保留|运行)(?:至|到)\d{4}年|"
    r"为期[\d一二三四五六七八九十两半]+个?[年月周天]|(?:项目|活动|大促|会议|筹备|展会|比赛|建设|工程|节|"
    r"节日|暑假|寒假|汛期|旺季|赛事)期间|抽(?:调|人)"
)
# A limit before a name belongs to it (a temporary team); one behind it is said of the subject of the sentence.
_ADJECTIVE = pattern(r"\b(?:temporary|ad[ -]hoc|time-limited|short-lived)\s+(?:[\w-]+\s+)?$")
_PREDICATE = pattern(
    r"(?:\s*,\s*an?\s+(?:temporary|ad[ -]hoc|time-limited)\b|\s+(?:is|are)\s+(?:an?\s+)?(?:temporary|"
    r"ad[ -]hoc|time-limited)\b"
    r"|(?:\s*,[^,;]{2,60},)?\s+(?:(?:(?:is|are|will be|is to be)\s+(?:disbanded|dissolved|wound up|"
    r"closed)|disbands|dissolves)(?!\s+(?:by|if|unless|only))"
    r"|(?:exists?|works?|runs?|operates?|remains?|continues?|will (?:exist|run|work|remain)|(?:is|was|"
    r"has been) (?:set up|established|formed|created|in place))[^,;]{0,40}?"
    r"\s+(?:until\s+(?:the\s+end\s+of|(?:\d{1,2}\s+)?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)|\d{4}"
    r"|the\s.{0,30}?(?:over|opens|ends|completed?|finished|done))|for\s+the\s+duration\s+of)))"
)
_MADE = pattern(
    r"(?:临时|迅速|快速|专门|另行?|可以?|可|应|应当|会|将|单独|就此|及时)*(?:组建|组成|成立|设立|设|"
    r"抽调[^,。;]{0,16}?组成|抽人组成|组织|建立)(?:了|起)?(?:一个|一支|若干|专门的?|临时的?|的|"
    r"\s)*[“\"「'‘]?(?P<name>[\u4e00-\u9fffa-z0-9]{3,16}?)[”\"」'’]?(?=[,。;、()]|$|的|来|,|负责|并|以|由)"
)
_IS_ONE = pattern(
    r"(?:^|,)[“\"「]?(?P<name>[\u4e00-\u9fffa-z0-9]{3,16}?)[”\"」]?(?:为|是|属于?|"
    r"作为)(?:[\u4e00-\u9fff]{0,6}的)?(?:一个|一种)?(?:临时|一次性|阶段性)(?:性|的)?(?:机构|组织|团队|"
    r"部门|小组|班子|单位)?"
)
_ENDS_ITSELF = pattern(
    r"(?:^|,)[“\"「]?(?P<name>[\u4e00-\u9fffa-z0-9]{3,16}?)[”\"」]?(?:将|则|应|会)?(?:在|于|"
    r"待)?[^,。;]{1,14}(?:结束|完成|完毕|届满|到期)(?:之?后)?,?(?:即|便|就|自动|自行|将|予以|随即|"
    r"随之)*(?:解散|撤销)"
)
_LASTS = pattern(
    r"(?:^|,)[“\"「]?(?P<name>[\u4e00-\u9fffa-z0-9]{3,16}?)[”\"」]?(?:将|只)?(?:存续|保留|运行|存在|"
    r"设立)(?:至|到)\d{4}年"
)
_DRAWN = pattern(r"(?:^|,)[“\"「]?(?P<name>[\u4e00-\u9fffa-z0-9]{3,16}?)[”\"」]?由[^。;]{2,40}?(?:抽调|抽人|选派)")
_DISSOLVED = pattern(r"后[,即便就自动随予以将行可立]{0,6}(?:解散|撤销)(?=$|[,。;])")
_KOREAN = pattern(r"한시조직(?:으로|인)\s*(?P<name>[\uac00-\ud7a3]{2,16}?)(?:을|를)\s*(?:둔다|두고|설치)")
_OWN_NAME = pattern(
    r"(?:(?:另一个?|某一?个?|其他|多个?|若干|项目|工作|临时|专项|专门|专业|相关|跨部门|特别|活动|矩阵|"
    r"虚拟|筹备|专|新|小|各|一个|这个|该|此|本|团|灵活的?|敏捷|制)*(?:项目部|团队|小组|组|部门|机构|组织|"
    r"班子|专班|工作组|领导小组|委员会|筹备组|队伍|办公室|团|公司|专案组))"
)
_ENGLISH_NAME = pattern(
    r"\b(?P<name>(?:[A-Z][\w&'’-]*\s+(?:and\s+|of\s+|for\s+|the\s+)*){1,5}(?:Task ?[Ff]orce|Group|Team|"
    r"Committee|Office|Unit|Squad|Board|Panel|Working [Gg]roup|Cell|Crew|WG|Council))\b"
)
_OWN = pattern(r"(?:本|我|全|该)?(?:公司|企业|集团|学校|医院|学院|协会|组织|单位|机构)(?!部)|我们|我司")
_BEGIN = pattern(r"(?:^|[,;:。])(?:而|其中|例如|比如|同时|此外|另外|每年)*$")
_LEAD = pattern(r"(?:The|A|An|Our|Each|This|In|For|Until|When|Its|Their|That)\s+")
_NEGATED = pattern(r"(?:不|未|没有|无需|避免|不得|不再)[^,]{0,4}$")


def read_temporary(state: State, names: Names) -> None:
    """Mark the units that sentences say to exist for a time, and add those that are named nowhere else."""
    before: tuple[int, str] = (ROOT, "")
    for scope, text in list(state.prose):
        told = text.folded
        if _HINT.search(told):
            is_same = before[0] == scope
            for sentence in (chinese_sentences if is_wide(told) else english_sentences)(text):
                said = (before[1] if is_same else "") + "\n" + told[: max(told.find(sentence.folded), 0)]
                (_read_wide if is_wide(told) else _read_english)(state, _Below(names, scope, said), sentence)
        before = (scope, told)


@dataclass(frozen=True, slots=True)
class _Below:
    """Where a sentence stands: below which entity, and behind which words."""

    names: Names
    scope: int
    said: str

    def subject(self, folded: str) -> int:
        """Return of whom a sentence speaks whose first words are given: a known unit, or the organisation."""
        for text in (folded, self.said.strip("。 ").rpartition("。")[2]):
            mentions = self.names.mentions(passage(text, 1, 1), self.scope)
            first = [one.place for one in mentions if one.is_sure and _BEGIN.search(text[: one.start])]
            if first:
                return first[-1]
            if _OWN.search(text):
                return ROOT
        return self.scope


def _read_wide(state: State, below: _Below, sentence: Passage) -> None:
    folded = sentence.folded
    made = list(_MADE.finditer(folded)) if _LIMITED.search(folded) else []
    for match in made:
        if not _NEGATED.search(folded[: match.start()]) and not _is_undone(folded, match):
            parent = below.subject(folded[: match.start()])
            _settle(state, parent, sentence.cut(*match.span("name")), may_be_new=True)
    for form in (_IS_ONE, _ENDS_ITSELF, _LASTS, _DRAWN, _KOREAN):
        for match in form.finditer(folded):
            _settle(state, below.scope, sentence.cut(*match.span("name")), may_be_new=True)
    first = below.names.mention(sentence, 0, below.scope) if not made and _DISSOLVED.search(folded) else None
    if first is not None and first.is_sure:
        _settle(state, below.scope, sentence.cut(first.start, first.end), may_be_new=False)


def _is_undone(folded: str, match: re.Match[str]) -> bool:
    """Whether the unit is only spoken of as an idea: 如何组建, 组建方法."""
    return bool(re.search(r"如何|怎样|是否|能否", folded[: match.start()]))


def _read_english(state: State, below: _Below, sentence: Passage) -> None:
    for match in _ENGLISH_NAME.finditer(sentence.text):
        lead = _LEAD.match(match["name"])
        start = match.start("name") + (lead.end() if lead else 0)
        is_subject = not sentence.folded[:start].removeprefix("the ").strip()
        is_predicate = is_subject and _PREDICATE.match(sentence.folded, match.end("name"))
        if is_predicate or _ADJECTIVE.search(sentence.folded[:start]):
            _settle(state, below.scope, sentence.cut(start, match.end("name")), may_be_new=True)


def _settle(state: State, scope: int, name: Passage, *, may_be_new: bool) -> None:
    """Say of a unit that it is temporary; make it, where it is not known and has a name of its own."""
    name = _without_verb(name)
    named = read_notes(name)
    folded = named.name.folded
    if judge(folded) is not Sort.UNIT or _OWN_NAME.fullmatch(folded):
        return
    register = state.register
    same = [place for place in register.by_key.get(key_of(folded), ()) if not register.entities[place].dropped]
    if same:
        place = same[0]
    elif may_be_new:
        place = _new(state, scope, named)
    else:
        return
    entity = register.entities[place]
    if place == ROOT or entity.kind is not NodeKind.UNIT:
        return
    if entity.status in (Status.ACTIVE, Status.OPTIONAL):
        entity.status = Status.TEMPORARY
    if may_be_new:
        # No guess any more: the sentence says that there is one.
        entity.weight = max(entity.weight, LISTED)
    entity.type = entity.type or "project"
    state.tell(named.name, f"'{entity.name.text}' is temporary", "said to exist for a time only")


def _without_verb(name: Passage) -> Passage:
    start = re.match(r"(?:一个|一支|若干|临时|专门|以|的|由|了)+(?=[\u4e00-\u9fff]{3})", name.folded)
    return name.cut(start.end()) if start else name


def _new(state: State, scope: int, named: Named) -> int:
    parent = scope
    while parent != ROOT and state.register.entities[parent].kind is not NodeKind.UNIT:
        parent = state.register.entities[parent].parent
    place = state.register.add(NodeKind.UNIT, named, parent, "said to exist for a time only", LISTED)
    state.register.entities[place].guess = "a unit for a time, from a sentence"
    state.tell(named.name, f"unit '{named.name.text}'", "said to exist for a time only")
    return place
