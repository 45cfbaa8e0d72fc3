"""A line through a text stands in every form of output."""

import pytest

from orgviz.output.drawing import Drawing, Group, Text, TextMode
from orgviz.output.fonts import find_fonts, set_drawing
from orgviz.output.raster import to_pdf, to_png
from orgviz.output.svg_writer import real_text_writer, to_svg
from orgviz.style.values import TextRun, TextStyle

PLAIN, STRUCK = TextStyle(10, "#000000"), TextStyle(10, "#d00000", strike=True)


def text(*runs):
    return Text(10, 20, "start", runs, 200)


def drawing(*runs):
    return Drawing(220, 40, "#ffffff", "en", ("sans-serif",), (Group("a", (), (text(*runs),)),))


def setting(picture, *, outlines):
    return set_drawing(picture, find_fonts(), outlines=outlines)


def test_a_struck_text_says_so():
    assert 'text-decoration="line-through"' in real_text_writer()(text(TextRun("old", STRUCK)))
    assert "text-decoration" not in real_text_writer()(text(TextRun("old", PLAIN)))


@pytest.mark.parametrize("order", [(PLAIN, STRUCK), (STRUCK, PLAIN)])
def test_only_the_struck_part_of_a_text_has_the_line(order):
    written = real_text_writer()(text(*(TextRun("name", style) for style in order)))
    opening, *spans = written.split("<tspan")
    assert "text-decoration" not in opening
    assert sum("text-decoration" in span for span in spans) == 1


def test_outlines_have_the_line_as_a_path():
    struck, plain = drawing(TextRun("old", STRUCK)), drawing(TextRun("old", PLAIN))
    lines = [
        to_svg(picture, text=TextMode.PATHS, setting=setting(picture, outlines=True)).count("<path")
        for picture in (struck, plain)
    ]
    assert lines[0] == lines[1] + 1


def test_png_and_pdf_have_the_line():
    struck, plain = drawing(TextRun("old", STRUCK)), drawing(TextRun("old", TextStyle(10, "#d00000")))
    for write in (to_png, to_pdf):
        assert write(struck, setting(struck, outlines=False)) != write(plain, setting(plain, outlines=False))
