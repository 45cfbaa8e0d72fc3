"""How alike two names are, from 0 to 1: by words and letters in alphabets, by characters in Chinese and Japanese.

The Dice coefficient over pieces of the names (Dice, Measures of the amount of ecologic association, 1945), in which
the words that half of all units bear (部, 中心, department, team) weigh little.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from orgviz.folding import fold

_WORD = re.compile(r"[^\W\d_]+|\d+")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_COMMON_WORDS = frozenset((
    "department", "dept", "team", "unit", "office", "group", "division", "section", "branch", "centre", "center",
    "of", "the", "and", "for", "a", "an", "de", "der", "die", "das", "und", "für", "abteilung", "bereich",
))  # fmt: skip
_COMMON_CHARACTERS = frozenset("部门中心组处室科局司团队会委员办公的与和及")
_COMMON, _OWN = 1, 4  # how much a piece weighs
_REMEMBERED = 1 << 14


def likeness(one: str, other: str) -> float:
    """Return how alike two names are: 1 for names that differ by case, width or script at most.

    >>> likeness("市场部", "市场中心") > 0.5 > likeness("市场部", "财务部")
    True
    >>> likeness("Customer service", "Customer services") > 0.8 > likeness("Sales team", "Finance team")
    True
    """
    if fold(one) == fold(other):
        return 1.0
    pieces, others = _pieces(one), _pieces(other)
    total = sum(pieces.values()) + sum(others.values())
    if not total:
        return 0.0
    shared = sum(min(weight, others[piece]) for piece, weight in pieces.items() if piece in others)
    return min(0.99, 2 * shared / total)


@lru_cache(maxsize=_REMEMBERED)
def _pieces(name: str) -> Counter[str]:
    """Return the pieces of a name with their weights: characters and pairs of them, or pairs of letters in words."""
    found: Counter[str] = Counter()
    for word in _WORD.findall(fold(name)):
        if _IDEOGRAPH.search(word):
            for character in word:
                found[character] += _COMMON if character in _COMMON_CHARACTERS else _OWN
            for first, second in pairwise(word):
                common = first in _COMMON_CHARACTERS or second in _COMMON_CHARACTERS
                found[first + second] += _COMMON if common else _OWN
        else:
            weight = _COMMON if word in _COMMON_WORDS else _OWN
            for first, second in zip(f" {word}", f"{word} ", strict=True):
                found[first + second] += weight
    return found
