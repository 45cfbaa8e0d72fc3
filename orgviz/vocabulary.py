"""The words that orgviz itself writes into a chart, in the chart's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

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
    """

    types: Mapping[str, str]
    statuses: Mapping[Status, str]
    edges: Mapping[EdgeKind, str]
    reports: str
    vacant: str
    vacancies: str
    joiner: str
    seats: str = "×{n}"


_TYPE_NAMES = (
    "governance", "executive", "function", "operations", "support", "service", "project", "external",
)  # fmt: skip
_STATUSES = (Status.PLANNED, Status.OPTIONAL, Status.OUTSOURCED, Status.TEMPORARY, Status.CLOSED)
_EDGES = (
    EdgeKind.REPORTS, EdgeKind.DOTTED, EdgeKind.ASSISTANT, EdgeKind.COLLABORATES, EdgeKind.SUPPORTS, EdgeKind.MEMBER,
)  # fmt: skip


def _vocabulary(types: str, statuses: str, edges: str, rest: str, joiner: str) -> Vocabulary:
    reports, vacant, vacancies = rest.split("|")
    return Vocabulary(
        types=dict(zip(_TYPE_NAMES, types.split("|"), strict=True)),
        statuses=dict(zip(_STATUSES, statuses.split("|"), strict=True)),
        edges=dict(zip(_EDGES, edges.split("|"), strict=True)),
        reports=reports,
        vacant=vacant,
        vacancies=vacancies,
        joiner=joiner,
    )


_VOCABULARIES: Final[Mapping[str, Vocabulary]] = {
    "en": _vocabulary(
        "Governance|Executive|Functions|Operations|Support|Customer service|Project|External",
        "planned|optional|outsourced|temporary|closed",
        "Second manager|Dotted line|Assistant|Collaboration|Gives support|Project member",
        "Reports to|vacant|{n} vacant",
        ", ",
    ),
    "zh-hans": _vocabulary(
        "治理机构|高层管理|职能|运营|支持|客服销售|项目|外部",
        "筹建|可选|外包|临时|已撤销",
        "第二上级|虚线汇报|助理|协作|提供支持|项目成员",
        "汇报|空缺|空缺 {n}",
        "、",
    ),
    "zh-hant": _vocabulary(
        "治理機構|高層管理|職能|營運|支援|客服銷售|專案|外部",
        "籌建|選設|外包|臨時|已裁撤",
        "第二主管|虛線彙報|助理|協作|提供支援|專案成員",
        "彙報|懸缺|懸缺 {n}",
        "、",
    ),
    "ja": _vocabulary(
        "統治機関|経営|管理部門|事業部門|支援|顧客対応|プロジェクト|外部",
        "計画中|任意|外部委託|臨時|廃止",
        "第二の上司|点線の報告|補佐|協力|支援の提供|プロジェクト参加",
        "報告|空席|空席 {n}",
        "、",
    ),
    "ko": _vocabulary(
        "지배기구|경영진|관리부서|운영|지원|고객 서비스|프로젝트|외부",
        "예정|선택|외주|임시|폐지",
        "두 번째 상사|점선 보고|보좌|협업|지원 제공|프로젝트 구성원",
        "보고|공석|공석 {n}",
        ", ",
    ),
    "de": _vocabulary(
        "Aufsicht|Leitung|Zentrale Funktionen|Betrieb|Unterstützung|Kundendienst|Projekt|Extern",
        "geplant|optional|ausgelagert|befristet|geschlossen",
        "Zweite Leitung|Gestrichelte Linie|Assistenz|Zusammenarbeit|Unterstützt|Projektmitglied",
        "Berichtet an|unbesetzt|{n} unbesetzt",
        ", ",
    ),
}

_TRADITIONAL: Final = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")


def vocabulary(lang: str) -> Vocabulary:
    """Return the words for a BCP 47 language; English where there are none.

    >>> vocabulary("zh-CN").vacant
    '空缺'
    """
    tag = lang.lower()
    if tag.startswith(_TRADITIONAL):
        return _VOCABULARIES["zh-hant"]
    if tag.split("-")[0] == "zh":
        return _VOCABULARIES["zh-hans"]
    return _VOCABULARIES.get(tag.split("-")[0], _VOCABULARIES["en"])
