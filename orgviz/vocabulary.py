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
    return _DESCRIPTIONS.get(_key(lang), _DESCRIPTIONS["en"])


_TRADITIONAL: Final = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")


def vocabulary(lang: str) -> Vocabulary:
    """Return the words for a BCP 47 language; English where there are none.

    >>> vocabulary("zh-CN").vacant
    '空缺'
    """
    return _VOCABULARIES.get(_key(lang), _VOCABULARIES["en"])


# What may have happened between two charts, by the kind of mark; then how it is counted.
_CHANGES = (
    "added", "removed", "moved", "renamed", "head", "filled", "vacated", "holder", "changed", "ghost", "links", "none",
    "counted",
)  # fmt: skip
_CHANGE_WORDS: Final[Mapping[str, str]] = {
    "en": (
        "added|removed|moved|renamed|with another head|filled|vacated|with another holder"
        "|otherwise changed|old place|among the links|no difference|{n} {word}"
    ),
    "zh-hans": "新增|撤销|调整隶属|更名|更换负责人|到岗|空出|换人|其他变动|原位置|连线变动|没有差异|{word} {n}",
    "zh-hant": "新增|裁撤|調整隸屬|更名|更換主管|到職|出缺|換人|其他變動|原位置|連線變動|沒有差異|{word} {n}",
    "ja": "新設|廃止|移動|改称|責任者交代|着任|空席化|担当交代|その他の変更|元の位置|線の変更|差異なし|{word} {n}",
    "ko": (
        "신설|폐지|이동|명칭 변경|책임자 변경|충원|공석 발생|담당자 변경|기타 변경"
        "|이전 위치|선 변경|차이 없음|{word} {n}"
    ),
    "de": (
        "neu|entfallen|verschoben|umbenannt|mit anderer Leitung|besetzt|frei geworden|mit anderem Inhaber"
        "|sonst geändert|alter Platz|bei den Linien|kein Unterschied|{n} {word}"
    ),
}


def change_words(lang: str) -> Mapping[str, str]:
    """Return the words of a chart of a difference in a BCP 47 language; English where there are none.

    The keys are the kinds of marks, ``links``, ``none``, and ``counted`` with ``{n}`` and ``{word}``.

    >>> change_words("de")["moved"]
    'verschoben'
    """
    text = _CHANGE_WORDS.get(_key(lang), _CHANGE_WORDS["en"])
    return dict(zip(_CHANGES, text.split("|"), strict=True))


# What the page of the live preview says.
_PREVIEW = (
    "fine", "drawing", "error", "errors", "warning", "warnings", "more", "kept", "nothing", "lost", "closed", "hint",
    "fit", "larger", "smaller",
)  # fmt: skip
_PREVIEW_WORDS: Final[Mapping[str, str]] = {
    "en": (
        "up to date|drawing …|1 error|{n} errors|1 warning|{n} warnings|… and {n} more"
        "|The picture shows the last state without errors.|Nothing is drawn yet."
        "|No connection to orgviz; trying again …|Open the address that orgviz has printed.|hint"
        "|Fit|Larger|Smaller"
    ),
    "zh-hans": (
        "已是最新|正在绘制……|1 个错误|{n} 个错误|1 个警告|{n} 个警告|……还有 {n} 个"
        "|图中显示的是最近一次没有错误的状态。|还没有可以显示的图。"
        "|与 orgviz 的连接已断开，正在重试……|请打开 orgviz 显示的地址。|提示"
        "|适合窗口|放大|缩小"
    ),
    "zh-hant": (
        "已是最新|正在繪製……|1 個錯誤|{n} 個錯誤|1 個警告|{n} 個警告|……還有 {n} 個"
        "|圖中顯示的是最近一次沒有錯誤的狀態。|還沒有可以顯示的圖。"
        "|與 orgviz 的連線已中斷，正在重試……|請開啟 orgviz 顯示的網址。|提示"
        "|符合視窗|放大|縮小"
    ),
    "ja": (
        "最新です|描画中…|エラー 1 件|エラー {n} 件|警告 1 件|警告 {n} 件|…ほか {n} 件"
        "|図は、エラーのない最後の状態です。|表示できる図はまだありません。"
        "|orgviz と接続できません。再試行しています…|orgviz が表示したアドレスを開いてください。|ヒント"
        "|全体表示|拡大|縮小"
    ),
    "ko": (
        "최신 상태|그리는 중…|오류 1개|오류 {n}개|경고 1개|경고 {n}개|… 외 {n}개"
        "|그림은 오류가 없던 마지막 상태입니다.|아직 표시할 그림이 없습니다."
        "|orgviz에 연결할 수 없습니다. 다시 시도하는 중…|orgviz가 출력한 주소를 여십시오.|도움말"
        "|화면에 맞춤|확대|축소"
    ),
    "de": (
        "aktuell|wird gezeichnet …|1 Fehler|{n} Fehler|1 Warnung|{n} Warnungen|… und {n} weitere"
        "|Das Bild zeigt den letzten Stand ohne Fehler.|Noch ist nichts gezeichnet."
        "|Keine Verbindung zu orgviz; neuer Versuch …|Bitte die Adresse öffnen, die orgviz ausgegeben hat.|Hinweis"
        "|Einpassen|Größer|Kleiner"
    ),
}


