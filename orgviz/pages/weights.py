"""Estimate how much room boxes take, so that only what is likely to fit is laid out."""

from __future__ import annotations

from dataclasses import dataclass

from orgviz.chart.values import Card, Chart, Part
from orgviz.layout.card_looks import Looks
from orgviz.layout.card_sizes import Sizer, widths_worth_trying
from orgviz.layout.fit import manner_of
from orgviz.pages.tree import Tree
from orgviz.pages.values import Sheet

# Around a box: part of the gaps between boxes, in points.
_BESIDE, _BELOW = 10.0, 14.0
# The lines that a mark adds to a name: who leads it, how much stands below it, and where.
_MARK_LINES = 3
_MARK_LINE = 12.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What boxes take, in square points.

    Args:
        base: a box with its name and heads.
        row: one post in it, on average.
        stand_in: the box as it stands where it goes on elsewhere.
    """

    base: tuple[float, ...]
    row: tuple[float, ...]
    stand_in: tuple[float, ...]

    def of(self, sheet: Sheet, tree: Tree) -> float:
        """Return what a whole sheet takes."""
        return self.of_own(sheet, tree) + sum(self.stand_in[box] for box in sheet.ups)

    def of_own(self, sheet: Sheet, tree: Tree) -> float:
        """Return what a sheet takes but for the boxes that stand above others: two together take no less."""
        chunk = sheet.chunk
        total = sum(self.stand_in[box] for box in sheet.down)
        if chunk is not None:
            total += self.row[chunk.box] * (chunk.stop - chunk.start)
        for box in sheet.boxes:
            count = 0 if chunk is not None and chunk.box == box else len(tree.rows[box])
            total += self.base[box] + self.row[box] * count
        return total


def weigh(chart: Chart, tree: Tree) -> Weights:
    """Return what the boxes of a chart take; its cards are those of the tree, in order."""
    manner = manner_of(chart)
    looks = Looks.of(chart.cards, manner.lang)
    width = widths_worth_trying(looks, 3, manner.density)[0]
    base, row, stand_in = [], [], []
    for card, rows, sizes in zip(chart.cards, tree.rows, Sizer(looks, manner).sizes(width), strict=True):
        wide, high = sizes[0].width + _BESIDE, sizes[0].height
        listed = min(high, _listed(card, high)) if rows else 0.0
        plain = high - listed + _BELOW
        base.append(wide * plain)
        row.append(wide * listed / len(rows) if rows else 0.0)
        stand_in.append(wide * (plain + _MARK_LINES * _MARK_LINE / 2))
    return Weights(tuple(base), tuple(row), tuple(stand_in))


def _listed(card: Card, height: float) -> float:
    """Return how much of a card's height its list takes, told from the number of its paragraphs."""
    count = sum(paragraph.part in (Part.ROW, Part.DUTY) for paragraph in card.paragraphs)
    return height * count / (len(card.paragraphs) + 1)
