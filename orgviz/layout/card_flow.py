"""Say where the paragraphs of a card stand, and so how large it is; no line is broken yet, only counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from orgviz.chart.values import Card, Part
from orgviz.layout.card_looks import Look
from orgviz.layout.card_texts import Text
from orgviz.layout.pictures import PictureRow, PlacedPhoto, picture_row, room_beside, top_of
from orgviz.lean import dataclass

INDENT = 9.0
# Between the name and heads, and the list under them.
LIST_GAP = 3.0
COLUMN_GAP = 10.0
FOOT = (Part.CUT, Part.COUNT, Part.PAGE)
LISTED = (Part.ROW, Part.DUTY)
# Above these: the count of what is left out below, of who is in it, and on which page it goes on.
CUT_GAP = 2.0
# Between a duty and the next position.
DUTY_GAP = 2.5
# From this many rows a card may be set in two columns, from twice as many in three …
ROWS_FOR_COLUMNS = 8
MOST_COLUMNS = 4
# A list that is longer than these have room for may be set in one more for each so many rows, up to so many.
ROWS_FOR_ONE_MORE, VERY_MOST_COLUMNS = 18, 10


@dataclass(frozen=True, slots=True)
class Density:
    """How close together the text in cards stands.

    Args:
        pad_x, pad_y: free space in a card, in points: beside the text, and above and below it.
        leading: from one baseline to the next, as a multiple of the size.
        picture: the side of a picture.
    """

    pad_x: float
    pad_y: float
    leading: float
    picture: float


COMFORTABLE = Density(7.0, 5.0, 1.26, 30.0)
TIGHT = Density(6.0, 3.0, 1.2, 26.0)


@dataclass(frozen=True, slots=True)
class Manner:
    """How all cards of a chart are set.

    Args:
        flush_left: whether lines begin at the left; else they stand in the middle.
        lang: BCP 47: decides where lines may break.
    """

    flush_left: bool
    lang: str
    density: Density = COMFORTABLE


Counting: TypeAlias = Callable[[Text, float], int]
"""Tells how many lines a text takes in a room of so many points."""


@dataclass(slots=True)
class Piece:
    """A paragraph with a place in its card.

    Args:
        number: of the paragraph.
        room: how wide its lines may be, in points.
        count: of its lines.
        pitch: from one baseline to the next.
        flush_left: whether its lines begin at `x`; else that is their middle.
        x, y: of its start or middle, and of its top, from the card's top left corner.
    """

    number: int
    text: Text
    room: float
    count: int
    pitch: float
    flush_left: bool
    x: float = 0.0
    y: float = 0.0

    @property
    def height(self) -> float:
        """Of all its lines, in points."""
        return self.count * self.pitch


@dataclass(slots=True)
class Flow:
    """A card's paragraphs and pictures in their places, and its size (whole even points)."""

    width: float
    height: float
    pieces: list[Piece]
    photos: tuple[PlacedPhoto, ...]


def frame(card: Card, density: Density) -> float:
    """Return how much of a card's width is not for text."""
    return card.style.edge_width + 2 * density.pad_x


def even(value: float) -> float:
    """Round up to whole even points: Graphviz then keeps the size to the point."""
    return float(-(-round(value, 2) // 2) * 2)


def column_width(look: Look, width: float, manner: Manner) -> float:
    """Return the width of a card in one column: `width`, or what its longest word needs."""
    needed = [
        text.unbreakable
        + text.paragraph.indent * INDENT
        + frame(look.card, manner.density)
        + room_beside(look.card, text.paragraph, manner.density.picture)
        for text in look.texts
    ]
    return even(max([width, *needed]))


def column_counts(card: Card) -> range:
    """Return in how many columns a card may be set: one, and a long list in more."""
    rows = sum(paragraph.part in LISTED for paragraph in card.paragraphs)
    most = max(MOST_COLUMNS, min(VERY_MOST_COLUMNS, rows // ROWS_FOR_ONE_MORE))
    return range(1, min(most, max(1, 2 * rows // ROWS_FOR_COLUMNS)) + 1)


def flow(look: Look, width: float, columns: int, manner: Manner, count: Counting = Text.count) -> Flow:
    """Place the paragraphs of a card of some look.

    Args:
        width: of one column, with the card's frame.
        columns: in how many a list is set.
        count: tells how many lines a text takes in a room; asked once for each paragraph, in order.
    """
    card, density = look.card, manner.density
    left = card.style.edge_width + density.pad_x
    column = width - frame(card, density)
    room = columns * column + (columns - 1) * COLUMN_GAP
    row = picture_row(card, density.picture)
    head, listed, foot = _parts(look, column, room, row, manner, count)
    above, y = top_of(row, sum(piece.height for piece in head))
    y = _under(head, left + row.room, y + density.pad_y, 0.0)
    y = max(y, density.pad_y + row.height)
    if listed:
        y = _in_columns(listed, left, y + LIST_GAP, column, columns)
    y = _under(foot, left, y, CUT_GAP)
    return Flow(
        width=even(frame(card, density) + room),
        height=even(y + density.pad_y),
        pieces=[*head, *listed, *foot],
        photos=row.at(left, density.pad_y + above),
    )


def _parts(
    look: Look, column: float, room: float, row: PictureRow, manner: Manner, count: Counting
) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Return what stands above a card's list, the list, and what stands below it."""
    head: list[Piece] = []
    listed: list[Piece] = []
    foot: list[Piece] = []
    for number, text in enumerate(look.texts):
        paragraph = text.paragraph
        if paragraph.part in LISTED:
            own = column - paragraph.indent * INDENT
            listed.append(_piece(number, text, own, count, manner, flush_left=True))
        elif paragraph.part in FOOT:
            foot.append(_piece(number, text, room, count, manner, flush_left=manner.flush_left))
        else:
            head.append(_piece(number, text, room - row.room, count, manner, flush_left=manner.flush_left))
    return head, listed, foot


def _piece(number: int, text: Text, room: float, count: Counting, manner: Manner, *, flush_left: bool) -> Piece:
    return Piece(number, text, room, count(text, room), text.size * manner.density.leading, flush_left)


def _under(pieces: list[Piece], left: float, y: float, gap: float) -> float:
    """Place pieces one under the other, each below a gap; return the bottom."""
    for piece in pieces:
        piece.x = left if piece.flush_left else left + piece.room / 2
        piece.y = y + gap
        y = piece.y + piece.height
    return y


def _in_columns(pieces: list[Piece], left: float, top: float, column: float, columns: int) -> float:
    """Fill columns of about equal height, one after the other; return the lowest bottom."""
    total = sum(piece.height for piece in pieces)
    lowest = y = top
    filled, number, after_duty = 0.0, 0, False
    for piece in pieces:
        if columns > 1 and number < columns - 1 and filled + piece.height / 2 > total * (number + 1) / columns:
            number, y, after_duty = number + 1, top, False
        paragraph = piece.text.paragraph
        if after_duty and paragraph.part is Part.ROW:
            y += DUTY_GAP
        after_duty = paragraph.part is Part.DUTY
        piece.x = left + number * (column + COLUMN_GAP) + paragraph.indent * INDENT
        piece.y = y
        y += piece.height
        filled += piece.height
        lowest = max(lowest, y)
    return lowest
