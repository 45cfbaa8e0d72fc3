"""Find the name in quotes with which a text begins, with what is said of it behind."""

from __future__ import annotations

import re
from typing import Final

from orgviz.document.text.capitals import have_capitals
from orgviz.patterns import pattern

MASK: Final = "¤"  # stands for each letter that is hidden from whoever looks for signs outside brackets and quotes
_SMALL = 4  # letters of words that begin with a small one within a name: to, with
QUOTE = pattern(r"[\"“][a-z0-9A-Z]")
# What stands in brackets or, in Latin letters, in quotes.
INNER = pattern(r"\([^()]*\)|\[[^\[\]]*\]|(?<=[\"“])[a-z0-9A-Z][^\"“”\u2e80-\u9fff]{1,58}(?=[\"”])")
# "Money and Law", which keeps the books: a name in quotes, and what is said of it.
_TOLD = pattern(
    r"[\"“](?P<name>[A-Z][^\"“”]{1,58}?),?[\"”],?\s+(?:(?:which|that)\s(?:is\s)?"
    r"|whose\s(?:main\s)?(?:tasks?|objectives?|purposes?|aims?|duties|duty|work|role|job|mission)\s"
    r"(?:is|are|pertains?)\s(?:to\s)?)(?=\S)"
)


# Faction 2: The Grey Monks (Cult): what the first word says that the name behind the colon is.
_CLASSED = pattern(
    r"(?:(?:Faction|Clan|Guild|Gang)(?: (?:\d{1,2}|[IVX]{1,4}|[A-Z]))?|(?:Tribe|Legion|Sect|Cult|House|Order) \d{1,2})"
    r"(?::| [-–—])\s+(?P<name>(?=[A-Z])[^,:;.]{3,50})$"
)


def classed_name(text: str) -> re.Match[str] | None:
    """Return the match of a name behind the word that says what it is, and its number.

    >>> told = classed_name("Faction 2: The Grey Monks")
    >>> told and told["name"]
    'The Grey Monks'
    """
    return _CLASSED.match(text) if text[:1] in "FCGTLSHO" else None


def quoted_name(text: str) -> re.Match[str] | None:
    """Return the match of a name in quotes and of what leads to its work, if a text begins so.

    >>> told = quoted_name('"Money and Law", which keeps the books')
    >>> told and told["name"]
    'Money and Law'
    """
    told = _TOLD.match(text)
    return told if told and have_capitals(word for word in told["name"].split() if len(word) > _SMALL) else None
