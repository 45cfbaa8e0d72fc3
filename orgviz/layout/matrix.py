"""Place the cards of a matrix: columns under their heads, rows beside theirs, lines straight through the middles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgviz.chart.values import Chart, Grid
from orgviz.layout.card_flow import Manner
from orgviz.layout.card_looks import Looks
from orgviz.layout.card_sizes import widths_worth_trying
from orgviz.layout.cards import SetCard, set_card, stretched
from orgviz.layout.fit import Fitted, manner_of, spacing_for
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.options import LayoutOptions
from orgviz.layout.place import Placed

COLUMN_GAP, ROW_GAP = 22.0, 12.0
TRIED_WIDTHS = 7
# What a further line of text in every card costs, as a share of the text's size.
EXTRA_LINE = 0.3


@dataclass(slots=True)
class _Table:
    """The sizes of a matrix whose cards are set: widths of the columns, heights of the rows, the heads among them."""

    cards: list[SetCard]
    widths: list[float]
    heights: list[float]
    top: float

    @property
    def width(self) -> float:
        return sum(self.widths) + COLUMN_GAP * (len(self.widths) - 1)

    @property
    def height(self) -> float:
        return self.top + sum(self.heights) + ROW_GAP * (len(self.heights) - 1)


def fit_matrix(chart: Chart, grid: Grid, options: LayoutOptions) -> Fitted:
    """Return the placed cards of a matrix whose text is largest on its page.

    The first column holds the heads of the rows, the first row those of the columns. The line of a column goes from
    its head down through all its crossings, that of a row from its head to the right.
    """
    spacing = spacing_for(options.direction, len(chart.cards))
    manner = manner_of(chart)
    widths = widths_worth_trying(Looks.of(chart.cards, chart.lang), TRIED_WIDTHS, manner.density)
    tables = [_table(chart, grid, width, manner) for width in widths]

    def score(table: _Table) -> float:
        lines = sum(len(card.lines) for card in table.cards) / sum(len(card.paragraphs) for card in chart.cards)
        page = options.page or (1600.0, 900.0)
        scale = min(page[0] / (table.width + 24), page[1] / (table.height + 24))
        return min(scale, 1.4) * (1 - EXTRA_LINE * (lines - 1) / 2)

    best = max(tables, key=score)
    boxes = _boxes(grid, best)
    return Fitted(
        Placed(boxes, _lines(grid, boxes), best.width, best.height),
        [stretched(card, box.height) for card, box in zip(best.cards, boxes, strict=True)],
        spacing,
        rows=_row_lines(grid, boxes),
    )


def _table(chart: Chart, grid: Grid, width: float, manner: Manner) -> _Table:
    cards = [set_card(card, width, manner)[0] for card in chart.cards]
    widths = [max(cards[row].width for row in grid.rows)]
    heights = [max(cards[column].height for column in grid.columns)]
    for number, head in enumerate(grid.columns):
        inside = [cards[one.card].width for one in grid.crossings if one.column == number]
        widths.append(max([cards[head].width, *inside]))
    for number, head in enumerate(grid.rows):
        inside = [cards[one.card].height for one in grid.crossings if one.row == number]
        heights.append(max([cards[head].height, *inside]))
    # Cards of one column are as wide as each other: their text is set once more.
    column_of = {head: number + 1 for number, head in enumerate(grid.columns)}
    column_of |= {one.card: one.column + 1 for one in grid.crossings}
    column_of |= dict.fromkeys(grid.rows, 0)
    for card, column in column_of.items():
        if cards[card].width < widths[column]:
            cards[card] = set_card(chart.cards[card], widths[column], manner)[0]
    top = 0.0 if grid.top is None else cards[grid.top].height + 2 * ROW_GAP
    return _Table(cards, widths, heights, top)


def _boxes(grid: Grid, table: _Table) -> list[Rect]:
    lefts = _starts(table.widths, 0.0, COLUMN_GAP)
    tops = _starts(table.heights, table.top, ROW_GAP)
    boxes = [Rect(0, 0, 0, 0)] * len(table.cards)
    for number, head in enumerate(grid.columns, 1):
        boxes[head] = Rect(lefts[number], tops[0], table.widths[number], table.heights[0])
    for number, head in enumerate(grid.rows, 1):
        boxes[head] = Rect(lefts[0], tops[number], table.widths[0], table.heights[number])
    for one in grid.crossings:
        column, row = one.column + 1, one.row + 1
        boxes[one.card] = Rect(lefts[column], tops[row], table.widths[column], table.heights[row])
    if grid.top is not None:
        card = table.cards[grid.top]
        first, last = boxes[grid.columns[0]], boxes[grid.columns[-1]]
        middle = (first.center_x + last.center_x) / 2
        boxes[grid.top] = Rect(middle - card.width / 2, 0.0, card.width, card.height)
    return boxes


def _starts(sizes: Sequence[float], first: float, gap: float) -> list[float]:
    starts = [first]
    for size in sizes:
        starts.append(starts[-1] + size + gap)
    return starts


def _lines(grid: Grid, boxes: Sequence[Rect]) -> dict[int, tuple[Point, ...]]:
    """Return the solid lines: from the top to the columns, and down each column from card to card."""
    lines: dict[int, tuple[Point, ...]] = {}
    if grid.top is not None:
        above = boxes[grid.top]
        bus = above.bottom + ROW_GAP
        for head in grid.columns:
            box = boxes[head]
            lines[head] = (
                Point(above.center_x, above.bottom),
                Point(above.center_x, bus),
                Point(box.center_x, bus),
                Point(box.center_x, box.y),
            )
    for number, head in enumerate(grid.columns):
        upper = boxes[head]
        for one in sorted((one for one in grid.crossings if one.column == number), key=lambda one: one.row):
            lower = boxes[one.card]
            lines[one.card] = (Point(upper.center_x, upper.bottom), Point(lower.center_x, lower.y))
            upper = lower
    return lines


def _row_lines(grid: Grid, boxes: Sequence[Rect]) -> tuple[tuple[Point, ...], ...]:
    """Return for each crossing the line to its left: from the crossing before it, or the head of its row."""
    lines: dict[int, tuple[Point, ...]] = {}
    for number, head in enumerate(grid.rows):
        left = boxes[head]
        for one in sorted((one for one in grid.crossings if one.row == number), key=lambda one: one.column):
            right = boxes[one.card]
            lines[one.card] = (Point(right.x, right.center_y), Point(left.right, right.center_y))
            left = right
    return tuple(lines[one.card] for one in grid.crossings)
