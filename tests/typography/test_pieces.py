"""Texts are cut into pieces that should stay whole."""

import pytest

from orgviz.typography.measure import units
from orgviz.typography.pieces import BAD, GOOD, fragments, pieces


def cut(text, **kwargs):
    return [piece.text for piece in pieces(text, False, **kwargs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王敏、李四四", ["王敏、", "李四四"]),
        ("（上海）分公司", ["（上海）", "分公司"]),
        ("CI/CD平台", ["CI/", "CD", "平台"]),
        ("e-commerce Asia-Pacific", ["e-commerce", "Asia-", "Pacific"]),
        ("Team 3", ["Team", "3"]),
        ("A / B", ["A /", "B"]),
        ("ann@example.com", ["ann@", "example.", "com"]),
        ("王\u200b敏", ["王", "\u200b", "敏"]),
    ],
)
def test_marks_stay_with_their_words(text, expected):
    assert cut(text) == expected


def test_korean_breaks_at_spaces_only():
    assert cut("人事部 總務", han_breaks=False) == ["人事部", "總務"]


def test_a_line_break_forces_the_next_piece():
    assert [piece.forced for piece in pieces("王敏\n李四", False)] == [False, True]


def test_a_break_before_a_conjunction_is_good_and_after_it_bad():
    assert [piece.cost for piece in pieces("市场与品牌", False)][1:] == [GOOD, BAD]


def test_fragments_keep_to_the_limit_where_they_can():
    (piece,) = pieces("Internationalisation", False)
    parts = fragments(piece, False, 2000)
    assert "".join(part.text for part in parts) == piece.text
    assert all(part.width == units(part.text, False) <= 2000 for part in parts)


def test_only_letters_are_parted_with_a_hyphen():
    (word,), (number,) = pieces("Development", False), pieces("2026123123", False)
    assert any(part.hyphen for part in fragments(word, False, 1500))
    assert not any(part.hyphen for part in fragments(number, False, 1500))
