"""Write drawings that belong together as SVG, PNG and PDF: fonts are looked for once, and are the same in all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from orgviz.output import raster
from orgviz.output.drawing import Drawing, TextMode
from orgviz.output.font_warning import FontWarning, font_warnings
from orgviz.output.fonts import FontSet, Setting, find_fonts, set_drawing
from orgviz.output.pdf_pages import Leaf, set_drawings, to_pdf_pages
from orgviz.output.svg_writer import to_svg


@dataclass(frozen=True, slots=True, kw_only=True)
class PenSettings:
    """How drawings are written.

    Args:
        text: what letters in an SVG are.
        id_prefix: stands before every id in an SVG.
        dpi: of a PNG; ``None`` for enough to fill a slide.
        font: a font file to be taken first.
    """

    text: TextMode = TextMode.REAL
    id_prefix: str = ""
    dpi: float | None = None
    font: Path | None = None

    def png_dpi(self, drawing: Drawing) -> float:
        """Return the density of a PNG of a drawing, of which only the size is looked at.

        Raises:
            LimitError: the PNG would be too large.
        """
        dpi = self.dpi or raster.slide_dpi(drawing)
        raster.png_size(drawing, dpi)
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
        mode, prefix = self.settings.text, self.settings.id_prefix
        if mode is TextMode.REAL:
            return to_svg(drawing, id_prefix=prefix)
        setting = self._setting(outlines=True)
        if mode is TextMode.EMBED and len(self.drawings) > 1:
            # A file brings along what it needs, and not what the others need.
            setting = set_drawing(drawing, self._fonts, outlines=True)
        return to_svg(drawing, text=mode, setting=setting, id_prefix=prefix)

    def png(self, drawing: Drawing) -> bytes:
        """Return one of the drawings as PNG."""
        # Too large a picture is refused before fonts and memory are spent on it.
        dpi = self.settings.png_dpi(drawing)
        return raster.to_png(drawing, self._setting(outlines=raster.NAMES_ARE_UNSURE), dpi=dpi)

    def pdf(self, drawing: Drawing, page: tuple[float, float] | None) -> bytes:
        """Return one of the drawings as PDF, on a page of that size in points, or of its own."""
        return raster.to_pdf(drawing, self._setting(outlines=False), page=page)

    def pdf_pages(self, leaves: Sequence[Leaf]) -> bytes:
        """Return several drawings as one PDF."""
        return to_pdf_pages(leaves, self._setting(outlines=False), title=leaves[0].name)

    @cached_property
    def _fonts(self) -> FontSet:
        return find_fonts(self.settings.font)

    def _setting(self, *, outlines: bool) -> Setting:
        """Return how all drawings are set: the same character is of the same face everywhere."""
        if outlines not in self._settings:
            setting = set_drawings(self.drawings, self._fonts, outlines=outlines)
            self._settings[outlines] = setting
            self.warnings.extend(warning for warning in font_warnings(setting) if warning not in self.warnings)
        return self._settings[outlines]
