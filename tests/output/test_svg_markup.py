import math
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.output.drawing import Path, Polygon
from orgviz.output.svg_markup import background, escape, escape_attribute, number, shape

XML_CHARACTERS = st.characters(
    exclude_categories=("Cs",), exclude_characters=[chr(code) for code in range(32)] + ["\ufffe", "\uffff"]
)


@given(st.floats(-1e6, 1e6))
def test_numbers_are_short_and_near(value):
    written = number(value)
    assert math.isclose(float(written), value, abs_tol=0.00501)
    assert len(written.partition(".")[2]) <= 2
    assert written != "-0"
    assert "." not in written or not written.endswith(("0", "."))


@given(st.text(XML_CHARACTERS | st.sampled_from("\n\t\r<>&\"'")))
def test_every_text_comes_back_from_the_markup(text):
    element = ElementTree.fromstring(f'<a b="{escape_attribute(text)}">{escape(text)}</a>')  # noqa: S314 - ours
    assert element.get("b") == text
    assert (element.text or "") == text


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_what_xml_cannot_hold_is_replaced(char):
    assert escape(f"a{char}b") == "a\ufffdb"


def test_a_polygon_has_its_points_and_its_paint():
    item = Polygon(((0, 0), (10.5, 0), (1 / 3, -0.001)), "#ffffff", "#000000", 0.75, (3, 1.5))
    assert shape(item) == (
        '<polygon fill="#ffffff" stroke="#000000" stroke-width="0.75" stroke-dasharray="3,1.5"'
        ' points="0,0 10.5,0 0.33,0"/>\n'
    )


def test_a_line_without_fill_says_so():
    item = Path((("M", (0, 0)), ("L", (1, 2)), ("C", (1, 2, 3, 4, 5, 6)), ("Z", ())), None, "#000000")
    assert shape(item) == '<path fill="none" stroke="#000000" d="M0 0L1 2C1 2 3 4 5 6Z"/>\n'


@pytest.mark.parametrize("stroke", [(None, 1.0), ("#000000", 0.0)])
def test_a_shape_without_outline_has_no_stroke(stroke):
    assert "stroke" not in shape(Polygon(((0, 0), (1, 0), (1, 1)), "#ffffff", *stroke))


def test_a_transparent_picture_has_no_background():
    assert background(None, 10, 20) == ""
    assert background("#ffffff", 10, 20) == '<rect width="10" height="20" fill="#ffffff"/>\n'
