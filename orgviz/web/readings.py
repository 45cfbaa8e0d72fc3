"""How Han characters are read: one table for a whole page, every reading of each, for search by pinyin.

The table is by character, and the page puts the readings of a name together as somebody types. So a name with several
readings (重 is zhong or chong) is found by each, and two thousand names cost no more than the characters in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Here the same characters are read otherwise, and nobody types pinyin.
_OTHERWISE_READ = ("ja", "ko")


def readings(texts: Iterable[str], lang: str) -> dict[str, str]:
    """Return for each Han character of the texts its readings without tones, parted by spaces (``ü`` is ``v``).

    Empty for Japanese and Korean. What has no reading in the dictionary is left out.

    >>> readings(["重庆 A"], "zh-CN")
    {'庆': 'qing', '重': 'zhong chong tong'}
    """
    if lang.lower().split("-")[0] in _OTHERWISE_READ:
        return {}
    characters = sorted({character for text in texts for character in _HAN.findall(text)})
    return _looked_up(characters) if characters else {}


def _looked_up(characters: Iterable[str]) -> dict[str, str]:
    from pypinyin import Style, pinyin  # noqa: PLC0415 - loading it takes time

    found = {}
    for character in characters:
        (options,) = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore") or ([],)
        plain = dict.fromkeys(option for option in options if option.isascii() and option.isalpha())
        if plain:
            found[character] = " ".join(plain)
    return found
