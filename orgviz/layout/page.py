"""A page: a scene with its place on paper or on a slide, and what stands around it; links lead from page to page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from orgviz.layout.geometry import Rect
from orgviz.layout.scene import PlacedText, Scene


@dataclass(frozen=True, slots=True)
class PageText:
    """A line of text beside the chart: in a header, a footer, a list of contents.

    Args:
        text: in points from the page's top left corner.
        page: the number of the page that it leads to; ``None`` for none.
    """

    text: PlacedText
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PageArea:
    """A place on the chart that leads to another page: `rect` in points from the page's corner."""

    rect: Rect
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of several, or the only one.

    Args:
        name: what it is called in a list of bookmarks.
        width, height: of the paper or the slide, in points.
        scene: the chart on it; ``None`` for a page of text alone.
        place: where the scene stands, in points from the page's corner; it is scaled to fill this rectangle.
        level: how deep its bookmark stands, from 0.
        lang, fonts, background: as a scene's; of a page without one, too.
        areas: lines within boxes that lead elsewhere than the box does.
        jumps: for ids of cards, the number (from 1) of the page that goes on below them, or leads back up.
    """

    name: str
    width: float
    height: float
    scene: Scene | None = None
    place: Rect | None = None
    texts: tuple[PageText, ...] = ()
    level: int = 0
    lang: str = "en"
    fonts: tuple[str, ...] = ()
    background: str = "#ffffff"
    areas: tuple[PageArea, ...] = ()
    jumps: Mapping[str, int] = field(default_factory=dict)

    @property
    def scale(self) -> float:
        """By what the scene's points are multiplied on this page."""
        return 1.0 if self.scene is None or self.place is None else self.place.width / self.scene.width


def single_page(scene: Scene) -> Page:
    """Return the page of a chart that has only one: as large as what it was laid out for, the chart in its middle."""
    width, height = scene.page or (scene.width, scene.height)
    scale = min(width / scene.width, height / scene.height)
    place = Rect(
        (width - scene.width * scale) / 2,
        (height - scene.height * scale) / 2,
        scene.width * scale,
        scene.height * scale,
    )
    return Page(
        name=scene.name,
        width=width,
        height=height,
        scene=scene,
        place=place,
        lang=scene.lang,
        fonts=scene.fonts,
        background=scene.background,
    )
