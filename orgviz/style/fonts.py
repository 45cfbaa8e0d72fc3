"""Which font families a chart asks for, by language."""

from __future__ import annotations

from typing import Final

from orgviz.vocabulary import language_key

# The first that a reader's machine has is used. macOS, Windows, then what Linux machines have.
_HANS: Final = (
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
_HANT: Final = (
    "PingFang TC",
    "Microsoft JhengHei",
    "Noto Sans CJK TC",
    "Noto Sans TC",
    "Source Han Sans TC",
    "WenQuanYi Micro Hei",
)
_JA: Final = ("Hiragino Sans", "Yu Gothic", "Meiryo", "Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans")
_KO: Final = ("Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans K")
_LATIN: Final = ("Helvetica Neue", "Segoe UI", "Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans")


def families(lang: str) -> tuple[str, ...]:
    """Return the families for a BCP 47 language, ending in a generic one.

    >>> families("zh-CN")[0], families("en")[0]
    ('PingFang SC', 'Helvetica Neue')
    """
    own = {"zh-hant": _HANT, "zh-hans": _HANS, "ja": _JA, "ko": _KO}.get(language_key(lang))
    # A chart in a Latin script may still hold Chinese names.
    return (*own, "sans-serif") if own else (*_LATIN, *_HANS[:3], "sans-serif")
