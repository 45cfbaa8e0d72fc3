"""Every box has an id that XML, CSS and scripts take as it is, and that nothing else in the picture has."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.chart.ids import svg_ids

# XML 1.0, fifth edition, without the colon.
START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NAME = re.compile(f"[{START}][-{START}0-9.\u00b7\u0300-\u036f\u203f-\u2040]*")


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("ops", "ops"),
        ("市场部", "市场部"),
        ("head office", "head-office"),
        ("a/b#2", "a-b-2"),
        ("n1:p", "n1-p"),
        ("5", "n-5"),
        ("-x-", "x"),
        ("<>", "n"),
        ("_", "_"),
        ("１２", "n---"),
        ("2ª fila", "n-2-fila"),
        ("𠮷野", "𠮷野"),
    ],
)
def test_an_id_keeps_its_letters_and_digits(id, name):
    assert svg_ids([id]) == [name]


@pytest.mark.parametrize(
    "id", ["graph", "graph0", "edge1", "link1", "legend0", "legendtext0", "title", "title0", "edge-ops"]
)
def test_what_orgviz_and_graphviz_call_their_own_is_not_taken(id):
    assert svg_ids([id]) == [f"n-{id}"]


def test_ids_that_would_clash_are_numbered():
    assert svg_ids(["a b", "a/b", "a-b", "a-b-2", "a-b"]) == ["a-b", "a-b-2", "a-b-3", "a-b-2-2", "a-b-4"]


def test_many_equal_ids_are_numbered_in_order():
    assert svg_ids(["?"] * 3) == ["n", "n-2", "n-3"]


@given(st.lists(st.text(min_size=1) | st.sampled_from(["a", "a b", "a-2", "edge-a", "5", "·", "ͅa", "a·", "٣"])))
def test_ids_are_names_of_xml_and_all_different(ids):
    names = svg_ids(ids)
    assert len(set(names)) == len(names) == len(ids)
    for name in names:
        assert re.fullmatch(r"[\w-]+", name)
        assert NAME.fullmatch(name)
