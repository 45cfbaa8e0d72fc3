"""Know a name again that is written with another word of the same family: Inspection, Inspective Office."""

from __future__ import annotations

from functools import lru_cache

from orgviz.document.names.name_keys import key_of
from orgviz.patterns import pattern

_ENDINGS = pattern(
    r"(?P<stem>[a-z]{4,}?)(?:(?P<at>ative|ational|ations?)|(?P<s>tic|sis|stics?)|(?P<i>ive|ional|ions?|ory)|(?P<e>ing|ment)s?)$"
)


@lru_cache(maxsize=1 << 12)
def family_of(folded: str) -> str:
    """Return a name with the stem of its words that have one, which are no class words.

    >>> family_of("the inspective office") == family_of("inspection office")
    True
    >>> family_of("internal affairs") == family_of("international affairs")
    False
    """
    words = key_of(folded).split(" ")
    return " ".join([*(_stem(word) for word in words[:-1]), words[-1]])


def _stem(word: str) -> str:
    match = _ENDINGS.fullmatch(word)
    return f"{match['stem']}-{match.lastgroup}" if match else word
