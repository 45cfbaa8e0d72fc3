"""Choose among many rules those that a text can be for, by the words of which each rule needs one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from orgviz.patterns import pattern

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_LETTERS = 4  # of a word are compared: a rule names the beginnings of its words
_WORD = pattern(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Triggered(Generic[T_co]):
    """Rules in their order, and which of them each word calls.

    Args:
        calls: for the beginning of each word, or each sign, that calls any, a bit for each of those rules: the lowest
            for the first.
        parts: gives what of a text calls: the beginnings of its words, or its signs.
    """

    rules: tuple[T_co, ...]
    calls: Mapping[str, int]
    parts: Callable[[str], frozenset[str]]

    def called(self, folded: str) -> Iterator[T_co]:
        """Yield the rules that a folded text can be for, in their order."""
        bits = 0
        for part in self.calls.keys() & self.parts(folded):
            bits |= self.calls[part]
        while bits:
            lowest = bits & -bits
            yield self.rules[lowest.bit_length() - 1]
            bits ^= lowest


def triggered(*rules: tuple[T, str]) -> Triggered[T]:
    """Return rules that are called by words; of long words, the beginning is enough.

    Args:
        rules: each with the words, spaces between, of which every text holds one that the rule reads.

    >>> rules = triggered(("vests", "vested lodged"), ("leads", "supervis lead"), ("counts", "two three"))
    >>> list(rules.called("three clerks are supervised by one"))
    ['leads', 'counts']
    """
    return _triggered([(rule, [word[:_LETTERS] for word in words.split()]) for rule, words in rules], beginnings)


def triggered_by_signs(*rules: tuple[T, str]) -> Triggered[T]:
    """Return rules that are called by signs of a script without spaces.

    Args:
        rules: each with the signs of which every text holds one that the rule reads.

    >>> list(triggered_by_signs(("elects", "选推"), ("oversees", "管")).called("由会员推举"))
    ['elects']
    """
    return _triggered(rules, _signs)


def _triggered(rules: Sequence[tuple[T, Iterable[str]]], parts: Callable[[str], frozenset[str]]) -> Triggered[T]:
    calls: dict[str, int] = {}
    for number, (_, callers) in enumerate(rules):
        for caller in callers:
            calls[caller] = calls.get(caller, 0) | 1 << number
    return Triggered(tuple([rule for rule, _ in rules]), calls, parts)


@lru_cache(maxsize=1 << 4)
def beginnings(folded: str) -> frozenset[str]:
    """Return the beginnings of the English words in a folded text, in no order.

    >>> sorted(beginnings("the board's co-heads"))
    ['boar', 'co', 'head', 's', 'the']
    """
    return frozenset([word[:_LETTERS] for word in _WORD.findall(folded)])


@lru_cache(maxsize=1 << 4)
def _signs(folded: str) -> frozenset[str]:
    return frozenset(folded)
