"""Find where a single long word may be cut when it is wider than its line; the last resort of wrapping."""

from __future__ import annotations

import re

from orgviz.typography.characters import is_cased

_MARGIN = 3  # letters that stay together at either end of a word
_HUMP = re.compile(r"(?<=[a-zà-ÿа-я])(?=[A-ZÀ-ÞА-Я])")
# A syllable begins with the consonants before a vowel; these pairs of consonants stay together.
_SYLLABLE = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:ch|ck|gh|ph|sh|th|wh|qu|[bcfgkp]l|[bcdfgkpt]r|sch|[bcdfghjklmnpqrstvwxz])[aeiouyà-ÿ])",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?:ch|ck|gh|ph|sh|th|wh|qu|[bcfgkp]l|[bcdfgkpt]r)", re.IGNORECASE)


def hyphenation_points(word: str) -> list[int]:
    """Return the indices at which `word` may be cut with a hyphen, in order.

    >>> [("Internationalisation"[:at]) for at in hyphenation_points("Internationalisation")]
    ['Inter', 'Interna', 'Internatio', 'Internationa', 'Internationali', 'Internationalisa']
    """
    points = {match.start() for pattern in (_HUMP, _SYLLABLE) for match in pattern.finditer(word)}
    return [at for at in sorted(points) if _is_sensible(word, at)]


def _is_sensible(word: str, at: int) -> bool:
    if not _MARGIN <= at <= len(word) - _MARGIN:
        return False
    if _PAIR.match(word[at - 1 : at + 1]) and not word[at].isupper():
        return False
    return all(map(is_cased, word[at - _MARGIN : at + _MARGIN]))
