"""Find the organisation's own name in the title of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from orgviz.document.names.entry import masked
from orgviz.document.names.judging import Sort, bare, is_known_field, is_wide, judge
from orgviz.document.names.words import words
from orgviz.document.outline.named_documents import name_by_document
from orgviz.document.outline.names_of_houses import name_of_house
from orgviz.document.outline.nesting import Item
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.marks import BULLETS
from orgviz.document.text.passages import Passage, joined
from orgviz.folding import fold_pattern
from orgviz.patterns import pattern

_TAIL = pattern(
    r"(?:[\s·|:—-]|的|之)*(?:内部|内设|暂行|试行|最新|现行|主要|各部门|部门|岗位|人员|管理|工作|议事)*"
    r"(?:组织架构|组织结构|组织机构|组织架构图|组织结构图|机构设置|[科处]室(?:设置|介绍)|机构|架构|构架|结构|组织|辦事细则|办事细则"
    r"|组织规程|组织规则|组织规章|组织条例|组织法|组织章程|组织简则|组织准则|设置条例"
    r"|设置办法|设置要点|章程|条例|规程|规则|细则|办法|规定|规章|准则|简则|要点|职责|职能|职能配置|内设机构|职责分工|分工|简介"
    r"|介绍|概况|概览|说明|说明书|手册|方案|设计方案|图|表|一览|一览表|名单|编制"
    r"|团队|招聘|招聘信息|招聘启事|部门职责|岗位职责|人员配[置备]|分层管理|运作|分掌规程|事务分掌规则|组织图|组织规程"
    r"|机构与人员|人员|成员(?:的|名单|$)|组成|通知|公告|决定|与|和|及|、|·|\s)+"
    r"(?:图|表)?(?:\(.*\))?(?:全文|修正案|草案|正文)?$"
)
_OTHER_TAIL = pattern(
    fold_pattern(
        r"\s*(?:の)?(?:行政|事務)?(?:組織(?!部|课)|事務分掌|分掌事務|職制|職員配置|体制)(?:と|及び|の|・|、|図"
        r"|表|規則|規程|条例|細則|体制|構成|一覧|について|紹介"
        r"|案内|規定|人員|概要|名簿|\s)*(?:\([^()]*\))?$"
        r"|(?:(?:와|과) 그 소속기관(?: 등)?(?:의)?)?\s*(?:조직|직제|기구|부서|업무분장|사무분장|정관)\s*(?:도"
        r"|표|안내|구성|현황|규정|규칙|소개|체계|및|업무"
        r"|조례|시행규칙|에 관한 규정|\s)*(?:\([^()]*\))?$"
    )
)
_OTHER_FRONT = pattern(
    r"^(?:satzung|vereinssatzung|geschäftsordnung|organigramm|organisationsplan|geschäftsverteilungsplan"
    r"|aufbauorganisation|gliederung|organisation)\s+(?:des|der|von)\s+|^(?:statuts|organigramme"
    r"|estrutura organizacional|organograma|estatutos?)\s+(?:de la |de l'|du |des |de |da |do |d')"
)
_FRONT = pattern(
    r"^(?:(?:[^,。;:]{2,20}?)?关于(?:同意|决定)?(?:成立|组建|设立|调整|充实|更新|公布)+|关于(?:同意|决定)?|最新|\d{4}年?(?:最新)?|中华人民共和国|《|附件\d*[::]?|【[^】]*】)+"
)
_LATIN_TAIL = pattern(
    r"[\s:–—-]*(?:\b(?:organi[sz]ation(?:al)?|org|structure|chart|charts|orgchart|overview|handbook|documentation|governance"
    r"(?: (?:documents|docs|policy|model|process|framework))?"
    r"|charter|bylaws|constitution|statutes?|rules|team structure|leadership|directory|hierarchy|description"
    r"|and|&|document|guide|internal|operations structure|roles|responsibilities|team page|staff|staffing|satzung"
    r"|geschäftsordnung|organigramm|geschäftsverteilungsplan|gliederung|aufstellung|besetzung|aufbau|aufbauorganisation|organisationsplan"
    r"|\(?entwurf\)?|of the|v\d+(?:\.\d+)*|\d+(?:\.\d+)+|(?:19|20)\d\d|draft|project governance)\b[\s:–—-]*)+$"
)
_LATIN_FRONT = pattern(
    r"(?:(?:org(?:ani[sz]ation(?:al)?)?\s)?(?:structure|chart)|organi[sz]ation|charter|constitution"
    r"|governance(?: model| structure| policy)?"
    r"|reporting lines|by-?laws|rules|statutes|team structure|roles and responsibilities|who does what)"
    r"\s(?:of|at|for|in)\s(?:the\s)?|(?:who does what|who we are|meet the team|about|welcome to"
    r"|inside)\s(?:at\s)?(?:the\s)?"
)
_COMPANY = pattern(
    r"(?:公司|集团|医院|大学|学院|学校|中学|小学|协会|学会|商会|委员会|银行|研究院|研究所|基金会|联合会|分院"
    r"|图书馆|博物馆|政府|局|厅|署|司|处|所|中心|会|社|团|馆|院|园|部|厂|店"
    r"|회|청|부|원|町|市|課|財団|inc|ltd|gmbh|university|hospital|foundation|association|society|company|corporation"
    r"|clinic|institute|council|e\.v\.|club|verein)$"
)

_FIRM = pattern(
    r"(?:协会|学会|商会|校友会|旧生会|同学会|联合会|基金会|公会|公司|集团|医院|大学|inc|ltd|gmbh|corporation"
    r"|foundation)\.?$"
)
_WHOLE = pattern(
    rf"{_FIRM.pattern}|(?:学院|学校|中学|小学|协会|学会|商会|银行|研究院|研究所|基金会|联合会|图书馆|博物馆"
    rf"|政府|局|厅|署|university|hospital"
    rf"|association|society|company|clinic|institute)$"
)


def title_name(items: Sequence[Item]) -> Passage | None:
    """Return the organisation that the first title names; nothing where it names none."""
    told = next((name for item in items[:_NEAR_TOP] if (name := _name_told(item)) is not None), None)
    told = name_by_document(items) or name_of_house(items) if told is None else told
    if told is not None:
        return told
    for place, item in enumerate(items[:3]):
        if item.line.cells or (item.mark is not None and item.mark.form not in ("#", "bare", "bold", "lead")):
            return None
        if place and item.form != "#" and re.search(r"[a-z]: \S", item.body.folded):
            return None  # Beds: 40
        found = _name_in(item)
        if found is not None and _is_title(items, place) and not _is_one_of_several(items, place, found):
            return found
        if place == 0 and is_told_of(items):
            return item.body.cut(0, len(item.body.folded.rstrip(": ")))
    return None


_NEAR_TOP = 6
_TOLD = pattern(
    r"(?:name of (?:the )?)?(?:organi[sz]ation|company|institution|agency|ministry|employer)(?: name)?: (?=\S)"
)


def _name_told(item: Item) -> Passage | None:
    """Return the organisation that a line near the top names behind its key: Agency: Ministry of Roads, Ruritania."""
    key = _TOLD.match(item.body.folded)
    if key is None:
        return None
    name = item.body.cut(key.end())
    comma = masked(name.folded).find(", ")
    name = name if comma < 0 else name.cut(0, comma)
    is_name = judge(name.folded) in (Sort.UNIT, Sort.FIELD) and have_capitals(bare(name.text).split())
    return name if is_name and len(name) <= _LONGEST else None


_LONGEST = 80


def _is_one_of_several(items: Sequence[Item], place: int, name: Passage) -> bool:
    """Whether titles beside it name other units before the same words: 行政部职责, and further on 财务部职责."""
    item = items[place]
    tail = item.body.folded[len(name) :]
    if not tail or item.form == "lead" or not is_wide(tail):
        return False
    others = (one.body.folded for one in items[place + 1 :] if one.form == item.form and one.parent == item.parent)
    return any(other.endswith(tail) and judge(other[: -len(tail)]) is Sort.UNIT for other in others)


_NEAR = 3  # items behind the title, one of which says what it is about


def is_told_of(items: Sequence[Item]) -> bool:
    """Whether the first line is a unit alone of its kind, of which the text below it goes on to speak by that name."""
    if not items:
        return False
    first = items[0]
    name = first.body.folded.rstrip(": ")
    if is_wide(name) or first.form not in ("#", "bare", "bold") or judge(name) is not Sort.UNIT:
        return False
    if any(one.form == first.form and judge(one.body.folded.rstrip(": ")) is Sort.UNIT for one in _beside(items)):
        return False
    return any(
        one.is_prose and one.body.folded.removeprefix("the ").startswith(f"{name} ") for one in items[1 : _NEAR + 1]
    )


def _beside(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the titles that stand beside or above the first."""
    first = items[0]
    for one in items[1:]:
        if (
            one.parent is None
            and one.mark is not None
            and first.mark is not None
            and one.mark.depth <= first.mark.depth
        ):
            yield one


