"""The finished picture as a plain value: shapes and texts with coordinates, ready for any writer.

Units are points, y grows downwards, (0, 0) is the top left corner of the canvas. What a large picture has many of are
named tuples, which take less time to make. Nothing in here came from
the input unchecked: colours are ``#rrggbb``, numbers are finite, links are http, https or mailto.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from orgviz.lean import dataclass
from orgviz.style.values import TextRun


class TextMode(StrEnum):
    """What letters are written as: text, text that brings its fonts along, or outlines."""

    REAL = "text"
    EMBED = "embed"
    PATHS = "paths"


class Polygon(NamedTuple):
    """A closed shape through `points`; ``None`` for `fill` or `stroke` leaves it out."""

    points: tuple[tuple[float, float], ...]
    fill: str | None
    stroke: str | None
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()


class Path(NamedTuple):
    """A line or shape in absolute commands.

    Args:
        commands: ``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))`` or ``("Z", ())``.
    """

    commands: tuple[tuple[str, tuple[float, ...]], ...]
    fill: str | None
    stroke: str | None
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()


class Text(NamedTuple):
    """One line of text.

    Args:
        x, y: where its baseline starts (``anchor="start"``), has its middle, or ends.
        anchor: ``start``, ``middle`` or ``end``.
        runs: at least one.
        width: what the layout reserved for it, in points: the text should take this or less.
    """

    x: float
    y: float
    anchor: str
    runs: tuple[TextRun, ...]
    width: float

    @property
    def plain(self) -> str:
        """The text without its styles."""
        return "".join([run.text for run in self.runs])


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, carried along: a square of `size` points from (x, y).

    Args:
        data: of a JPEG or PNG file without metadata; `mime` says which.
        name: whom or what it shows.
        is_round: whether only the circle in it is seen.
    """

    x: float
    y: float
    size: float
    data: bytes
    mime: str
    name: str
    is_round: bool = True


Item: TypeAlias = Polygon | Path | Text | Image


OTHER_PAGE = "#page-"
"""How links to other pages of the same file begin; the number of the page follows."""


class Group(NamedTuple):
    """A box, a line, or a piece of furniture (title, legend), as one ``<g>``.

    Args:
        id: unique in the drawing, a valid XML name.
        classes: such as ``("node", "unit", "type-operations")``.
        title: the short hover text; ``None`` for none.
        description: longer text for screen readers and hovering; ``None`` for none.
        href: a checked link around the whole group; ``None`` for none.
        items: in painting order.
    """

    id: str
    classes: tuple[str, ...]
    items: tuple[Item, ...]
    title: str | None = None
    description: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture.

    Args:
        width, height: of the canvas, points.
        background: ``#rrggbb``, or ``None`` for transparent.
        lang: BCP 47, such as ``zh-CN``: decides which forms of Han characters are right.
        fonts: family names, the best first, ending in a generic one.
        groups: in painting order.
    """

    width: float
    height: float
    background: str | None
    lang: str
    fonts: tuple[str, ...]
    groups: tuple[Group, ...]
    title: str | None = None
    description: str | None = None
