"""What cairo draws on, given back at the end of a `with`: pictures of pixels, and files of PDF."""

from __future__ import annotations

import ctypes
import io
from types import TracebackType
from typing import BinaryIO

from orgviz.output.cairo_library import CAIRO, WriteFunction

# Of cairo.h, where numbers never change.
_ARGB32 = 0
_WRITE_ERROR = 11
_TITLE, _CREATED = 0, 5
_OPEN = 1
TOP_OUTLINE = 0
"""The bookmark that the first ones stand under."""


class CairoError(Exception):
    """Cairo refuses or fails; says why in its words."""


class Surface:
    """Something that can be drawn on.

    Args:
        pointer: from cairo.
        kept: what cairo reads or calls until the surface is finished.
    """

    def __init__(self, pointer: int, *kept: object):
        self.pointer = ctypes.c_void_p(pointer)
        self.kept = list(kept)

    def __enter__(self) -> Surface:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        CAIRO.cairo_surface_destroy(self.pointer)
        self.pointer = ctypes.c_void_p()

    def check(self) -> None:
        """See whether all went well so far.

        Raises:
            CairoError: it did not.
        """
        check(CAIRO.cairo_surface_status(self.pointer))

    def finish(self) -> None:
        """Write what is still to be written; nothing can be drawn after that.

        Raises:
            CairoError: something went wrong.
        """
        CAIRO.cairo_surface_finish(self.pointer)
        self.check()


def check(status: int) -> None:
    """Say what is wrong.

    Raises:
        CairoError: the status is not 0.
    """
    if status:
        words: bytes = CAIRO.cairo_status_to_string(status)
        raise CairoError(words.decode("ascii", "replace"))


def picture_surface(width: int, height: int) -> Surface:
    """Return pixels to draw on, which are clear.

    Raises:
        CairoError: there is no memory for them.
    """
    surface = Surface(CAIRO.cairo_image_surface_create(_ARGB32, width, height))
    surface.check()
    return surface


def carried_picture(width: int, height: int, argb: bytes, jpeg: bytes | None = None) -> Surface:
    """Return a finished picture, to be drawn on others.

    Args:
        argb: its pixels, four bytes each, as cairo has them.
        jpeg: the same as a file, which a PDF takes as it is.

    Raises:
        CairoError: there is no memory for it.
    """
    surface = picture_surface(width, height)
    ctypes.memmove(CAIRO.cairo_image_surface_get_data(surface.pointer), argb, 4 * width * height)
    CAIRO.cairo_surface_mark_dirty(surface.pointer)
    if jpeg is not None:
        surface.kept.append(jpeg)
        check(CAIRO.cairo_surface_set_mime_data(surface.pointer, b"image/jpeg", jpeg, len(jpeg), None, None))
    return surface


def pixels(surface: Surface, height: int) -> memoryview:
    """Return the pixels of a picture, four bytes each; to be read before the surface is given back."""
    CAIRO.cairo_surface_flush(surface.pointer)
    length = height * CAIRO.cairo_image_surface_get_stride(surface.pointer)
    place = CAIRO.cairo_image_surface_get_data(surface.pointer)
    return memoryview((ctypes.c_ubyte * length).from_address(place)).cast("B")


def png(surface: Surface) -> bytes:
    """Return a picture as cairo writes it: as PNG, with what is clear.

    Raises:
        CairoError: something went wrong.
    """
    target = io.BytesIO()
    check(CAIRO.cairo_surface_write_to_png_stream(surface.pointer, _writer(target), None))
    return target.getvalue()


def pdf_surface(target: BinaryIO, width: float, height: float, title: str | None, created: str | None) -> Surface:
    """Return a file of PDF, which is written while it is drawn on.

    Args:
        width, height: of a page, in points.
        created: when, as ISO 8601.

    Raises:
        CairoError: there is no memory for it.
    """
    write = _writer(target)
    surface = Surface(CAIRO.cairo_pdf_surface_create_for_stream(write, None, width, height), write)
    for about, words in ((_TITLE, title), (_CREATED, created)):
        CAIRO.cairo_pdf_surface_set_metadata(surface.pointer, about, (words or "").encode())
    surface.check()
    return surface


def set_page_size(surface: Surface, width: float, height: float) -> None:
    """Say how large the page is that comes next, in points."""
    CAIRO.cairo_pdf_surface_set_size(surface.pointer, width, height)


def end_page(surface: Surface) -> None:
    """Go on to the next page."""
    CAIRO.cairo_surface_show_page(surface.pointer)


def add_bookmark(surface: Surface, above: int, name: str, place: str) -> int:
    """Put a bookmark under another, and return its number.

    Args:
        place: where it leads, as cairo says it.
    """
    number: int = CAIRO.cairo_pdf_surface_add_outline(surface.pointer, above, name.encode(), place.encode(), _OPEN)
    return number


def _writer(target: BinaryIO) -> ctypes._CFunctionType:
    """Return what cairo calls with what it has written; of an exception it would know nothing."""

    def write(_closure: object, place: int, length: int) -> int:
        try:
            target.write(ctypes.string_at(place, length))
        except MemoryError:
            return _WRITE_ERROR
        return 0

    return WriteFunction(write)
