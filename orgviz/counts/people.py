"""Who is the same person: names as they are compared, and the words that say that a post is held beside another."""

from __future__ import annotations

import re
import unicodedata

from orgviz.patterns import pattern

# In brackets behind a name or title, or at a title's end or beginning.
_BESIDE = (
    r"兼任|兼職|兼职|兼務|兼|代理|代行|代|暂代|暫代|挂职|掛職|兼管|겸임|겸직|겸|직무\s?대행|대행|"
    r"acting|interim|a\.\s?i\.|ad interim|part[- ]time|concurrently|concurrent|secondary|"
    r"kommissarisch|komm\.|i\.\s?V\.|Teilzeit|nebenamtlich|in Personalunion"
)
_NOTE = pattern(rf"\s*[(\[（［【〔]\s*(?:{_BESIDE})\s*[)\]）］】〕]\s*", re.IGNORECASE)
_OPENING = pattern(r"[(\[（［【〔]")
_BEGINNING = pattern(
    r"兼(?![容顾顧并並备備])|代理(?![商店招渠业業])|代行|暂代|暫代"
    r"|代(?=总|總|[\u4e00-\u9fff]?(?:经理|經理|[主部局处處科院校行]?[长長任]))|acting\b|interim\b|part-time\b|kommissarische?\w*\s",
    re.IGNORECASE,
)
_END = pattern(
    r"(?:兼任|兼職|兼职|兼務|겸임|겸직|대행|\(acting\)|\ba\.i\.|\binterim|\bacting|\bpart-time)$",
    re.IGNORECASE,
)
_LAST = frozenset("任職职務임직행).gmeGME")
"""The last characters of `_END`."""


def person_key(name: str) -> str:
    """Return a person's name as it is compared: composed, with single spaces, without a note such as （兼）.

    >>> person_key("王敏（兼）") == person_key("王敏")
    True
    """
    if name.isascii() and "(" not in name and "[" not in name and "  " not in name:
        return name.strip()
    if name.isalnum() and unicodedata.is_normalized("NFC", name):
        return name
    bare = _NOTE.sub(" ", name) if _OPENING.search(name) else name
    return " ".join(unicodedata.normalize("NFC", bare).split()) or name


def is_beside(text: str) -> bool:
    """Tell whether a title or name says that the post is held beside another one, or only for now.

    >>> is_beside("财务总监（兼）"), is_beside("acting CFO"), is_beside("财务总监")
    (True, True, False)
    """
    if _OPENING.search(text) and _NOTE.search(text):
        return True
    text = text.strip()
    # A pattern for an end is tried from every place on: for most texts their last character says enough.
    return _BEGINNING.match(text) is not None or (text[-1:] in _LAST and _END.search(text) is not None)
