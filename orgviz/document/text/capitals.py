"""Tell words that are written as names are, in scripts with capitals."""

from __future__ import annotations

from collections.abc import Iterable

_SMALL = ("of", "and", "for", "the", "&")


def have_capitals(words: Iterable[str]) -> bool:
    """Whether all words but the small ones begin with a capital.

    >>> have_capitals("Office of the Mayor".split()), have_capitals("our finance team".split())
    (True, False)
    """
    return all(word.lstrip("(")[:1].isupper() or word in _SMALL for word in words)  # Human Resources (HR)
