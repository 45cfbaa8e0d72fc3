"""A card's size is one that Graphviz keeps, and cards that look alike are set alike, each with its own text."""

import pytest

from orgviz.chart.values import Card, Paragraph, Part
from orgviz.layout import card_texts
from orgviz.layout.card_flow import Manner, even
from orgviz.layout.card_looks import Looks
from orgviz.layout.card_sizes import Sizer
from orgviz.layout.cards import SetCard, SetLine, Setter, set_card, stretched
from orgviz.style.values import BoxStyle, TextRun, TextStyle

STYLES = [TextStyle(9, "#000000"), TextStyle(9, "#444444")]
MANNER = Manner(flush_left=False, lang="en")


def card(*paragraphs):
    return Card(
        id="a", node="a", classes=(), style=BoxStyle("#ffffff", "#000000"),
        paragraphs=tuple(
            Paragraph(Part.NAME, tuple(TextRun(text, STYLES[number % 2]) for number, text in enumerate(texts)))
            for texts in paragraphs
        ),
    )  # fmt: skip


def set_at(cards, width):
    looks = Looks.of(cards, "en")
    setter, sizes = Setter(cards, looks, MANNER), Sizer(looks, MANNER).sizes(width)
    return [setter.set(number, size[0], size[0].height) for number, size in enumerate(sizes)]


ALIKE = [
    card((f"Department of matter {number}",), (f"Head {number}\u2002", f"Ann Lee {number}")) for number in range(9)
]


@pytest.mark.parametrize("width", [60, 80, 120, 300])
def test_cards_that_look_alike_are_set_as_each_would_be_alone(width):
    assert len(Looks.of(ALIKE, "en").looks) == 1
    assert set_at(ALIKE, width) == [set_card(one, width, MANNER)[0] for one in ALIKE]


@pytest.mark.parametrize(
    "other",
    [
        card(("Department of matter 12",), ("Head 1\u2002", "Ann Lee 1")),
        card(("Department of natter 1",), ("Head 1\u2002", "Ann Lee 1")),
        card(("Department of matter 1",), ("Head 1\u2002A", "nn Lee 1")),
        card(("Department of matter 1",)),
    ],
)
def test_cards_with_other_texts_look_otherwise(other):
    assert len(Looks.of([ALIKE[0], other], "en").looks) == 2


@pytest.mark.parametrize("text", ["Vor\u00adstand {} und Rat {}", "Rat\u2002{} von Wald {}", "Rat\t{} und  Amt {}"])
@pytest.mark.parametrize("width", [40, 60, 90])
def test_no_digit_of_one_card_gets_into_another(text, width):
    cards = [card((text.format(number, number),)) for number in range(1, 5)]
    assert len(Looks.of(cards, "en").looks) == 1
    assert set_at(cards, width) == [set_card(one, width, MANNER)[0] for one in cards]


def test_cards_that_look_alike_are_measured_and_broken_once(monkeypatch):
    calls = []

    def counted(function):
        return lambda *values, **named: calls.append(values[0]) or function(*values, **named)

    for name in ("text_width", "plain_text", "balanced"):
        monkeypatch.setattr(card_texts, name, counted(getattr(card_texts, name)))
    set_at(ALIKE, 80)
    few = len(calls)
    set_at(ALIKE * 50, 80)
    assert 0 < few <= 6
    assert len(calls) == 2 * few


@pytest.mark.parametrize(
    ("value", "rounded"), [(0, 0), (0.001, 0), (0.1, 2), (2, 2), (2.01, 4), (51.999, 52), (52.004, 52)]
)
def test_sizes_are_rounded_up_to_even_points(value, rounded):
    assert even(value) == rounded


def test_a_stretched_card_has_its_lines_in_the_middle():
    line = SetLine(7, 15, (TextRun("a", STYLES[0]),), 40, 0)
    card = SetCard(54, 24, (line,))
    taller = stretched(card, 34)
    assert (taller.width, taller.height, taller.lines[0].baseline) == (54, 34, 20)
    assert stretched(card, 24) is card
