"""Set what stands around a chart on its page: the way to it from the top, title, day, and the page's number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgviz.layout.geometry import Rect
from orgviz.layout.page import PageText
from orgviz.layout.scene import PlacedText
from orgviz.style.theme import TextRole, Theme
from orgviz.style.values import TextRun, TextStyle
from orgviz.typography.measure import text_width
from orgviz.typography.wrap import wrap

# Free at the edges of a page, as a share of its shorter side, and at least and at most in points.
_MARGIN_SHARE, _LEAST_MARGIN, _MOST_MARGIN = 0.03, 6.0, 18.0
# Lines around the chart: never smaller than this, in points, and larger on large pages, up to another size.
_SMALLEST, _USUAL, _SHARE = 9.0, 10.0, 1 / 54
# The name of a page, by how much it is larger than what else stands there.
_LARGER = 1.25
_LINE = 1.3
_BETWEEN = " ›"
_AFTER = 0.5
LEFT_OUT = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The room on every page, in points.

    Args:
        size: of the lines around the chart.
    """

    width: float
    height: float
    margin: float
    size: float

    @property
    def body(self) -> Rect:
        """The room for the chart."""
        top = self.margin + self.size * _LARGER * _LINE
        bottom = self.margin + self.size * _LINE
        return Rect(self.margin, top, self.width - 2 * self.margin, max(1.0, self.height - top - bottom))


def frame_of(page: tuple[float, float], smallest: float) -> Frame:
    """Return the frame of a page, width and height in points, on which no letter is smaller than `smallest`."""
    margin = min(_MOST_MARGIN, max(_LEAST_MARGIN, _MARGIN_SHARE * min(page)))
    return Frame(
        width=page[0], height=page[1], margin=margin, size=max(_SMALLEST, smallest, min(_USUAL, _SHARE * min(page)))
    )


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way from the top to a page: a name, and the page that it leads to (``None`` for this one)."""

    name: str
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Furnisher:
    """Sets the lines around charts.

    Args:
        foot: what stands at the bottom of every page; day and title.
        contents: the word for the list of pages, and where it is.
        count: how many pages there are.
        titled: whether the page's name stands above it already.
    """

    frame: Frame
    theme: Theme
    lang: str
    foot: str
    contents: tuple[str, int]
    count: int
    titled: bool = False

    def texts(self, number: int, way: Sequence[Crumb], back: tuple[str, int] | None) -> tuple[PageText, ...]:
        """Return the lines of a page.

        Args:
            number: of the page, from 1.
            way: from the top to it, itself last.
            back: the mark that leads to the page above, and that page.
        """
        return (*self._header(way, back), *self._footer(number))

    def _header(self, way: Sequence[Crumb], back: tuple[str, int] | None) -> Iterator[PageText]:
        frame, large = self.frame, self.frame.size * _LARGER
        baseline = frame.margin + large
        x = frame.margin
        if back is not None:
            mark = self._set(back[0], x, baseline, self._style(strong=True))
            yield PageText(mark, back[1])
            x += mark.width + frame.size
        room = frame.width - frame.margin - x
        shown = self._shortened(way, room)[: -1 if self.titled else None]
        for crumb in shown:
            is_last = crumb is way[-1]
            style = replace(self._style(strong=True), size=large) if is_last else self._style()
            right = frame.width - frame.margin
            name = self._clipped(crumb.name, style, right - x)
            text = self._set(name if crumb is shown[-1] else f"{name}{_BETWEEN}", x, baseline, style)
            yield PageText(text, crumb.page)
            x += text.width + _AFTER * frame.size

    def _footer(self, number: int) -> Iterator[PageText]:
        frame, style = self.frame, self._style()
        baseline = frame.height - frame.margin
        page = f"{number} / {self.count}"
        width = text_width(page, style.size, style.bold)
        right = frame.width - frame.margin
        yield PageText(self._set(page, right - width, baseline, style))
        word, leads_to = self.contents
        contents = text_width(word, style.size, style.bold)
        x = right - width - 2 * frame.size - contents
        if number != leads_to:
            yield PageText(self._set(word, x, baseline, style), leads_to)
        foot = self._clipped(self.foot, style, x - 2 * frame.size - frame.margin)
        if foot:
            yield PageText(self._set(foot, frame.margin, baseline, style))

    def _shortened(self, way: Sequence[Crumb], room: float) -> list[Crumb]:
        """Leave out steps in the middle until the way fits; its end is cut where even that is too long."""
        for left_out in range(len(way) - 1):
            shown = [way[0], *([Crumb(LEFT_OUT, None)] if left_out else []), *way[1 + left_out :]]
            if self._width(shown, way[-1]) <= room:
                return shown
        return [way[-1]]

    def _width(self, shown: Sequence[Crumb], last: Crumb) -> float:
        size = self.frame.size
        between = (text_width(_BETWEEN, size, False) + _AFTER * size) * (len(shown) - 1)
        own = text_width(last.name, size * _LARGER, True)
        return between + own + sum(text_width(crumb.name, size, False) for crumb in shown if crumb is not last)

    def _clipped(self, text: str, style: TextStyle, room: float) -> str:
        return clipped(text, style, room, self.lang)

    def _set(self, text: str, x: float, baseline: float, style: TextStyle) -> PlacedText:
        return PlacedText(x, baseline, TextRun(text, style), text_width(text, style.size, style.bold))

    def _style(self, *, strong: bool = False) -> TextStyle:
        role = TextRole.TITLE if strong else TextRole.LEGEND
        return replace(self.theme.text(role), size=self.frame.size, bold=strong)


def clipped(text: str, style: TextStyle, room: float, lang: str) -> str:
    """Return a text as one line that is no wider than `room`, with an ellipsis where it is cut."""
    plain = " ".join(text.split())
    if room <= style.size:
        return ""
    lines = wrap(plain, size=style.size, bold=style.bold, width=room, max_lines=1, lang=lang)
    return lines[0] if lines else ""
