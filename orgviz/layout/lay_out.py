"""Turn a chart into a scene: fit the tree, then place title, legend and links around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from orgviz.chart.values import Chart, Link
from orgviz.layout.connectors import shared_once
from orgviz.layout.dot_layout import fit_by_dot
from orgviz.layout.fit import Fitted, fit
from orgviz.layout.furniture import CLEAR, Canvas, grown, growth, place_legend, set_title
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.links import LinkRequest, route_links
from orgviz.layout.options import LayoutKind, LayoutOptions
from orgviz.layout.scene import Connector, PlacedCard, PlacedLink, PlacedSample, PlacedText, Scene
from orgviz.style.values import TextRun
from orgviz.typography.measure import text_width
from orgviz.typography.wrap import wrap

# Lines of a link's label: short ones beside the line disturb less than one long one.
LABEL_WIDTH = 90.0
LABEL_LINES = 2
LABEL_PAD = 2.0
TITLE_LINES = 2


def lay_out(chart: Chart, options: LayoutOptions, run_dot: Callable[[str], str]) -> Scene:
    """Return the scene of a chart. Links never move a box.

    Args:
        run_dot: gives Graphviz's ``plain`` output for a DOT text; only `LayoutKind.DOT` needs it.
    """
    if options.kind is LayoutKind.DOT:
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
    moved = {
        number: tuple(Point(point.x + margin, point.y + margin + top) for point in line)
        for number, line in lines.items()
    }
    canvas = Canvas(max(width, _right(title) + margin), height + top, [*boxes, *_line_rects(moved), *_rects(title)])
    legend, full_width, full_height = place_legend(chart.legend, canvas, options.page, margin, min(factor, 3.0))
    furniture = [*_rects(title), *(_entry_rect(entry) for entry in legend)]
    links = _links(chart.links, fitted, [*boxes, *furniture], moved, (full_width, full_height), chart.lang)
    return Scene(
        name=chart.name,
        lang=chart.lang,
        fonts=chart.fonts,
        background=chart.background,
        width=full_width,
        height=full_height,
        cards=tuple(
            PlacedCard(card, box, setting.lines)
            for card, box, setting in zip(chart.cards, boxes, fitted.cards, strict=True)
        ),
        connectors=_connectors(chart, moved, curved=fitted.curved),
        links=links,
        title=title,
        legend=legend,
        page=options.page,
    )


def _scale(width: float, height: float, page: tuple[float, float] | None) -> float:
    return min(page[0] / width, page[1] / height) if page else 1.0


def _connectors(chart: Chart, lines: dict[int, tuple[Point, ...]], *, curved: bool) -> tuple[Connector, ...]:
    connectors = []
    own = lines if curved else shared_once(lines, [card.parent for card in chart.cards])
    for lower, points in own.items():
        card = chart.cards[lower]
        assert card.parent is not None  # only cards under or beside another have a line
        style = chart.assistant if card.assistant else chart.solid
        connectors.append(Connector(card.parent, lower, points, style, card.assistant, curved))
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
        return (), 0.0
    run = grown(chart.title, factor)
    taken = [Rect(box.x + margin, box.y + margin, box.width, box.height) for box in boxes]
    taken += [Rect(rect.x + margin, rect.y + margin, rect.width, rect.height) for rect in _line_rects(lines)]
    canvas = Canvas(width, float("inf"), [rect for rect in taken if rect.y < 8 * run.style.size])
    beside = max((rect.right for rect in taken if rect.y <= margin and rect.height > 0), default=margin)
    for x in (margin, beside + 2 * CLEAR):
        for count in range(1, TITLE_LINES + 1):
            placed = set_title(_title_lines(run, chart.lang, count), x, margin)
            if len(placed) == count and canvas.free(_around(placed)):
                return placed, 0.0
    placed = set_title(_lines_within(run, chart.lang, max(width - 2 * margin, 200.0)), margin, margin)
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


def _entry_rect(entry: tuple[PlacedSample, PlacedText]) -> Rect:
    sample, text = entry
    return Rect(sample.rect.x, sample.rect.y, text.x + text.width - sample.rect.x, sample.rect.height)


def _right(texts: Sequence[PlacedText]) -> float:
    return max((text.x + text.width for text in texts), default=0.0)


def _line_rects(lines: dict[int, tuple[Point, ...]]) -> list[Rect]:
    return [
        Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
        for line in lines.values()
        for a, b in pairwise(line)
    ]


def _links(
    links: Sequence[Link],
    fitted: Fitted,
    boxes: Sequence[Rect],
    lines: dict[int, tuple[Point, ...]],
    size: tuple[float, float],
    lang: str,
) -> tuple[PlacedLink, ...]:
    if not links:
        return ()
    labels = [_label(link, lang) for link in links]
    requests = [
        LinkRequest(
            source=link.source.card,
            target=link.target.card,
            kind=link.kind.value,
            label_size=_label_size(link, label),
            source_y=_row_y(fitted, boxes, link.source.card, link.source.paragraph),
            target_y=_row_y(fitted, boxes, link.target.card, link.target.paragraph),
        )
        for link, label in zip(links, labels, strict=True)
    ]
    trunks = [pair for line in lines.values() for pair in pairwise(line)]
    routes = route_links(requests, boxes, trunks, Rect(0, 0, *size))
    return tuple(
        PlacedLink(link, route.points, route.label, label)
        for link, route, label in zip(links, routes, labels, strict=True)
    )


def _label(link: Link, lang: str) -> tuple[str, ...]:
    if link.label is None:
        return ()
    style = link.label.style
    return wrap(link.label.text, size=style.size, bold=style.bold, width=LABEL_WIDTH, max_lines=LABEL_LINES, lang=lang)


def _label_size(link: Link, lines: Sequence[str]) -> tuple[float, float] | None:
    if link.label is None or not lines:
        return None
    style = link.label.style
    width = max(text_width(line, style.size, style.bold) for line in lines)
    return width + 2 * LABEL_PAD, len(lines) * style.size * 1.2 + LABEL_PAD


def _row_y(fitted: Fitted, boxes: Sequence[Rect], card: int, paragraph: int | None) -> float | None:
    """Return the y of the middle of the line that names a post inside a card."""
    if paragraph is None:
        return None
    for line in fitted.cards[card].lines:
        if line.paragraph == paragraph:
            return boxes[card].y + line.baseline - 0.35 * line.runs[0].style.size
    return None
