"""Tell which cards look alike: the same but for the digits in their texts, which are equally wide and break alike."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from orgviz.chart.values import Card, Paragraph
from orgviz.lean import dataclass
from orgviz.typography.measure import text_width
from orgviz.typography.wrap import shape, with_plain_spaces

INFINITE = float("inf")
# White space that setting in lines changes even where there is room.
_BROKEN = re.compile(r"\s\s|[\t\n\r]|^\s|\s$")


class Text(NamedTuple):
    """A paragraph with what is asked of it again for each width that is tried.

    Args:
        text: the whole.
        plain: as it is drawn in lines, as long as it is.
        size: of the font, in points.
        bold: whether it is set in bold.
        whole: its width in one line, in points; infinite where it must be broken all the same.
    """

    paragraph: Paragraph
    text: str
    plain: str
    size: float
    bold: bool
    whole: float

    @staticmethod
    def of(paragraph: Paragraph) -> Text:
        """Return a paragraph, measured."""
        style, text = paragraph.runs[0].style, paragraph.text
        whole = INFINITE if _BROKEN.search(text) else text_width(text, style.size, style.bold)
        return Text(paragraph, text, with_plain_spaces(text), style.size, style.bold, whole)


@dataclass(slots=True)
class Look:
    """A card that stands for all that look alike, and its texts."""

    card: Card
    texts: list[Text]

    @staticmethod
    def of(card: Card) -> Look:
        """Return the look of a card."""
        return Look(card, [Text.of(paragraph) for paragraph in card.paragraphs])


@dataclass(slots=True)
class Looks:
    """The looks of some cards: of a large chart, mostly few.

    Args:
        numbers: for each card, which look it has.
        looks: all of them.
    """

    numbers: list[int]
    looks: list[Look]

    @staticmethod
    def of(cards: Sequence[Card]) -> Looks:
        """Return which of these cards look alike."""
        known: dict[Hashable, int] = {}
        looks = Looks([], [])
        for card in cards:
            number = known.setdefault(_key(card), len(known))
            if number == len(looks.looks):
                looks.looks.append(Look.of(card))
            looks.numbers.append(number)
        return looks


def _key(card: Card) -> Hashable:
    """Return what decides how large a card is and where its lines stand and break."""
    return card.style.edge_width, card.portraits, *[_key_of_text(paragraph) for paragraph in card.paragraphs]


def _key_of_text(paragraph: Paragraph) -> Hashable:
    runs = paragraph.runs
    style = runs[0].style
    lengths = None if len(runs) == 1 else tuple([len(run.text) for run in runs])
    return (
        shape(paragraph.text), lengths, style.size, style.bold,
        paragraph.part, paragraph.indent, paragraph.max_lines,
    )  # fmt: skip
