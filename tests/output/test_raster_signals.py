"""A signal while cairo hands out what it writes stops the run, and is not printed by whoever it interrupts."""

import io
import signal
import sys
from dataclasses import replace

import pytest

from orgviz.output import raster_cairo
from orgviz.output.brush import Letters
from orgviz.output.drawing import Drawing, Group, Polygon
from orgviz.output.fonts import FontSet, set_drawing
from orgviz.output.frame import Frame

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


class Interrupted(io.BytesIO):
    """A file during whose first write a signal comes."""

    def write(self, data):
        if not self.tell():
            signal.raise_signal(signal.SIGTERM)
        return super().write(data)


DRAWING = Drawing(9, 9, "#ffffff", "en", (), (Group("a", (), (Polygon(((1, 1), (2, 1), (2, 2)), "#000000", None),)),))
CLEAR = replace(DRAWING, background=None)
FRAME = Frame(9, 9, 0, 0, 1)
LETTERS = Letters(set_drawing(DRAWING, FontSet((), ()), outlines=False))


@pytest.mark.parametrize(
    "draw",
    [
        lambda: raster_cairo.draw_png(CLEAR, FRAME, LETTERS),
        lambda: raster_cairo.draw_pdf(DRAWING, FRAME, LETTERS, created=None),
        lambda: raster_cairo.draw_pdf_pages([(DRAWING, "One", 0)], LETTERS, title=None, created=None),
    ],
    ids=["clear png", "pdf", "pages"],
)
def test_a_signal_while_cairo_writes_comes_when_it_has_written(draw, monkeypatch, capfd):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(raster_cairo.io, "BytesIO", Interrupted)
    before = signal.signal(signal.SIGTERM, stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            draw()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert capfd.readouterr().err == ""
