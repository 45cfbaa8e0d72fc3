"""Tell what kind of character something is, as far as breaking lines cares; no words, no widths."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Characters that never start a line, and ones that never end one (kinsoku; JIS X 4051 and GB/T 15834).
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーゝゞヽヾ"
CLOSING = frozenset("，。、：；！？）】》〉」』〕］｝〗〙〛”’…‥—～·・‧•／％℃°‰,.:;!?)]}%/|»-–›々〻゠" + _SMALL_KANA)
OPENING = frozenset("（【《〈「『〔［｛〖〘〚“‘([{«‹#＃$＄￥¥£€＠№")

# After one of these a break is as good as it gets.
SEPARATORS = frozenset("，。、：；！？·・‧／/|｜,;")

_JOINER = "\u200d"
_BREAKABLE_FORMATS = "\u200b\u00ad"  # zero width space, soft hyphen
_ALONE = "[ -~\u00a0-\u00ac\u00ae-\u02ff\u3001-\u3029\u3041-\u3096\u30a1-\u9fff\uac00-\ud7a3\uff01-\uff9d]*"
_SIMPLE = re.compile(_ALONE)


def clusters(text: str) -> list[str]:
    """Split `text` into what a reader sees as single characters: letters with their marks, whole emoji.

    >>> clusters("王敏🇨🇳")
    ['王', '敏', '🇨🇳']
    """
    if _SIMPLE.fullmatch(text):
        return list(text)
    found: list[str] = []
    for char in text:
        if found and _joins(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _joins(cluster: str, char: str) -> bool:
    if _extends(char) or cluster[-1] == _JOINER:
        return True
    return len(cluster) == 1 and is_regional(cluster) and is_regional(char)


@cache
def _extends(char: str) -> bool:
    """Whether `char` clings to the one before: marks, joiners, variation selectors, skin tones."""
    code = ord(char)
    return (
        unicodedata.category(char) in ("Mn", "Me", "Mc")
        or (unicodedata.category(char) == "Cf" and char not in _BREAKABLE_FORMATS)
        or 0x1F3FB <= code <= 0x1F3FF
        or 0x1160 <= code <= 0x11FF
    )


def is_regional(char: str) -> bool:
    """Whether `char` is half of a flag."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character, wherever it is used."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
        or char in "〇々"
    )


def is_kana(char: str) -> bool:
    """Whether `char` is a Japanese syllable or the mark of a long one."""
    return "\u3041" <= char <= "\u30ff" and char not in "゠・"


def is_cased(char: str) -> bool:
    """Whether `char` is a letter of a script that has capitals: the ones that are hyphenated."""
    return char.isalpha() and char.lower() != char.upper()
