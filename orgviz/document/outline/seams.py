"""Tell where a margin broke a sentence in Latin letters: between words, or within one."""

from __future__ import annotations

from orgviz.document.names.judging import is_wide
from orgviz.document.text.passages import Passage, joined
from orgviz.patterns import pattern

_HYPHEN = pattern(r"(?P<before>[^\W\d_]{2,})-$")
# What stands before a hyphen that belongs to the word: cross-functional, self-service.
_PARTS = frozenset(
    ("self", "cross", "co", "non", "well", "long", "short", "multi", "part", "full", "high", "low", "front", "back")
)
_JOINS = pattern(r"(?:and|or|und|oder|sowie|bzw)\b")


def rejoined(last: Passage, following: Passage) -> Passage | None:
    """Return two lines as one where the first ends within a word, which goes on in small letters: budget-, ing."""
    hyphen = _HYPHEN.search(last.text[-24:])
    if hyphen is None or not following.text[:1].islower() or _JOINS.match(following.folded):
        return None
    is_own = hyphen["before"].lower() in _PARTS
    return joined((last if is_own else last.cut(0, len(last) - 1), following), "")


_NAMED = pattern(r"[A-Z][\w&'’ /-]{1,60}?(?::| [-–—]) ")


def goes_on_small(first: Passage, last: Passage, following: Passage) -> bool:
    """Tell whether a line in small letters goes on with what an item says behind its name and a colon."""
    if is_wide(first.folded) or not following.text[:1].islower():
        return False
    return _NAMED.match(first.text) is not None and not last.text.rstrip().endswith((".", ";", ":"))
