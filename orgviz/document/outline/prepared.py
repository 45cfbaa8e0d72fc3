"""Bring raw lines into the form in which they are read: without comment signs, drawings side by side set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgviz.document.outline.broken_links import links_whole
from orgviz.document.outline.counted_signs import signs_as_levels
from orgviz.document.outline.diagrams import without_diagrams
from orgviz.document.outline.html_within import parted_at_breaks, with_html
from orgviz.document.outline.marks_alone import marks_joined
from orgviz.document.outline.nested_tags import nested_tags
from orgviz.document.outline.web_pages import page_lines
from orgviz.patterns import pattern

Numbered = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Raw:
    """A line, or the right part of one, as it is to be read.

    Args:
        number: 1-based.
        shift: how many columns were cut off before the text.
    """

    number: int
    text: str
    shift: int = 0


_SIGN = pattern(r"\s*(?P<sign>--|//|\#|;|\*|%)(?=\s|$|[│├└])(?!\s*[-=*#]{3,}\s*$)")
_DRAWN = pattern(r"[├└┣┗╠╚][─━═]|[├└┣┗╠╚]\s|(?<!\S)[+|`\\]--")
_BESIDE = pattern(r"(?<=[^\s│┃║|├└])[ \t]{2,}+(?=(?:[│┃║][│┃║\s]*+)?[├└┣┗╠╚][─━═])")
_WIDEST = 400  # columns beyond which nobody draws
_DATA = pattern(r"\s*\{(?![{%]).*[:=].*\}\s*,?\s*$")
_LEAST = 3  # lines from which on something is no accident


def prepared(lines: Sequence[Numbered]) -> tuple[Raw, ...]:
    """Return the lines as they are to be read; one of two drawings side by side comes behind the other."""
    lines = [(number, _with_brackets(text)) for number, text in _without_empty_columns(lines)]
    shifted = nested_tags(lines) or page_lines(lines) or _without_signs(lines)
    kept = [(number, _without_stroke(text), shift) for number, text, shift in shifted if not _DATA.match(text)]
    return tuple(_apart(marks_joined(tuple(links_whole(kept)))))


def _without_signs(lines: Sequence[Numbered]) -> Sequence[tuple[int, str, int]]:
    """Return the lines of a text without signs of comments and code, and with what its HTML shows."""
    drawn = signs_as_levels(tuple(without_diagrams(tuple(_without_comment_signs(lines)))))
    return tuple(parted_at_breaks(tuple(with_html(drawn))))


_EMPTY_COLUMNS = pattern(r"(?<=\S)\s?(?:\|\s*){2,}$")


def _without_empty_columns(lines: Sequence[Numbered]) -> Sequence[Numbered]:
    """Take the bars of empty columns off the ends of lines, where all bars of a text are such: Ann Lee | |."""
    ends = {number: match.start() for number, text in lines if (match := _EMPTY_COLUMNS.search(text)) and match.start()}
    if len(ends) < _LEAST or any("|" in text[: ends.get(number)] for number, text in lines):
        return lines
    return [(number, text[: ends.get(number)]) for number, text in lines]


_SMALL_PRINT = pattern(
    r"(?<=[^\s>#*-])(?P<open>\s*<(?P<tag>small|sub)\b[^<>]{0,80}>)\s*(?P<said>[^\s<>(][^<>]{2,300})(?P<close></(?P=tag)>)",
    re.IGNORECASE,
)


def _with_brackets(text: str) -> str:
    """Put what stands behind a name in small print in brackets, as others write it; everything keeps its column."""
    return _SMALL_PRINT.sub(_bracketed, text) if "</" in text else text


def _bracketed(match: re.Match[str]) -> str:
    said = match["said"].rstrip()
    before = match.end() - match.start() - len(said) - len(match["close"])
    return " (" + " " * (before - 2) + said + ")" + " " * (len(match["close"]) - 1)


_STROKE = pattern(r"(?<=[^\W\d])\s?[:：]\s?[-–—]\s*$")


def _without_stroke(text: str) -> str:
    """Leave out the stroke behind a colon that leads to a list: The unit consists of:-."""
    match = _STROKE.search(text[-8:]) if text.rstrip().endswith(("-", "–", "—")) else None
    return text[: len(text) - len(match[0])] + ":" if match else text


def _without_comment_signs(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """Take the sign of a comment off lines in a row that hold a drawing, as above data: ``-- ├── A``."""
    place = 0
    while place < len(lines):
        end, sign = place, _sign(lines[place][1])
        while sign and end < len(lines) and _sign(lines[end][1]) == sign:
            end += 1
        block = lines[place : max(end, place + 1)]
        if sign and sum(bool(_DRAWN.search(text)) for _, text in block) >= _LEAST:
            yield from ((number, _uncommented(text, sign)) for number, text in block)
        else:
            yield from block
        place += len(block)


def _sign(text: str) -> str:
    """Return the sign of a comment with which a line begins; an empty text where there is none."""
    match = _SIGN.match(text)
    return match["sign"] if match else ""


def _uncommented(text: str, sign: str) -> str:
    start = text.find(sign)
    rest = text[start + len(sign) :]
    return "" if not rest.strip(" =*#-") else text[:start] + " " * len(sign) + rest


def _apart(lines: Sequence[tuple[int, str, int]]) -> Iterator[Raw]:
    """Yield what is drawn on the right of another drawing behind it."""
    place = 0
    while place < len(lines):
        end = place + 1
        while end < len(lines) and len(lines[end][1]) <= _WIDEST and _DRAWN.search(lines[end][1]):
            end += 1
        block = lines[place:end]
        column = _column([text for _, text, _ in block]) if len(block) >= _LEAST else None
        if column is None:
            yield from (Raw(number, text, shift) for number, text, shift in block)
        else:
            yield from (Raw(number, text[:column].rstrip(), shift) for number, text, shift in block)
            yield from (Raw(number, text[column:], column) for number, text, _ in block if text[column:].strip())
        place = end


def _column(texts: Sequence[str]) -> int | None:
    """Return the column from which on a second drawing stands in most of the lines."""
    found = [
        match.end()
        for text in texts
        if len(text) <= _WIDEST and (match := _BESIDE.search(text)) and _DRAWN.match(text.lstrip("│| "))
    ]
    column = min(found, default=0)
    is_free = all(len(text) <= column or text[column - 1] == " " for text in texts)
    return column if column and is_free and len(found) >= _LEAST - 1 and 2 * len(found) >= len(texts) - 1 else None
