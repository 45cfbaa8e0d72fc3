"""Place the links of a chart: their routes, and their labels beside them or as notes in the legend."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from orgviz.chart.values import LegendItem, Link
from orgviz.layout.cards import Setting
from orgviz.layout.furniture import PlacedLegend
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.link_notes import homeless, marks
from orgviz.layout.links import LinkRequest, LinkRoute, route_links
from orgviz.layout.scene import PlacedLink
from orgviz.style.values import TextRun
from orgviz.typography.measure import text_width
from orgviz.typography.wrap import wrap

# A link's label in short lines disturbs less than in one long one; widths in points.
LABEL_WIDTH = 90.0
LABEL_LINES = 2
LABEL_PAD = 2.0
# How far a link between two rows of one box stands out from it: half the gap to the next box.
BRACKET = 4.5
# A note's mark is as small as the gaps between boxes.
MARK_SIZE = 9.0


@dataclass(slots=True)
class Surroundings:
    """What links must go around: cards with their boxes, connectors, and the title.

    Args:
        lines: for each card with a connector, its joints.
        title: rectangles of its lines.
    """

    cards: Sequence[Setting]
    boxes: Sequence[Rect]
    lines: Mapping[int, tuple[Point, ...]]
    title: Sequence[Rect]
    lang: str


def place_links(
    links: Sequence[Link],
    legend: Sequence[LegendItem],
    around: Surroundings,
    explain: Callable[[Sequence[LegendItem]], PlacedLegend],
) -> tuple[PlacedLegend, tuple[PlacedLink, ...]]:
    """Return the placed legend and links; labels without a place of their own become notes in the legend.

    Args:
        legend: what it holds anyway; when that is nothing, there are no notes either.
        explain: places a legend.
    """
    placed = explain(legend)
    labels = [_label(link, around.lang) for link in links]
    sizes = [_label_size(link, label) for link, label in zip(links, labels, strict=True)]
    routes = _routes(links, sizes, around, placed)
    lost = _without_room(links, routes, around) if legend else []
    if lost:
        words = {number: _words(links[number]) for number in lost}
        numbers = marks(list(words.values()))
        style = legend[0].text.style
        notes = [LegendItem(TextRun(f"{mark} {text}", style), None) for text, mark in numbers.items()]
        for number, text in words.items():
            labels[number] = (numbers[text],)
            sizes[number] = (MARK_SIZE, MARK_SIZE)
        placed = explain([*legend, *notes])
        routes = _routes(links, sizes, around, placed)
    return placed, tuple(
        PlacedLink(link, route.points, route.label, label)
        for link, route, label in zip(links, routes, labels, strict=True)
    )


def _without_room(links: Sequence[Link], routes: Sequence[LinkRoute], around: Surroundings) -> list[int]:
    """Return the numbers of the links whose label has no place: within one box there never is one."""
    lost = set(homeless(routes, around.boxes))
    lost.update(number for number, link in enumerate(links) if _is_inner(link) and link.label)
    return sorted(lost)


def _is_inner(link: Link) -> bool:
    return link.source.card == link.target.card


def _bracket(link: Link, size: tuple[float, float] | None, around: Surroundings) -> LinkRoute:
    """Return the route between two rows of one box: a bracket at its right side."""
    box = around.boxes[link.source.card]
    ys = [_row_y(around, end.card, end.paragraph) or box.center_y for end in (link.source, link.target)]
    out = box.right + BRACKET
    points = (Point(box.right, ys[0]), Point(out, ys[0]), Point(out, ys[1]), Point(box.right, ys[1]))
    if size is None:
        return LinkRoute(points)
    width, height = size
    return LinkRoute(points, Rect(out - width / 2, (ys[0] + ys[1] - height) / 2, width, height))


def _words(link: Link) -> str:
    return " ".join(link.label.text.split()) if link.label else ""


def _routes(
    links: Sequence[Link], sizes: Sequence[tuple[float, float] | None], around: Surroundings, legend: PlacedLegend
) -> tuple[LinkRoute, ...]:
    if not links:
        return ()
    outer = iter(_outer_routes(links, sizes, around, legend))
    return tuple(
        _bracket(link, size, around) if _is_inner(link) else next(outer)
        for link, size in zip(links, sizes, strict=True)
    )


def _outer_routes(
    links: Sequence[Link], sizes: Sequence[tuple[float, float] | None], around: Surroundings, legend: PlacedLegend
) -> tuple[LinkRoute, ...]:
    requests = [
        LinkRequest(
            source=link.source.card,
            target=link.target.card,
            kind=link.kind.value,
            label_size=size,
            source_y=_row_y(around, link.source.card, link.source.paragraph),
            target_y=_row_y(around, link.target.card, link.target.paragraph),
        )
        for link, size in zip(links, sizes, strict=True)
        if not _is_inner(link)
    ]
    trunks = [pair for line in around.lines.values() for pair in pairwise(line)]
    boxes = [*around.boxes, *around.title, *legend.rects()]
    return route_links(requests, boxes, trunks, Rect(0, 0, legend.width, legend.height))


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


def _row_y(around: Surroundings, card: int, paragraph: int | None) -> float | None:
    """Return the y of the middle of the line that names a post inside a card."""
    if paragraph is None:
        return None
    for line in around.cards[card].lines:
        if line.paragraph == paragraph:
            return around.boxes[card].y + line.baseline - 0.35 * line.runs[0].style.size
    return None
