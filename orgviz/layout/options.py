"""What a user may ask of a layout."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from orgviz.diagnostics import UsageError
from orgviz.lean import dataclass


class LayoutKind(StrEnum):
    """Which layout places the boxes."""

    AUTO = "auto"
    COMPACT = "compact"
    TREE = "tree"
    DOT = "dot"
    MATRIX = "matrix"


class Direction(StrEnum):
    """Which way a chart grows: from top to bottom, or from left to right."""

    TB = "TB"
    LR = "LR"


PAGES: Final = {
    "16:9": (960.0, 540.0),
    "4:3": (720.0, 540.0),
    "a3": (1190.0, 842.0),
    "a4": (842.0, 596.0),
    "letter": (792.0, 612.0),
}
_UNITS: Final = {"": 1.0, "pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_MEASURED = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)\s*[x×*]\s*(\d{1,6}(?:\.\d{1,4})?)\s*(pt|in|cm|mm|px|)")


def page_size(text: str) -> tuple[float, float] | None:
    """Return the page that ``--fit`` names, as width and height in points; ``None`` for ``none``.

    Paper lies on its long side; ``A4-portrait`` stands.

    Raises:
        UsageError: for anything else.

    >>> page_size("16:9"), page_size("300x200mm")[0] > 850
    ((960.0, 540.0), True)
    """
    name = text.strip().lower()
    if name == "none":
        return None
    if name in PAGES:
        return PAGES[name]
    paper, _, orientation = name.partition("-")
    if paper in PAGES and orientation in ("portrait", "landscape"):
        width, height = PAGES[paper]
        return (height, width) if orientation == "portrait" else (width, height)
    match = _MEASURED.fullmatch(name)
    if match and float(match[1]) > 0 and float(match[2]) > 0:
        unit = _UNITS[match[3]]
        return float(match[1]) * unit, float(match[2]) * unit
    raise UsageError(
        f"--fit: there is no page '{text[:40]}'",
        "use 16:9, 4:3, A4, A3, letter (each also with -portrait), a size such as 1200x800 or 300x200mm, or none",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutOptions:
    """How to lay out: by which layout, which way, and for which page (points)."""

    kind: LayoutKind = LayoutKind.AUTO
    direction: Direction = Direction.TB
    page: tuple[float, float] | None = PAGES["16:9"]
