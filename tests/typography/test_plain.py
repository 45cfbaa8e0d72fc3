"""Plain texts are broken as any other, in less time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.typography.plain import balanced, filled, is_plain, plain_text, slices
from orgviz.typography.wrap import line_count, wrap

WORDS = [
    "Vice-President", "of", "R&D", "the", "CI/CD", "平台", "供应链管理部门（试行）", "王敏、李四四", "及", "e-commerce", "–",
    "10-01", "Team", "3", "a", "www.example.com/foo", "x@y.zz", "テスト部", "인사", "Straße", "市场与品牌企划部", "北京大数据研究院",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.integers(40, 260), st.booleans(), st.booleans())
def test_they_are_broken_where_any_text_is(words, width, bold, han_breaks):
    text = " ".join(words)
    plain = plain_text(text, bold, han_breaks=han_breaks)
    if plain is None or plain.widest > width * 100:
        return
    lang = "zh" if han_breaks else "ko"
    latest = filled(plain, width * 100)
    found = slices(plain, balanced(plain, width * 100, latest))
    assert tuple(text[start:end] + added for start, end, added in found) == wrap(
        text, size=10, bold=bold, width=width, lang=lang
    )
    assert len(latest) == line_count(text, size=10, bold=bold, width=width, lang=lang)


@pytest.mark.parametrize("text", ["Rat der Stadt (", "( Rat", "王敏 、李四"])
def test_a_text_is_left_to_others_where_a_space_is_no_break(text):
    assert (plain_text(text, False, han_breaks=True) is None) is (text != "Rat der Stadt (")


@pytest.mark.parametrize("text", ["", " a", "a ", "a  b", "a\tb", "a\nb", "vor\u00adstand", "a\u00a0b", "王\u200b敏"])
def test_what_is_not_plain_is_told(text):
    assert not is_plain(text)
    assert is_plain("王敏 und Rat 3")
