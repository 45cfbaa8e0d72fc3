"""The words that stand in a picture of numbers, in its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from orgviz.vocabulary import language_key

# As in charts: an open circle before what is vacant.
VACANCY_MARK = "○"


@dataclass(frozen=True, slots=True)
class StatsWords:
    """One language's words.

    Args:
        numbers: what the picture is called where the organisation has no title.
        by_unit, by_type, span: headings of the three charts.
        none: the type of what has none.
        rest: how many bars are left out, with ``{n}``.
    """

    numbers: str
    people: str
    posts: str
    filled: str
    vacant: str
    external: str
    fte: str
    units: str
    levels: str
    median: str
    widest: str
    by_unit: str
    by_type: str
    span: str
    none: str
    rest: str


def _words(text: str) -> StatsWords:
    return StatsWords(*text.split("|"))


_WORDS: Final[Mapping[str, StatsWords]] = MappingProxyType(
    {
        "en": _words(
            "Headcount|people|posts|filled|vacant|external|FTE|units|levels|median span|widest span|"
            "People by department|People by type|Span of control: direct reports|No type|and {n} more"
        ),
        "zh-hans": _words(
            "人员统计|人数|岗位|在岗|空缺|外部|全时当量|部门|层级|管理幅度中位数|最大管理幅度|"
            "各部门人数|各类型人数|管理幅度：直接下属人数|未分类|另有 {n} 项"
        ),
        "zh-hant": _words(
            "人員統計|人數|職位|在職|懸缺|外部|全時當量|部門|層級|管理幅度中位數|最大管理幅度|"
            "各部門人數|各類型人數|管理幅度：直屬部屬人數|未分類|另有 {n} 項"
        ),
        "ja": _words(
            "人員数|人数|ポスト|在籍|空席|外部|FTE（常勤換算）|部門|階層|管理スパン中央値|最大管理スパン|"
            "部門別人数|種別人数|管理スパン：直属の部下の数|種別なし|ほか {n} 件"
        ),
        "ko": _words(
            "인원 현황|인원|직책|재직|공석|외부|FTE(상근 환산)|부서|단계|관리 범위 중앙값|최대 관리 범위|"
            "부서별 인원|유형별 인원|관리 범위: 직속 부하 수|유형 없음|그 외 {n}개"
        ),
        "de": _words(
            "Personalstand|Personen|Stellen|besetzt|unbesetzt|extern|Vollzeitstellen|Einheiten|Ebenen|"
            "mittlere Spanne|größte Spanne|Personen je Einheit|Personen je Art|"
            "Leitungsspanne: direkt Unterstellte|Ohne Art|und {n} weitere"
        ),
    }
)


def stats_words(lang: str) -> StatsWords:
    """Return the words for a BCP 47 language; English where there are none.

    >>> stats_words("zh-CN").vacant
    '空缺'
    """
    return _WORDS.get(language_key(lang), _WORDS["en"])
