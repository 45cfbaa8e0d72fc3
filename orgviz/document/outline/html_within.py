"""Read parts of a Markdown text that are written as HTML as a reader sees them: headings, lists and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from orgviz.document.outline.web_pages import Numbered, Shifted, blocks_of_page
from orgviz.patterns import pattern

_BEGINS = pattern(r"\s*<(?:div|section|article|ul|ol|dl|details|main|aside|header|p|h[1-6])\b", re.IGNORECASE)
_TAG_FIRST = pattern(r"\s*</?[a-z!]", re.IGNORECASE)
_ITEM = pattern(r"<li\b|</h[1-6]>\s*<h[1-6]\b", re.IGNORECASE)
_TABLE = pattern(r"<table\b", re.IGNORECASE)
# Items of lists, or headings right behind others, from which on such a part is more than a frame around pictures.
_FEWEST = 2


def with_html(lines: Sequence[Shifted]) -> Iterator[Shifted]:
    """Yield the lines, each run in which every line begins with a tag as the lines that it shows."""
    place = 0
    while place < len(lines):
        end = _end_of_html(lines, place) if _BEGINS.match(lines[place][1]) else place
        part = lines[place:end]
        if sum(_ITEM.search(text) is not None for _, text, _ in part) < _FEWEST or any(
            _TABLE.search(text) for _, text, _ in part
        ):
            yield from lines[place : max(end, place + 1)]
        else:
            yield from _shown(part)
        place = max(end, place + 1)


_PARAGRAPH = pattern(r"\s*<(?:p|div|span|b|strong|h[1-6]|center)\b", re.IGNORECASE)
_BREAK = pattern(r"<br\s*/?>", re.IGNORECASE)


def parted_at_breaks(lines: Sequence[Shifted]) -> Iterator[Shifted]:
    """Yield the lines, each that begins with a tag as the several that its breaks show: <b>Bursar</b><br>Ann Lee."""
    for number, text, shift in lines:
        at = 0
        breaks = _BREAK.finditer(text) if _PARAGRAPH.match(text) else ()
        for match in breaks:
            yield number, text[at : match.start()], shift + at
            at = match.end()
        yield number, text[at:], shift + at


def _end_of_html(lines: Sequence[Shifted], start: int) -> int:
    """Return where lines end of which each begins with a tag, or is empty between such."""
    end = place = start
    while place < len(lines) and (not lines[place][1].strip() or _TAG_FIRST.match(lines[place][1])):
        place += 1
        end = place if lines[place - 1][1].strip() else end
    return end


def _shown(part: Sequence[Shifted]) -> Iterator[Shifted]:
    numbered: list[Numbered] = [(number, text) for number, text, _ in part]
    yield part[0][0], "", 0
    yield from blocks_of_page(numbered)
    yield part[-1][0], "", 0
