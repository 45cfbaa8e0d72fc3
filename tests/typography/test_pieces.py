"""Texts are cut into pieces that should stay whole."""

import pytest

from orgviz.typography.pieces import BAD, GOOD, piece_widths, pieces


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


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "Head of matter 7\u2002Ann Lee", "供应链管理部门（试行） 3", "a ( b ) c", "R & D , x", "a\tb c",
        "vor\u00adstand und\u00a0rat", "a  b", "CI/CD e-mail", "one\ntwo three", "北京\u3000上海", "(a) [b] “c” d",
    ],
)  # fmt: skip
@pytest.mark.parametrize("han_breaks", [True, False])
def test_widths_that_are_found_sooner_are_those_of_the_pieces(text, han_breaks):
    expected = [(piece.width, piece.space) for piece in pieces(text, False, han_breaks=han_breaks)]
    assert piece_widths(text, False, han_breaks=han_breaks) == expected
