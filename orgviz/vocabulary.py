"""The words that orgviz itself writes into a chart, in the chart's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from orgviz.lean import dataclass
from orgviz.model import EdgeKind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """One language's words.

    Args:
        types: the eight built-in department types.
        statuses: what is written on a box that does not simply stand (nothing for active ones).
        edges: the kinds of lines, for the legend.
        reports: the solid line, for the legend.
        vacant: one empty seat; `vacancies` with ``{n}`` for several.
        joiner: between the names of a list.
        seats: how many seats a position has, with ``{n}``.
        counts: what two numbers on a box are, as in ``5 / 42``.
        more: how many people a view leaves out, with ``{n}``; `more_in` with ``{more}`` and ``{units}`` says in
            how many units, which are `unit` for one and `units` with ``{n}`` for several.
        begins, ends: the first or last day of what is there for a time, with ``{day}``, where only one is known.
    """

    types: Mapping[str, str]
    statuses: Mapping[Status, str]
    edges: Mapping[EdgeKind, str]
    reports: str
    vacant: str
    vacancies: str
    joiner: str
    more: str
    more_in: str
    unit: str
    units: str
    begins: str
    ends: str
    counts: str
    seats: str = "×{n}"


_TYPE_NAMES = (
    "governance", "executive", "function", "operations", "support", "service", "project", "external",
)  # fmt: skip
_STATUSES = (Status.PLANNED, Status.OPTIONAL, Status.OUTSOURCED, Status.TEMPORARY, Status.CLOSED)
_EDGES = (
    EdgeKind.REPORTS, EdgeKind.DOTTED, EdgeKind.ASSISTANT, EdgeKind.COLLABORATES, EdgeKind.SUPPORTS, EdgeKind.MEMBER,
)  # fmt: skip


def _vocabulary(
    types: str, statuses: str, edges: str, rest: str, joiner: str, cut: str, counts: str, days: str
) -> Vocabulary:
    reports, vacant, vacancies = rest.split("|")
    more, more_in, unit, units = cut.split("|")
    begins, ends = days.split("|")
    return Vocabulary(
        types=dict(zip(_TYPE_NAMES, types.split("|"), strict=True)),
        statuses=dict(zip(_STATUSES, statuses.split("|"), strict=True)),
        edges=dict(zip(_EDGES, edges.split("|"), strict=True)),
        reports=reports,
        vacant=vacant,
        vacancies=vacancies,
        joiner=joiner,
        more=more,
        more_in=more_in,
        unit=unit,
        units=units,
        begins=begins,
        ends=ends,
        counts=counts,
    )


_VOCABULARIES: Final[Mapping[str, Vocabulary]] = {
    "en": _vocabulary(
        "Governance|Executive|Functions|Operations|Support|Customer service|Project|External",
        "planned|optional|outsourced|temporary|closed",
        "Second manager|Dotted line|Assistant|Collaboration|Gives support|Project member",
        "Reports to|vacant|{n} vacant",
        ", ",
        "+{n}|{more} in {units}|1 unit|{n} units",
        "people directly / in all",
        "from {day}|until {day}",
    ),
    "zh-hans": _vocabulary(
        "治理机构|高层管理|职能|运营|支持|客服销售|项目|外部",
        "筹建|可选|外包|临时|已撤销",
        "第二上级|虚线汇报|助理|协作|提供支持|项目成员",
        "汇报|空缺|空缺 {n}",
        "、",
        "+{n} 人|{more} · {units}|1 个部门|{n} 个部门",
        "直属人数 / 总人数",
        "{day} 起|至 {day}",
    ),
    "zh-hant": _vocabulary(
        "治理機構|高層管理|職能|營運|支援|客服銷售|專案|外部",
        "籌建|選設|外包|臨時|已裁撤",
        "第二主管|虛線彙報|助理|協作|提供支援|專案成員",
        "彙報|懸缺|懸缺 {n}",
        "、",
        "+{n} 人|{more} · {units}|1 個部門|{n} 個部門",
        "直屬人數 / 總人數",
        "{day} 起|至 {day}",
    ),
    "ja": _vocabulary(
        "統治機関|経営|管理部門|事業部門|支援|顧客対応|プロジェクト|外部",
        "計画中|任意|外部委託|臨時|廃止",
        "第二の上司|点線の報告|補佐|協力|支援の提供|プロジェクト参加",
        "報告|空席|空席 {n}",
        "、",
        "+{n} 名|{more} · {units}|1 部門|{n} 部門",
        "直属人数 / 総人数",
        "{day} から|{day} まで",
    ),
    "ko": _vocabulary(
        "지배기구|경영진|관리부서|운영|지원|고객 서비스|프로젝트|외부",
        "예정|선택|외주|임시|폐지",
        "두 번째 상사|점선 보고|보좌|협업|지원 제공|프로젝트 구성원",
        "보고|공석|공석 {n}",
        ", ",
        "+{n}명|{more} · {units}|부서 1개|부서 {n}개",
        "직속 인원 / 전체 인원",
        "{day}부터|{day}까지",
    ),
    "de": _vocabulary(
        "Aufsicht|Leitung|Zentrale Funktionen|Betrieb|Unterstützung|Kundendienst|Projekt|Extern",
        "geplant|optional|ausgelagert|befristet|geschlossen",
        "Zweite Leitung|Gestrichelte Linie|Assistenz|Zusammenarbeit|Unterstützt|Projektmitglied",
        "Berichtet an|unbesetzt|{n} unbesetzt",
        ", ",
        "+{n}|{more} in {units}|1 Einheit|{n} Einheiten",
        "Personen direkt / insgesamt",
        "ab {day}|bis {day}",
    ),
}

# What a chart is, for those who hear it: with how many boxes, on how many levels, and what stands at the top.
_DESCRIPTIONS: Final[Mapping[str, str]] = {
    "en": "Organisation chart. Boxes: {n}. Levels: {levels}. At the top: {top}",
    "zh-hans": "组织架构图：共 {n} 个框，{levels} 层，顶层为{top}",
    "zh-hant": "組織架構圖：共 {n} 個框，{levels} 層，頂層為{top}",
    "ja": "組織図：枠 {n}、階層 {levels}、最上位は{top}",
    "ko": "조직도: 상자 {n}개, 단계 {levels}개, 맨 위는 {top}",
    "de": "Organigramm. Kästen: {n}. Ebenen: {levels}. Ganz oben: {top}",
}


def chart_description(lang: str) -> str:
    """Return how a chart is described in a BCP 47 language, with ``{n}``, ``{levels}`` and ``{top}`` to be filled in.

    >>> chart_description("de").format(n=3, levels=2, top="Vorstand")
    'Organigramm. Kästen: 3. Ebenen: 2. Ganz oben: Vorstand'
    """
    return _DESCRIPTIONS.get(language_key(lang), _DESCRIPTIONS["en"])


_TRADITIONAL: Final = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")


def vocabulary(lang: str) -> Vocabulary:
    """Return the words for a BCP 47 language; English where there are none.

    >>> vocabulary("zh-CN").vacant
    '空缺'
    """
    return _VOCABULARIES.get(language_key(lang), _VOCABULARIES["en"])


def language_key(lang: str) -> str:
    """Return under which of our keys the words of a BCP 47 language stand.

    >>> language_key("zh-Hant-HK"), language_key("zh"), language_key("de-AT")
    ('zh-hant', 'zh-hans', 'de')
    """
    tag = lang.lower()
    if tag.startswith(_TRADITIONAL):
        return "zh-hant"
    first = tag.split("-")[0]
    return "zh-hans" if first == "zh" else first
