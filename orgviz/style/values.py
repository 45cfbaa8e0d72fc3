"""Resolved appearance: what a text, a box and a line look like once a theme has been applied."""

from __future__ import annotations

from orgviz.lean import dataclass


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a run of text is set: size in points, weight, slant, an ``#rrggbb`` colour, and a line through it."""

    size: float
    color: str
    bold: bool = False
    italic: bool = False
    strike: bool = False


@dataclass(frozen=True, slots=True)
class TextRun:
    """A piece of a text in one style; runs follow each other without a gap (spaces are in `text`)."""

    text: str
    style: TextStyle


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """How a box is drawn.

    Args:
        fill, border: ``#rrggbb``.
        border_width: points.
        dash: lengths of ink and gap in points; empty for a solid border.
        edge: colour of the strip at the box's left side that shows the type; ``None`` for no strip.
        edge_width: width of that strip, points.
        edge_dash: lengths of ink and gap along that strip in points; empty for a solid strip.
    """

    fill: str
    border: str
    border_width: float = 0.75
    dash: tuple[float, ...] = ()
    edge: str | None = None
    edge_width: float = 0.0
    edge_dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line is drawn: ``#rrggbb``, width in points, dashes (empty for solid), arrow at its end."""

    color: str
    width: float = 1.0
    dash: tuple[float, ...] = ()
    arrow: bool = False
