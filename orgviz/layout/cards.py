"""Set the text of cards in lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from orgviz.chart.values import Card
from orgviz.layout.card_flow import Manner, Piece, column_counts, column_width, flow, font
from orgviz.layout.pictures import PlacedPhoto, moved
from orgviz.style.values import TextRun
from orgviz.typography.measure import text_width
from orgviz.typography.wrap import wrap

# Where the baseline stands in its line, as a multiple of the size, from the line's top.
ASCENT = 0.98
_SPACE = re.compile(r"\s")


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
    texts: tuple[str, ...] = (piece.text,)
    if piece.whole > piece.room:
        texts = wrap(piece.text, size=size, bold=bold, width=piece.room, max_lines=paragraph.max_lines, lang=lang)
    baseline = piece.y + size * ASCENT + down
    found = []
    for runs in split_runs(paragraph.runs, texts):
        width = sum([text_width(run.text, run.style.size, run.style.bold) for run in runs])
        found.append(SetLine(piece.x, baseline, runs, width, piece.room, piece.number, not piece.flush_left))
        baseline += piece.pitch
    return found


def split_runs(runs: Sequence[TextRun], lines: Sequence[str]) -> list[tuple[TextRun, ...]]:
    """Give each character of wrapped lines the style it had in its run; what wrapping added goes with its neighbour.

    The lines hold the runs' text in order, less spaces at breaks, more hyphens or an ellipsis.
    """
    if len(runs) == 1:
        return [(TextRun(line, runs[0].style),) for line in lines]
    whole = "".join([run.text for run in runs])
    if len(lines) == 1 and lines[0] == whole:
        return [tuple(run for run in runs if run.text)]
    plain = _SPACE.sub(" ", whole)
    ends = list(accumulate(len(run.text) for run in runs))
    at = 0
    result = []
    for line in lines:
        places = _places(plain, line, at)
        at = places[-1] + 1 if places else at
        result.append(_cut_at_runs(runs, ends, line, places))
    return result


def _places(plain: str, line: str, at: int) -> Sequence[int]:
    """Return where in a text each character of a line stands; what wrapping added stands where its neighbour does.

    Args:
        plain: the text, with plain spaces.
        at: where the line begins, or spaces before it.
    """
    while plain[at : at + 1] == " " and not line.startswith(" "):
        at += 1
    if plain.startswith(line, at):
        return range(at, at + len(line))
    found: list[int] = []
    for character in line:
        ahead = at
        while ahead < len(plain) and plain[ahead] != character and plain[ahead] == " ":
            ahead += 1
        if plain[ahead : ahead + 1] == character:
            at = ahead + 1
        found.append(max(0, at - 1))
    return found


def _cut_at_runs(runs: Sequence[TextRun], ends: Sequence[int], line: str, places: Sequence[int]) -> tuple[TextRun, ...]:
    """Cut a line where its characters change from one run to the next."""
    found: list[TextRun] = []
    first = 0
    while first < len(line):
        owner = bisect_right(ends, places[first])
        past = bisect_left(places, ends[owner], first)
        found.append(TextRun(line[first:past], runs[owner].style))
        first = past
    return tuple(found)
