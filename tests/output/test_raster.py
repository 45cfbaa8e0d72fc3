import io
import re
import shutil
import struct
import subprocess
import sys
import zlib
from dataclasses import replace

import pytest
from PIL import Image as Picture

from orgviz.diagnostics import LimitError, ToolError
from orgviz.output import raster
from orgviz.output.drawing import Image, Path, Polygon, Text
from orgviz.output.fonts import set_drawing
from orgviz.output.raster import png_size, to_pdf, to_png
from orgviz.style.values import TextRun, TextStyle

LATIN = "".join(map(chr, range(0x20, 0x7F)))
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext on this machine")


@pytest.fixture(autouse=True)
def no_source_date(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def chunks(png):
    place = 8
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        yield kind, png[place + 8 : place + 8 + length]
        place += 12 + length


def pixel(png, x, y):
    """Return the red, green, blue and alpha of a pixel."""
    return Picture.open(io.BytesIO(png)).convert("RGBA").getpixel((x, y))


def pdf_text(pdf):
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def uncompressed(pdf):
    """Return the file with its streams readable, as far as they are deflated."""

    def inflated(found):
        try:
            return zlib.decompress(found[1])
        except zlib.error:
            return found[1]

    return re.sub(rb"stream\r?\n(.*?)\r?\nendstream", inflated, pdf, flags=re.DOTALL)


def test_a_png_is_as_large_as_the_drawing_at_its_density(draw, make_fonts):
    drawing = draw("王")
    png = to_png(drawing, set_drawing(drawing, make_fonts({"Door": "王"})), dpi=144)
    found = dict(chunks(png))
    assert struct.unpack(">II", found[b"IHDR"][:8]) == (800, 400)
    assert struct.unpack(">IIB", found[b"pHYs"]) == (5669, 5669, 1)


@pytest.mark.parametrize("outlines", [False, True])
def test_letters_are_drawn_where_they_stand(draw, make_fonts, outlines):
    drawing = draw("王")
    png = to_png(drawing, private(drawing, make_fonts), dpi=72, outlines=outlines)
    assert pixel(png, 25, 27) == (0x12, 0x34, 0x56, 255)
    assert pixel(png, 25, 40) == (255, 255, 255, 255)


@pytest.mark.parametrize("outlines", [False, True])
def test_what_no_font_has_is_a_line_and_not_a_square(draw, make_fonts, outlines):
    drawing = draw("王")
    png = to_png(drawing, set_drawing(drawing, make_fonts({})), dpi=720, outlines=outlines)
    inside, below = pixel(png, 250, 265), pixel(png, 250, 312)
    assert (inside[:3], below[:3]) == ((255, 255, 255), (0x12, 0x34, 0x56))


def test_a_drawing_without_background_is_transparent(draw, make_fonts):
    drawing = draw("王", background=None)
    png = to_png(drawing, set_drawing(drawing, make_fonts({"Door": "王"})), dpi=72)
    assert pixel(png, 0, 0) == (0, 0, 0, 0)


@pytest.mark.parametrize("outlines", [False, True])
def test_two_pngs_of_a_drawing_are_equal(draw, make_fonts, outlines):
    drawing = draw("王敏", bold=True)
    first, second = (to_png(drawing, private(drawing, make_fonts), outlines=outlines) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("width", "dpi", "limit"), [(12_300, 192, "32,767 pixels a side"), (12_000, 190, "200 megapixels")]
)
def test_a_png_that_is_too_large_is_refused_before_it_is_drawn(draw, width, dpi, limit):
    with pytest.raises(LimitError, match=limit) as caught:
        png_size(replace(draw("王"), width=width, height=width / 2), dpi)
    for way in ("--dpi", "--pages", "--depth", "SVG"):
        assert way in caught.value.hint


@pytest.mark.parametrize(("width", "height"), [(12_300, 200), (12_000, 9_000), (32_767 * 18, 10)])
def test_the_density_that_is_told_to_fit_fits_and_the_next_does_not(draw, width, height):
    drawing = replace(draw("王"), width=width, height=height)
    with pytest.raises(LimitError) as caught:
        png_size(drawing, 4800)
    told = int(re.search(r"--dpi (\d+)", caught.value.hint)[1])
    assert png_size(drawing, told)
    with pytest.raises(LimitError):
        png_size(drawing, told + 1)


def test_a_drawing_that_no_density_fits_is_told_other_ways(draw):
    with pytest.raises(LimitError) as caught:
        png_size(replace(draw("王"), width=1_000_000), 4)
    assert "--dpi" not in caught.value.hint
    assert "--pages" in caught.value.hint


def private(drawing, make_fonts, width=1000):
    """Set a drawing in a font that fontconfig is told of: for good, so each width has its name."""
    return set_drawing(drawing, make_fonts({f"Orgviz Doors {width}": LATIN + "王敏客户管理李"}, width=width))


@needs_pdftotext
@pytest.mark.parametrize("words", ["VIP客户管理", "王敏", "Head of Ops (2/5)", "A&B <李>"])
def test_names_in_a_pdf_are_whole_and_real_text(draw, make_fonts, words):
    drawing = draw(words)
    assert words in pdf_text(to_pdf(drawing, private(drawing, make_fonts, width=500)))


@needs_pdftotext
def test_a_name_in_two_fonts_is_still_one_word(draw, make_fonts):
    drawing = draw("VIP客户管理", fonts=("Orgviz Han", "Orgviz Latin"))
    setting = set_drawing(drawing, make_fonts({"Orgviz Han": "客户管理", "Orgviz Latin": LATIN}))
    assert "VIP客户管理" in pdf_text(to_pdf(drawing, setting))


@needs_pdftotext
def test_condensed_text_is_still_found(draw, make_fonts):
    drawing = draw("客户管理", width=32)
    assert "客户管理" in pdf_text(to_pdf(drawing, private(drawing, make_fonts)))


def test_the_font_in_a_pdf_is_the_one_that_was_set(draw, make_fonts):
    drawing = draw("王敏")
    assert b"OrgvizDoors" in uncompressed(to_pdf(drawing, private(drawing, make_fonts)))


def test_links_go_into_the_pdf(draw, make_fonts):
    drawing = draw(Polygon(((10, 10), (90, 10), (90, 50)), "#ffffff", None), href="https://example.com/it's?a=1&b=2")
    pdf = uncompressed(to_pdf(drawing, private(drawing, make_fonts)))
    assert b"/URI (https://example.com/it's?a=1&b=2)" in pdf


def test_a_pdf_bears_its_title_and_no_date(draw, make_fonts):
    drawing = draw("王", title="Chart")
    pdf = uncompressed(to_pdf(drawing, private(drawing, make_fonts)))
    assert b"/Title (Chart)" in pdf
    assert b"CreationDate" not in pdf


def test_a_pdf_bears_the_date_that_its_builder_gives(draw, make_fonts, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    drawing = draw("王")
    pdf = uncompressed(to_pdf(drawing, private(drawing, make_fonts)))
    assert re.search(rb"/CreationDate \((D:)?19700102000000", pdf)


def test_two_pdfs_of_a_drawing_are_equal(draw, make_fonts):
    drawing = draw("王敏", bold=True)
    first, second = (to_pdf(drawing, private(drawing, make_fonts)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("page", "box", "scale"),
    [
        (None, "400 200", 1),
        ((800, 600), "800 600", 1.5),
        ((200, 600), "200 600", 0.5),
    ],
)
def test_a_page_holds_the_chart_in_its_middle(draw, make_fonts, page, box, scale):
    drawing = draw("王")
    frame = raster._frame(drawing, page)
    assert frame.scale == scale
    assert 2 * frame.x + drawing.width * scale == frame.width
    assert 2 * frame.y + drawing.height * scale == frame.height
    found = re.search(
        rb"/MediaBox \[ 0 0 (\S+ \S+) \]",
        uncompressed(to_pdf(drawing, private(drawing, make_fonts), page=page)),
    )
    assert found[1].decode() == box


def test_a_chart_that_is_larger_than_a_page_can_be_is_made_smaller(draw):
    frame = raster._frame(draw("王", page_width=28_800.0), None)
    assert (frame.width, frame.height, frame.scale) == (14_400, 100, 0.5)


@pytest.mark.parametrize("write", [to_png, to_pdf])
def test_a_missing_library_is_told_with_what_installs_it(draw, make_fonts, monkeypatch, write):
    class Missing:
        def find_spec(self, name, *_):
            if name == "orgviz.output.raster_cairo":
                raise OSError(name)

    monkeypatch.delitem(sys.modules, "orgviz.output.raster_cairo", raising=False)
    monkeypatch.delattr("orgviz.output.raster_cairo", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    drawing = draw("王")
    with pytest.raises(ToolError, match=r"cairo library, 1\.16 or newer") as caught:
        write(drawing, set_drawing(drawing, make_fonts({})))
    assert "install" in caught.value.hint


def test_nothing_but_pictures_that_are_carried_along_is_drawn(draw, make_fonts):
    drawing = draw(Image(0, 0, 9, b"<svg/>", "image/svg+xml", ""))
    with pytest.raises(ValueError, match="carries no such pictures"):
        to_png(drawing, set_drawing(drawing, make_fonts({})))


def test_a_polygon_looks_the_same_as_a_path(draw, make_fonts):
    corners = ((10.5, 10), (90, 10), (90, 50.25), (10.5, 50.25))
    polygon = Polygon(corners, "#ff0000", "#00ff00", 3, (4, 2))
    lines = (("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ()))
    for dash in ((), (4, 2)):
        shapes = (polygon._replace(dash=dash), Path(lines, "#ff0000", "#00ff00", 3, dash))
        first, second = (to_png(draw(shape), set_drawing(draw(), make_fonts({}))) for shape in shapes)
        assert first == second


def test_the_dashes_of_one_line_are_not_those_of_the_next(draw, make_fonts):
    lines = [Path((("M", (0, y)), ("L", (400, y))), None, "#000000", 4, dash) for y, dash in ((10, (5, 5)), (20, ()))]
    png = to_png(draw(*lines), set_drawing(draw(), make_fonts({})), dpi=72)
    assert {pixel(png, x, 10)[:3] for x in range(400)} == {(0, 0, 0), (255, 255, 255)}
    assert {pixel(png, x, 20)[:3] for x in range(400)} == {(0, 0, 0)}


@pytest.mark.parametrize("outlines", [False, True])
def test_a_line_after_squeezed_text_has_its_own_dashes_and_width(draw, make_fonts, outlines):
    dashed = Path((("M", (0, 10)), ("L", (400, 10))), None, "#ff0000", 8, (5, 5))
    squeezed = Text(20, 90, "start", (TextRun("王王王王", TextStyle(10, "#0000ff", bold=True)),), 32)
    line = Path((("M", (0, 150)), ("L", (400, 150))), None, "#000000", 8)
    drawing = draw(dashed, squeezed, line)
    png = to_png(drawing, private(drawing, make_fonts), dpi=72, outlines=outlines)
    assert {pixel(png, x, y)[:3] for x in range(400) for y in range(147, 153)} == {(0, 0, 0)}


def test_a_shape_that_is_not_painted_leaves_no_path_for_the_next(draw, make_fonts):
    ghost = Polygon(((0, 0), (400, 0), (400, 200)), None, None)
    line = Path((("M", (0, 10)), ("L", (9, 10))), None, "#000000", 4)
    setting = set_drawing(draw(), make_fonts({}))
    assert to_png(draw(ghost, line), setting) == to_png(draw(line), setting)


@pytest.mark.parametrize("outlines", [False, True])
def test_each_text_has_its_own_colour_and_size_after_one_that_was_squeezed(draw, make_fonts, outlines):
    texts = [
        Text(20, 30, "start", (TextRun("王王王王", TextStyle(10, "#ff0000", italic=True)),), 32),
        Text(20, 90, "start", (TextRun("王", TextStyle(40, "#0000ff")),), 300),
    ]
    alone, both = draw(texts[1]), draw(*texts)
    setting = private(both, make_fonts)
    pngs = [to_png(drawing, setting, dpi=72, outlines=outlines) for drawing in (alone, both)]
    assert [pixel(png, 40, 80) for png in pngs] == [(0, 0, 255, 255)] * 2
