"""The layout that hands the placing to Graphviz: write what it needs, read what it says."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from orgviz.chart.values import Chart
from orgviz.diagnostics import ToolError
from orgviz.layout.card_looks import Looks
from orgviz.layout.card_sizes import widths_worth_trying
from orgviz.layout.cards import SetCard, set_card
from orgviz.layout.fit import Fitted, manner_of, spacing_for, tree_of
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.options import Direction, LayoutOptions
from orgviz.layout.place import Placed

_INCH = 72.0


def fit_by_dot(chart: Chart, options: LayoutOptions, run: Callable[[str], str]) -> Fitted:
    """Return the tree as Graphviz's ``dot`` places it.

    Args:
        run: gives the ``plain`` output of ``dot`` for a DOT text.

    Raises:
        ToolError: when the output is not what was asked for.
    """
    looks = Looks.of(chart.cards, chart.lang)
    width = widths_worth_trying(looks, 3)[1:2] or widths_worth_trying(looks, 1)
    manner = manner_of(chart)
    cards = [set_card(card, width[0], manner)[0] for card in chart.cards]
    answer = run(_source(chart, cards, options))
    try:
        placed = _read_plain(answer, len(cards))
    except (ValueError, IndexError, KeyError) as error:
        raise ToolError("Graphviz gave places that cannot be read") from error
    return Fitted(placed, cards, spacing_for(options.direction, len(cards)), curved=True)


def _source(chart: Chart, cards: list[SetCard], options: LayoutOptions) -> str:
    rank = "LR" if options.direction is Direction.LR else "TB"
    lines = ["digraph orgviz {", f"graph [rankdir={rank} ranksep=0.35 nodesep=0.15]"]
    lines.append('node [shape=box fixedsize=true label=""] edge [dir=none]')
    for number, card in enumerate(cards):
        lines.append(f"n{number} [width={card.width / _INCH:.4f} height={card.height / _INCH:.4f}]")
    for number, parent in enumerate(card.parent for card in chart.cards):
        if parent is not None:
            lines.append(f"n{parent} -> n{number}")
    # Trees of a forest keep their order by invisible edges between roots of one rank.
    roots = tree_of(chart).roots
    lines.extend(f"n{a} -> n{b} [style=invis constraint=false]" for a, b in pairwise(roots))
    return "\n".join([*lines, "}", ""])


def _read_plain(text: str, count: int) -> Placed:
    boxes: dict[int, Rect] = {}
    lines: dict[int, tuple[Point, ...]] = {}
    width = height = 0.0
    for line in text.splitlines():
        words = line.split()
        if words[:1] == ["graph"]:
            width, height = float(words[2]) * _INCH, float(words[3]) * _INCH
        elif words[:1] == ["node"]:
            x, y, w, h = (float(word) * _INCH for word in words[2:6])
            boxes[int(words[1][1:])] = Rect(x - w / 2, height - y - h / 2, w, h)
        elif words[:1] == ["edge"] and words[-2] != "invis":
            numbers = (float(words[4 + at]) * _INCH for at in range(2 * int(words[3])))
            points = zip(numbers, numbers, strict=True)
            lines[int(words[2][1:])] = tuple(Point(x, height - y) for x, y in points)
    if len(boxes) != count or not lines.keys() <= boxes.keys():
        raise ToolError("Graphviz did not place every box")
    return Placed([boxes[number] for number in range(count)], lines, width, height)
