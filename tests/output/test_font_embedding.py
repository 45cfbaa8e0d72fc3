import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from orgviz.diagnostics import ToolError
from orgviz.output.font_embedding import embed_fonts, subset_font
from orgviz.output.fonts import set_drawing
from orgviz.output.fonts_installed import families_in_file


def embedded(css):
    for name, weight, data in re.findall(r"font-family:'([^']+)';font-weight:(\w+);.*?base64,([^)]+)\)", css):
        yield name, weight, TTFont(io.BytesIO(base64.b64decode(data)))


def test_a_style_sheet_carries_the_characters_of_the_drawing_and_no_others(draw, make_fonts):
    setting = set_drawing(draw("王敏"), make_fonts({"Door": "王敏李四"}))
    made = embed_fonts(setting)
    ((name, weight, font),) = embedded(made.css)
    assert (made.families, weight) == ((name,), "normal")
    assert set(font.getBestCmap()) == {ord("王"), ord("敏")}


def test_both_weights_of_a_family_bear_one_name(draw, make_fonts):
    regular, bold = draw("王"), draw("敏", bold=True)
    both = draw(*regular.groups[0].items, *bold.groups[0].items)
    made = embed_fonts(set_drawing(both, make_fonts({"Door": "王"}, {"Door": "敏"})))
    assert [(name, weight) for name, weight, _ in embedded(made.css)] == [
        (made.families[0], "normal"),
        (made.families[0], "bold"),
    ]


def test_the_same_drawing_gives_the_same_bytes(draw, make_fonts):
    setting = set_drawing(draw("王敏", bold=True), make_fonts({"Door": "王敏"}))
    assert embed_fonts(setting) == embed_fonts(setting)


def test_a_subset_keeps_the_times_of_its_source(make_font):
    path = make_font("Door", "王敏")
    (family,) = families_in_file(path)
    font = TTFont(io.BytesIO(subset_font(family.regular, "王", "otf")))
    assert font["head"].modified == TTFont(path)["head"].modified


def test_what_no_font_has_is_not_embedded(draw, make_fonts):
    assert embed_fonts(set_drawing(draw("王"), make_fonts({}))).css == ""


def test_a_font_that_may_not_be_embedded_is_refused(make_font):
    path = make_font("Door", "王")
    with TTFont(path) as font:
        font["OS/2"].fsType = 2
        font.save(path)
    (family,) = families_in_file(path)
    with pytest.raises(ToolError, match="'Door' may not be embedded"):
        subset_font(family.regular, "王", "otf")