def preview_words(lang: str) -> Mapping[str, str]:
    """Return what the live preview says in a BCP 47 language; English where there are no words.

    >>> preview_words("de")["fine"]
    'aktuell'
    """
    text = _PREVIEW_WORDS.get(_key(lang), _PREVIEW_WORDS["en"])
    return dict(zip(_PREVIEW, text.split("|"), strict=True))


_NOTE_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "en": ("Source: {name}", "As of {day}"),
    "zh-hans": ("来源：{name}", "截至 {day}"),
    "zh-hant": ("來源：{name}", "截至 {day}"),
    "ja": ("出典：{name}", "{day} 現在"),
    "ko": ("출처: {name}", "{day} 기준"),
    "de": ("Quelle: {name}", "Stand: {day}"),
}


def note_words(lang: str) -> Mapping[str, str]:
    """Return what is written under a slide in a BCP 47 language: ``source`` with ``{name}``, ``day`` with ``{day}``.

    >>> note_words("de")["day"]
    'Stand: {day}'
    """
    return dict(zip(("source", "day"), _NOTE_WORDS.get(_key(lang), _NOTE_WORDS["en"]), strict=True))


def _key(lang: str) -> str:
    """Return under which of our keys the words of a language stand."""
    tag = lang.lower()
    if tag.startswith(_TRADITIONAL):
        return "zh-hant"
    first = tag.split("-")[0]
    return "zh-hans" if first == "zh" else first


# On a chart of several pages: a page's number, and that page as a place to look at; what the list of pages, and the
# first page, are called.
_PAGES = ("page", "see", "contents", "overview")
_PAGE_WORDS: Final[Mapping[str, str]] = {
    "en": "p. {n}|p. {n}|Contents|Overview",
    "zh-hans": "第 {n} 页|见第 {n} 页|目录|总览",
    "zh-hant": "第 {n} 頁|見第 {n} 頁|目錄|總覽",
    "ja": "{n} ページ|{n} ページへ|目次|全体図",
    "ko": "{n}쪽|{n}쪽 참조|차례|전체 보기",
    "de": "S. {n}|S. {n}|Inhalt|Übersicht",
}


def page_words(lang: str) -> Mapping[str, str]:
    """Return the words of a chart of several pages in a BCP 47 language; English where there are none.

    >>> page_words("zh-CN")["see"].format(n=3)
    '见第 3 页'
    """
    text = _PAGE_WORDS.get(_key(lang), _PAGE_WORDS["en"])
    return dict(zip(_PAGES, text.split("|"), strict=True))
