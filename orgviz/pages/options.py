"""What a user may ask of pages: how a chart is divided, and how small its letters may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgviz.diagnostics import UsageError
from orgviz.wording import listed, nearest, quoted

SMALLEST_LETTERS: Final = 9.0
_LEAST, _MOST = 2.0, 72.0
_LEVELS: Final = 10_000
_UNITS: Final = {"": 1.0, "pt": 1.0, "mm": 72 / 25.4, "px": 0.75}
_MEASURED = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s*(pt|mm|px|)", re.ASCII)
_EXPLAINED = "use auto, level:2, unit, type:project (or another type), or none"


class PageMode(StrEnum):
    """What gets a page of its own."""

    NONE = "none"
    AUTO = "auto"
    LEVEL = "level"
    UNIT = "unit"
    TYPE = "type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How a chart is divided into pages.

    Args:
        level: for `PageMode.LEVEL`, the level of boxes that get pages, 1 for the roots.
        type: for `PageMode.TYPE`, the department type.
        min_text: how large the smallest letters must be, in points.
        day: written on every page where the title does not say it.
        titled: whether the page's name stands above it already, as the title of its slide.
    """

    mode: PageMode = PageMode.AUTO
    level: int | None = None
    type: str | None = None
    min_text: float = SMALLEST_LETTERS
    day: str | None = None
    titled: bool = False


def read_paging(pages: str, min_text: str, types: tuple[str, ...]) -> Paging:
    """Return what ``--pages`` and ``--min-text`` ask for.

    Args:
        types: the department types that there are.

    Raises:
        UsageError: either makes no sense.
    """
    word, _, rest = (part.strip() for part in pages.partition(":"))
    smallest = letter_size(min_text)
    name = word.lower()
    if name == PageMode.LEVEL:
        return Paging(mode=PageMode.LEVEL, level=_level(rest), min_text=smallest)
    if name == PageMode.TYPE:
        return Paging(mode=PageMode.TYPE, type=_type(rest, types), min_text=smallest)
    if rest or name not in list(PageMode):
        raise UsageError(f"--pages: a chart cannot be divided by {quoted(pages[:60])}", _EXPLAINED)
    return Paging(mode=PageMode(name), min_text=smallest)


def letter_size(text: str) -> float:
    """Return a size of letters in points.

    Raises:
        UsageError: it is none, or one that nobody can read or print.

    >>> letter_size("9pt"), letter_size("12px"), round(letter_size("3.5 mm"), 1)
    (9.0, 9.0, 9.9)
    """
    match = _MEASURED.fullmatch(text.strip().lower())
    size = float(match[1]) * _UNITS[match[2]] if match else 0.0
    if not _LEAST <= size <= _MOST:
        raise UsageError(
            f"--min-text: {quoted(text[:40])} is no size of letters",
            f"write a size from {_LEAST:g}pt to {_MOST:g}pt, such as 9pt, 3mm or 12px",
        )
    return size


def _level(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < len(str(_LEVELS))) or int(text) < 1:
        raise UsageError(
            f"--pages: {quoted(text[:40])} is no level" if text else "--pages: 'level' needs a number",
            "write level:2 for a page for each box right below the top",
        )
    return int(text)


def _type(text: str, types: tuple[str, ...]) -> str:
    for word in (text, text.lower()):
        if word in types:
            return word
    near = nearest(text, types) if text else None
    raise UsageError(
        f"--pages: no type is called {quoted(text[:40])}" if text else "--pages: 'type' needs a name",
        f"did you mean 'type:{near}'?" if near else f"it is one of {listed(types)}",
    )
