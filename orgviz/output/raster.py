"""Draw a Drawing as PNG or PDF through cairo; the same bytes for the same drawing and fonts."""

from __future__ import annotations

import math
import struct
import sys
from types import ModuleType

from orgviz.diagnostics import LimitError, ToolError
from orgviz.limits import LIMITS, raising
from orgviz.output.drawing import Drawing
from orgviz.output.font_outlines import read_outlines
from orgviz.output.font_registration import register_private_fonts
from orgviz.output.fonts import Setting
from orgviz.output.frame import Frame
from orgviz.output.png_file import chunk
from orgviz.output.source_date import source_date

DEFAULT_DPI = 192.0
LONGEST_SIDE = 32_767  # pixels: cairo's limit
LONGEST_PAGE = 14_400  # points: readers of PDF refuse larger pages
LARGEST_SCALE = 1.5  # how much a PDF page may enlarge a small chart
# There cairo asks the system for fonts by names that are not always the family's own.
NAMES_ARE_UNSURE = sys.platform in ("darwin", "win32")
_POINTS_PER_INCH = 72
_LEAST_DPI = 4  # that can be asked for
# Pixels of a sharp slide; pixels to a point, at least and at most; the longest side of a PNG that nobody sized.
_SLIDE = (3840, 2160)
_LEAST_SCALE, _MOST_SCALE = 2.0, 4.0
_LONGEST_UNASKED = 16_000
_INCHES_PER_METRE = 1 / 0.0254
_SIGNATURE_AND_HEADER = 8 + 25  # bytes of a PNG before its second chunk


def slide_dpi(drawing: Drawing) -> float:
    """Return the pixels to an inch at which `drawing` fills a sharp slide, within sensible bounds."""
    fit = min(_SLIDE[0] / drawing.width, _SLIDE[1] / drawing.height)
    scale = min(max(fit, _LEAST_SCALE), _MOST_SCALE, _LONGEST_UNASKED / max(drawing.width, drawing.height))
    return round(scale * _POINTS_PER_INCH, 2)


def png_size(drawing: Drawing, dpi: float = DEFAULT_DPI, *, megapixels: int = LIMITS.megapixels) -> tuple[int, int]:
    """Return the width and height of a PNG of `drawing` in pixels.

    Raises:
        LimitError: it is larger than cairo can draw, or than is allowed; with what would fit.
    """
    width, height = (max(1, round(side * dpi / _POINTS_PER_INCH)) for side in (drawing.width, drawing.height))
    message = f"the PNG would be {width:,} × {height:,} pixels, and the limit is"
    smaller = "write SVG or PDF, divide it (--pages auto), or draw less (--depth, --root)"
    if max(width, height) > LONGEST_SIDE:
        raise LimitError(f"{message} {LONGEST_SIDE:,} pixels a side", f"{_what_fits(drawing, megapixels)}{smaller}")
    if width * height > megapixels * 1_000_000:
        hint = f"{_what_fits(drawing, megapixels)}{smaller}; {raising('megapixels', megapixels)}"
        raise LimitError(f"{message} {megapixels} megapixels", hint)
    return width, height


def _what_fits(drawing: Drawing, megapixels: int) -> str:
    """Return in words at which density the PNG of a drawing would not be too large; nothing where there is none."""
    side = LONGEST_SIDE / max(drawing.width, drawing.height)
    scale = min(side, math.sqrt(megapixels * 1_000_000 / (drawing.width * drawing.height)))
    dpi = math.floor(scale * _POINTS_PER_INCH)
    return f"give --dpi {dpi} or less; or " if dpi >= _LEAST_DPI else ""


def to_png(
    drawing: Drawing,
    setting: Setting,
    *,
    dpi: float = DEFAULT_DPI,
    outlines: bool = NAMES_ARE_UNSURE,
    megapixels: int = LIMITS.megapixels,
) -> bytes:
    """Draw `drawing` as a PNG.

    Args:
        dpi: pixels to an inch; also written into the file.
        megapixels: that it may have.
        outlines: whether letters go through their outlines: slower, and right whatever cairo knows of fonts.

    Raises:
        LimitError: the picture is too large.
        ToolError: cairo is missing or cannot draw it.
    """
    width, height = png_size(drawing, dpi, megapixels=megapixels)
    cairo = load_cairo()
    register_private_fonts(setting.faces)
    letters = cairo.Letters(setting, read_outlines(setting) if outlines else None)
    frame = Frame(width, height, 0, 0, dpi / _POINTS_PER_INCH)
    return _with_density(cairo.draw_png(drawing, frame, letters), dpi)


def to_pdf(drawing: Drawing, setting: Setting, *, page: tuple[float, float] | None = None) -> bytes:
    """Draw `drawing` as a PDF of one page, with real text and links.

    Args:
        page: width and height of the page in points, the chart in its middle; ``None`` is the chart's.

    Raises:
        ToolError: cairo is missing or cannot draw it.
        UsageError: SOURCE_DATE_EPOCH is no date.
    """
    cairo = load_cairo()
    register_private_fonts(setting.faces)
    letters = cairo.Letters(setting)
    return bytes(cairo.draw_pdf(drawing, _frame(drawing, page), letters, created=pdf_date()))


def _frame(drawing: Drawing, page: tuple[float, float] | None) -> Frame:
    shrink = min(1.0, LONGEST_PAGE / max(drawing.width, drawing.height))
    width, height = page or (drawing.width * shrink, drawing.height * shrink)
    scale = min(LARGEST_SCALE, width / drawing.width, height / drawing.height)
    x, y = (width - drawing.width * scale) / 2, (height - drawing.height * scale) / 2
    return Frame(width, height, x, y, scale)


def load_cairo() -> ModuleType:
    """Return what draws through cairo; importing it needs a library of the system.

    Raises:
        ToolError: there is no cairo, or it is too old.
    """
    try:
        from orgviz.output import raster_cairo  # noqa: PLC0415 - it may be missing
    except OSError as error:
        raise ToolError(
            "PNG and PDF need the cairo library, 1.16 or newer, which is not installed", _cairo_hint()
        ) from error
    return raster_cairo


def _cairo_hint() -> str:
    if sys.platform == "darwin":
        return "brew install cairo"
    if sys.platform == "win32":
        return "install the GTK runtime for Windows, which brings cairo"
    return "apt-get install libcairo2 (Debian, Ubuntu), dnf install cairo (Fedora), apk add cairo (Alpine)"


def _with_density(png: bytes, dpi: float) -> bytes:
    """Put a pHYs chunk behind the header, so that programs know how large the picture is meant to be."""
    per_metre = round(dpi * _INCHES_PER_METRE)
    density = chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    return png[:_SIGNATURE_AND_HEADER] + density + png[_SIGNATURE_AND_HEADER:]


def pdf_date() -> str | None:
    """Return the date that builders of reproducible files ask for, as a PDF has it; nothing where they ask for none.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is no date.
    """
    date = source_date()
    return None if date is None else date.strftime("%Y-%m-%dT%H:%M:%SZ")
