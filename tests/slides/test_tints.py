"""Tints of a theme's colours look as the theme of orgviz has them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.slides.paint import Paint
from orgviz.slides.tints import _applied, _channels, tint
from orgviz.style.catalogue import load_theme
from orgviz.style.values import BoxStyle

colors = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def steps_of(markup):
    found = {name: int(value) for name, value in re.findall(r'<a:(\w+) val="(-?\d+)"/>', markup)}
    return tuple(
        found.get(name, none) for name, none in (("hueOff", 0), ("satMod", 100_000), ("lumMod", 100_000), ("lumOff", 0))
    )


@given(colors, colors)
def test_a_tint_is_the_colour_that_is_wanted_or_none(base, wanted):
    markup = tint(base, wanted)
    if markup is not None:
        near = zip(_applied(base, steps_of(markup)), _channels(wanted), strict=True)
        assert max(abs(one - other) for one, other in near) <= 1


@pytest.mark.parametrize("name", ["default", "dark", "corporate", "warm", "print"])
def test_fills_and_borders_of_all_our_themes_are_tints(name):
    swatches = load_theme(name).palette.values()
    assert [one for one in swatches if tint(one.edge, one.fill) is None or tint(one.edge, one.border) is None] == []


def test_another_colour_is_no_tint():
    assert tint("#00794d", "#1b2b4d") is None
    assert tint("#808080", "#ff0000") is None


def test_a_box_follows_its_types_colour_in_the_theme_and_others_keep_theirs():
    paint = Paint({"#1440ad": "accent1", "#ffffff": "bg1"})
    box = BoxStyle("#f0f5ff", "#b0cbff", edge="#1440ad", edge_width=4)
    assert paint.box_fill(box, 100).count('<a:schemeClr val="accent1"') == 4
    assert "lumOff" in paint.border(box)
    assert '<a:srgbClr val="F0F5FF"/>' in Paint().box_fill(box, 100)
    assert paint.color("#ffffff") == '<a:schemeClr val="bg1"/>'
