"""What marks of a difference say on a chart, in its language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from orgviz.vocabulary import language_key

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
    text = _CHANGE_WORDS.get(language_key(lang), _CHANGE_WORDS["en"])
    return dict(zip(_CHANGES, text.split("|"), strict=True))
