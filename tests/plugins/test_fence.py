"""Fences in Markdown: which ask for a chart, and what they ask."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.diagnostics import UsageError
from orgviz.plugins.fence import asks_for_chart, fences, read_info


@pytest.mark.parametrize(
    "info", ["orgviz", "orgviz fit=A4", "{.orgviz}", "{ .orgviz fit=A4 }", "orgviz {fit=A4}", "ORGVIZ"]
)
def test_these_ask_for_a_chart(info):
    assert asks_for_chart(info)


@pytest.mark.parametrize("info", ["", "yaml", "orgvizz", "yaml orgviz", "{.yaml .orgviz}"])
def test_these_do_not(info):
    assert not asks_for_chart(info)


def test_values_may_have_quotes_or_none():
    info = """orgviz theme="my look" fit=16:9 root='Sales "A"' only-units {alt="x"}"""
    with pytest.raises(UsageError):
        read_info(info)
    assert read_info(info.partition(" {")[0]) == {
        "theme": "my look", "fit": "16:9", "root": 'Sales "A"', "only-units": "",
    }  # fmt: skip


def test_names_and_classes_are_those_of_pandoc():
    assert read_info('{.orgviz .wide #ours .tall caption="A, B"}') == {
        "class": "wide tall", "name": "ours", "caption": "A, B",
    }  # fmt: skip


@pytest.mark.parametrize("info", ["orgviz theme=", 'orgviz theme="a', "orgviz <b>", "orgviz a=1 a=2", "orgviz =x"])
def test_what_says_nothing_is_refused(info):
    with pytest.raises(UsageError):
        read_info(info)


def test_a_fence_in_a_fence_is_text():
    lines = ["````", "```orgviz", "units: [A]", "```", "````", "~~~ orgviz", "  - a", "```", "~~~", "end"]
    assert [(one.first, one.after, one.info, one.text) for one in fences(lines)] == [
        (0, 5, "", "```orgviz\nunits: [A]\n```\n"),
        (5, 9, "orgviz", "  - a\n```\n"),
    ]


def test_an_indented_fence_loses_its_indent():
    (one,) = fences(["  ```orgviz", "  units:", "    - A", " ", "  ```"])
    assert one.text == "units:\n  - A\n\n"


@given(st.lists(st.sampled_from(["```", "````", "~~~", "```orgviz", "    ```", "x", "", "``` a`b"]), max_size=12))
def test_fences_follow_each_other_and_end_within_the_page(lines):
    found = fences(lines)
    edges = [edge for one in found for edge in (one.first, one.after)]
    assert edges == sorted(edges)
    assert all(one.first < one.after <= len(lines) for one in found)


@given(st.text(max_size=40))
def test_any_line_is_read_or_refused(text):
    with contextlib.suppress(UsageError):
        assert all(isinstance(value, str) for value in read_info(text).values())
