"""Choose card widths and arrangements so that the whole chart's text is as large as it can be on its page."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from orgviz.chart.values import Card, Chart
from orgviz.layout.block import Block
from orgviz.layout.card_flow import COMFORTABLE, TIGHT, Manner
from orgviz.layout.card_sizes import CardSize, Sizer, widths_worth_trying
from orgviz.layout.cards import SetCard, set_in_columns, stretched
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.options import Direction, LayoutKind, LayoutOptions
from orgviz.layout.pareto import Effort, Room
from orgviz.layout.place import Placed, place
from orgviz.layout.shapes import Shapes, Tree, shapes
from orgviz.layout.spacing import Spacing

# Text that is this much larger than its own size on the page is large enough: beyond, the chart that people expect
# (departments in rows) counts for more than larger text.
LARGE_ENOUGH = 1.1
STILL_LARGER = 0.15
# No text on a slide needs to be larger than this.
LARGEST = 1.4
# What one disliked arrangement in every box would cost, as a share of the text's size.
DISLIKE = 0.18
# What a further line in every text costs, likewise.
EXTRA_LINE = 0.3
# Siblings get the same height where that adds at most this much (a line of text), in points.
ALIKE = 15.0
# Boxes of a large chart.
LARGE = 90
# A chart that is drawn at this scale or more has air enough.
ROOMY = 0.97


@dataclass(slots=True)
class Fitted:
    """Placed cards with their set text; `curved` when their lines are Bézier curves.

    Args:
        rows: in a matrix, for each crossing the line along its row.
    """

    placed: Placed
    cards: list[SetCard]
    spacing: Spacing
    curved: bool = False
    rows: tuple[tuple[Point, ...], ...] = ()


@dataclass(slots=True)
class _Candidate:
    score: float
    scale: float
    sizes: list[tuple[CardSize, ...]]
    found: Shapes
    block: Block
    spacing: Spacing
    manner: Manner


def spacing_for(direction: Direction, cards: int, *, tight: bool = False) -> Spacing:
    """Return the distances for a direction; a chart from left to right is laid out on its side.

    In a large chart, whose text is small on its page, they are somewhat less.
    """
    if direction is Direction.LR:
        return Spacing(sibling=8, level=22, lone=16, stack=8, hook=8, inset=8, tree=18, margin=12)
    if tight or cards > LARGE:
        return Spacing(sibling=8, level=14, lone=9, stack=5, hook=7, inset=7, tree=20, margin=12)
    return Spacing(sibling=9, level=16, lone=11, stack=6, hook=8, inset=8, tree=22, margin=12)


def manner_of(chart: Chart, *, tight: bool = False) -> Manner:
    """Return how the cards of a chart are set: flush left where any of them holds a list."""
    flush_left = any(card.listing for card in chart.cards)
    return Manner(flush_left, chart.lang, TIGHT if tight else COMFORTABLE)


def tree_of(chart: Chart) -> Tree:
    """Return who stands under and beside whom, by index of card."""
    reports: list[list[int]] = [[] for _ in chart.cards]
    assistants: list[list[int]] = [[] for _ in chart.cards]
    roots = []
    for number, card in enumerate(chart.cards):
        if card.parent is None:
            roots.append(number)
        else:
            (assistants if card.assistant else reports)[card.parent].append(number)
    return Tree(reports, assistants, roots)


def fit(chart: Chart, options: LayoutOptions) -> Fitted:
    """Return the placed tree whose text is largest on the page, with a leaning to what people expect."""
    tree = tree_of(chart)
    best = _best(chart, tree, options, tight=False)
    if best.scale < ROOMY and len(chart.cards) <= LARGE:
        # A smaller chart that does not fit as it is: less air in and between the boxes makes its text larger.
        best = max(best, _best(chart, tree, options, tight=True), key=lambda candidate: candidate.score)
    placed = place(tree, best.found, best.block, best.spacing)
    cards = [
        _set(card, sizes, rect, best.manner, options.direction)
        for card, sizes, rect in zip(chart.cards, best.sizes, placed.boxes, strict=True)
    ]
    if options.direction is Direction.LR:
        placed = _turned(placed)
    return Fitted(placed, cards, best.spacing)


def _best(chart: Chart, tree: Tree, options: LayoutOptions, *, tight: bool) -> _Candidate:
    spacing = spacing_for(options.direction, len(chart.cards), tight=tight)
    effort = Effort.for_size(len(chart.cards))
    manner = manner_of(chart, tight=tight)
    sizer = Sizer(chart, manner)
    candidates = (
        _candidate(chart, tree, sizer.sizes(width), manner, options, spacing, effort)
        for width in widths_worth_trying(chart, _width_count(len(chart.cards)), manner.density)
    )
    return max(candidates, key=lambda candidate: candidate.score)


def _set(card: Card, sizes: Sequence[CardSize], rect: Rect, manner: Manner, direction: Direction) -> SetCard:
    """Return a card set for the size at which it was placed."""
    width, height = (rect.height, rect.width) if direction is Direction.LR else (rect.width, rect.height)
    size = next(size for size in sizes if (size.width, size.height) == (width, height))
    return stretched(set_in_columns(card, size.column, size.columns, manner), height)


def _width_count(cards: int) -> int:
    if cards <= 400:
        return 7
    if cards <= 2000:
        return 4
    return 2 if cards <= 12000 else 1


def _candidate(
    chart: Chart,
    tree: Tree,
    card_sizes: list[tuple[CardSize, ...]],
    manner: Manner,
    options: LayoutOptions,
    spacing: Spacing,
    effort: Effort,
) -> _Candidate:
    for siblings in (*tree.reports, tree.roots):
        _make_alike(chart, siblings, card_sizes)
    turned = options.direction is Direction.LR
    sizes = [
        [(size.height, size.width) if turned else (size.width, size.height) for size in choices]
        for choices in card_sizes
    ]
    page = options.page
    if turned and page is not None:
        page = (page[1], page[0])
    room = Room.around(sum(choices[0][0] * choices[0][1] for choices in sizes), page)
    found = shapes(tree, sizes, spacing, effort, room, rows_only=options.kind is LayoutKind.TREE)
    rate = _rating(page, spacing, _weight(tree))
    block = max(found.forest, key=rate)
    score = rate(block) - EXTRA_LINE * _extra_lines(chart, card_sizes)
    return _Candidate(score, _scale(block, page, spacing), card_sizes, found, block, spacing, manner)


def _rating(page: tuple[float, float] | None, spacing: Spacing, weight: float) -> Callable[[Block], float]:
    """Return the function that rates a block: the logarithm of its scale on the page, less what is disliked."""

    def rate(block: Block) -> float:
        if page is None:
            # Without a page: small, and of a shape that suits most screens.
            width, height = block.width + 2 * spacing.margin, block.height + 2 * spacing.margin
            return -0.5 * math.log(width * height) - 0.3 * abs(math.log(width / height / 1.6))
        scale = _scale(block, page, spacing)
        size = (
            math.log(min(scale, LARGE_ENOUGH)) + STILL_LARGER * math.log(min(scale, LARGEST)) + 0.01 * math.log(scale)
        )
        # The smaller the text, the less anything else counts.
        return size - DISLIKE * min(1.0, scale) * block.cost / weight

    return rate


def _scale(block: Block, page: tuple[float, float] | None, spacing: Spacing) -> float:
    """Return by how much a chart is enlarged (over 1) or shrunk to fill its page."""
    if page is None:
        return 1.0
    return min(page[0] / (block.width + 2 * spacing.margin), page[1] / (block.height + 2 * spacing.margin))


def _weight(tree: Tree) -> float:
    """Return the sum, over all boxes with reports, of the boxes in their subtrees: what costs are shares of."""
    boxes = [1] * len(tree.reports)
    # The trees of a forest are arranged like the reports of a box.
    total = 1.0 + (len(boxes) if len(tree.roots) > 1 else 0)
    for box in reversed(tree.top_down()):
        boxes[box] += sum(boxes[report] for report in tree.reports[box])
        if tree.reports[box]:
            total += boxes[box]
    return total


def _extra_lines(chart: Chart, sizes: Sequence[tuple[CardSize, ...]]) -> float:
    """Return how many lines a text has beyond its first, on average."""
    lines = sum(choices[0].lines for choices in sizes)
    return lines / sum(len(card.paragraphs) for card in chart.cards) - 1


def _make_alike(chart: Chart, siblings: Sequence[int], sizes: list[tuple[CardSize, ...]]) -> None:
    """Give siblings without lists the same height, so that rows and stacks have a rhythm."""
    if len(siblings) < 2:
        return
    plain = [number for number in siblings if not chart.cards[number].listing]
    heights = [sizes[number][0].height for number in plain]
    if heights and 0 < max(heights) - min(heights) <= ALIKE:
        highest = max(heights)
        for number in plain:
            sizes[number] = (sizes[number][0]._replace(height=highest),)


def _turned(placed: Placed) -> Placed:
    """Return a tree that was laid out on its side set upright: x and y change places."""
    boxes = [type(rect)(rect.y, rect.x, rect.height, rect.width) for rect in placed.boxes]
    lines = {number: tuple(type(point)(point.y, point.x) for point in line) for number, line in placed.lines.items()}
    return Placed(boxes, lines, placed.height, placed.width)
