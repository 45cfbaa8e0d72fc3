"""Read an English item that tells in words how many hold a post: Two Clerks."""

from __future__ import annotations

import re
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

SMALL_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SPELLED = pattern(
    rf"(?:and )?(?P<count>{'|'.join(SMALL_NUMBERS)})(?: \(\d{{1,2}}\))?(?P<more> or more)?"
    r" (?P<name>[a-z][\w'/& -]{2,40}?)"
    r"(?: who [^:;]{3,})?[.)]?"
)


def spelled_count(name: Passage) -> Named | None:
    """Read `Two Clerks` and `and one past chair who has no vote`; nothing where an item is none of this sort."""
    match = _SPELLED.fullmatch(name.folded)
    if match is None or judge(match["name"]) is not Sort.POST:
        return None
    seats = None if match["more"] else SMALL_NUMBERS.index(match["count"]) + 1
    return replace(read_notes(name.cut(*match.span("name"))), seats=seats)


def leading_number(amount: str) -> int | None:
    """Return the number in an amount of people.

    >>> leading_number("3人"), leading_number("two"), leading_number("若干")
    (3, 2, None)
    """
    digits = re.search(r"\d+", amount)
    word = amount.split(" ", maxsplit=1)[0]
    return int(digits[0]) if digits else SMALL_NUMBERS.index(word) + 1 if word in SMALL_NUMBERS else None
