"""Turn a chart into a scene: fit the tree, then place title, legend and links around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from orgviz.chart.values import Chart, LegendItem
from orgviz.layout.connectors import shared_once
from orgviz.layout.fit import Fitted, fit
from orgviz.layout.furniture import CLEAR, Canvas, PlacedLegend, grown, growth, line_rects, place_legend, set_title
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.options import LayoutKind, LayoutOptions
from orgviz.layout.scene import Connector, PlacedCard, PlacedLink, PlacedText, Scene
from orgviz.style.values import TextRun
from orgviz.typography.measure import text_width
from orgviz.typography.wrap import wrap

TITLE_LINES = 2


def lay_out(chart: Chart, options: LayoutOptions, run_dot: Callable[[str], str]) -> Scene:
    """Return the scene of a chart. Links never move a box.

    Args:
        run_dot: gives Graphviz's ``plain`` output for a DOT text; only `LayoutKind.DOT` needs it.
    """
    if chart.grid is not None:
        from orgviz.layout.matrix import fit_matrix  # noqa: PLC0415 - few charts are one

        return furnish(chart, fit_matrix(chart, chart.grid, options), options)
    if options.kind is LayoutKind.DOT:
        from orgviz.layout.dot_layout import fit_by_dot  # noqa: PLC0415 - few charts are laid out by Graphviz

        return furnish(chart, fit_by_dot(chart, options, run_dot), options)
    return furnish(chart, fit(chart, options), options)


def furnish(chart: Chart, fitted: Fitted, options: LayoutOptions) -> Scene:
    """Add margin, title, legend and links to a placed tree."""
    margin = fitted.spacing.margin
    boxes, lines = fitted.placed.boxes, fitted.placed.lines
    width, height = fitted.placed.width + 2 * margin, fitted.placed.height + 2 * margin
    factor = growth(_scale(width, height, options.page))
    title, top = _title(chart, boxes, lines, margin, width, factor)
    boxes = [Rect(box.x + margin, box.y + margin + top, box.width, box.height) for box in boxes]
    down = margin + top
    moved = {number: tuple([Point(x + margin, y + down) for x, y in line]) for number, line in lines.items()}
    size = max(width, _right(title) + margin), height + top
    canvas = Canvas(*size, [*boxes, *_rects(title)], moved.values())

    def explain(items: Sequence[LegendItem]) -> PlacedLegend:
        return place_legend(items, canvas, options.page, margin, min(factor, 3.0))

    if chart.links:
        from orgviz.layout.link_places import Surroundings, place_links  # noqa: PLC0415 - few charts have links

        around = Surroundings(fitted.cards, boxes, moved, _rects(title), chart.lang)
        legend, links = place_links(chart.links, chart.legend, around, explain)
    else:
        legend, links = explain(chart.legend), ()
    return Scene(
        name=chart.name,
        lang=chart.lang,
        fonts=chart.fonts,
        background=chart.background,
        width=legend.width,
        height=legend.height,
        cards=tuple(
            PlacedCard(card, box, setting) for card, box, setting in zip(chart.cards, boxes, fitted.cards, strict=True)
        ),
        connectors=_connectors(chart, moved, curved=fitted.curved),
        links=(*links, *_row_links(chart, fitted, Point(margin, margin + top))),
        title=title,
        legend=legend.entries,
        page=options.page,
    )


def _row_links(chart: Chart, fitted: Fitted, moved: Point) -> Iterator[PlacedLink]:
    """Yield the lines along the rows of a matrix, moved to where its cards stand."""
    crossings = chart.grid.crossings if chart.grid else ()
    for crossing, line in zip(crossings, fitted.rows, strict=True):
        yield PlacedLink(crossing.link, tuple(Point(point.x + moved.x, point.y + moved.y) for point in line))


def _scale(width: float, height: float, page: tuple[float, float] | None) -> float:
    return min(page[0] / width, page[1] / height) if page else 1.0


def _connectors(chart: Chart, lines: dict[int, tuple[Point, ...]], *, curved: bool) -> tuple[Connector, ...]:
    connectors = []
    own = lines if curved else shared_once(lines, [card.parent for card in chart.cards])
    for lower, points in own.items():
        card = chart.cards[lower]
        assert card.parent is not None  # only cards under or beside another have a line
        style = chart.assistant if card.assistant else chart.solid
        connectors.append(Connector(card.parent, lower, points, style, card.assistant, curved, lines[lower]))
    return tuple(connectors)


def _title(
    chart: Chart,
    boxes: Sequence[Rect],
    lines: dict[int, tuple[Point, ...]],
    margin: float,
    width: float,
    factor: float,
) -> tuple[tuple[PlacedText, ...], float]:
    """Return the title's lines, and how far down the tree must move for them.

    The title stands in the top left corner where the tree leaves it free, else right of what stands there, else
    above the tree.
    """
    if chart.title is None:
        return _subtitle_alone(chart, margin, factor)
    run = grown(chart.title, factor)
    below = [grown(chart.subtitle, factor)] if chart.subtitle else []
    high = 8 * run.style.size - margin
    near = [box for box in boxes if box.y < high]
    near += line_rects(line for line in lines.values() if any(y < high for _, y in line))
    taken = [Rect(rect.x + margin, rect.y + margin, rect.width, rect.height) for rect in near]
    canvas = Canvas(width, float("inf"), taken)
    beside = max((rect.right for rect in taken if rect.y <= margin and rect.height > 0), default=margin)
    for x in (margin, beside + 2 * CLEAR):
        for count in range(1, TITLE_LINES + 1):
            placed = set_title([*_title_lines(run, chart.lang, count), *below], x, margin)
            if len(placed) == count + len(below) and canvas.free(_around(placed)):
                return placed, 0.0
    placed = set_title([*_lines_within(run, chart.lang, max(width - 2 * margin, 200.0)), *below], margin, margin)
    return placed, _around(placed).height + CLEAR


def _subtitle_alone(chart: Chart, margin: float, factor: float) -> tuple[tuple[PlacedText, ...], float]:
    """Set a line that would stand under the title above a tree without one."""
    if chart.subtitle is None:
        return (), 0.0
    placed = set_title([grown(chart.subtitle, factor)], margin, margin)
    return placed, _around(placed).height + CLEAR


def _title_lines(run: TextRun, lang: str, count: int) -> list[TextRun]:
    if count == 1:
        return [run]
    whole = text_width(run.text, run.style.size, run.style.bold)
    return _lines_within(run, lang, whole / count * 1.15)


def _lines_within(run: TextRun, lang: str, width: float) -> list[TextRun]:
    lines = wrap(run.text, size=run.style.size, bold=run.style.bold, width=width, max_lines=3, lang=lang)
    return [TextRun(line, run.style) for line in lines]


def _around(texts: Sequence[PlacedText]) -> Rect:
    first, last = texts[0], texts[-1]
    top = first.baseline - first.run.style.size
    bottom = last.baseline + 0.3 * last.run.style.size
    return Rect(first.x, top, max(text.width for text in texts), bottom - top)


def _rects(texts: Sequence[PlacedText]) -> list[Rect]:
    return [_around(texts)] if texts else []


def _right(texts: Sequence[PlacedText]) -> float:
    return max((text.x + text.width for text in texts), default=0.0)
