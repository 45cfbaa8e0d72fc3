"""Read names that are nested in tags as an outline, as in OPML, mind maps and XML of departments."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from orgviz.patterns import pattern

Numbered = tuple[int, str]
Shifted = tuple[int, str, int]
_TAG = pattern(
    r"<(?P<close>/?)(?P<tag>[A-Za-z_][\w:.-]*)(?P<rest>(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*(?P<empty>/?)>"
)
_NAME = pattern(r"\s(?:text|name|title|label|caption)\s*=\s*(?P<quote>[\"'])(?P<name>.*?)(?P=quote)", re.IGNORECASE)
_NAME_TAG = pattern(r"name|title|label|text|\w*(?:name|名称)", re.IGNORECASE)
_PAGE = pattern(r"<(?:html|div|span|table|td|p|a|img|svg|script|h[1-6])\b", re.IGNORECASE)
_BEGINS = pattern(r"\s*<(?:\?xml|opml|map|!DOCTYPE (?!html)|\w+[\s>])", re.IGNORECASE)
_FEWEST = 3  # names from which on tags are an outline
_LONGEST = 80  # characters of a name


@dataclass(slots=True)
class _Reader:
    """The tags that are open, each with whether it has a name, how many of them do, and the names so far."""

    open: list[tuple[str, bool]] = field(default_factory=list)
    depth: int = 0
    names: list[Shifted] = field(default_factory=list)
    deepest: int = 0

    def tag(self, number: int, match: re.Match[str], behind: str) -> None:
        """Take in a tag and the text behind it."""
        if match["close"]:
            self._close(match["tag"])
            return
        named = _NAME.search(match["rest"])
        if named is not None and named["name"].strip():
            self._put(number, named["name"], match.start("rest") + named.start("name"), self.depth)
        elif self.open and not self.open[-1][1] and _NAME_TAG.fullmatch(match["tag"]) and behind.strip():
            is_title = self.open[-1][0].lower() == "head"
            self._put(number, behind, match.end(), -1 if is_title else self.depth)
            self.open[-1] = (self.open[-1][0], not is_title)
            self.depth += not is_title
        if not match["empty"]:
            self.open.append((match["tag"], named is not None))
            self.depth += named is not None

    def _close(self, tag: str) -> None:
        is_closed = False
        while self.open and not is_closed:
            last, is_named = self.open.pop()
            self.depth -= is_named
            is_closed = last == tag

    def _put(self, number: int, written: str, at: int, depth: int) -> None:
        name = html.unescape(written).strip()
        if 0 < len(name) <= _LONGEST:
            sign = "# " if depth < 0 else "  " * depth + "- "
            self.names.append((number, sign + " ".join(name.split()), at - len(sign)))
            self.deepest = max(self.deepest, depth)


def nested_tags(lines: Sequence[Numbered]) -> list[Shifted]:
    """Return the names as an indented list where a document is nothing but nested tags; else nothing."""
    first = next((text for _, text in lines if text.strip()), "")
    if not _BEGINS.match(first) or any(_PAGE.search(text) for _, text in lines):
        return []
    reader = _Reader()
    for number, text in lines:
        for match in _TAG.finditer(text):
            end = text.find("<", match.end())
            reader.tag(number, match, text[match.end() : end if end >= 0 else None])
    return reader.names if len(reader.names) >= _FEWEST and reader.deepest > 0 else []
