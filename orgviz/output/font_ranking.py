"""Order font families for a drawing: its own first, then what suits its language; opens no file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.output.font_faces import Family

# Sans-serif families of the common systems by region, the ones people like best first.
_BY_REGION = {
    "SC": (
        "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC",
        "Source Han Sans SC", "Source Han Sans CN", "Source Han Sans", "HarmonyOS Sans SC", "MiSans",
        "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Heiti SC", "STHeiti", "SimHei", "Droid Sans Fallback",
        "SimSun", "Songti SC", "Noto Serif CJK SC",
    ),
    "TC": (
        "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC",
        "Source Han Sans TW", "Heiti TC", "WenQuanYi Micro Hei", "PMingLiU", "Noto Serif CJK TC",
    ),
    "HK": (
        "PingFang HK", "Microsoft JhengHei", "Noto Sans CJK HK", "Noto Sans HK", "Source Han Sans HC",
        "Noto Sans CJK TC", "PingFang TC", "Noto Sans TC", "Heiti TC", "WenQuanYi Micro Hei",
    ),
    "JP": (
        "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic", "Meiryo", "Noto Sans CJK JP",
        "Noto Sans JP", "Source Han Sans JP", "Source Han Sans", "IPAexGothic", "TakaoGothic", "MS Gothic",
        "Noto Serif CJK JP",
    ),
    "KR": (
        "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR",
        "Source Han Sans K", "NanumGothic", "Gulim", "Noto Serif CJK KR",
    ),
}  # fmt: skip
_LATIN = (
    "Helvetica Neue", "Segoe UI", "Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans", "Segoe UI Symbol",
    "Apple Symbols", "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Sans Symbols2", "Noto Sans Math",
)  # fmt: skip
_REGION_AT_END = re.compile(r" (SC|TC|HK|JP|KR)$")
_UNLIKE_A_CHART = re.compile(
    r"serif|song|sung|ming|mincho|kai|mono|sharp|batang|courier|times|unifont|math", re.IGNORECASE
)


def rank_families(
    families: Sequence[Family], asked: Sequence[str], lang: str, *, east_asian: bool
) -> tuple[Family, ...]:
    """Return `families` with the one to try first at the front.

    Args:
        families: all that there are.
        asked: names of families that the drawing asks for; a CJK one of another region waits its turn.
        lang: BCP 47; decides which forms of Han characters are right.
        east_asian: whether there are Chinese, Japanese or Korean characters, whose font comes first.
    """
    region = region_of(lang)
    fitting = [name for name in asked if not _is_foreign(name, region)]
    ours, latin = _BY_REGION[region], _LATIN
    wanted = [*fitting, *ours, *latin] if east_asian else [*fitting, *latin, *ours]
    for others in _BY_REGION.values():
        wanted.extend(others)
    places = {name.casefold(): place for place, name in reversed(list(enumerate(wanted)))}

    def key(family: Family) -> tuple[bool, bool, int, bool, str]:
        names = [places.get(name.casefold(), len(wanted)) for name in family.names]
        foreign = _is_foreign(family.names[0], region)
        unlike = bool(_UNLIKE_A_CHART.search(family.names[0]))
        return family.colored, not family.private or foreign, min(names), unlike, family.names[0]

    return tuple(sorted(families, key=key))


def region_of(lang: str) -> str:
    """Return whose Han characters a language is written with: SC, TC, HK, JP or KR; SC for others.

    >>> region_of("zh-Hant-HK"), region_of("zh-TW"), region_of("en")
    ('HK', 'TC', 'SC')
    """
    language, *subtags = lang.lower().replace("_", "-").split("-")
    if language in ("ja", "ko"):
        return {"ja": "JP", "ko": "KR"}[language]
    if "hk" in subtags or "mo" in subtags or language == "yue":
        return "HK"
    return "TC" if "tw" in subtags or "hant" in subtags else "SC"


def _is_foreign(name: str, region: str) -> bool:
    """Whether a family is known to be made for another region."""
    suffix = _REGION_AT_END.search(name)
    made_for = [made for made, names in _BY_REGION.items() if name in names or (suffix and suffix[1] == made)]
    return bool(made_for) and region not in made_for
