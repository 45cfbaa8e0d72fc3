"""Chinese runs are cut into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.typography.words import simplify, words


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("供应链管理部门", "供应链 管理 部门"),
        ("市场营销或品牌企划部门", "市场 营销 或 品牌 企划 部门"),
        ("国际业务与战略合作事业部", "国际 业务 与 战略 合作 事业部"),
        ("供應鏈管理部門", "供應鏈 管理 部門"),
        ("北京大数据研究院", "北京 大数据 研究院"),
        ("燚麤", "燚 麤"),
    ],
)
def test_known_words_are_found(run, expected):
    assert words(run) == expected.split()


@given(st.text("供应链管理部门事业与和李四燚"))
def test_words_lose_nothing(run):
    assert "".join(words(run)) == run


@given(st.text())
def test_simplified_text_is_as_long_as_before(text):
    assert len(simplify(text)) == len(text)
