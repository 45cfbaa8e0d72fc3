"""Load the cairo library of the system and say what its functions take: importing this fails where there is none."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator

_OBJECT, _TEXT, _BYTES, _LENGTH = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong
_WHOLE, _REAL = ctypes.c_int, ctypes.c_double

WriteFunction = ctypes.CFUNCTYPE(_WHOLE, _OBJECT, _OBJECT, ctypes.c_uint)
"""What cairo calls with bytes that it has written: closure, where they are, how many; returns a status."""

# By its name without "cairo_": what a function returns, and what it takes.
_NOTHING = None
_FUNCTIONS: dict[str, tuple[type | None, tuple[type, ...]]] = {
    "version_string": (_TEXT, ()),
    "status_to_string": (_TEXT, (_WHOLE,)),
    # surfaces
    "image_surface_create": (_OBJECT, (_WHOLE, _WHOLE, _WHOLE)),
    "image_surface_get_data": (_OBJECT, (_OBJECT,)),
    "image_surface_get_stride": (_WHOLE, (_OBJECT,)),
    "pdf_surface_create_for_stream": (_OBJECT, (WriteFunction, _OBJECT, _REAL, _REAL)),
    "pdf_surface_set_size": (_NOTHING, (_OBJECT, _REAL, _REAL)),
    "pdf_surface_set_metadata": (_NOTHING, (_OBJECT, _WHOLE, _TEXT)),
    "pdf_surface_add_outline": (_WHOLE, (_OBJECT, _WHOLE, _TEXT, _TEXT, _WHOLE)),
    "surface_flush": (_NOTHING, (_OBJECT,)),
    "surface_mark_dirty": (_NOTHING, (_OBJECT,)),
    "surface_set_mime_data": (_WHOLE, (_OBJECT, _TEXT, _BYTES, _LENGTH, _OBJECT, _OBJECT)),
    "surface_show_page": (_NOTHING, (_OBJECT,)),
    "surface_write_to_png_stream": (_WHOLE, (_OBJECT, WriteFunction, _OBJECT)),
    "surface_finish": (_NOTHING, (_OBJECT,)),
    "surface_status": (_WHOLE, (_OBJECT,)),
    "surface_destroy": (_NOTHING, (_OBJECT,)),
    # contexts
    "create": (_OBJECT, (_OBJECT,)),
    "status": (_WHOLE, (_OBJECT,)),
    "destroy": (_NOTHING, (_OBJECT,)),
    "save": (_NOTHING, (_OBJECT,)),
    "restore": (_NOTHING, (_OBJECT,)),
    "transform": (_NOTHING, (_OBJECT, ctypes.POINTER(_REAL))),
    "translate": (_NOTHING, (_OBJECT, _REAL, _REAL)),
    "scale": (_NOTHING, (_OBJECT, _REAL, _REAL)),
    "tag_begin": (_NOTHING, (_OBJECT, _TEXT, _TEXT)),
    "tag_end": (_NOTHING, (_OBJECT, _TEXT)),
    # colours and lines
    "set_source_rgb": (_NOTHING, (_OBJECT, _REAL, _REAL, _REAL)),
    "set_source_surface": (_NOTHING, (_OBJECT, _OBJECT, _REAL, _REAL)),
    "get_source": (_OBJECT, (_OBJECT,)),
    "pattern_set_filter": (_NOTHING, (_OBJECT, _WHOLE)),
    "set_miter_limit": (_NOTHING, (_OBJECT, _REAL)),
    "set_line_width": (_NOTHING, (_OBJECT, _REAL)),
    "set_dash": (_NOTHING, (_OBJECT, ctypes.POINTER(_REAL), _WHOLE, _REAL)),
    # paths
    "new_path": (_NOTHING, (_OBJECT,)),
    "move_to": (_NOTHING, (_OBJECT, _REAL, _REAL)),
    "line_to": (_NOTHING, (_OBJECT, _REAL, _REAL)),
    "curve_to": (_NOTHING, (_OBJECT, *[_REAL] * 6)),
    "rel_move_to": (_NOTHING, (_OBJECT, _REAL, _REAL)),
    "rel_line_to": (_NOTHING, (_OBJECT, _REAL, _REAL)),
    "rel_curve_to": (_NOTHING, (_OBJECT, *[_REAL] * 6)),
    "arc": (_NOTHING, (_OBJECT, *[_REAL] * 5)),
    "rectangle": (_NOTHING, (_OBJECT, *[_REAL] * 4)),
    "close_path": (_NOTHING, (_OBJECT,)),
    "clip": (_NOTHING, (_OBJECT,)),
    "paint": (_NOTHING, (_OBJECT,)),
    "fill": (_NOTHING, (_OBJECT,)),
    "fill_preserve": (_NOTHING, (_OBJECT,)),
    "stroke": (_NOTHING, (_OBJECT,)),
    # texts
    "font_options_create": (_OBJECT, ()),
    "font_options_set_hint_style": (_NOTHING, (_OBJECT, _WHOLE)),
    "font_options_set_hint_metrics": (_NOTHING, (_OBJECT, _WHOLE)),
    "font_options_destroy": (_NOTHING, (_OBJECT,)),
    "set_font_options": (_NOTHING, (_OBJECT, _OBJECT)),
    "select_font_face": (_NOTHING, (_OBJECT, _TEXT, _WHOLE, _WHOLE)),
    "set_font_size": (_NOTHING, (_OBJECT, _REAL)),
    "show_text": (_NOTHING, (_OBJECT, _TEXT)),
    "text_path": (_NOTHING, (_OBJECT, _TEXT)),
}


def _places() -> Iterator[str]:
    """Yield what the library may be called, the likeliest first: asking the system for it starts programs."""
    if sys.platform == "darwin":
        yield "libcairo.2.dylib"
        # Homebrew's folders, in which not every Python looks.
        yield from (f"{folder}/lib/libcairo.2.dylib" for folder in ("/opt/homebrew", "/usr/local"))
    elif sys.platform != "win32":
        yield "libcairo.so.2"
    from ctypes.util import find_library  # noqa: PLC0415 - it takes time to load, and mostly is not needed

    # On Windows that is its place in one of the folders of programs, where the libraries that it needs lie beside it.
    found = (find_library(name) for name in ("cairo", "cairo-2", "libcairo-2"))
    yield from (place for place in found if place)


def _load() -> tuple[ctypes.CDLL, str]:
    """Return the first library that has all functions, and its place; an old one may lie before a newer one."""
    for place in _places():
        try:
            library = ctypes.CDLL(place)
            _declare(library)
        except (OSError, AttributeError):
            continue
        return library, place
    raise OSError("there is no cairo library of 1.16 or newer")


def _declare(library: ctypes.CDLL) -> None:
    for name, (returned, taken) in _FUNCTIONS.items():
        function = getattr(library, f"cairo_{name}")
        function.restype, function.argtypes = returned, taken


CAIRO, PLACE = _load()
"""The library, whose functions are called as in C; and what the system finds it by."""


def version() -> str:
    """Return the version of the library, such as ``1.16.0``."""
    text: bytes = CAIRO.cairo_version_string()
    return text.decode("ascii")
