"""Draw Drawings through cairo as PNG and PDF: pieces of text in one go, links in PDF, no date but the one given.

Cairo hands out what it writes by calling us: a signal that raised an exception there would only be printed, so signals
are held, and passed on between two groups.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from orgviz.diagnostics import ToolError
from orgviz.output.brush import Brush, Letters
from orgviz.output.cairo_context import Context
from orgviz.output.cairo_surfaces import (
    TOP_OUTLINE,
    CairoError,
    Surface,
    add_bookmark,
    end_page,
    pdf_surface,
    picture_surface,
    pixels,
    png,
    set_page_size,
)
from orgviz.output.drawing import OTHER_PAGE, Drawing
from orgviz.output.frame import Frame
from orgviz.output.held_signals import HeldSignals, signals_held
from orgviz.output.png_file import is_narrow, opaque_png


def draw_png(drawing: Drawing, frame: Frame, letters: Letters) -> bytes:
    """Draw `drawing` on its sheet, whose size is in pixels, as a PNG."""
    width, height = round(frame.width), round(frame.height)
    with _explained(), picture_surface(width, height) as surface:
        _paint(surface, drawing, frame, letters)
        if drawing.background is not None and is_narrow(width):
            return opaque_png(width, height, pixels(surface, height))
        with signals_held():
            return png(surface)


def draw_pdf(drawing: Drawing, frame: Frame, letters: Letters, *, created: str | None) -> bytes:
    """Draw `drawing` on its sheet, whose size is in points, as a PDF of one page.

    Args:
        created: when it was made, as ISO 8601; ``None`` says nothing.
    """
    target = io.BytesIO()
    with (
        _explained(),
        signals_held() as signals,
        pdf_surface(target, frame.width, frame.height, drawing.title, created) as surface,
    ):
        _paint(surface, drawing, frame, letters, signals=signals)
        surface.finish()
    return target.getvalue()


def draw_pdf_pages(
    pages: Sequence[tuple[Drawing, str, int]], letters: Letters, *, title: str | None, created: str | None
) -> bytes:
    """Draw the pages of one PDF, with bookmarks; links that lead to ``#page-2`` lead to its second page.

    Args:
        pages: for each what stands on it, the name of its bookmark, and how deep that stands, from 0.
        title: for the file's metadata.
        created: as in `draw_pdf`.
    """
    target = io.BytesIO()
    with _explained(), signals_held() as signals, pdf_surface(target, 1, 1, title, created) as surface:
        for number, (drawing, _, _) in enumerate(pages, 1):
            set_page_size(surface, drawing.width, drawing.height)
            frame = Frame(drawing.width, drawing.height, 0, 0, 1)
            _paint(surface, drawing, frame, letters, signals=signals, name=f"{OTHER_PAGE[1:]}{number}")
            end_page(surface)
        above = [TOP_OUTLINE]
        for number, (_, name, level) in enumerate(pages, 1):
            del above[level + 1 :]
            above.append(add_bookmark(surface, above[-1], name, f"dest='{OTHER_PAGE[1:]}{number}'"))
        surface.finish()
    return target.getvalue()


def _paint(
    surface: Surface,
    drawing: Drawing,
    frame: Frame,
    letters: Letters,
    *,
    signals: HeldSignals | None = None,
    name: str | None = None,
) -> None:
    """Paint a drawing on its sheet, whose background covers all of it.

    Args:
        signals: of a surface that writes while it is painted on, as those with links do.
        name: what links call the sheet.
    """
    with Context(surface) as context:
        brush = Brush(context, letters)
        if drawing.background is not None:
            brush.cover(drawing.background)
        if name is not None:
            context.begin("cairo.dest", f"name='{name}' x=0 y=0")
            context.end("cairo.dest")
        context.transform(frame.scale, 0, 0, frame.scale, frame.x, frame.y)
        for group in drawing.groups:
            if signals is not None:
                signals.pass_on()
            address = None if signals is None else group.href
            if address is not None:
                context.begin("Link", _link(address))
            for item in group.items:
                brush.draw(item)
            if address is not None:
                context.end("Link")


@contextmanager
def _explained() -> Iterator[None]:
    """Turn a failure of cairo into an error that the user can do something about."""
    try:
        yield
    except (CairoError, MemoryError) as error:
        raise ToolError(f"cairo cannot draw the chart: {error}", "write SVG, or give a smaller --scale") from error


def _link(address: str) -> str:
    """Return what a link is to cairo: to a page of the same file, or to the world."""
    if address.startswith(OTHER_PAGE):
        return f"dest='{_quoted(address[1:])}'"
    return f"uri='{_quoted(address)}'"


def _quoted(address: str) -> str:
    return address.replace("\\", "\\\\").replace("'", "\\'")
