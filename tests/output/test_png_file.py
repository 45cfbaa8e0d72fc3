"""Pixels are in a PNG as they were, in a file that any program reads."""

import hashlib
import io
import struct
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from orgviz.output import png_file, raster_cairo
from orgviz.output.brush import Letters
from orgviz.output.cairo_context import Context
from orgviz.output.cairo_surfaces import picture_surface, pixels, png
from orgviz.output.fonts import set_drawing
from orgviz.output.frame import Frame
from orgviz.output.png_file import chunk, is_narrow, opaque_png

COLORS = ("#102030", "#ff8000", "#00ff7f", "#0000ff")


def words(colors):
    """Return the pixels of colours as cairo has them: a number each."""
    return memoryview(struct.pack(f"={len(colors)}I", *(0xFF000000 | int(color[1:], 16) for color in colors)))


def read(file):
    picture = Image.open(io.BytesIO(file))
    assert picture.mode == "RGB"
    colors = picture.tobytes().hex()
    return picture.size, [f"#{colors[place : place + 6]}" for place in range(0, len(colors), 6)]


@given(st.integers(1, 9), st.integers(1, 9), st.data())
@settings(deadline=None)
def test_every_pixel_has_its_colour(width, height, data):
    colors = data.draw(st.lists(st.sampled_from(COLORS), min_size=width * height, max_size=width * height))
    assert read(opaque_png(width, height, words(colors))) == ((width, height), colors)


@pytest.mark.parametrize("rows", [1, 2, 3, 100])
def test_a_large_picture_is_written_in_pieces_and_is_whole(monkeypatch, rows):
    monkeypatch.setattr(png_file, "_PIECE", 4 * rows)
    colors = [COLORS[(place * place) % 4] for place in range(4 * 7)]
    assert read(opaque_png(4, 7, words(colors))) == ((4, 7), colors)


def test_a_picture_of_cairo_looks_as_cairo_itself_writes_it():
    with picture_surface(60, 40) as surface:
        with Context(surface) as context:
            context.set_source_rgb(1, 0.9, 0.2)
            context.paint()
            context.set_source_rgb(0.1, 0.2, 0.7)
            context.move_to(3, 4)
            context.curve_to(50, 0, 0, 40, 57, 33)
            context.stroke()
        ours, its = opaque_png(60, 40, pixels(surface, 40)), png(surface)
    assert len(set(read(ours)[1])) > 9
    assert read(ours) == read(its)


@pytest.mark.parametrize(("width", "sign"), [(10_000, -1), (12_000, 1)])
def test_a_picture_is_narrow_as_long_as_rows_find_the_one_above(width, sign):
    row = hashlib.shake_128(b"colours").digest(4 * width)
    twice = len(opaque_png(width, 8, memoryview(row * 8)))
    assert is_narrow(width) == (sign < 0) == (twice < 2 * len(opaque_png(width, 1, memoryview(row))))


@pytest.mark.parametrize(
    ("width", "background", "is_ours"), [(90, "#ffffff", True), (90, None, False), (11_000, "#ffffff", False)]
)
def test_what_is_clear_or_wide_is_written_by_cairo(draw, make_fonts, monkeypatch, width, background, is_ours):
    drawing = replace(draw("王", background=background), width=width, height=20)
    asked = []
    monkeypatch.setattr(raster_cairo, "opaque_png", lambda *_: asked.append(_) or b"")
    letters = Letters(set_drawing(drawing, make_fonts({})))
    written = raster_cairo.draw_png(drawing, Frame(width, 20, 0, 0, 1), letters)
    assert (written == b"", len(asked) == 1) == (is_ours, is_ours)


def test_a_chunk_bears_its_length_and_its_check():
    assert chunk(b"IEND", b"") == bytes.fromhex("00000000 49454e44 ae426082")
