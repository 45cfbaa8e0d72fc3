"""Draw SVG through CairoSVG: pieces of text in one go, links in PDF, no date but the one that is given.

Cairo hands out what it writes by calling us: a signal that raised an exception there would only be printed, so signals
are held, and passed on between two nodes.
"""

from __future__ import annotations

import io
import math
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

import cairocffi
from cairosvg.colors import color
from cairosvg.helpers import transform
from cairosvg.parser import Tree
from cairosvg.surface import PDFSurface, PNGSurface

from orgviz.diagnostics import ToolError
from orgviz.output.held_signals import HeldSignals, signals_held
from orgviz.photos.values import Picture

# Of CairoSVG, which has no types.
_Node: TypeAlias = Any
_Surface: TypeAlias = Any

_CARRIED = ("image/jpeg", "image/png")
_DPI = 96  # pixels of SVG to an inch
_INTERNAL = "#page-"  # how links to other pages begin


class _ChartPng(PNGSurface):  # type: ignore[misc]
    """CairoSVG's PNG surface, with whole pieces of text."""

    def draw(self, node: _Node) -> None:
        """Draw `node` and its children."""
        if node.tag == "text":
            _show_text(self, node)
        elif node.tag == "image":
            _show_image(self, node)
        else:
            super().draw(node)


class _ChartPdf(PDFSurface):  # type: ignore[misc]
    """CairoSVG's PDF surface, with whole pieces of text, links, and metadata of our own."""

    def __init__(self, tree: _Node, target: io.BytesIO, title: str, created: str, signals: HeldSignals):
        self._signals = signals
        self._metadata = {cairocffi.PDF_METADATA_TITLE: title, cairocffi.PDF_METADATA_CREATE_DATE: created}
        super().__init__(tree, target, _DPI)

    def _create_surface(self, width: float, height: float) -> tuple[Any, float, float]:
        surface = cairocffi.PDFSurface(self.output, width, height)
        for key, value in self._metadata.items():
            surface.set_metadata(key, value)
        return surface, width, height

    def draw(self, node: _Node) -> None:
        """Draw `node` and its children."""
        self._signals.pass_on()
        if node.tag == "text":
            _show_text(self, node)
        elif node.tag == "image":
            _show_image(self, node)
        elif node.tag == "a":
            self.context.tag_begin("Link", _link(node.get_href()))
            for child in node.children:
                self.draw(child)
            self.context.tag_end("Link")
        else:
            super().draw(node)


def draw_png(svg: str) -> bytes:
    """Draw `svg`, whose size is in pixels, as a PNG."""
    target = io.BytesIO()
    with _explained():
        chart = _ChartPng(_tree(svg), target, _DPI)
        with signals_held():
            chart.finish()
    return target.getvalue()


def draw_pdf(svg: str, *, title: str | None, created: str | None) -> bytes:
    """Draw `svg` as a PDF of one page.

    Args:
        title: for the file's metadata.
        created: when it was made, as ISO 8601; ``None`` says nothing.
    """
    target = io.BytesIO()
    with _explained(), signals_held() as signals:
        _ChartPdf(_tree(svg), target, title or "", created or "", signals).finish()
    return target.getvalue()


class _BoundPdf(_ChartPdf):
    """A page of a PDF of several: it draws on the surface of all, and ends only its own page."""

    def __init__(self, tree: _Node, surface: Any, number: int, signals: HeldSignals):
        self._surface, self._number = surface, number
        super().__init__(tree, io.BytesIO(), "", "", signals)

    def _create_surface(self, width: float, height: float) -> tuple[Any, float, float]:
        self._surface.set_size(width, height)
        context = cairocffi.Context(self._surface)
        context.tag_begin("cairo.dest", f"name='{_INTERNAL[1:]}{self._number}' x=0 y=0")
        context.tag_end("cairo.dest")
        return self._surface, width, height


