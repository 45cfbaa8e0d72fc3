"""Cairo is found where it is, refused where it is too old, and what it says is wrong is told."""

import ctypes
import ctypes.util
import io
from types import SimpleNamespace

import pytest

from orgviz.output import cairo_library
from orgviz.output.cairo_context import Context
from orgviz.output.cairo_surfaces import CairoError, pdf_surface, picture_surface, pixels, png


class Library:
    """A library that has all functions but some, as `ctypes` would give it."""

    def __init__(self, place, lacks=()):
        self.place, self.lacks = place, lacks

    def __getattr__(self, name):
        if name in self.lacks:
            raise AttributeError(name)
        return SimpleNamespace()


def test_the_library_has_a_version_and_a_place():
    major, minor, _ = map(int, cairo_library.version().split("."))
    assert (major, minor) >= (1, 16)
    assert "cairo" in cairo_library.PLACE


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_the_first_place_that_has_the_library_is_taken(monkeypatch, system):
    tried = []

    def load(place):
        tried.append(place)
        if len(tried) < 3:
            raise OSError(place)
        return Library(place)

    monkeypatch.setattr(cairo_library.sys, "platform", system)
    monkeypatch.setattr(ctypes, "CDLL", load)
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: f"/some/where/{name}.so")
    assert cairo_library._load()[1] == tried[2]
    assert len(set(tried)) == 3


def test_no_program_is_asked_where_the_usual_name_will_do(monkeypatch):
    monkeypatch.setattr(cairo_library.sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", Library)
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: pytest.fail(f"asks for {name}"))
    assert cairo_library._load()[1] == "libcairo.so.2"


def test_where_there_is_none_that_is_said(monkeypatch):
    def load(place):
        raise OSError(place)

    monkeypatch.setattr(ctypes, "CDLL", load)
    monkeypatch.setattr(ctypes.util, "find_library", lambda _: None)
    with pytest.raises(OSError, match="no cairo"):
        cairo_library._load()


def old(place):
    """Return a library that knows no links, as those before 1.16."""
    return Library(place, ("cairo_tag_begin",))


def test_one_that_is_too_old_is_none(monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", old)
    with pytest.raises(OSError, match=r"no cairo library of 1\.16 or newer"):
        cairo_library._load()


def test_one_that_is_too_old_hides_none_that_comes_after_it(monkeypatch):
    monkeypatch.setattr(cairo_library.sys, "platform", "darwin")
    monkeypatch.setattr(ctypes, "CDLL", lambda place: Library(place) if "/homebrew/" in place else old(place))
    assert cairo_library._load()[1] == "/opt/homebrew/lib/libcairo.2.dylib"


def test_a_picture_that_is_too_large_is_refused():
    with pytest.raises(CairoError, match="too big"):
        picture_surface(40_000, 40_000)


def test_what_goes_wrong_on_the_way_is_told_at_the_end():
    def paint(surface):
        with Context(surface) as context:
            context.restore()
            context.paint()

    with picture_surface(9, 9) as surface, pytest.raises(CairoError, match="restore"):
        paint(surface)


def test_an_error_of_ours_is_not_hidden_by_one_of_cairo():
    def paint(surface):
        with Context(surface) as context:
            context.restore()
            raise KeyError

    with picture_surface(9, 9) as surface, pytest.raises(KeyError):
        paint(surface)


class Full(io.BytesIO):
    """A file without any room."""

    def write(self, _):
        raise MemoryError


def test_a_pdf_that_has_no_room_is_an_error_and_not_half_a_file(capfd):
    with pdf_surface(Full(), 9, 9, None, None) as surface, pytest.raises(CairoError, match="output stream"):
        surface.finish()
    assert capfd.readouterr().err == ""


def test_a_png_that_has_no_room_is_an_error_and_not_half_a_file(monkeypatch, capfd):
    monkeypatch.setattr("orgviz.output.cairo_surfaces.io.BytesIO", Full)
    with picture_surface(9, 9) as surface, pytest.raises(CairoError, match="output stream"):
        png(surface)
    assert capfd.readouterr().err == ""


def test_pixels_are_blue_first_and_four_bytes_each_on_most_machines():
    with picture_surface(3, 2) as surface:
        with Context(surface) as context:
            context.set_source_rgb(1, 0.5, 0)
            context.paint()
        found = pixels(surface, 2).cast("I").tolist()
    assert found in ([0xFFFF8000] * 6, [0xFFFF7F00] * 6)
