"""Choose among many rules those that a text can be for, by the words of which each rule needs one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_LETTERS = 4  # of a word are compared: a rule names the beginnings of its words
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Triggered(Generic[T]):
    """Rules in their order, and which of them each word calls.

    Args:
        calls: for the beginning of each word that calls any, a bit for each of those rules.
    """

    rules: tuple[tuple[int, T], ...]
    calls: Mapping[str, int]

    def called(self, folded: str) -> Iterator[T]:
        """Yield the rules that a folded text can be for, in their order."""
        get = self.calls.get
        bits = 0
        for word in beginnings(folded):
            bits |= get(word, 0)
        if bits:
            for bit, rule in self.rules:
                if bit & bits:
                    yield rule


def triggered(*rules: tuple[T, str]) -> Triggered[T]:
    """Return rules that are called by words; of long words, the beginning is enough.

    Args:
        rules: each with the words, spaces between, of which every text holds one that the rule reads.

    >>> rules = triggered(("vests", "vested lodged"), ("leads", "supervis lead"), ("counts", "two three"))
    >>> list(rules.called("three clerks are supervised by one"))
    ['leads', 'counts']
    """
    calls: dict[str, int] = {}
    for number, (_, words) in enumerate(rules):
        for word in words.split():
            calls[word[:_LETTERS]] = calls.get(word[:_LETTERS], 0) | 1 << number
    return Triggered(tuple((1 << number, rule) for number, (rule, _) in enumerate(rules)), calls)


@lru_cache(maxsize=1 << 4)
def beginnings(folded: str) -> tuple[str, ...]:
    """Return the beginnings of the English words in a folded text.

    >>> beginnings("the board's co-heads")
    ('the', 'boar', 's', 'co', 'head')
    """
    return tuple([word[:_LETTERS] for word in _WORD.findall(folded)])
