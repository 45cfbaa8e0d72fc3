"""Find the sizes that the cards of a chart may take, for many widths: text is measured once, and only counted then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgviz.chart.values import Card, Chart, Paragraph, Part
from orgviz.layout.card_flow import (
    COMFORTABLE,
    FOOT,
    INDENT,
    LISTED,
    Density,
    Manner,
    column_counts,
    column_width,
    count_lines,
    even,
    flow,
    font,
    frame,
    width_in_one_line,
)
from orgviz.layout.pareto import spread
from orgviz.layout.pictures import room_beside
from orgviz.typography.measure import text_width
from orgviz.typography.wrap import unbreakable_width

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


def widths_worth_trying(chart: Chart, count: int, density: Density = COMFORTABLE) -> list[float]:
    """Return card widths between what most cards need at least and at most, narrowest first, in even points."""
    least: list[float] = []
    most: list[float] = []
    for card in spread(chart.cards, MOST_ASKED):
        for paragraph in card.paragraphs:
            if paragraph.part is not Part.DUTY:
                size, bold = font(paragraph)
                text = paragraph.text
                around = frame(card, density) + paragraph.indent * INDENT
                around += room_beside(card, paragraph, density.picture)
                least.append(unbreakable_width(text, size, bold) + around)
                most.append(text_width(text, size, bold) + around)
    low = max(NARROWEST, _quantile(least, 0.9))
    high = max(low, min(_quantile(most, 0.97), WIDEST))
    if count == 1:
        return [even((low * 2 + high) / 3)]
    ratio = (high / low) ** (1 / (count - 1))
    return sorted({even(low * ratio**step) for step in range(count)})


def _quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class _Text(NamedTuple):
    """A paragraph of a plain card.

    Args:
        whole: its width in one line; infinite where it must be broken.
        pitch: from one line to the next.
    """

    paragraph: Paragraph
    text: str
    whole: float
    pitch: float


class Sizer:
    """Knows the sizes of all cards of a chart.

    Args:
        chart: whose cards they are.
        manner: how they are set.
    """

    def __init__(self, chart: Chart, manner: Manner) -> None:
        self._cards = chart.cards
        self._manner = manner
        self._plain = [tuple(_texts(card, manner)) if _is_plain(card) else () for card in chart.cards]

    def sizes(self, width: float) -> list[tuple[CardSize, ...]]:
        """Return for each card the sizes that it may take when cards are about as wide as `width`."""
        manner = self._manner
        return [
            (_plain_size(texts, frame(card, manner.density), width, manner),) if texts else _sizes(card, width, manner)
            for card, texts in zip(self._cards, self._plain, strict=True)
        ]


def _is_plain(card: Card) -> bool:
    """Whether a card is nothing but texts one under the other."""
    return not card.portraits and not any(
        paragraph.part in LISTED or paragraph.part in FOOT or paragraph.indent for paragraph in card.paragraphs
    )


def _texts(card: Card, manner: Manner) -> Iterator[_Text]:
    for paragraph in card.paragraphs:
        size, bold = font(paragraph)
        text = paragraph.text
        yield _Text(paragraph, text, width_in_one_line(text, size, bold), size * manner.density.leading)


def _plain_size(texts: Sequence[_Text], around: float, width: float, manner: Manner) -> CardSize:
    """Return the size of a plain card; most of its texts fit in one line, and need no closer look."""
    broken = [text for text in texts if text.whole + around > width]
    if broken:
        needed = max(unbreakable_width(text.text, *font(text.paragraph)) for text in broken)
        width = max(width, even(needed + around))
    room = width - around
    height, lines = 2 * manner.density.pad_y, 0
    for text in texts:
        count = 1 if text.whole <= room else count_lines(text.paragraph, text.text, room, manner.lang)
        height += count * text.pitch
        lines += count
    return CardSize(width, even(height), width, 1, lines)


def _sizes(card: Card, width: float, manner: Manner) -> tuple[CardSize, ...]:
    column = column_width(card, width, manner)
    found = []
    for columns in column_counts(card):
        placed = flow(card, column, columns, manner)
        lines = sum(piece.count for piece in placed.pieces)
        found.append(CardSize(placed.width, placed.height, column, columns, lines))
    return tuple(found)
