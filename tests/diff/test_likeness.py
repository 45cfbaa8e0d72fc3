"""Names that mean the same are more alike than names that only share what half of all units bear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.diff.likeness import likeness


@pytest.mark.parametrize(
    ("name", "alike", "unlike"),
    [
        ("市场部", "市场中心", "财务部"),
        ("活动运营部", "活动策划部", "质量管理部"),
        ("Sales team", "Sales department", "Finance team"),
        ("Customer service", "Customer Services", "Data service"),
        ("Vertrieb Nord", "Vertrieb Nordwest", "Einkauf Süd"),
        ("営業第一課", "営業第二課", "総務課"),
        ("영업팀", "영업부", "인사팀"),
    ],
)
def test_what_a_name_begins_with_counts_more_than_the_word_for_a_unit(name, alike, unlike):
    assert likeness(name, alike) > max(0.4, likeness(name, unlike))


@pytest.mark.parametrize(("one", "other"), [("ＣＥＯ", "ceo"), ("總經理", "总经理"), ("HR", "hr")])
def test_case_width_and_script_are_no_difference(one, other):
    assert likeness(one, other) == 1


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_a_share_and_the_same_both_ways(one, other):
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1
