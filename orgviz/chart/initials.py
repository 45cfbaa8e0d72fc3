"""The letters that stand for somebody without a photo, as people of that language expect them."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_ASIDE = re.compile(r"[(（\[【].*?[)）\]】]|[,，、/].*")
_PARTS = re.compile(r"[\s\u00b7\u30fb\u2022.]+")
_TITLES = frozenset(["dr", "prof", "mr", "mrs", "ms", "mx", "sir", "dame", "herr", "frau", "ing"])
_LONGEST = 2


def initials(name: str, lang: str) -> str:
    """Return one or two letters; of a name without any letter its first character.

    >>> initials("Ann Archer", "en"), initials("Dr. Bo van Dyk", "en"), initials("Bob", "en")
    ('AA', 'BD', 'B')
    >>> initials("王敏", "zh-CN"), initials("欧阳小红", "zh-CN"), initials("陈大文（兼）", "zh-CN")
    ('王敏', '小红', '大文')
    >>> initials("田中 太郎", "ja"), initials("김철수", "ko")
    ('田中', '철수')
    """
    bare = _ASIDE.sub("", name).strip() or name.strip()
    parts = [part for part in _PARTS.split(bare) if any(character.isalnum() for character in part)]
    parts = [part for part in parts if part.lower() not in _TITLES] or parts
    if not parts:
        return bare[:1]
    first = parts[0]
    if _HAN.search(first) or _HANGUL.search(first) or _KANA.search(first):
        return _eastern(first, lang)
    # Of people with several names the first and the last; particles such as 'van' are small.
    chosen = [first, *parts[-1:]] if len(parts) > 1 else [first]
    return "".join(_letter(part) for part in chosen)


def _eastern(part: str, lang: str) -> str:
    """Return a name of two characters whole; of a longer one the given name, of a Japanese one the family's."""
    letters = "".join(character for character in part if character.isalpha())
    is_japanese = lang.lower().startswith("ja") or _KANA.search(part) is not None
    return letters[:_LONGEST] if is_japanese else letters[-_LONGEST:]


def _letter(part: str) -> str:
    letter = next(character for character in part if character.isalnum())
    return letter.upper()[:1]
