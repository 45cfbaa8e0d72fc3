"""A signal while cairo hands out what it writes stops the run, and is not printed by whoever it interrupts."""

import io
import signal
import sys

import pytest

from orgviz.output import raster_cairo

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


class Interrupted(io.BytesIO):
    """A file during whose first write a signal comes."""

    def write(self, data):
        if not self.tell():
            signal.raise_signal(signal.SIGTERM)
        return super().write(data)


@pytest.mark.parametrize(
    "draw",
    [
        raster_cairo.draw_png,
        lambda svg: raster_cairo.draw_pdf(svg, title=None, created=None),
        lambda svg: raster_cairo.draw_pdf_pages([(svg, "One", 0)], title=None, created=None),
    ],
    ids=["png", "pdf", "pages"],
)
def test_a_signal_while_cairo_writes_comes_when_it_has_written(draw, monkeypatch, capfd):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(raster_cairo.io, "BytesIO", Interrupted)
    before = signal.signal(signal.SIGTERM, stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            draw(SVG)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert capfd.readouterr().err == ""
