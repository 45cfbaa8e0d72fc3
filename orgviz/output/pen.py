"""Write drawings that belong together as SVG, PNG and PDF: fonts are looked for once, and are the same in all.

What has to do with fonts and pixels is imported when it is first needed: an SVG with real text needs none of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from orgviz.lean import dataclass
from orgviz.limits import LIMITS
from orgviz.output.drawing import Drawing, TextMode
from orgviz.output.svg_writer import to_svg

if TYPE_CHECKING:
    from orgviz.output.font_warning import FontWarning
    from orgviz.output.fonts import FontSet, Setting
    from orgviz.output.pdf_pages import Leaf


@dataclass(frozen=True, slots=True, kw_only=True)
class PenSettings:
    """How drawings are written.

    Args:
        text: what letters in an SVG are.
        id_prefix: stands before every id in an SVG.
        dpi: of a PNG; ``None`` for enough to fill a slide.
        font: a font file to be taken first.
        megapixels: that a PNG may have.
    """

    text: TextMode = TextMode.REAL
    id_prefix: str = ""
    dpi: float | None = None
    font: Path | None = None
    megapixels: int = LIMITS.megapixels

    def png_dpi(self, drawing: Drawing) -> float:
        """Return the density of a PNG of a drawing, of which only the size is looked at.

        Raises:
            LimitError: the PNG would be too large.
        """
        from orgviz.output import raster  # noqa: PLC0415 - see the top

        dpi = self.dpi or raster.slide_dpi(drawing)
        raster.png_size(drawing, dpi, megapixels=self.megapixels)
        return dpi


class Pen:
    """Writes some drawings, or single ones of them.

    Args:
        drawings: all whose letters are to be of the same faces.
        warnings: takes what the fonts of this machine lack, as far as they are needed.
    """

    def __init__(self, drawings: Sequence[Drawing], settings: PenSettings, warnings: list[FontWarning]):
        self.drawings = drawings
        self.settings = settings
        self.warnings = warnings
        self._settings: dict[bool, Setting] = {}

    def svg(self, drawing: Drawing) -> str:
        """Return one of the drawings as SVG."""
        return svg(drawing, self.settings, self.svg_setting(drawing))

    def svg_setting(self, drawing: Drawing) -> Setting | None:
        """Return how the texts of one of the drawings are set for SVG; real text needs no font."""
        if self.settings.text is TextMode.REAL:
            return None
        if self.settings.text is TextMode.EMBED and len(self.drawings) > 1:
            # A file brings along what it needs, and not what the others need.
            from orgviz.output.fonts import set_drawing  # noqa: PLC0415 - see the top

            return set_drawing(drawing, self._fonts, outlines=True)
        return self._setting(outlines=True)

    def png(self, drawing: Drawing) -> bytes:
        """Return one of the drawings as PNG."""
        return png(drawing, self.settings, self.png_setting(drawing))

    def png_setting(self, drawing: Drawing) -> Setting:
        """Return how the texts of one of the drawings are set for PNG.

        Raises:
            LimitError: the picture is too large.
        """
        from orgviz.output.raster import NAMES_ARE_UNSURE  # noqa: PLC0415 - see the top

        # Too large a picture is refused before fonts and memory are spent on it.
        self.settings.png_dpi(drawing)
        return self._setting(outlines=NAMES_ARE_UNSURE)

    def pdf(self, drawing: Drawing, page: tuple[float, float] | None) -> bytes:
        """Return one of the drawings as PDF, on a page of that size in points, or of its own."""
        from orgviz.output import raster  # noqa: PLC0415 - see the top

        return raster.to_pdf(drawing, self.pdf_setting(), page=page)

    def pdf_pages(self, leaves: Sequence[Leaf]) -> bytes:
        """Return several drawings as one PDF."""
        from orgviz.output.pdf_pages import to_pdf_pages  # noqa: PLC0415 - see the top

        return to_pdf_pages(leaves, self.pdf_setting(), title=leaves[0].name)

    def pdf_setting(self) -> Setting:
        """Return how the texts of all drawings are set for PDF."""
        return self._setting(outlines=False)

    def setting(self, drawing: Drawing, format: str) -> Setting | None:
        """Return how the texts of one of the drawings are set for ``svg``, ``png`` or ``pdf``."""
        match format:
            case "svg":
                return self.svg_setting(drawing)
            case "png":
                return self.png_setting(drawing)
            case _:
                return self.pdf_setting()

    @cached_property
    def _fonts(self) -> FontSet:
        from orgviz.output.fonts import find_fonts  # noqa: PLC0415 - see the top

        return find_fonts(self.settings.font)

    def _setting(self, *, outlines: bool) -> Setting:
        """Return how all drawings are set: the same character is of the same face everywhere."""
        if outlines not in self._settings:
            from orgviz.output.font_warning import font_warnings  # noqa: PLC0415 - see the top
            from orgviz.output.pdf_pages import set_drawings  # noqa: PLC0415 - see the top

            setting = set_drawings(self.drawings, self._fonts, outlines=outlines)
            self._settings[outlines] = setting
            self.warnings.extend(warning for warning in font_warnings(setting) if warning not in self.warnings)
        return self._settings[outlines]


def svg(drawing: Drawing, settings: PenSettings, setting: Setting | None) -> str:
    """Return a drawing as SVG.

    Args:
        setting: how its texts are set; ``None`` for real text.
    """
    return to_svg(drawing, text=settings.text, setting=setting, id_prefix=settings.id_prefix)


def png(drawing: Drawing, settings: PenSettings, setting: Setting) -> bytes:
    """Return a drawing as PNG.

    Raises:
        ToolError: the picture is too large, or cairo cannot draw it.
    """
    from orgviz.output import raster  # noqa: PLC0415 - see the top

    dpi = settings.dpi or raster.slide_dpi(drawing)
    return raster.to_png(drawing, setting, dpi=dpi, megapixels=settings.megapixels)
