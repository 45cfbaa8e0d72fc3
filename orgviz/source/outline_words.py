"""What the words in the brackets of a text outline mean, for its reader and its writer alike."""

from __future__ import annotations

import re

from orgviz.lean import dataclass
from orgviz.model import TYPE_NAMES, EdgeKind, Status

FLAGS = ("head", "assistant")
STATUSES = tuple(status.value for status in Status)
LINK_KINDS = tuple(kind.value for kind in EdgeKind if kind is not EdgeKind.ASSISTANT)
KEYS = ("id", "type", "status", "from", "until", "url", "fte")
LINK_KEYS = ("kind", "status", "from", "since", "until")
PROPOSED = "proposed"
HEADER = "orgviz outline"

_DAY = r"\d{4}-\d{1,2}-\d{1,2}"
_RANGE = re.compile(rf"({_DAY})\s*(?:[–—~～至-]|to|\.\.)\s*({_DAY})")
_ONE_DAY = re.compile(r"(from|since|until)\s+(\S.*)", re.IGNORECASE)
_CONTINUED = re.compile(r"continued\s+(\d{1,9})")
_OTHER_BRACKETS = re.compile(r"[(（［【〔]([^()（）［］【】〔〕]+)[)）］】〕]$")
_BETWEEN = re.compile(r"[,，、]")
_URL = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A key that a word stands for, its value, and where in the word the value begins."""

    key: str
    value: str
    offset: int = 0


def meanings(word: str) -> tuple[Meaning, ...]:
    """Return what a word means for a node; nothing where it can only be a type.

    >>> meanings("2026-10-01 – 2026-11-15")[1].value
    '2026-11-15'
    """
    lower = word.lower()
    if lower in FLAGS:
        return (Meaning(lower, lower),)
    if lower in STATUSES:
        return (Meaning("status", lower),)
    if word.startswith("#") and len(word) > 1:
        return (Meaning("id", word[1:], 1),)
    if _URL.match(word):
        return (Meaning("url", word),)
    continued = _CONTINUED.fullmatch(lower)
    if continued is not None:
        return (Meaning("continued", continued[1], continued.start(1)),)
    return days(word)


def in_other_brackets(name: str) -> int | None:
    """Return where a name ends in attributes that stand in brackets of another sort; nothing where it does not.

    >>> in_other_brackets("Sales (head)"), in_other_brackets("Sales (EMEA)")
    (6, None)
    """
    match = _OTHER_BRACKETS.search(name)
    if match is None:
        return None
    words = [word.strip() for word in _BETWEEN.split(match[1])]
    is_meant = all(word.lower() in TYPE_NAMES or meanings(word) for word in words)
    return match.start() if is_meant else None


def link_meanings(word: str) -> tuple[Meaning, ...]:
    """Return what a word means for a link; nothing where it means nothing."""
    lower = word.lower()
    if lower in LINK_KINDS:
        return (Meaning("kind", lower),)
    if lower == PROPOSED:
        return (Meaning("status", lower),)
    return tuple(Meaning("since" if one.key == "from" else one.key, one.value, one.offset) for one in days(word))


def days(word: str) -> tuple[Meaning, ...]:
    """Return the first and the last day that a word names, or one of them."""
    both = _RANGE.fullmatch(word)
    if both is not None:
        return Meaning("from", both[1]), Meaning("until", both[2], both.start(2))
    one = _ONE_DAY.fullmatch(word)
    if one is not None:
        key = "until" if one[1].lower() == "until" else "from"
        return (Meaning(key, one[2], one.start(2)),)
    return ()
