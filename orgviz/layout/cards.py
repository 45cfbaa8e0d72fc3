"""Set the text of cards in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from orgviz.chart.values import Card, Paragraph
from orgviz.layout.card_flow import Manner, Piece, column_counts, column_width, flow, font, width_as_it_is
from orgviz.layout.pictures import PlacedPhoto, moved
from orgviz.style.values import TextRun
from orgviz.typography.measure import text_width
from orgviz.typography.wrap import wrap

# Where the baseline stands in its line, as a multiple of the size, from the line's top.
ASCENT = 0.98


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


def set_card(card: Card, width: float, manner: Manner) -> tuple[SetCard, ...]:
    """Return the ways to set a card about as wide as `width`: in one column, and a long list in more."""
    width = column_width(card, width, manner)
    return tuple(set_in_columns(card, width, columns, manner) for columns in column_counts(card))


def set_in_columns(card: Card, width: float, columns: int, manner: Manner, height: float = 0.0) -> SetCard:
    """Return a card with its text in lines.

    Args:
        width: of one column, with the card's frame.
        columns: in how many a list is set.
        height: what it has at least; the lines stand in its middle.
    """
    placed = flow(card, width, columns, manner)
    down = max(0.0, (height - placed.height) / 2)
    lines = [line for piece in placed.pieces for line in _lines(piece, down, manner.lang)]
    photos = tuple(moved(photo, 0.0, down) for photo in placed.photos) if down else placed.photos
    return SetCard(placed.width, placed.height + 2 * down, tuple(lines), photos)


def stretched(card: SetCard, height: float) -> SetCard:
    """Return a card of at least this height, its lines in the middle."""
    extra = height - card.height
    if extra <= 0:
        return card
    lines = tuple(replace(line, baseline=line.baseline + extra / 2) for line in card.lines)
    return SetCard(card.width, height, lines, tuple(moved(photo, 0.0, extra / 2) for photo in card.photos))


def _lines(piece: Piece, down: float, lang: str) -> list[SetLine]:
    paragraph = piece.paragraph
    size, bold = font(paragraph)
    texts: tuple[str, ...] = (paragraph.text,)
    if width_as_it_is(paragraph) > piece.room:
        texts = wrap(paragraph.text, size=size, bold=bold, width=piece.room, max_lines=paragraph.max_lines, lang=lang)
    baseline = piece.y + size * ASCENT + down
    found = []
    for runs in split_runs(paragraph.runs, texts):
        width = sum(text_width(run.text, run.style.size, run.style.bold) for run in runs)
        found.append(SetLine(piece.x, baseline, runs, width, piece.room, piece.number, not piece.flush_left))
        baseline += piece.pitch
    return found


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
