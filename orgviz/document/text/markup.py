"""Take markup out of a line: emphasis, links, pictures, tags, badges, names of signs; what is left keeps its places."""

from __future__ import annotations

import html

from orgviz.document.text.passages import Passage, passage
from orgviz.folding import fold
from orgviz.patterns import pattern

# Each alternative names with its group what is kept; without one it goes altogether.
_MARKUP = pattern(
    r"!\[[^\]\n]*\]\([^)\n]*\)"  # a picture
    r"|\[(?P<link>[^\]\[\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\)"
    r"|(?<=\S)\[\^?\d{1,3}\](?!\()"  # a footnote
    r"|\[(?P<reference>[^\]\[\n]+)\]\[[^\]\n]*\]"
    r"|<(?P<address>(?:https?://|mailto:)[^>\s]+)>"
    r"|(?P<break><[bB][rR]\s*/?>)"
    r"|</?[a-zA-Z][^>\n]*>"
    r"|\{\{[<%]\s*[\w/-]+\s+\"(?P<said>[^\"\n]+)\"\s*[>%]\}\}"  # what a template is told to show
    r"|(?<!\S)\[![A-Za-z]{3,12}\]"  # the sort of a remark
    r"|\{%[^\n]*?%\}|\{\{[^\n]*?\}\}"
    r"|(?P<marks>\*\*|__|~~|`+)"
    r"|(?<![\w_])_(?P<stress>[^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])"
    r"|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])"
    r"|[\u200b\u200c\u2060\ufeff\u00ad]"
    r"|\\(?=[\\`*_{}\[\]()#+.!|>-]|\s*$)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});)"
    r"|(?<=\S)\s+\{:?\s*[#.]\w[^{}\n]*\}(?=\s*$)"  # the address of a heading
)
_HINTS = frozenset("*`[<{~\u200b\u200c\u2060\ufeff\u00ad\\&_")


def without_markup(text: str, line: int, column: int) -> Passage:
    """Return the text of a line that begins at a column, as a reader sees it."""
    if _HINTS.isdisjoint(text):
        return passage(text, line, column)
    kept: list[tuple[int, str]] = []
    at = 0
    for match in _MARKUP.finditer(text):
        kept.append((at, text[at : match.start()]))
        group = match.lastgroup
        if group == "entity":
            kept.append((match.start(), _sign_of(match[0])))
        elif group == "break":
            kept.append((match.start(), " "))
        elif group is not None and group != "marks":
            kept.append(_without_stress(match.start(group), match[group]))
        at = match.end()
    kept.append((at, text[at:]))
    return _collected(kept, line, column)


def _without_stress(at: int, text: str) -> tuple[int, str]:
    """Return a place and the text there without the stars that set the whole of it in italics or bold."""
    inner = text.lstrip("*")
    return (at + len(text) - len(inner), inner.rstrip("*")) if inner.endswith("*") else (at, text)


def _sign_of(entity: str) -> str:
    """Return the sign that HTML writes by its name or number, but for spaces: &amp;."""
    sign = html.unescape(entity)
    return "" if sign.isspace() else sign


def _collected(kept: list[tuple[int, str]], line: int, column: int) -> Passage:
    places = []
    length = 0
    for start, text in kept:
        if text:
            places.append((length, line, column + start))
            length += len(text)
    clean = "".join(text for _, text in kept)
    return Passage(clean, fold(clean), tuple(places) or ((0, line, column),)).cut(0)
