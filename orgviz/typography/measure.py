"""Measure text from built-in tables; never reads a font, so that a chart is the same on every machine."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
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
    """Return the widths of Latin letters and of what was asked for before."""
    firsts, runs = _runs(bold, widest=widest)
    return {chr(code): width for code, width in _read_run(firsts[0], runs[0]).items()}


def _advance(char: str, bold: bool, *, widest: bool) -> int:
    listed = _listed(ord(char), bold, widest=widest)
    if listed is not None:
        return listed
    if not _is_wide(char):
        base = _listed(ord(unicodedata.normalize("NFD", char)[0]), bold, widest=widest)
        if base is not None:
            return base
    return _advance_of_class(char)


def _listed(code: int, bold: bool, *, widest: bool) -> int | None:
    """Return the width of a character that stands in the table."""
    firsts, runs = _runs(bold, widest=widest)
    place = bisect_right(firsts, code) - 1
    return _read_run(firsts[place], runs[place]).get(code) if place >= 0 else None


@cache
def _runs(bold: bool, *, widest: bool) -> tuple[list[int], list[str]]:
    """Return the runs of a table: the first code of each, and its widths as they are written."""
    if widest:
        table = widths.WIDEST_BOLD if bold else widths.WIDEST
    else:
        table = widths.TYPICAL_BOLD if bold else widths.TYPICAL
    parted = [run.partition(":") for run in table.split(";")]
    return [int(first, 16) for first, _, _ in parted], [advances for _, _, advances in parted]


@cache
def _read_run(first: int, advances: str) -> dict[int, int]:
    """Return the widths of a run by code; most charts ask for a few of a hundred."""
    found: dict[int, int] = {}
    code = first
    for item in advances.split():
        advance, _, count = item.partition("*")
        following = code + int(count or 1)
        if advance != "0":
            found.update(dict.fromkeys(range(code, following), int(advance)))
        code = following
    return found


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
