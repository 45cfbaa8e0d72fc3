"""What a user may ask of a chart, and what it can be written as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from orgviz.chart.values import Detail, PhotoMode
from orgviz.layout.options import LayoutOptions
from orgviz.layout.scene import Scene
from orgviz.lean import dataclass
from orgviz.limits import LIMITS, Limits
from orgviz.output import graphviz_engine
from orgviz.output.drawing import Drawing, TextMode
from orgviz.output.pen import PenSettings
from orgviz.slides.options import DeckOptions

if TYPE_CHECKING:
    from orgviz.layout.page import Page


class Format(StrEnum):
    """What a chart can be written as."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    PPTX = "pptx"
    DOT = "dot"
    JSON = "json"
    TXT = "txt"
    HTML = "html"
    DRAWIO = "drawio"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """What a user may ask of a chart.

    Args:
        legend: ``None`` for one where there is something to explain.
        background: ``#rrggbb``, ``none``, or ``None`` for the theme's.
        dpi: of a PNG; ``None`` for enough to fill a slide.
        counts: whether boxes say how many people are in them, directly and in all.
        crop: whether the page of a PDF ends where the chart does.
        deck: how a PowerPoint file is made.
        photos: whether boxes show who is in them.
        timeout: seconds that Graphviz may take each time that it runs; ``None`` for its own limit.
        limits: how much is given out.
    """

    theme: str = "default"
    detail: Detail = Detail.POSITIONS
    legend: bool | None = None
    layout: LayoutOptions = field(default_factory=LayoutOptions)
    text: TextMode = TextMode.REAL
    background: str | None = None
    dpi: float | None = None
    font: Path | None = None
    id_prefix: str = ""
    counts: bool = False
    crop: bool = False
    deck: DeckOptions = field(default_factory=DeckOptions)
    photos: PhotoMode = PhotoMode.AUTO
    timeout: float | None = None
    limits: Limits = LIMITS

    @property
    def places(self) -> Callable[[str], str]:
        """What gives Graphviz's own places, within the time that was asked for."""
        return partial(graphviz_engine.positions, seconds=self.timeout)

    def ground(self, scene: Scene) -> str | None:
        """Return the background that was asked for, else the scene's."""
        return scene.background if self.background is None else None if self.background == "none" else self.background

    def on_ground(self, drawing: Drawing) -> Drawing:
        """Return a drawing with the background that was asked for."""
        if self.background is None:
            return drawing
        return replace(drawing, background=None if self.background == "none" else self.background)

    def page_on_ground(self, page: Page) -> Page:
        """Return a page with the background that was asked for; slides always have one, so none leaves the theme's."""
        if self.background in (None, "none"):
            return page
        scene = None if page.scene is None else replace(page.scene, background=self.background)
        return replace(page, scene=scene, background=self.background)

    @property
    def pen(self) -> PenSettings:
        """How the drawing is written."""
        return PenSettings(
            text=self.text, id_prefix=self.id_prefix, dpi=self.dpi, font=self.font, megapixels=self.limits.megapixels
        )
