"""Take markup out of a line: emphasis, links, pictures, tags, badges; what is left keeps its places."""

from __future__ import annotations

import re

from orgviz.document.text.passages import Passage, passage
from orgviz.folding import fold

# Each alternative names with its group what is kept; without one it goes altogether.
_MARKUP = re.compile(
    r"!\[[^\]\n]*\]\([^)\n]*\)"  # a picture
    r"|\[(?P<link>[^\]\[\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\)"
    r"|(?<=\S)\[\^?\d{1,3}\](?!\()"  # a footnote
    r"|\[(?P<reference>[^\]\[\n]+)\]\[[^\]\n]*\]"
    r"|<(?P<address>(?:https?://|mailto:)[^>\s]+)>"
    r"|</?[a-zA-Z][^>\n]*>"
    r"|\{%[^\n]*?%\}|\{\{[^\n]*?\}\}"
    r"|(?P<marks>\*\*|__|~~|`+)"
    r"|(?<![\w_])_(?P<stress>[^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])"
    r"|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])"
    r"|[\u200b\u200c\u2060\ufeff\u00ad]"
    r"|\\(?=[\\`*_{}\[\]()#+.!|>-])"
    r"|&nbsp;"
    r"|(?<=\S)\s+\{:?\s*[#.]\w[^{}\n]*\}(?=\s*$)"  # the address of a heading
)
_HINTS = frozenset("*`[<{~\u200b\u200c\u2060\ufeff\u00ad\\&_")


def without_markup(text: str, line: int, column: int) -> Passage:
    """Return the text of a line that begins at a column, as a reader sees it."""
    if _HINTS.isdisjoint(text):
        return passage(text, line, column)
    kept: list[tuple[int, int]] = []
    at = 0
    for match in _MARKUP.finditer(text):
        kept.append((at, match.start()))
        group = match.lastgroup
        if group is not None and group != "marks":
            kept.append(match.span(group))
        at = match.end()
    kept.append((at, len(text)))
    return _collected(text, [(start, end) for start, end in kept if start < end], line, column)


def _collected(text: str, kept: list[tuple[int, int]], line: int, column: int) -> Passage:
    places = []
    length = 0
    for start, end in kept:
        places.append((length, line, column + start))
        length += end - start
    clean = "".join(text[start:end] for start, end in kept)
    return Passage(clean, fold(clean), tuple(places) or ((0, line, column),)).cut(0)
