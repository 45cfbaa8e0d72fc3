"""Leave out the frame of a notice: its number, who signed it and when are no part of what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.outline.line import Line
from orgviz.patterns import pattern

_DIGIT = r"[\d一二三四五六七八九十]"
_DATE = pattern(
    r"\(?(?:二[〇○零]|一九|19|20)[\d〇○零一二三四五六七八九]{2}\s*年"
    rf"\s*{_DIGIT}{{1,3}}\s*月(?:\s*{_DIGIT}{{1,3}}\s*日)?\)?"
)
_NUMBER = pattern(r"[^\s,。;:]{1,12}[\[(〔]\s*(?:19|20)\d\d\s*[\])〕]\s*第?\s*\d{1,4}\s*号")
_TOP = 4  # lines among which the number stands
_LAST = 4  # lines among which the date stands
_LONGEST = 30


def without_signature(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without the number of a notice, the date at its end, and those who signed right above it."""
    lines = [line for place, line in enumerate(lines) if place > _TOP or not _NUMBER.fullmatch(line.body.folded)]
    first = max(1, len(lines) - _LAST)
    date = next((place for place in range(first, len(lines)) if _DATE.fullmatch(lines[place].body.folded)), None)
    if date is None:
        return tuple(lines)
    start = date
    while start > first and _is_signed(lines[start - 1]):
        start -= 1
    return (*lines[:start], *lines[date + 1 :])


def _is_signed(line: Line) -> bool:
    """Whether a line is short and says nothing more: no mark, no colon and no sentence."""
    is_plain = line.mark is None and not line.cells and len(line.body) <= _LONGEST
    return is_plain and not re.search(r"[:。;,、]", line.body.folded)
