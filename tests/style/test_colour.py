"""Colour arithmetic: known values, and laws that hold for every colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.style import colour

colors = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#0AF", "#00aaff"),
        ("#12AbeF", "#12abef"),
        ("red", None),
        ("#12345", None),
        ("#ggg", None),
        ("", None),
        ("#fff\n", None),
        ("#１２３", None),
    ],
)
def test_a_colour_is_three_or_six_hexadecimal_digits(text: str, expected: str | None) -> None:
    assert colour.normalize(text) == expected


def test_contrast_is_that_of_wcag() -> None:
    assert colour.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colour.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert colour.contrast("#ffffff", "#ff0000") == pytest.approx(4.0, abs=0.01)


def test_oklab_is_that_of_its_author() -> None:
    assert colour.lab("#ffffff") == pytest.approx((1, 0, 0), abs=1e-3)
    assert colour.lab("#ff0000") == pytest.approx((0.628, 0.225, 0.126), abs=1e-3)


@given(colors)
def test_a_colour_survives_the_way_there_and_back(color: str) -> None:
    assert colour.mix(color, "#000000", 0.0) == color


@given(colors, colors, st.sampled_from([colour.VISIBLE, colour.READABLE]))
def test_a_legible_shade_keeps_its_contrast(color: str, ground: str, ratio: float) -> None:
    assert colour.contrast(colour.legible(color, ground, ratio), ground) >= ratio


@given(colors)
def test_a_colour_that_can_be_read_is_left_alone(color: str) -> None:
    ground = "#000000" if colour.is_dark(color) is False else "#ffffff"
    assert colour.legible(color, ground) == color


@given(colors, st.floats(0.1, 0.95))
def test_a_tone_has_the_lightness_that_was_asked_for(color: str, lightness: float) -> None:
    assert colour.lab(colour.tone(color, lightness, 0.03)).lightness == pytest.approx(lightness, abs=0.01)


@given(colors)
def test_a_grey_has_no_hue(color: str) -> None:
    assert len({colour.grey(color)[start : start + 2] for start in (1, 3, 5)}) == 1
