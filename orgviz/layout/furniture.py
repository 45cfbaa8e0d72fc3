"""Place title and legend where they cost nothing: in corners that the chart leaves free, else at its edge."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from orgviz.chart.values import LegendItem
from orgviz.layout.card_flow import even
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.scene import LegendEntry, PlacedSample, PlacedText
from orgviz.lean import dataclass
from orgviz.style.values import TextRun
from orgviz.typography.measure import text_width

# Free space around title and legend, in points.
CLEAR = 8.0
ABOVE_LEGEND = 14.0
SAMPLE_WIDTH = 24.0
SAMPLE_GAP = 5.0
ROW = 1.55
BETWEEN_COLUMNS = 14.0
# Large charts are shrunk to their page: title and legend grow against that, so that they can still be read.
MOST_GROWTH = 4.0


def growth(scale: float) -> float:
    """Return by how much furniture grows in a chart that will be drawn at `scale` on its page."""
    return min(MOST_GROWTH, max(1.0, 0.6 / scale))


def grown(run: TextRun, factor: float) -> TextRun:
    """Return the text in a larger size."""
    return TextRun(run.text, replace(run.style, size=round(run.style.size * factor, 1)))


def set_title(lines: Sequence[TextRun], x: float, y: float) -> tuple[PlacedText, ...]:
    """Set the title's lines from a top left corner."""
    placed = []
    for run in lines:
        width = text_width(run.text, run.style.size, run.style.bold)
        placed.append(PlacedText(x, y + run.style.size, run, width))
        y += run.style.size * 1.3
    return tuple(placed)


@dataclass(slots=True)
class LegendForm:
    """The legend in some number of columns: its size, and its entries relative to (0, 0)."""

    width: float
    height: float
    entries: list[LegendEntry]

    def at(self, x: float, y: float) -> tuple[LegendEntry, ...]:
        """Return the entries moved to a place."""
        return tuple(
            (
                sample and PlacedSample(Rect(sample.rect.x + x, sample.rect.y + y, *sample.rect[2:]), sample.style),
                PlacedText(text.x + x, text.baseline + y, text.run, text.width),
            )
            for sample, text in self.entries
        )


def legend_forms(items: Sequence[LegendItem], factor: float) -> Iterator[LegendForm]:
    """Yield the legend in one column, in two, … and in one row."""
    for columns in range(1, len(items) + 1):
        rows = -(-len(items) // columns)
        if columns == -(-len(items) // rows):
            yield _form(items, rows, factor)


def _form(items: Sequence[LegendItem], rows: int, factor: float) -> LegendForm:
    entries: list[LegendEntry] = []
    x, right = 0.0, 0.0
    size = items[0].text.style.size * factor
    pitch = size * ROW
    for number, item in enumerate(items):
        row = number % rows
        if number and row == 0:
            x = right + BETWEEN_COLUMNS * factor
        entry = _entry(item, x, row * pitch, factor)
        entries.append(entry)
        right = max(right, entry[1].x + entry[1].width)
    return LegendForm(right, rows * pitch, entries)


def _entry(item: LegendItem, x: float, y: float, factor: float) -> LegendEntry:
    run = grown(item.text, factor)
    size = run.style.size
    width = text_width(run.text, size, run.style.bold)
    baseline = y + size * 0.98
    if item.sample is None:
        return None, PlacedText(x, baseline, run, width)
    sample = PlacedSample(Rect(x, y + size * 0.12, even(SAMPLE_WIDTH * factor), even(size)), item.sample)
    return sample, PlacedText(x + (SAMPLE_WIDTH + SAMPLE_GAP) * factor, baseline, run, width)


@dataclass(slots=True)
class Canvas:
    """The picture's size, and what already stands on it: boxes and texts, and right-angled lines."""

    width: float
    height: float
    taken: Sequence[Rect]
    lines: Collection[Sequence[Point]] = ()

    def along_edges(self, depth: float) -> Canvas:
        """Return the canvas with only what stands less than `depth` below its top or above its bottom."""
        low = self.height - depth
        taken = [rect for rect in self.taken if rect.y < depth or rect.bottom > low]
        taken += line_rects(line for line in self.lines if any(y < depth or y > low for _, y in line))
        return Canvas(self.width, self.height, taken)

    def free(self, rect: Rect) -> bool:
        """Whether a rectangle is on the canvas with nothing near it."""
        inside = rect.x >= 0 and rect.y >= 0 and rect.right <= self.width and rect.bottom <= self.height
        return inside and not any(rect.overlaps(other, CLEAR) for other in self.taken)


def line_rects(lines: Iterable[Sequence[Point]]) -> list[Rect]:
    """Return what the straight parts of lines cover."""
    return [
        Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)) for line in lines for a, b in pairwise(line)
    ]


@dataclass(frozen=True, slots=True)
class PlacedLegend:
    """The legend's entries, and the width and height of the canvas with it."""

    entries: tuple[LegendEntry, ...]
    width: float
    height: float

    def rects(self) -> list[Rect]:
        """Return what each entry covers."""
        found = []
        for sample, text in self.entries:
            left, size = sample.rect.x if sample else text.x, text.run.style.size
            found.append(Rect(left, text.baseline - size, text.x + text.width - left, 1.3 * size))
        return found


def place_legend(
    items: Sequence[LegendItem], canvas: Canvas, page: tuple[float, float] | None, margin: float, factor: float
) -> PlacedLegend:
    """Return the legend in its place.

    It goes into a free corner; where there is none, under the chart or to its right, whichever leaves the
    text larger on the page. Nothing else is moved.
    """
    if not items:
        return PlacedLegend((), canvas.width, canvas.height)
    forms = list(legend_forms(items, factor))
    edges = canvas.along_edges(margin + max(form.height for form in forms) + CLEAR)
    for form in forms:
        for corner in _corners(form, canvas, margin):
            if edges.free(corner):
                return PlacedLegend(form.at(corner.x, corner.y), canvas.width, canvas.height)
    options: list[tuple[float, float, int, LegendForm, tuple[float, float], tuple[float, float]]] = []
    for form in forms:
        below = (max(canvas.width, form.width + 2 * margin), canvas.height + form.height + ABOVE_LEGEND)
        beside = (canvas.width + form.width + CLEAR + margin, max(canvas.height, form.height + 2 * margin))
        for size, place in (
            (below, (margin, canvas.height - margin + ABOVE_LEGEND)),
            (beside, (canvas.width, margin)),
        ):
            options.append((round(_loss(size, page), 3), size[0] * size[1], len(options), form, place, size))
    _, _, _, form, (x, y), (width, height) = min(options, key=lambda option: option[:3])
    return PlacedLegend(form.at(x, y), width, height)


def _corners(form: LegendForm, canvas: Canvas, margin: float) -> Iterator[Rect]:
    right = canvas.width - margin - form.width
    bottom = canvas.height - margin - form.height
    for x, y in ((right, margin), (right, bottom), (margin, bottom), (margin, margin)):
        yield Rect(x, y, form.width, form.height)


def _loss(size: tuple[float, float], page: tuple[float, float] | None) -> float:
    """Return how much larger than a page of the right shape a canvas is."""
    width, height = page or (16.0, 9.0)
    return max(size[0] / width, size[1] / height)
