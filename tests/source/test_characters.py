import pytest

from orgviz.source.characters import SUSPECT, forbidden_character, holds_suspects, invisible_text


@pytest.mark.parametrize(
    "character", "\x00\x07\x0b\r\x1b\x7f\x85\x9f\u202d\u202e\ufeff\ufdd0\ufffe\uffff\U0001ffff\ud800"
)
def test_harmful_characters_are_found(character):
    assert forbidden_character(f"a{character}b") == character


@pytest.mark.parametrize("text", ["", "a\tb\nc", "a\u200db", "\u2067a\u2069", "\u202aa\u202c", "\U0001f3f4\U000e0067"])
def test_harmless_ones_are_not(text):
    assert forbidden_character(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("\u2067a", "\u2067"), ("a\u2069", "\u2069"), ("\u202aa\u2069", "\u2069"), ("a\U000e0067", "\U000e0067")],
)
def test_open_marks_of_direction_and_loose_tags_are_found(text, found):
    assert forbidden_character(text) == found


@pytest.mark.parametrize("text", [" ", "\u00a0\u00a0", "\u200b", "\u3164", "\u2800", "\u3000\ufe0f"])
def test_texts_that_show_nothing_are_named(text):
    assert (invisible_text(text) or "").startswith("U+")


@pytest.mark.parametrize("text", ["", "a", "\u00a0a", "。", "👩", "-"])
def test_texts_that_show_something_are_not(text):
    assert invisible_text(text) is None


def test_the_quick_look_at_a_text_misses_no_suspect():
    every = [chr(code) for code in range(0x110000)]
    assert all(holds_suspects(f"部门 {character}") == (SUSPECT.match(character) is not None) for character in every)
