"""A chart of horizontal bars with their labels at the left and their values at the right, as groups of a drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgviz.output.drawing import Group, Path, Polygon, Text
from orgviz.style.values import TextRun, TextStyle
from orgviz.typography.measure import text_width, widest_width
from orgviz.typography.wrap import wrap

HEADING = 30.0  # points from a chart's top to its first bar
MOST_PITCH, LEAST_PITCH = 27.0, 17.0  # from one bar to the next
_THICKNESS = 0.6  # of the pitch
_LABEL_SHARE = 0.42  # of a chart's width, at most
_GAP = 8.0
_VALUE_GAP = 5.0
_BELOW = 4.0  # from the bars to what is written below them
_ASCENT = 0.35  # of a text's size: from its middle down to its baseline


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Args:
        value: how long the filled part is; `open` how much of it is drawn hollow behind that.
        shown: what stands behind the bar, and `aside` more quietly behind that.
        color: ``#rrggbb``.
    """

    id: str
    classes: tuple[str, ...]
    label: str
    value: float
    shown: str
    color: str
    open: float = 0.0
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars under a heading.

    Args:
        rest: what is said below the bars, or nothing.
        mark: a value at which a dashed line crosses the bars, and its words; ``None`` for none.
    """

    id: str
    heading: str
    bars: tuple[Bar, ...]
    rest: str = ""
    mark: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart stands, in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Inks:
    """The styles of a chart's texts, the colours of its axis and ground, and the language by which lines break."""

    heading: TextStyle
    label: TextStyle
    value: TextStyle
    aside: TextStyle
    axis: str
    ground: str
    lang: str


def height_for(chart: BarChart, pitch: float) -> float:
    """Return how high a chart is when its bars stand so far apart, in points."""
    return HEADING + len(chart.bars) * pitch + (pitch if chart.rest or chart.mark else 0)


def draw_bars(chart: BarChart, frame: Frame, pitch: float, inks: Inks) -> Iterator[Group]:
    """Yield the groups of a chart: its heading, each bar, and what stands below them."""
    heading = _line(chart.heading, frame.x, frame.y + inks.heading.size, inks.heading, frame.width, inks)
    yield Group(f"{chart.id}-heading", ("heading",), (heading,))
    labels = _label_width(chart.bars, frame, inks)
    left = frame.x + labels + _GAP
    room = frame.width - labels - _GAP - _VALUE_GAP - max(_value_width(bar, inks) for bar in chart.bars)
    longest = max(bar.value + bar.open for bar in chart.bars) or 1.0
    scale = max(room, 1.0) / longest
    top = frame.y + HEADING
    bottom = top + len(chart.bars) * pitch
    if chart.mark is not None:
        yield _mark(chart, left + chart.mark[0] * scale, (top, bottom), frame, inks)
    for number, bar in enumerate(chart.bars):
        middle = top + (number + 0.5) * pitch
        yield _bar(bar, _Row(frame.x, labels, left, middle, pitch * _THICKNESS, scale), inks)
    axis = Path((("M", (left, top)), ("L", (left, bottom))), None, inks.axis, 1.0)
    yield Group(f"{chart.id}-axis", ("axis",), (axis,))
    if chart.rest:
        rest = _line(chart.rest, frame.x, bottom + _BELOW + inks.aside.size, inks.aside, frame.width, inks)
        yield Group(f"{chart.id}-rest", ("rest",), (rest,))


@dataclass(frozen=True, slots=True)
class _Row:
    """Where a bar and its texts stand."""

    x: float
    labels: float
    left: float
    middle: float
    thickness: float
    scale: float


def _bar(bar: Bar, row: _Row, inks: Inks) -> Group:
    items: list[Polygon | Path | Text] = []
    label = _fitted(bar.label, inks.label, row.labels, inks.lang)
    baseline = row.middle + inks.label.size * _ASCENT
    items.append(Text(row.x + row.labels, baseline, "end", (TextRun(label, inks.label),), row.labels))
    end = row.left + bar.value * row.scale
    if bar.value:
        items.append(Polygon(_box(row.left, end, row), bar.color, None))
    if bar.open:
        # Half the line's width inside, so that the hollow part is as high as the filled one.
        hollow = _box(end + 0.5, end + bar.open * row.scale - 0.5, row, inset=0.5)
        items.append(Polygon(hollow, None, bar.color, 1.0, (3.0, 2.0)))
    x = end + bar.open * row.scale + _VALUE_GAP
    runs = [TextRun(bar.shown, inks.value)]
    if bar.aside:
        runs = [TextRun(f"{bar.shown}\u2002", inks.value), TextRun(bar.aside, inks.aside)]
    width = _value_width(bar, inks)
    # A line that crosses the bars stops at what is written.
    ground = _Row(row.x, row.labels, row.left, row.middle, inks.value.size * 1.2, row.scale)
    items.append(Polygon(_box(x - 2, x + width + 2, ground), inks.ground, None))
    items.append(Text(x, baseline, "start", tuple(runs), width))
    said = f"{bar.label}: {bar.shown}" + (f" {bar.aside}" if bar.aside else "")
    return Group(bar.id, ("bar", *bar.classes), tuple(items), title=said)


def _box(left: float, right: float, row: _Row, inset: float = 0.0) -> tuple[tuple[float, float], ...]:
    top, bottom = row.middle - row.thickness / 2 + inset, row.middle + row.thickness / 2 - inset
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _mark(chart: BarChart, x: float, ends: tuple[float, float], frame: Frame, inks: Inks) -> Group:
    """Return the line that crosses the bars, with its words below it, inside the chart's frame."""
    words = chart.mark[1] if chart.mark else ""
    line = Path((("M", (x, ends[0])), ("L", (x, ends[1] + _BELOW))), None, inks.aside.color, 1.0, (3.0, 2.0))
    width = widest_width(words, inks.aside.size)
    begin = frame.x + (widest_width(chart.rest, inks.aside.size) + 2 * _GAP if chart.rest else 0.0)
    middle = min(max(x, begin + width / 2), frame.x + frame.width - width / 2)
    text = Text(middle, ends[1] + _BELOW + inks.aside.size, "middle", (TextRun(words, inks.aside),), width)
    return Group(f"{chart.id}-mark", ("mark",), (line, text))


def _label_width(bars: Sequence[Bar], frame: Frame, inks: Inks) -> float:
    widest = max(widest_width(bar.label, inks.label.size, inks.label.bold) for bar in bars)
    return min(widest, frame.width * _LABEL_SHARE)


def _value_width(bar: Bar, inks: Inks) -> float:
    width = widest_width(bar.shown, inks.value.size, inks.value.bold)
    return width + (widest_width(f"\u2002{bar.aside}", inks.aside.size) if bar.aside else 0.0)


def _fitted(text: str, style: TextStyle, width: float, lang: str) -> str:
    """Return a text on one line that is no wider than there is room."""
    plain = " ".join(text.split())
    if text_width(plain, style.size, style.bold) <= width:
        return plain
    lines = wrap(plain, size=style.size, bold=style.bold, width=width, max_lines=1, lang=lang)
    return lines[0] if lines else ""


def _line(text: str, x: float, y: float, style: TextStyle, width: float, inks: Inks) -> Text:
    return Text(x, y, "start", (TextRun(_fitted(text, style, width, inks.lang), style),), width)
