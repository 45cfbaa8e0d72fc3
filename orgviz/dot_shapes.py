"""Parts of a scene as DOT for Graphviz to draw their shapes: no text, no name, nothing that a user wrote.

The strips at the left of boxes are left out, too: they would be half of Graphviz's work, and follow from the boxes.
The places are fixed, so any part can be drawn alone, at the very places that it has in the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from orgviz.dot_attributes import ARROW_SIZE, decimal, place, plain_box, route, stroke
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.scene import Scene
from orgviz.lean import dataclass
from orgviz.style.values import BoxStyle, LineStyle

MARK = "mark"
"""The id of a shape in every part: it stands where the scene's first card does."""
# Around the canvas: nothing stands out of that, so that all parts have the same corners.
_MARGIN = 1000.0
# What a connector, a card, a link, the title and a line of the legend take, in comparison.
_WORK = (1, 2, 1, 1, 1)
MOST_WORK = 16_000
# That is worth a part of its own.
_LEAST_WORK = 3_000
_HEAD = (
    "digraph orgviz {",
    "graph [pad=0 splines=line outputorder=edgesfirst]",
    'node [shape=box fixedsize=true margin=0 label=""]',
    f"edge [dir=none arrowsize={ARROW_SIZE}]",
)


@dataclass(frozen=True, slots=True)
class Part:
    """Things of a scene that follow each other in the order of painting, by their indices; the title is one."""

    connectors: range
    cards: range
    links: range
    title: range
    legend: range


def parts_of(scene: Scene, most: int = MOST_WORK, at_once: int = 1) -> tuple[Part, ...]:
    """Cut a scene into parts that are about the same work, each `most` at most: that for a line is 1.

    Args:
        at_once: parts that are drawn at the same time: of so many, or a multiple, none is waited for alone.
    """
    counts = (len(scene.connectors), len(scene.cards), len(scene.links), bool(scene.title), len(scene.legend))
    starts = list(accumulate((count * work for count, work in zip(counts, _WORK, strict=True)), initial=0))
    total = starts[-1]
    number = max(-(-total // most), min(at_once, total // _LEAST_WORK), 1)
    if number > at_once:
        number = -(-number // at_once) * at_once
    cuts = [total * place // number for place in range(number + 1)]
    kinds = tuple(zip(starts, counts, _WORK, strict=False))
    return tuple(Part(*(_within(*kind, first, last) for kind in kinds)) for first, last in pairwise(cuts))


def _within(start: int, count: int, work: int, first: int, last: int) -> range:
    """Return which of `count` things begin from `first` up to `last`, where the first of them begins at `start`."""
    begin, end = (min(max(-(-(place - start) // work), 0), count) for place in (first, last))
    return range(begin, end)


def to_shapes(scene: Scene, part: Part) -> str:
    """Return the DOT text of a part; a shape's id is a letter for its kind and its index in the scene."""
    return "\n".join(_statements(scene, part)) + "\n"


def _statements(scene: Scene, part: Part) -> Iterator[str]:
    height = scene.height
    low, high, right = decimal(-_MARGIN), decimal(height + _MARGIN), decimal(scene.width + _MARGIN)
    yield from _HEAD
    yield f'a [style=invis width=0 height=0 pos="{low},{high}"]'
    yield f'b [style=invis width=0 height=0 pos="{right},{low}"]'
    yield f'm [{place(scene.cards[0].rect, height)} id="{MARK}"]'
    # How things look is said once for all that follow: that is less to write and to read.
    look: BoxStyle | None = None
    for name, rect, style in _boxes(scene, part):
        if look is not style:
            look = style
            yield f"node [{plain_box(look)}]"
        yield f'{name} [{place(rect, height)} id="{name}"]'
    ink: LineStyle | None = None
    for name, spline, line_style in _lines(scene, part):
        if ink is not line_style:
            ink = line_style
            yield f"edge [style=solid {stroke(ink)}]"
        # Its place is given, so that it does not matter what it leads from and to.
        yield f'a -> b [pos="{spline}" id="{name}"]'
    yield "}"


def _boxes(scene: Scene, part: Part) -> Iterator[tuple[str, Rect, BoxStyle]]:
    for number in part.cards:
        placed = scene.cards[number]
        yield f"n{number}", placed.rect, placed.card.style
    for number in part.legend:
        sample, _ = scene.legend[number]
        if sample is not None and isinstance(sample.style, BoxStyle):
            yield f"s{number}", sample.rect, sample.style


def _lines(scene: Scene, part: Part) -> Iterator[tuple[str, str, LineStyle]]:
    height = scene.height
    for number in part.connectors:
        connector = scene.connectors[number]
        yield f"c{number}", route(connector.points, height, curved=connector.curved), connector.style
    for number in part.links:
        link, style = scene.links[number], scene.links[number].link.style
        yield f"l{number}", route(link.points, height, arrow=style.arrow, curved=link.curved), style
    for number in part.legend:
        sample, _ = scene.legend[number]
        if sample is not None and isinstance(sample.style, LineStyle):
            rect, style = sample.rect, sample.style
            ends = (Point(rect.x, rect.center_y), Point(rect.right, rect.center_y))
            yield f"s{number}", route(ends, height, arrow=style.arrow), style