def _is_title(items: Sequence[Item], place: int) -> bool:
    """Whether what follows stands below a title, not beside it."""
    item = items[place]
    if item.mark is None or item.mark.form != "#":
        has_tail = bool(_TAIL.search(item.body.folded.rstrip("》:")) or _LATIN_TAIL.search(item.body.folded))
        return place + 1 < len(items) and (has_tail or items[place + 1].form not in BULLETS)
    return (
        sum(
            other.mark is not None and other.mark.form == "#" and other.mark.depth <= item.mark.depth for other in items
        )
        == 1
    )


_CHART = pattern(fold_pattern(r"(?:组织架构|组织结构|组织机构)图|組織図|体制図|조직도|기구표"))
_SOMETHING = pattern(r"系统|软件|产品|项目|数据|功能|技术|示例|参考|标准|通用|一般|典型|システム|製品|예시|시스템")


_OF_ANY = frozenset(("行政", "内部", "人员", "业务", "职能"))  # 行政组织架构图 is that of any organisation


def _is_of_chart(stem: Passage, tail: str) -> bool:
    """Whether a name stands before a word for an organisation chart, and so can only be that of an organisation."""
    is_name = not _SOMETHING.search(stem.folded) and stem.folded not in _OF_ANY
    return bool(_CHART.search(tail)) and 2 <= len(stem) <= 16 and is_name


