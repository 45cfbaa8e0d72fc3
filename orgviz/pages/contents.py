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
_INDENT = 1.3
# A column of the list, in multiples of the letters' size.
_NARROWEST, _WIDEST = 19.0, 40.0
_GAP = 2.5
# Room for the number before a name.
_NUMBER = 3.2
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a name, how deep it stands (from 0), its page, and whether the page begins with it."""

    name: str
    depth: int
    page: int
    is_first: bool


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
    rows = max(1, int((body.height - 2 * size) / (size * _LINE)))
    most = max(1, int((body.width + _GAP * size) / ((_NARROWEST + _GAP) * size)))
    columns = min(most, max(1, math.ceil(lines / rows)))
    width = min(_WIDEST * size, (body.width - (columns - 1) * _GAP * size) / columns)
    # Columns of about one height look better than a full one and a bare one.
    if lines <= columns * rows:
        rows = max(1, math.ceil(lines / columns))
    return Contents(frame, lines, columns, rows, width)


def deepest_that_fits(lines_by_depth: Sequence[int], frame: Frame) -> int:
    """Return how deep a list may go, from 0, and still take one page; at least 0.

    Args:
        lines_by_depth: how many lines the list has when it goes as deep as that.
    """
    fitting = [depth for depth, lines in enumerate(lines_by_depth) if plan_contents(lines, frame).pages == 1]
    return max(fitting, default=0)


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
    left = body.x + column * (contents.width + _GAP * size)
    baseline = body.y + size * 2 + row * size * _LINE
    style = replace(plain, bold=entry.is_first)
    number = str(entry.page)
    width = text_width(number, size, muted.bold)
    yield PageText(PlacedText(left + 2 * size - width, baseline, TextRun(number, muted), width), entry.page)
    x = left + _NUMBER * size + min(entry.depth, _DEEPEST) * _INDENT * size
    name = clipped(entry.name, style, left + contents.width - x, lang)
    width = text_width(name, size, style.bold)
    yield PageText(PlacedText(x, baseline, TextRun(name, style), width), entry.page)
