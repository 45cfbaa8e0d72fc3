"""Widths come from the tables and from what Unicode says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.typography.measure import text_width, widest_width


def test_a_chinese_character_is_one_em_wide():
    assert text_width("供应链管理部门", 10) == 70


def test_latin_is_as_wide_as_arial_or_wider():
    assert text_width("W", 1000) >= 944
    assert text_width("i", 1000) >= 222


def test_bold_latin_is_wider():
    assert text_width("Chief Technology Officer", 10, bold=True) > text_width("Chief Technology Officer", 10)


def test_width_grows_with_size():
    assert text_width("Ann 王敏", 20) == pytest.approx(2 * text_width("Ann 王敏", 10))


@pytest.mark.parametrize("text", ["👩", "👩‍💻", "👨‍👩‍👧", "👍🏽", "🇨🇳", "❤️", "1️⃣", "👩‍❤️‍👨"])
def test_an_emoji_counts_once_however_it_is_made(text):
    assert text_width(text, 100) == 125


@pytest.mark.parametrize("mark", ["\u0301", "\u200d", "\ufe00", "\u200f", "\u202e", "\u00ad", "\u0e34", "\n"])
def test_what_takes_no_room_has_no_width(mark):
    assert text_width(mark, 10) == 0


@pytest.mark.parametrize(("composed", "decomposed"), [("é", "e\u0301"), ("ế", "e\u0302\u0301"), ("й", "и\u0306")])
def test_an_accented_letter_is_about_as_wide_as_its_base(composed, decomposed):
    assert text_width(composed, 10) == pytest.approx(text_width(decomposed, 10), abs=0.1)


@pytest.mark.parametrize("text", ["Ａ", "ガ", "각", "〇", "𠮷", "，"])
def test_wide_characters_are_one_em(text):
    assert text_width(text, 10) == 10


def test_halfwidth_kana_is_half_an_em():
    assert text_width("ｶ", 10) == 5


@pytest.mark.parametrize("text", ["Привет", "Ελλάδα", "שלום", "مرحبا", "สวัสดี", "नमस्ते", "Ñandú", "℃①→★"])
def test_every_script_has_some_width(text):
    assert 0.2 <= text_width(text, 1) / len(text) <= 1.3


@given(st.text(), st.booleans())
def test_the_widest_width_is_never_less_than_the_typical_one(text, bold):
    assert widest_width(text, 10, bold) >= text_width(text, 10, bold) >= 0


@given(st.text(st.characters(max_codepoint=0x1FFF)), st.text(st.characters(max_codepoint=0x1FFF)))
def test_widths_add_up(left, right):
    assert text_width(left + right, 1) == pytest.approx(text_width(left, 1) + text_width(right, 1))
