"""Tell which cards look alike: the same but for the digits in their texts, which are equally wide and break alike."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from orgviz.chart.values import Card, Paragraph
from orgviz.layout.card_texts import Text
from orgviz.lean import dataclass
from orgviz.typography.wrap import shape


@dataclass(slots=True)
class Look:
    """A card that stands for all that look alike, and its texts."""

    card: Card
    texts: Sequence[Text]

    @staticmethod
    def of(card: Card, lang: str) -> Look:
        """Return the look of a card."""
        return Look(card, [Text.of(paragraph, lang) for paragraph in card.paragraphs])


@dataclass(slots=True)
class Looks:
    """The looks of some cards: of a large chart, mostly few.

    Args:
        numbers: for each card, which look it has.
        looks: all of them; those with the same text share it.
    """

    numbers: list[int]
    looks: list[Look]

    @staticmethod
    def of(cards: Sequence[Card], lang: str) -> Looks:
        """Return which of these cards look alike.

        Args:
            lang: BCP 47: decides where lines may break.
        """
        known: dict[Hashable, int] = {}
        known_texts: dict[Hashable, int] = {}
        texts: list[Text] = []
        looks = Looks([], [])
        for card in cards:
            numbers = []
            for paragraph in card.paragraphs:
                number = known_texts.setdefault(_key(paragraph), len(texts))
                if number == len(texts):
                    texts.append(Text.of(paragraph, lang))
                numbers.append(number)
            look = known.setdefault((card.style.edge_width, card.portraits, *numbers), len(known))
            if look == len(looks.looks):
                looks.looks.append(Look(card, tuple([texts[number] for number in numbers])))
            looks.numbers.append(look)
        return looks


def _key(paragraph: Paragraph) -> Hashable:
    """Return what decides where the lines of a paragraph stand and break."""
    runs = paragraph.runs
    style = runs[0].style
    lengths = None if len(runs) == 1 else tuple([len(run.text) for run in runs])
    return (
        shape(paragraph.text), lengths, style.size, style.bold,
        paragraph.part, paragraph.indent, paragraph.max_lines,
    )  # fmt: skip
