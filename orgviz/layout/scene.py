"""The scene: a chart with places for everything in it; the result of layout, free of any file format."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from orgviz.chart.values import Card, Link
from orgviz.layout.cards import SetLine, Setting
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.pictures import PlacedPhoto
from orgviz.lean import dataclass
from orgviz.style.values import BoxStyle, LineStyle, TextRun


class PlacedCard(NamedTuple):
    """A card with its rectangle; lines of text and pictures are relative to its top left corner."""

    card: Card
    rect: Rect
    setting: Setting

    @property
    def lines(self) -> tuple[SetLine, ...]:
        """Its text."""
        return self.setting.lines

    @property
    def photos(self) -> tuple[PlacedPhoto, ...]:
        """Its pictures."""
        return self.setting.photos

    def at_once(self) -> PlacedCard:
        """Return it with its text set, for who looks at it several times."""
        return self._replace(setting=self.setting.at_once())


class Connector(NamedTuple):
    """The solid line from a card to one that stands under or beside it.

    Args:
        upper, lower: indices of cards.
        points: joints of a right-angled line, or (`curved`) 3n+1 points of a Bézier curve.
        whole: all joints from the upper card on, also those of a part that another connector draws.
    """

    upper: int
    lower: int
    points: tuple[Point, ...]
    style: LineStyle
    assistant: bool = False
    curved: bool = False
    whole: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link with its route and, if it has a label, the label's place and lines."""

    link: Link
    points: tuple[Point, ...]
    label: Rect | None = None
    lines: tuple[str, ...] = ()
    curved: bool = False


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A line of text on the page, from its baseline's start."""

    x: float
    baseline: float
    run: TextRun
    width: float


@dataclass(frozen=True, slots=True)
class PlacedSample:
    """A sample in the legend: a box in its rectangle, or a line through the middle of it."""

    rect: Rect
    style: BoxStyle | LineStyle


LegendEntry: TypeAlias = tuple[PlacedSample | None, PlacedText]
"""A line of the legend: its sample (a note has none) and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything with its place, in points from the canvas's top left corner.

    Args:
        page: what it was laid out to fit, width and height in points; ``None`` for nothing.
    """

    name: str
    lang: str
    fonts: tuple[str, ...]
    background: str
    width: float
    height: float
    cards: tuple[PlacedCard, ...]
    connectors: tuple[Connector, ...]
    links: tuple[PlacedLink, ...] = ()
    title: tuple[PlacedText, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    page: tuple[float, float] | None = None
