"""Find the sizes that the cards of a chart may take, for many widths: each look is measured once."""

from __future__ import annotations

from typing import NamedTuple

from orgviz.chart.values import Card, Part
from orgviz.layout.card_flow import (
    COMFORTABLE,
    FOOT,
    INDENT,
    LISTED,
    Counting,
    Density,
    Manner,
    column_counts,
    column_width,
    even,
    flow,
    frame,
)
from orgviz.layout.card_looks import Look, Looks
from orgviz.layout.card_texts import Text
from orgviz.layout.pareto import spread
from orgviz.layout.pictures import room_beside
from orgviz.typography.measure import text_width

NARROWEST, WIDEST = 52.0, 240.0
# The texts of this many cards tell what width suits a chart.
MOST_ASKED = 4000


class CardSize(NamedTuple):
    """A size that a card may take, in whole even points; in how many columns its list then is, and its lines."""

    width: float
    height: float
    column: float
    columns: int
    lines: int


def widths_worth_trying(looks: Looks, count: int, density: Density = COMFORTABLE) -> list[float]:
    """Return card widths between what most cards need at least and at most, narrowest first, in even points."""
    asked = spread(looks.numbers, MOST_ASKED)
    needs = {number: _needs(looks.looks[number], density) for number in dict.fromkeys(asked)}
    least = [need for number in asked for need, _ in needs[number]]
    most = [need for number in asked for _, need in needs[number]]
    low = max(NARROWEST, _quantile(least, 0.9))
    high = max(low, min(_quantile(most, 0.97), WIDEST))
    if count == 1:
        return [even((low * 2 + high) / 3)]
    ratio = (high / low) ** (1 / (count - 1))
    return sorted({even(low * ratio**step) for step in range(count)})


def _needs(look: Look, density: Density) -> list[tuple[float, float]]:
    """Return how wide a card must be for each of its texts: broken wherever it can be, and in one line."""
    found = []
    for text in look.texts:
        paragraph = text.paragraph
        if paragraph.part is not Part.DUTY:
            around = frame(look.card, density) + paragraph.indent * INDENT
            around += room_beside(look.card, paragraph, density.picture)
            whole = text_width(paragraph.text, text.size, text.bold)
            found.append((text.unbreakable + around, whole + around))
    return found


def _quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Sizer:
    """Knows the sizes of all cards of a chart.

    Args:
        looks: of the chart's cards.
        manner: how they are set.
        count: tells how many lines a text takes; `Text.settle` where only one width is tried.
    """

    def __init__(self, looks: Looks, manner: Manner, count: Counting = Text.count) -> None:
        self._looks = looks
        self._manner = manner
        self._count = count
        self._plain = [_is_plain(look.card) for look in looks.looks]

    def sizes(self, width: float) -> list[tuple[CardSize, ...]]:
        """Return for each card the sizes that it may take when cards are about as wide as `width`."""
        known: dict[tuple[CardSize, ...], tuple[CardSize, ...]] = {}
        of_look = []
        for look, is_plain in zip(self._looks.looks, self._plain, strict=True):
            made = (
                (_plain_size(look, width, self._manner, self._count),)
                if is_plain
                else _sizes(look, width, self._manner, self._count)
            )
            of_look.append(known.setdefault(made, made))
        return [of_look[number] for number in self._looks.numbers]


def _is_plain(card: Card) -> bool:
    """Whether a card is nothing but texts one under the other."""
    return not card.portraits and not any(
        paragraph.part in LISTED or paragraph.part in FOOT or paragraph.indent for paragraph in card.paragraphs
    )


def _plain_size(look: Look, width: float, manner: Manner, count: Counting) -> CardSize:
    """Return the size of a plain card; most of its texts fit in one line, and need no closer look."""
    density = manner.density
    around = frame(look.card, density)
    broken = [text for text in look.texts if text.whole + around > width]
    if broken:
        needed = max([text.unbreakable for text in broken]) + around
        if needed > width:
            width = even(needed)
    room = width - around
    height, lines = 2 * density.pad_y, 0
    for text in look.texts:
        own = count(text, room)
        height += own * (text.size * density.leading)
        lines += own
    return CardSize(width, even(height), width, 1, lines)


def _sizes(look: Look, width: float, manner: Manner, count: Counting) -> tuple[CardSize, ...]:
    column = column_width(look, width, manner)
    counts = column_counts(look.card)
    found = []
    for columns in counts:
        placed = flow(look, column, columns, manner, count if len(counts) == 1 else Text.count)
        lines = sum(piece.count for piece in placed.pieces)
        found.append(CardSize(placed.width, placed.height, column, columns, lines))
    return tuple(found)