# What a page on an organisation is about, behind its name and a stroke: Birch Farm – Our People, Elm Farm: Roles.
_BEHIND_STROKE = pattern(r"(?:\s[-–—|]\s|:\s)(?:the\s|our\s)?(?P<about>[^-–—|:()]+?)(?:\s\([^()]*\))?$")
_ALSO_SORT = frozenset((
    "&", "corporate", "personas", "profiles", "employee", "employees", "volunteer", "volunteers", "meet", "handbook",
    "guide",
))  # fmt: skip


def _about_behind(folded: str) -> re.Match[str] | None:
    """Return the words behind a stroke where all of them only sort: – Company Structure, : Staff Job Descriptions."""
    match = _BEHIND_STROKE.search(folded)
    if match is None:
        return None
    known = words().latin_generic
    return match if all(word in known or word in _ALSO_SORT for word in match["about"].split()) else None


def _tail(folded: str) -> re.Match[str] | None:
    if not is_wide(folded):
        return _about_behind(folded) or _LATIN_TAIL.search(folded)
    other = _OTHER_TAIL.search(folded) if _OTHER.search(folded) else None
    return other or _TAIL.search(folded)


_PLACE = pattern(r"(?:City|Town|County|Village|Borough|University) of (?:[A-Z][\w'’.-]+ ?){1,3}")
_OTHER = pattern(r"[\u3040-\u30ff\uac00-\ud7a3]|组织(?:规则|规程|図|图)")


