"""Characters as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.typography.characters import clusters, is_cased, is_han


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王敏", ["王", "敏"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👩‍💻👍🏽", ["👩‍💻", "👍🏽"]),
        ("🇨🇳🇩🇪", ["🇨🇳", "🇩🇪"]),
        ("❤️1️⃣", ["❤️", "1️⃣"]),
        ("か\u3099", ["か\u3099"]),
        ("\u0301a", ["\u0301", "a"]),
    ],
)
def test_marks_and_joined_emoji_stay_with_their_character(text, expected):
    assert clusters(text) == expected


@given(st.text())
def test_clusters_lose_nothing(text):
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize("char", ["王", "〇", "𠮷", "㐀"])
def test_chinese_characters_are_han(char):
    assert is_han(char)


@pytest.mark.parametrize("char", ["ア", "각", "A", "，", "１"])
def test_others_are_not_han(char):
    assert not is_han(char)


def test_only_letters_with_capitals_are_cased():
    assert [is_cased(char) for char in "aÉж王ע1-"] == [True, True, True, False, False, False, False]
