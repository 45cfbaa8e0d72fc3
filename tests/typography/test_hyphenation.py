"""Long words are cut at sensible places only."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.typography.hyphenation import hyphenation_points


def cut(word):
    bounds = [0, *hyphenation_points(word), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(bounds))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Management", "Mana-ge-ment"),
        ("Technology", "Tech-no-logy"),
        ("CustomerSuccess", "Cus-to-mer-Suc-cess"),
        ("Team", "Team"),
        ("Strengths", "Strengths"),
        ("24x7x365", "24x7x365"),
    ],
)
def test_words_are_cut_between_syllables(word, expected):
    assert cut(word) == expected


@given(st.text(st.characters(categories=["L", "N", "P"])))
def test_three_letters_stay_together_at_both_ends(word):
    assert all(3 <= at <= len(word) - 3 for at in hyphenation_points(word))
