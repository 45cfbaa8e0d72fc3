"""Set the text of cards in lines, and so find the sizes that each card may take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from orgviz.chart.values import Card, Chart, Paragraph, Part
from orgviz.layout.pictures import PlacedPhoto, moved, picture_row, room_beside, top_of
from orgviz.style.values import TextRun
from orgviz.typography.measure import text_width
from orgviz.typography.wrap import unbreakable_width, wrap

# Where the baseline stands in its line, as a multiple of the size, from the line's top.
ASCENT = 0.98
INDENT = 9.0
# Between the name and heads, and the list under them.
LIST_GAP = 3.0
COLUMN_GAP = 10.0
_FOOT = (Part.CUT, Part.COUNT, Part.PAGE)
# Above these: the count of what is left out below, of who is in it, and on which page it goes on.
CUT_GAP = 2.0
# White space that setting in lines changes even where there is room.
_BROKEN = re.compile(r"\s\s|[\t\n\r]|^\s|\s$")
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


@dataclass(frozen=True, slots=True)
class SetLine:
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


@dataclass(frozen=True, slots=True)
class SetCard:
    """A card's text in lines, for one size of the card (whole even points)."""

    width: float
    height: float
    lines: tuple[SetLine, ...]
    photos: tuple[PlacedPhoto, ...] = ()


def widths_worth_trying(chart: Chart, count: int, density: Density = COMFORTABLE) -> list[float]:
    """Return card widths between what most cards need at least and at most, narrowest first, in even points."""
    least: list[float] = []
    most: list[float] = []
    for card in chart.cards:
        for paragraph in card.paragraphs:
            size, bold = _font(paragraph)
            frame = _frame(card, density) + paragraph.indent * INDENT + room_beside(card, paragraph, density.picture)
            if paragraph.part is not Part.DUTY:
                least.append(_least_width(paragraph.text, size, bold) + frame)
                most.append(text_width(paragraph.text, size, bold) + frame)
    low = max(52.0, _quantile(least, 0.9))
    high = max(low, min(_quantile(most, 0.97), 240.0))
    if count == 1:
        return [even((low * 2 + high) / 3)]
    ratio = (high / low) ** (1 / (count - 1))
    return sorted({even(low * ratio**step) for step in range(count)})


