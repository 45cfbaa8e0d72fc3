"""Write several drawings as one PDF: a page each, with bookmarks, and links that lead from page to page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.lean import dataclass
from orgviz.output.drawing import OTHER_PAGE, Drawing
from orgviz.output.font_registration import register_private_fonts
from orgviz.output.fonts import FontSet, Setting, set_drawing
from orgviz.output.raster import load_cairo, pdf_date


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a PDF: what is drawn, what its bookmark is called, and how deep that stands, from 0."""

    drawing: Drawing
    name: str
    level: int


def page_address(number: int) -> str:
    """Return where a link within a PDF leads to a page."""
    return f"{OTHER_PAGE}{number}"


def set_drawings(drawings: Sequence[Drawing], fonts: FontSet, *, outlines: bool) -> Setting:
    """Choose the faces for several drawings at once, so that each is the same on all of them."""
    every = replace(drawings[0], groups=tuple(group for drawing in drawings for group in drawing.groups))
    return set_drawing(every, fonts, outlines=outlines)


def to_pdf_pages(leaves: Sequence[Leaf], setting: Setting, *, title: str | None) -> bytes:
    """Write the pages as one PDF.

    Raises:
        ToolError: cairo is missing or cannot draw it.
    """
    cairo = load_cairo()
    register_private_fonts(setting.faces)
    pages = [(leaf.drawing, leaf.name, leaf.level) for leaf in leaves]
    return bytes(cairo.draw_pdf_pages(pages, cairo.Letters(setting), title=title, created=pdf_date()))
