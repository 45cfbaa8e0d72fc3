"""Write a drawing that needs no Graphviz, such as a picture of numbers, in one of the formats for pictures."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from orgviz.output import raster
from orgviz.output.drawing import Drawing
from orgviz.output.font_warning import FontWarning, font_warnings
from orgviz.output.fonts import find_fonts, set_drawing
from orgviz.output.svg_writer import to_svg


class DrawnFormat(StrEnum):
    """What a picture can be written as."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"


def draw_as(drawing: Drawing, format: DrawnFormat, font: Path | None = None) -> tuple[bytes, tuple[FontWarning, ...]]:
    """Return the bytes of a picture, and what this machine's fonts lack for it.

    Args:
        font: a font file to be taken first in PNG and PDF.

    Raises:
        ToolError: something is missing on this machine.
    """
    if format is DrawnFormat.SVG:
        return to_svg(drawing).encode(), ()
    outlines = format is DrawnFormat.PNG and raster.NAMES_ARE_UNSURE
    setting = set_drawing(drawing, find_fonts(font), outlines=outlines)
    warnings = tuple(font_warnings(setting))
    if format is DrawnFormat.PNG:
        return raster.to_png(drawing, setting, dpi=raster.slide_dpi(drawing)), warnings
    return raster.to_pdf(drawing, setting), warnings
