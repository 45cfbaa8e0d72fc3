"""What gives boxes and lines their place and look in DOT: attributes without any text of a user's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from orgviz.layout.geometry import Point, Rect
from orgviz.style.values import BoxStyle, LineStyle

ARROW_LENGTH = 6.0
ARROW_SIZE = 0.6
# Of the looks of boxes and lines: a chart has few.
_REMEMBERED = 1 << 10
# Of coordinates: boxes stand in rows and columns.
_PLACES = 1 << 16


def place(rect: Rect, height: float) -> str:
    """Write where a box is, on a canvas of that height."""
    x, y, width, tall = rect
    middle = f"{decimal(x + width / 2)},{decimal(height - (y + tall / 2))}"
    return f'pos="{middle}" width={_inches(width)} height={_inches(tall)}'


@lru_cache(maxsize=_REMEMBERED)
def box(style: BoxStyle, width: float) -> str:
    """Write how a box of that width looks, with the strip at its left side."""
    if style.edge is None or not style.edge_width:
        return plain_box(style)
    share = decimal(style.edge_width / width, 6)
    return _box(style, "striped", f"{style.edge};{share}:{style.fill}")


@lru_cache(maxsize=_REMEMBERED)
def plain_box(style: BoxStyle) -> str:
    """Write how a box looks, but for its strip."""
    return _box(style, "filled", style.fill)


def _box(style: BoxStyle, way: str, fill: str) -> str:
    dashed = ",dashed" if style.dash else ""
    return f'style="{way}{dashed}" fillcolor="{fill}" color="{style.border}" penwidth={decimal(style.border_width)}'


@lru_cache(maxsize=_REMEMBERED)
def stroke(style: LineStyle) -> str:
    """Write how a line looks, but for its arrow."""
    dashed = " style=dashed" if style.dash else ""
    return f'color="{style.color}" penwidth={decimal(style.width)}{dashed}'


def route(points: Sequence[Point], height: float, *, arrow: bool = False, curved: bool = False) -> str:
    """Write where a line goes: as a spline, whose straight parts are curves without bend, and the tip of its arrow."""
    if not arrow:
        return _curve(points, height, curved=curved)
    tip = points[-1]
    stem = [*points[:-1], before_tip(points[-2], tip)]
    return f"e,{decimal(tip.x)},{decimal(height - tip.y)} {_curve(stem, height, curved=curved)}"


def _curve(points: Sequence[Point], height: float, *, curved: bool) -> str:
    flipped = [f"{decimal(x)},{decimal(height - y)}" for x, y in points]
    if curved:
        return " ".join(flipped)
    parts = [flipped[0]]
    for a, b in pairwise(flipped):
        parts += [a, b, b]
    return " ".join(parts)


def before_tip(start: Point, tip: Point) -> Point:
    """Return where the base of an arrow's head is on a right-angled line: there the line ends."""
    length = max(abs(tip.x - start.x), abs(tip.y - start.y)) or 1.0
    share = min(1.0, ARROW_LENGTH / length)
    return Point(tip.x - (tip.x - start.x) * share, tip.y - (tip.y - start.y) * share)


@lru_cache(maxsize=_REMEMBERED)
def _inches(length: float) -> str:
    return decimal(length / 72, 6)


@lru_cache(maxsize=_PLACES)
def decimal(value: float, digits: int = 2) -> str:
    """Return a number as short as it can be.

    >>> decimal(12.0), decimal(0.5), decimal(-0.001)
    ('12', '0.5', '0')
    """
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