def _quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def set_card(card: Card, width: float, manner: Manner) -> tuple[SetCard, ...]:
    """Return the ways to set a card about as wide as `width`: in one column, and a long list in more."""
    frame = _frame(card, manner.density)
    needed = [
        _unbreakable(paragraph) + frame + room_beside(card, paragraph, manner.density.picture)
        for paragraph in card.paragraphs
    ]
    width = even(max([width, *needed]))
    rows = sum(paragraph.part in (Part.ROW, Part.DUTY) for paragraph in card.paragraphs)
    most = max(MOST_COLUMNS, min(VERY_MOST_COLUMNS, rows // ROWS_FOR_ONE_MORE))
    counts = range(1, min(most, max(1, 2 * rows // ROWS_FOR_COLUMNS)) + 1)
    return tuple(_set(card, width, count, manner) for count in counts)


def stretched(card: SetCard, height: float) -> SetCard:
    """Return a card of at least this height, its lines in the middle."""
    extra = height - card.height
    if extra <= 0:
        return card
    lines = tuple(replace(line, baseline=line.baseline + extra / 2) for line in card.lines)
    return SetCard(card.width, height, lines, tuple(moved(photo, 0.0, extra / 2) for photo in card.photos))


def even(value: float) -> float:
    """Round up to whole even points: Graphviz then keeps the size to the point."""
    return float(-(-round(value, 2) // 2) * 2)


def _frame(card: Card, density: Density) -> float:
    return card.style.edge_width + 2 * density.pad_x


def _font(paragraph: Paragraph) -> tuple[float, bool]:
    style = paragraph.runs[0].style
    return style.size, style.bold


def _unbreakable(paragraph: Paragraph) -> float:
    size, bold = _font(paragraph)
    return _least_width(paragraph.text, size, bold) + paragraph.indent * INDENT


@dataclass(slots=True)
class _Piece:
    """A paragraph in lines, with the distance between them."""

    number: int
    paragraph: Paragraph
    lines: list[tuple[TextRun, ...]]
    pitch: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.pitch


def _set(card: Card, width: float, columns: int, manner: Manner) -> SetCard:
    density = manner.density
    left = card.style.edge_width + density.pad_x
    column = width - _frame(card, density)
    room = columns * column + (columns - 1) * COLUMN_GAP
    whole = even(_frame(card, density) + room)
    row = picture_row(card, density.picture)
    head, foot = (
        [
            _piece(number, paragraph, room - (0.0 if at_foot else row.room), manner)
            for number, paragraph in enumerate(card.paragraphs)
            if paragraph.part not in (Part.ROW, Part.DUTY) and (paragraph.part in _FOOT) == at_foot
        ]
        for at_foot in (False, True)
    )
    listed = [
        _piece(number, paragraph, column - paragraph.indent * INDENT, manner)
        for number, paragraph in enumerate(card.paragraphs)
        if paragraph.part in (Part.ROW, Part.DUTY)
    ]
    lines: list[SetLine] = []
    above, y = top_of(row, sum(piece.height for piece in head))
    y += density.pad_y
    for piece in head:
        y = _lay(piece, left + row.room, y, room - row.room, lines, flush_left=manner.flush_left)
    y = max(y, density.pad_y + row.height)
    if listed:
        y += LIST_GAP
        y = _lay_columns(listed, left, y, column, columns, lines)
    for piece in foot:
        y = _lay(piece, left, y + CUT_GAP, room, lines, flush_left=manner.flush_left)
    return SetCard(whole, even(y + density.pad_y), tuple(lines), row.at(left, density.pad_y + above))


def _piece(number: int, paragraph: Paragraph, room: float, manner: Manner) -> _Piece:
    size, bold = _font(paragraph)
    texts = _wrapped(paragraph, size, bold, room, manner.lang)
    lines = split_runs(paragraph.runs, texts)
    return _Piece(number, paragraph, lines, size * manner.density.leading)


def _wrapped(paragraph: Paragraph, size: float, bold: bool, room: float, lang: str) -> tuple[str, ...]:
    text = paragraph.text
    if text_width(text, size, bold) <= room and not _BROKEN.search(text):
        return (text,)
    return wrap(text, size=size, bold=bold, width=room, max_lines=paragraph.max_lines, lang=lang)


@lru_cache(maxsize=1 << 16)
def _least_width(text: str, size: float, bold: bool) -> float:
    """Return how wide the text must be set at least; asked again for each width that is tried."""
    return unbreakable_width(text, size, bold)


def split_runs(runs: Sequence[TextRun], lines: Sequence[str]) -> list[tuple[TextRun, ...]]:
    """Give each character of wrapped lines the style it had in its run; what wrapping added goes with its neighbour.

    The lines hold the runs' text in order, less spaces at breaks, more hyphens or an ellipsis.
    """
    if len(runs) == 1:
        return [(TextRun(line, runs[0].style),) for line in lines]
    flat = [(character, number) for number, run in enumerate(runs) for character in run.text]
    at = 0
    result = []
    for line in lines:
        parts: list[list[str]] = []
        owners: list[int] = []
        for character in line:
            ahead = at
            while ahead < len(flat) and flat[ahead][0] != character and flat[ahead][0].isspace():
                ahead += 1
            if ahead < len(flat) and flat[ahead][0] == character:
                at = ahead + 1
            owner = flat[min(at, len(flat)) - 1][1] if at else 0
            if owners and owners[-1] == owner:
                parts[-1].append(character)
            else:
                owners.append(owner)
                parts.append([character])
        result.append(
            tuple(TextRun("".join(part), runs[owner].style) for part, owner in zip(parts, owners, strict=True))
        )
    return result


def _lay(piece: _Piece, left: float, y: float, room: float, lines: list[SetLine], *, flush_left: bool) -> float:
    size = piece.paragraph.runs[0].style.size
    for runs in piece.lines:
        width = sum(text_width(run.text, run.style.size, run.style.bold) for run in runs)
        x = left if flush_left else left + room / 2
        lines.append(SetLine(x, y + size * ASCENT, runs, width, room, piece.number, not flush_left))
        y += piece.pitch
    return y


def _lay_columns(
    pieces: list[_Piece], left: float, top: float, column: float, columns: int, lines: list[SetLine]
) -> float:
    """Fill columns of about equal height, one after the other; return the lowest bottom."""
    total = sum(piece.height for piece in pieces)
    lowest = y = top
    filled, number, after_duty = 0.0, 0, False
    for piece in pieces:
        if columns > 1 and number < columns - 1 and filled + piece.height / 2 > total * (number + 1) / columns:
            number, y, after_duty = number + 1, top, False
        if after_duty and piece.paragraph.part is Part.ROW:
            y += DUTY_GAP
        after_duty = piece.paragraph.part is Part.DUTY
        indent = piece.paragraph.indent * INDENT
        x = left + number * (column + COLUMN_GAP) + indent
        y = _lay(piece, x, y, column - indent, lines, flush_left=True)
        filled += piece.height
        lowest = max(lowest, y)
    return lowest
