"""Measure text from built-in tables; never reads a font, so that a chart is the same on every machine."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from orgviz.typography import widths

EM = 1000
EMOJI = 1250  # colour emoji are about a quarter wider than the letters beside them
_HALF_EMOJI = EMOJI // 2  # a flag is a pair of regional indicators
_HALFWIDTH = EM // 2
_UNKNOWN = EM  # few scripts have letters wider than this on average
_LETTERS_OF_BLOCKS = {0x09: 800, 0x0A: 800, 0x0E: 650}  # by code // 256: scripts of India, Thai, Lao
_SAMPLE_EMOJI = "\U0001f642"

_STYLED_AS_EMOJI = re.compile(".\ufe0f\u20e3?", re.DOTALL)
_JOINED_EMOJI = re.compile("\u200d[\u2190-\u2bff\U0001f000-\U0001ffff]")


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return how wide one line of `text` is on an ordinary machine, in points.

    Args:
        text: one line; line breaks count nothing.
        size: of the font, in points.
        bold: whether the text is set in bold.

    >>> text_width("运营中心", 10)
    40.0
    """
    return units(text, bold) * size / EM


def widest_width(text: str, size: float, bold: bool = False) -> float:
    """Return how wide `text` is in the widest of the common fonts, in points: what a box must bear."""
    return _sum(text, bold, widest=True) * size / EM


@lru_cache(maxsize=1 << 16)
def units(text: str, bold: bool) -> int:
    """Return the typical width of `text` in thousandths of an em: a whole number, so that sums are exact."""
    return _sum(text, bold, widest=False)


def _sum(text: str, bold: bool, *, widest: bool) -> int:
    if "\ufe0f" in text:
        text = _STYLED_AS_EMOJI.sub(_SAMPLE_EMOJI, text)
    if "\u200d" in text:
        text = _JOINED_EMOJI.sub("", text)
    advances = _advances(bold, widest=widest)
    try:
        return sum(map(advances.__getitem__, text))
    except KeyError:
        for char in text:
            if char not in advances:
                advances[char] = _advance(char, bold, widest=widest)
        return sum(map(advances.__getitem__, text))


@cache
def _advances(bold: bool, *, widest: bool) -> dict[str, int]:
    """Return the widths of characters: those in the table, and those that were asked for before."""
    return {chr(code): width for code, width in _read_table(bold, widest=widest).items()}


def _advance(char: str, bold: bool, *, widest: bool) -> int:
    table, code = _read_table(bold, widest=widest), ord(char)
    if code in table:
        return table[code]
    base = ord(unicodedata.normalize("NFD", char)[0])
    if base in table and not _is_wide(char):
        return table[base]
    return _advance_of_class(char)


@cache
def _read_table(bold: bool, *, widest: bool) -> dict[int, int]:
    if widest:
        runs = widths.WIDEST_BOLD if bold else widths.WIDEST
    else:
        runs = widths.TYPICAL_BOLD if bold else widths.TYPICAL
    table: dict[int, int] = {}
    for run in runs.split(";"):
        first, _, advances = run.partition(":")
        code = int(first, 16)
        for item in advances.split():
            advance, _, count = item.partition("*")
            following = code + int(count or 1)
            if advance != "0":
                table.update(dict.fromkeys(range(code, following), int(advance)))
            code = following
    return table


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _advance_of_class(char: str) -> int:
    """Return the width of a character that is in no table, from what Unicode says about it."""
    code = ord(char)
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp") or 0x1160 <= code <= 0x11FF:
        return 0
    if 0x1F1E6 <= code <= 0x1F1FF:
        return _HALF_EMOJI
    if 0x1F3FB <= code <= 0x1F3FF:  # a skin tone melts into the emoji before it
        return 0
    if 0x1F000 <= code <= 0x1FFFF or (0x2300 <= code <= 0x2BFF and _is_wide(char)):
        return EMOJI
    if _is_wide(char):
        return EM
    if unicodedata.east_asian_width(char) == "H":
        return _HALFWIDTH
    return _LETTERS_OF_BLOCKS.get(code >> 8, _UNKNOWN)
