"""Set the text of cards in lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgviz.chart.values import Card
from orgviz.layout.card_flow import Manner, Piece, column_counts, column_width, flow
from orgviz.layout.card_looks import Look, Looks
from orgviz.layout.card_sizes import CardSize
from orgviz.layout.card_texts import Text
from orgviz.layout.line_cuts import Cut, cut_in_lines, cut_runs
from orgviz.layout.pictures import PlacedPhoto, moved
from orgviz.lean import dataclass
from orgviz.style.values import TextRun
from orgviz.typography.measure import text_width

# Where the baseline stands in its line, as a multiple of the size, from the line's top.
ASCENT = 0.98
_DIGIT = re.compile("[0-9]")


class SetLine(NamedTuple):
    """A line of text in a card.

    Args:
        x, baseline: of its start or middle, in points from the card's top left corner.
        runs: what is written.
        width: what it takes with typical fonts.
        room: what it may take.
        paragraph: index of the card's paragraph that it belongs to.
        centered: whether `x` is its middle.
    """

    x: float
    baseline: float
    runs: tuple[TextRun, ...]
    width: float
    room: float
    paragraph: int
    centered: bool = False


class SetCard(NamedTuple):
    """A card's text in lines, for one size of the card (whole even points)."""

    width: float
    height: float
    lines: tuple[SetLine, ...]
    photos: tuple[PlacedPhoto, ...] = ()


class Setter:
    """Sets cards; those that look alike are set once for each size.

    Args:
        cards: all of them.
        looks: of these cards.
        manner: how they are set.
    """

    def __init__(self, cards: Sequence[Card], looks: Looks, manner: Manner) -> None:
        self._cards = cards
        self._looks = looks
        self._manner = manner
        self._uses = Counter(looks.numbers)
        self._patterns: dict[tuple[int, float, int, float], _Pattern] = {}

    def set(self, number: int, size: CardSize, height: float) -> SetCard:
        """Return a card of this number at one of its sizes, at least so high; the lines stand in its middle."""
        look = self._looks.numbers[number]
        key = look, size.column, size.columns, height
        pattern = self._patterns.get(key)
        if pattern is None:
            pattern = _pattern(self._looks.looks[look], *key[1:3], self._manner, height)
            if self._uses[look] > 1:
                self._patterns[key] = pattern
        if pattern.is_common:
            return pattern.of(self._cards[number])
        return _set(Look.of(self._cards[number], self._manner.lang), *key[1:3], self._manner, height)


def set_card(card: Card, width: float, manner: Manner) -> tuple[SetCard, ...]:
    """Return the ways to set a card about as wide as `width`: in one column, and a long list in more."""
    look = Look.of(card, manner.lang)
    width = column_width(look, width, manner)
    return tuple(_set(look, width, columns, manner) for columns in column_counts(card))


def _set(look: Look, width: float, columns: int, manner: Manner, height: float = 0.0) -> SetCard:
    return _pattern(look, width, columns, manner, height).of(look.card)


def stretched(card: SetCard, height: float) -> SetCard:
    """Return a card of at least this height, its lines in the middle."""
    extra = height - card.height
    if extra <= 0:
        return card
    lines = tuple(line._replace(baseline=line.baseline + extra / 2) for line in card.lines)
    return SetCard(card.width, height, lines, tuple(moved(photo, 0.0, extra / 2) for photo in card.photos))


class _Place(NamedTuple):
    """Where a line stands in every card of a look, as in `SetLine`, and of which parts of its paragraph it is."""

    x: float
    baseline: float
    width: float
    room: float
    paragraph: int
    centered: bool
    cuts: tuple[Cut, ...]


@dataclass(slots=True)
class _Pattern:
    """How the cards of a look are set at one size.

    Args:
        is_common: whether all are set alike; not where a digit of the example would get into another card.
    """

    width: float
    height: float
    places: list[_Place]
    photos: tuple[PlacedPhoto, ...]
    is_common: bool

    def of(self, card: Card) -> SetCard:
        """Return a card set so."""
        paragraphs = card.paragraphs
        lines = [
            SetLine(x, baseline, cut_runs(paragraphs[number].runs, cuts), width, room, number, centered)
            for x, baseline, width, room, number, centered, cuts in self.places
        ]
        return SetCard(self.width, self.height, tuple(lines), self.photos)


def _pattern(look: Look, width: float, columns: int, manner: Manner, height: float) -> _Pattern:
    """Return how to set cards of a look.

    Args:
        width: of one column, with the card's frame.
        columns: in how many a list is set.
        height: what it has at least; the lines stand in its middle.
    """
    lines: list[Sequence[_Line]] = []

    def count(text: Text, room: float) -> int:
        lines.append(_lines(text, room))
        return len(lines[-1])

    placed = flow(look, width, columns, manner, count)
    down = max(0.0, (height - placed.height) / 2)
    places = [place for piece in placed.pieces for place in _places(piece, lines[piece.number], down)]
    photos = tuple(moved(photo, 0.0, down) for photo in placed.photos) if down else placed.photos
    is_common = not any(_DIGIT.search(cut.added) for place in places for cut in place.cuts)
    return _Pattern(placed.width, placed.height + 2 * down, places, photos, is_common)


def _places(piece: Piece, lines: Sequence[_Line], down: float) -> Iterator[_Place]:
    baseline = piece.y + piece.text.size * ASCENT + down
    for cuts, width in lines:
        yield _Place(piece.x, baseline, width, piece.room, piece.number, not piece.flush_left, cuts)
        baseline += piece.pitch


_Line = tuple[tuple[Cut, ...], float]  # of which parts of its paragraph it is, and how wide it is in points


def _lines(text: Text, room: float) -> list[_Line]:
    runs = text.paragraph.runs
    if text.whole > room:
        cuts = text.lines(room)
    else:
        whole = text.paragraph.text
        if len(runs) == 1 and whole:
            return [((Cut(0, 0, len(whole)),), text.whole)]
        cuts = cut_in_lines(runs, (whole,))
    return [(line, _width(runs, line)) for line in cuts]


def _width(runs: Sequence[TextRun], line: Sequence[Cut]) -> float:
    width = 0.0
    for number, start, end, added in line:
        run = runs[number]
        width += text_width(run.text[start:end] + added, run.style.size, run.style.bold)
    return width
