"""What draws on a surface of cairo: a path, and how it is filled, drawn along or written beside."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from functools import partial
from types import TracebackType
from typing import TypeAlias

from orgviz.output.cairo_library import CAIRO
from orgviz.output.cairo_surfaces import Surface, check

# Of cairo.h, where numbers never change.
_UPRIGHT, _NORMAL, _BOLD = 0, 0, 1
_NO_HINTS, _NO_HINTED_METRICS = 1, 1
_FILTER_BEST = 2

_Call: TypeAlias = Callable[..., object]


class Context:
    """Draws on a surface.

    What has no arguments but numbers is cairo's own function, without any Python before it: a large chart calls them a
    million times. What is wrong with one call is told at the end; those after it do nothing.
    """

    def __init__(self, surface: Surface):
        self._surface = surface
        self._pointer = ctypes.c_void_p(CAIRO.cairo_create(surface.pointer))
        self.save, self.restore = self._own("save"), self._own("restore")
        self.translate, self.scale = self._own("translate"), self._own("scale")
        self.set_source_rgb = self._own("set_source_rgb")
        self.set_line_width, self.set_miter_limit = self._own("set_line_width"), self._own("set_miter_limit")
        self.new_path, self.close_path = self._own("new_path"), self._own("close_path")
        self.move_to, self.line_to, self.curve_to = self._own("move_to"), self._own("line_to"), self._own("curve_to")
        self.rel_move_to, self.rel_line_to = self._own("rel_move_to"), self._own("rel_line_to")
        self.rel_curve_to = self._own("rel_curve_to")
        self.arc, self.rectangle = self._own("arc"), self._own("rectangle")
        self.clip, self.paint = self._own("clip"), self._own("paint")
        self.fill, self.fill_preserve, self.stroke = self._own("fill"), self._own("fill_preserve"), self._own("stroke")
        self.set_font_size = self._own("set_font_size")
        self._set_no_hints()

    def __enter__(self) -> Context:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        status = CAIRO.cairo_status(self._pointer)
        CAIRO.cairo_destroy(self._pointer)
        self._pointer = ctypes.c_void_p()
        if kind is None:
            check(status)

    def _own(self, name: str) -> _Call:
        return partial(getattr(CAIRO, f"cairo_{name}"), self._pointer)

    def _set_no_hints(self) -> None:
        """Have letters as they are, wherever on the pixels they lie."""
        options = ctypes.c_void_p(CAIRO.cairo_font_options_create())
        CAIRO.cairo_font_options_set_hint_style(options, _NO_HINTS)
        CAIRO.cairo_font_options_set_hint_metrics(options, _NO_HINTED_METRICS)
        CAIRO.cairo_set_font_options(self._pointer, options)
        CAIRO.cairo_font_options_destroy(options)

    def transform(self, xx: float, yx: float, xy: float, yy: float, x: float, y: float) -> None:
        """Change the places of all that follows: (a, b) comes where (xx·a + xy·b + x, yx·a + yy·b + y) was."""
        CAIRO.cairo_transform(self._pointer, (ctypes.c_double * 6)(xx, yx, xy, yy, x, y))

    def set_dash(self, lengths: Sequence[float]) -> None:
        """Draw lines in dashes and gaps of these lengths; without any, whole."""
        CAIRO.cairo_set_dash(self._pointer, (ctypes.c_double * len(lengths))(*lengths), len(lengths), 0)

    def set_font_face(self, family: str, *, bold: bool) -> None:
        """Take the upright face of a family for what is written."""
        CAIRO.cairo_select_font_face(self._pointer, family.encode(), _UPRIGHT, _BOLD if bold else _NORMAL)

    def show_text(self, text: str) -> None:
        """Write a text from where the path has come to."""
        CAIRO.cairo_show_text(self._pointer, text.encode())

    def text_path(self, text: str) -> None:
        """Go on with the path along the outlines of a text."""
        CAIRO.cairo_text_path(self._pointer, text.encode())

    def show_picture(self, picture: Surface) -> None:
        """Draw a picture, a pixel to each unit."""
        self._surface.kept.extend(picture.kept)
        CAIRO.cairo_set_source_surface(self._pointer, picture.pointer, 0, 0)
        CAIRO.cairo_pattern_set_filter(CAIRO.cairo_get_source(self._pointer), _FILTER_BEST)
        CAIRO.cairo_paint(self._pointer)

    def begin(self, tag: str, attributes: str) -> None:
        """Begin what is a link, or the aim of one."""
        CAIRO.cairo_tag_begin(self._pointer, tag.encode(), attributes.encode())

    def end(self, tag: str) -> None:
        """End what has begun so."""
        CAIRO.cairo_tag_end(self._pointer, tag.encode())