# Rules of a company's board are about the company, of which the board is a part.
_BODY_OF = pattern(r"(?P<firm>.{2,}(?:公司|集团|协会|学会|商会|基金会))(?:董事会|监事会|股东大?会|理事会|总经理|总裁)")

# What is left of a title that names nobody: Section 2 - our (structure), Clarify Roles & (Responsibilities).
_NO_STEM = pattern(
    r"(?:^|[^\w])(?:our|your|its|their|this|the|a|an|and|of|for|in|on)$|[&+/,]$|^(?:section|chapter|part|module|lesson"
    r"|lecture|session|exhibit|figure|table|article|day|volume|appendix|annex|step|week|unit)"
    r" (?:\d+[a-z]?|[ivx]+|[a-z])\b"
    r"|^(?:students?|graduates?|undergraduates?|faculty|parents?|members?|employees?|vendors?|patients?|residents?)$"
    r"|^(?:revised|adopted|amended|updated|approved|ratified|effective)\b"
)
_STAND = pattern(r"\s*\((?:stand|fassung|version|gültig)\b[^()]*\)$")
_GENITIVE = pattern(r"[a-zäöüß]{3,}(?:kreis|verein|verband|amt|haus|werk|betrieb)(?P<ending>e?s)\b")


def _bare(name: Passage) -> Passage:
    """Return a German name without its date, and without the ending that it has behind des: Landkreises, Vereins."""
    stand = _STAND.search(name.folded)
    name = name.cut(0, stand.start()) if stand else name
    bent = _GENITIVE.match(name.folded) or re.match(r"(?:kreis|verein|verband|amt)(?P<ending>e?s)\b", name.folded)
    return joined((name.cut(0, bent.start("ending")), name.cut(bent.end("ending"))), " ") if bent else name


def _name_in(item: Item) -> Passage | None:
    body = item.body
    if len(body) > 60 or (item.mark is None and len(body) > 45):
        return None
    front = _FRONT.match(body.folded) or _LATIN_FRONT.match(body.folded)
    body = body.cut(front.end()) if front else body
    folded = body.folded.rstrip("》:")
    tail = _tail(folded)
    latin = _OTHER_FRONT.match(folded)
    if latin:
        stem = _bare(body.cut(latin.end(), tail.start() if tail else None))
        return stem if 1 <= len(stem.text.split()) <= 8 and stem.text[:1].isupper() else None
    stem = body.cut(0, tail.start() if tail else len(folded))
    stem = stem.cut(0, len(stem.folded.rstrip("《》:-– ")))
    body_of = _BODY_OF.fullmatch(stem.folded)
    stem = stem.cut(*body_of.span("firm")) if body_of else stem
    is_field = is_known_field(stem.folded) or stem.folded.endswith("ing")
    if tail is not None and tail[0].strip().startswith("team structure") and is_field:
        stem = body.cut(0, tail.start() + len(" team"))  # Product team structure
    if len(stem) < 2 or "|" in stem.text or _NO_STEM.search(stem.folded):
        return None  # links of a page before its title
    sort = judge(stem.folded)
    is_sorting = tail is not None and not is_wide(body.folded) and judge(body.folded) is Sort.GENERIC
    if is_sorting and not (sort is Sort.FIELD and body.folded.endswith(" roles")):
        return None  # Institute Overview
    if tail is None and _PLACE.fullmatch(stem.text):
        return stem
    if tail is None:
        is_heading = item.mark is not None and item.mark.form == "#"
        return stem if sort is Sort.UNIT and (_WHOLE if is_heading else _FIRM).search(stem.folded) else None
    if sort is Sort.UNIT or (sort is Sort.FIELD and _COMPANY.search(stem.folded)):
        return stem
    if sort in (Sort.FIELD, Sort.ABSTRACT) and _is_of_chart(stem, tail[0]):
        return stem
    is_latin_name = not is_wide(stem.folded) and sort is Sort.FIELD and stem.text[:1].isupper()
    return stem if is_latin_name and len(stem.text.split()) <= 5 else None
