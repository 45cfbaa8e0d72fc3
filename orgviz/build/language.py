"""Tell the language of an organisation from its names and texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

# The first and the last of each range. To compile them into a pattern would take longer than most files do.
_KANA = (("\u3041", "\u3096"), ("\u30a1", "\u30fa"), ("\u30fc", "\u30fc"))
_HANGUL = (("\uac00", "\ud7a3"),)
_HAN = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\U00020000", "\U000323af"))

# Frequent characters of organisations that are written in one way only, simplified and traditional.
_PAIRS = (
    "业業务務门門财財员員营營销銷总總经經团團队隊设設计計划劃产產购購仓倉储儲运運输輸电電脑腦网網络絡讯訊资資"
    "组組织織长長处處级級会會监監审審规規险險项項应應关關际際贸貿质質检檢测測师師护護卫衛场場区區课課证證"
    "导導领領构構办辦书書记記协協调調谘諮询詢顾顧问問战戰标標识識专專户戶体體验驗传傳广廣媒媒创創意意开開发發"
    "维維备備软軟件件统統数數据據报報纪紀党黨厂廠车車间間达達东東华華国國实實习習总總裁裁执執热熱线線单單对對"
)
_SIMPLIFIED = frozenset(one for one, other in zip(_PAIRS[::2], _PAIRS[1::2], strict=True) if one != other)
_TRADITIONAL = frozenset(other for one, other in zip(_PAIRS[::2], _PAIRS[1::2], strict=True) if one != other)


def tell_language(texts: Iterable[str]) -> str:
    """Return a BCP 47 tag: ``ja`` by kana, ``ko`` by Hangul, ``zh-CN`` or ``zh-TW`` by Han, else ``en``.

    A few kana or Hangul in a Chinese text, as brands like to have them, do not count.

    >>> tell_language(["市場部", "業務部"])
    'zh-TW'
    """
    text = "".join(texts)
    if text.isascii():
        return "en"
    times = Counter(text)
    han, kana, hangul = (
        sum(number for character, number in times.items() if any(first <= character <= last for first, last in letters))
        for letters in (_HAN, _KANA, _HANGUL)
    )
    if kana * 10 > han:
        return "ja"
    if hangul * 5 > han:
        return "ko"
    if not han:
        return "en"
    simplified = sum(number for character, number in times.items() if character in _SIMPLIFIED)
    traditional = sum(number for character, number in times.items() if character in _TRADITIONAL)
    return "zh-TW" if traditional > simplified else "zh-CN"
