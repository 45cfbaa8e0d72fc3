"""Set the text of cards in lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from orgviz.chart.values import Card
from orgviz.layout.card_flow import Manner, column_counts, column_width, flow
from orgviz.layout.card_looks import Look, Looks
from orgviz.layout.card_sizes import CardSize
from orgviz.layout.card_texts import Lines, Text
from orgviz.layout.pictures import PlacedPhoto, moved
from orgviz.lean import dataclass
from orgviz.style.values import TextRun
from orgviz.typography.measure import text_width

# Where the baseline stands in its line, as a multiple of the size, from the line's top.
ASCENT = 0.98


class SetLine(NamedTuple):
    """A line of text in a card.

    Args:
        x, baseline: of its start or middle, in points from the card's top left corner.
        runs: what is written.
        room: what it may take, in points.
        paragraph: index of the card's paragraph that it belongs to.
        centered: whether `x` is its middle.
    """

    x: float
    baseline: float
    runs: tuple[TextRun, ...]
    room: float
    paragraph: int
    centered: bool = False

    @property
    def width(self) -> float:
        """What it takes with typical fonts, in points."""
        return sum([text_width(run.text, run.style.size, run.style.bold) for run in self.runs], 0.0)


class SetCard(NamedTuple):
    """A card's text in lines, for one size of the card (whole even points)."""

    width: float
    height: float
    lines: tuple[SetLine, ...]
    photos: tuple[PlacedPhoto, ...] = ()

    def at_once(self) -> SetCard:
        """Return it: it is set."""
        return self


class Setting(Protocol):
    """Where the lines and pictures of a card are to be had."""

    @property
    def lines(self) -> tuple[SetLine, ...]:
        """Its text."""

    @property
    def photos(self) -> tuple[PlacedPhoto, ...]:
        """Its pictures."""

    def at_once(self) -> SetCard:
        """Return the card set, for who looks at it several times."""


class Unset(NamedTuple):
    """A card that is set whenever somebody asks: of a very large chart, the lines take more than all else."""

    setter: Setter
    number: int
    size: CardSize
    height: float

    @property
    def lines(self) -> tuple[SetLine, ...]:
        """Its text."""
        return self.at_once().lines

    @property
    def photos(self) -> tuple[PlacedPhoto, ...]:
        """Its pictures."""
        return self.at_once().photos if self.setter.has_photos(self.number) else ()

    def at_once(self) -> SetCard:
        """Return the card set, for who looks at it several times."""
        return self.setter.set(self.number, self.size, self.height)


class Setter:
    """Sets cards; how those that look alike are set is found out once for each size.

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
        card = self._cards[number]
        if pattern.is_common:
            return pattern.of(card)
        return _set(Look.of(card, self._manner.lang), *key[1:3], self._manner, height)

    def has_photos(self, number: int) -> bool:
        """Whether there are pictures in a card."""
        return bool(self._cards[number].portraits)


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
    """Where the lines of a paragraph stand in every card of a look: as in `SetLine`, and one `pitch` below another."""

    x: float
    baseline: float
    pitch: float
    room: float
    paragraph: int
    centered: bool
    lines: Lines


@dataclass(slots=True)
class _Pattern:
    """How the cards of a look are set at one size.

    Args:
        is_common: whether all are set alike.
    """

    width: float
    height: float
    places: list[_Place]
    photos: tuple[PlacedPhoto, ...]
    is_common: bool

    def of(self, card: Card) -> SetCard:
        """Return a card set so."""
        found = []
        for x, first, pitch, room, number, centered, lines in self.places:
            baseline = first
            for runs in lines.of(card.paragraphs[number]):
                found.append(SetLine(x, baseline, runs, room, number, centered))
                baseline += pitch
        return SetCard(self.width, self.height, tuple(found), self.photos)


def _pattern(look: Look, width: float, columns: int, manner: Manner, height: float) -> _Pattern:
    """Return how to set cards of a look.

    Args:
        width: of one column, with the card's frame.
        columns: in how many a list is set.
        height: what it has at least; the lines stand in its middle.
    """
    placed = flow(look, width, columns, manner, Text.settle)
    down = max(0.0, (height - placed.height) / 2)
    places = [
        _Place(
            piece.x, piece.y + piece.text.size * ASCENT + down, piece.pitch, piece.room, piece.number,
            not piece.flush_left, piece.text.lines(piece.room),
        )
        for piece in placed.pieces
    ]  # fmt: skip
    photos = tuple(moved(photo, 0.0, down) for photo in placed.photos) if down else placed.photos
    is_common = all(place.lines.are_common for place in places)
    return _Pattern(placed.width, placed.height + 2 * down, places, photos, is_common)
