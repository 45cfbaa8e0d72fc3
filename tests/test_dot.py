"""What a user writes reaches Graphviz as text and as nothing else; numbers and attributes are ours."""

import html
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgviz.chart.make import make_chart
from orgviz.dot import escape_html, to_dot
from orgviz.dot_attributes import before_tip
from orgviz.layout.geometry import Point
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutOptions
from orgviz.output import graphviz_engine
from orgviz.style.catalogue import load_theme
from tests.strategies import names, read

HOSTILE = [
    "<b>", "</TABLE>", "<BR/>", "\\N", "\\G\\E\\T", 'say "hi"', "back\\", '\\"', "&#x1;", "&amp;", "&lt;b&gt;", "n1:p", "n1:p:n",
    "}; digraph x {", "/* no comment */", "// neither", "#", "a;b", "node [shape=circle]", "]]>", "<!-- -->", "%s", "$(id)",
    "strict", "subgraph cluster_a", "-> n0", "--", "0.5", "-1", "<IMG SRC='file.png'/>", "王敏 & 李四", "é", "👩‍🔧",
]  # fmt: skip


def scene_of(*names, title=None, link=None):
    data = {"units": [{"name": "top", "units": [{"name": name, "id": f"u{n}"} for n, name in enumerate(names)]}]}
    if title:
        data["title"] = title
    if link:
        data["links"] = [{"from": "u0", "to": "u1", "kind": "supports", "label": link}]
    return lay_out(make_chart(read(data), load_theme("default")), LayoutOptions(), lambda _: "")


def texts_drawn(dot):
    """Return the texts of each group of Graphviz's own picture, by id."""
    root = ElementTree.fromstring(graphviz_engine.draw(dot))  # noqa: S314 - Graphviz's own
    space = "{http://www.w3.org/2000/svg}"
    return {
        group.get("id"): "".join(text.text or "" for text in group.iter(f"{space}text"))
        for group in root.iter(f"{space}g")
    }


def unspaced(text):
    """Return a text without white space, which lines and Graphviz treat in their own ways."""
    return re.sub(r"[\s\u00a0]", "", text)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_drawn_as_it_is_written(name):
    drawn = texts_drawn(to_dot(scene_of(name, "after")))
    assert unspaced(drawn["u0"]) == unspaced(name)
    assert drawn["u1"] == "after"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_title_and_label_are_drawn_as_they_are_written(name):
    dot = to_dot(scene_of("a", "b", title=name, link=name))
    drawn = texts_drawn(dot)
    assert "".join(unspaced(text) for id, text in drawn.items() if re.fullmatch(r"title\d+", id)) == unspaced(name)


@settings(max_examples=60)
@given(st.lists(names, min_size=1, max_size=4))
def test_names_change_nothing_but_labels(names):
    dot = to_dot(scene_of(*names))
    without = re.sub(r" label=<.*>\]", "]", dot)
    assert re.fullmatch(r"[\x20-\x7e\n]*", without)
    assert without.count("\n") == len(names) * 2 + 8
    for line in re.findall(r" label=<(.*)>\]", dot):
        assert re.fullmatch(r"(<[^<>]*>|[^<>])*", line)


@given(st.text())
def test_escaped_text_is_read_back_as_it_was(text):
    escaped = escape_html(text)
    assert html.unescape(escaped).replace("\\\\", "\\") == html.unescape(html.escape(text))
    assert not re.search(r'[<>"]', escaped)


def test_nodes_are_numbered_and_ids_are_only_attributes():
    dot = to_dot(scene_of("n1:p", "n0 -> n9"))
    assert re.findall(r"^(\w+)(?: -> (\w+))? \[", dot, re.MULTILINE) == [
        ("graph", ""), ("node", ""), ("edge", ""), ("corner1", ""), ("corner2", ""),
        ("n0", ""), ("n1", ""), ("n2", ""), ("n0", "n1"), ("n0", "n2"),
    ]  # fmt: skip


def test_boxes_have_whole_even_points():
    for width, height in re.findall(
        r"^n\d+ \[.*? width=([\d.]+) height=([\d.]+)", to_dot(scene_of("a", "b")), re.MULTILINE
    ):
        for inches in (width, height):
            assert float(inches) * 72 % 2 == pytest.approx(0, abs=0.001) or float(inches) * 72 % 2 == pytest.approx(
                2, abs=0.001
            )


def test_y_grows_upwards_in_dot():
    scene = scene_of("a")
    top, below = (float(y) for y in re.findall(r'^n\d+ \[pos="[\d.]+,([\d.]+)"', to_dot(scene), re.MULTILINE))
    assert top > below
    assert top == pytest.approx(scene.height - scene.cards[0].rect.center_y)


def test_the_line_of_an_arrow_ends_under_its_head():
    assert before_tip(Point(0, 0), Point(20, 0)) == Point(14, 0)
    assert before_tip(Point(5, 30), Point(5, 0)) == Point(5, 6)


def test_the_line_of_a_short_arrow_does_not_go_backwards():
    assert before_tip(Point(0, 0), Point(4, 0)) == Point(0, 0)
    assert before_tip(Point(1, 1), Point(1, 1)) == Point(1, 1)