def draw_pdf_pages(pages: Sequence[tuple[str, str, int]], *, title: str | None, created: str | None) -> bytes:
    """Draw SVGs as the pages of one PDF, with bookmarks; links that lead to ``#page-2`` lead to its second page.

    Args:
        pages: for each the SVG, the name of its bookmark, and how deep that stands, from 0.
        title, created: as in `draw_pdf`.
    """
    target = io.BytesIO()
    with _explained(), signals_held() as signals:
        surface = cairocffi.PDFSurface(target, 1, 1)
        surface.set_metadata(cairocffi.PDF_METADATA_TITLE, title or "")
        surface.set_metadata(cairocffi.PDF_METADATA_CREATE_DATE, created or "")
        for number, (svg, _, _) in enumerate(pages, 1):
            _BoundPdf(_tree(svg), surface, number, signals)
            surface.show_page()
        above = [cairocffi.PDF_OUTLINE_ROOT]
        for number, (_, name, level) in enumerate(pages, 1):
            del above[level + 1 :]
            place = f"dest='{_INTERNAL[1:]}{number}'"
            above.append(surface.add_outline(above[-1], name, place, cairocffi.PDF_OUTLINE_FLAG_OPEN))
        surface.finish()
    return target.getvalue()


@contextmanager
def _explained() -> Iterator[None]:
    """Turn a failure of cairo into an error that the user can do something about."""
    try:
        yield
    except (cairocffi.CairoError, MemoryError) as error:
        raise ToolError(f"cairo cannot draw the chart: {error}", "write SVG, or give a smaller --scale") from error


def _tree(svg: str) -> _Node:
    return Tree(bytestring=svg.encode(), unsafe=False, url_fetcher=_refuse_to_fetch)


def _refuse_to_fetch(url: str, _kind: str) -> bytes:
    raise ValueError(f"a chart never fetches anything: {url}")


def _show_text(surface: _Surface, node: _Node) -> None:
    """Draw a ``<text>`` in one go: CairoSVG draws every letter alone, which is slow and splits words."""
    context = surface.context
    context.save()
    transform(surface, node.get("transform"))
    weight = cairocffi.FONT_WEIGHT_BOLD if node.get("font-weight") == "bold" else cairocffi.FONT_WEIGHT_NORMAL
    context.select_font_face(node["font-family"], cairocffi.FONT_SLANT_NORMAL, weight)
    context.set_font_size(float(node["font-size"]))
    options = cairocffi.FontOptions(hint_style=cairocffi.HINT_STYLE_NONE, hint_metrics=cairocffi.HINT_METRICS_OFF)
    context.set_font_options(options)
    context.set_source_rgba(*color(node["fill"]))
    x, y = float(node.get("x", 0)), float(node.get("y", 0))
    context.move_to(x, y)
    context.show_text(node.text)
    if "stroke" in node:
        context.set_line_width(float(node["stroke-width"]))
        context.move_to(x, y)
        context.text_path(node.text)
        context.stroke()
    context.restore()


def _link(address: str) -> str:
    """Return what a link is to cairo: to a page of the same file, or to the world."""
    if address.startswith(_INTERNAL):
        return f"dest='{_quoted(address[1:])}'"
    return f"uri='{_quoted(address)}'"


def _show_image(surface: _Surface, node: _Node) -> None:
    """Draw a picture that the SVG carries along, whole or as a circle; a PDF keeps a JPEG as it is."""
    from orgviz.photos.pixels import argb  # noqa: PLC0415 - it takes time, and few charts have photos

    mime, _, data = (node.get_href() or "").removeprefix("data:").partition(";base64,")
    if mime not in _CARRIED:
        _refuse_to_fetch(node.get_href(), "image")
    picture = Picture(b64decode(data), mime)
    width, height, pixels = argb(picture)
    shown = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height, bytearray(pixels), 4 * width)
    if mime == "image/jpeg":
        shown.set_mime_data("image/jpeg", picture.data)
    x, y, size = (float(node[key]) for key in ("x", "y", "width"))
    context = surface.context
    context.save()
    if node.get("clip-path"):
        context.arc(x + size / 2, y + size / 2, size / 2, 0, 2 * math.pi)
        context.clip()
    context.translate(x, y)
    context.scale(size / width, size / height)
    context.set_source_surface(shown)
    context.get_source().set_filter(cairocffi.FILTER_BEST)
    context.paint()
    context.restore()


def _quoted(address: str) -> str:
    return address.replace("\\", "\\\\").replace("'", "\\'")
