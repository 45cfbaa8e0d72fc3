"""Set the list of pages: names, indented as they stand below each other, with the numbers of their pages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgviz.layout.page import PageText
from orgviz.layout.scene import PlacedText
from orgviz.pages.furnish import Frame, clipped
from orgviz.style.theme import TextRole, Theme
from orgviz.style.values import TextRun, TextStyle
from orgviz.typography.measure import text_width

_LINE = 1.65
_INDENT = 1.4
# A column of the list, in multiples of the letters' size.
_NARROWEST, _WIDEST = 26.0, 46.0
_GAP = 3.0
_DEEPEST = 6
_DOTS = " ."


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a name, how deep it stands (from 0), and its page."""

    name: str
    depth: int
    page: int


@dataclass(frozen=True, slots=True)
class Contents:
    """How a list of so many lines is set.

    Args:
        columns, rows: on each page.
        width: of a column, in points.
    """

    frame: Frame
    lines: int
    columns: int
    rows: int
    width: float

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return max(1, math.ceil(self.lines / (self.columns * self.rows)))


def plan_contents(lines: int, frame: Frame) -> Contents:
    """Return how a list of so many lines is set: in as many columns as are needed, and as one page has room for."""
    body, size = frame.body, frame.size
    rows = max(1, int((body.height - size) / (size * _LINE)))
    most = max(1, int((body.width + _GAP * size) / ((_NARROWEST + _GAP) * size)))
    columns = min(most, max(1, math.ceil(lines / rows)))
    width = min(_WIDEST * size, (body.width - (columns - 1) * _GAP * size) / columns)
    # Short columns of about one height look better than a full one and a bare one.
    if math.ceil(lines / (columns * rows)) == 1:
        rows = max(1, math.ceil(lines / columns))
    return Contents(frame, lines, columns, rows, width)


def contents_texts(
    entries: Sequence[Entry], contents: Contents, theme: Theme, lang: str
) -> Iterator[tuple[PageText, ...]]:
    """Yield the lines of each page of the list."""
    plain = replace(theme.text(TextRole.TITLE), size=contents.frame.size, bold=False)
    muted = replace(theme.text(TextRole.LEGEND), size=contents.frame.size)
    per_page = contents.columns * contents.rows
    for start in range(0, contents.pages * per_page, per_page):
        texts: list[PageText] = []
        for place, entry in enumerate(entries[start : start + per_page]):
            texts.extend(_line(entry, place, contents, (plain, muted), lang))
        yield tuple(texts)


def _line(
    entry: Entry, place: int, contents: Contents, styles: tuple[TextStyle, TextStyle], lang: str
) -> Iterator[PageText]:
    frame, (plain, muted) = contents.frame, styles
    body, size = frame.body, frame.size
    column, row = divmod(place, contents.rows)
    used = contents.columns * contents.width + (contents.columns - 1) * _GAP * size
    left = body.x + (body.width - used) / 2 + column * (contents.width + _GAP * size)
    baseline = body.y + size * 1.5 + row * size * _LINE
    style = replace(plain, bold=entry.depth == 0)
    x = left + min(entry.depth, _DEEPEST) * _INDENT * size
    number = str(entry.page)
    number_width = text_width(number, size, style.bold)
    right = left + contents.width
    name = clipped(entry.name, style, right - x - number_width - 2 * size, lang)
    width = text_width(name, size, style.bold)
    yield PageText(PlacedText(x, baseline, TextRun(name, style), width), entry.page)
    dot = text_width(_DOTS, size, False)
    count = int((right - number_width - x - width - size * 0.6) / dot)
    if count > 1:
        dots = _DOTS * count
        start = right - number_width - size * 0.4 - dot * count
        yield PageText(PlacedText(start, baseline, TextRun(dots, muted), dot * count))
    yield PageText(PlacedText(right - number_width, baseline, TextRun(number, style), number_width), entry.page)
