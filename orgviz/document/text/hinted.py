"""Regular expressions that begin with open text, tried only in a text that holds a word which each match holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orgviz.patterns import pattern


@dataclass(frozen=True, slots=True)
class Hinted:
    """A pattern that would be tried at every letter of a text, and what to look for first.

    Args:
        hint: matches somewhere in every text of the pattern, and is quick to look for.
    """

    hint: re.Pattern[str]
    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self.pattern.search(text) if self.hint.search(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match with which a text begins."""
        return self.pattern.match(text) if self.hint.search(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all matches in a text."""
        return self.pattern.finditer(text) if self.hint.search(text) else iter(())


def hinted(hint: str, whole: str) -> Hinted:
    """Return a pattern with the hint for it.

    >>> hinted("由", "(?P<post>[^,]{2,8}?)由(?P<who>[^,]{2,8})兼任").search("馆长由校长兼任")["who"]
    '校长'
    """
    return Hinted(pattern(hint), pattern(whole))
