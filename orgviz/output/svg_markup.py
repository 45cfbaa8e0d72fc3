"""The smallest pieces of SVG: numbers, escaped text, shapes; everything that varies passes through here."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache

from orgviz.output.drawing import Image, Path, Polygon

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_ATTRIBUTES = re.compile('[&<>\r"\n\t\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_TO_ESCAPE = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"
_REMEMBERED = 1 << 16
_CORNERS = 4  # of a box, of which there are more than of anything else


@lru_cache(maxsize=_REMEMBERED)
def number(value: float) -> str:
    """Write `value` with at most two decimals and nothing that could be left out.

    >>> number(12.0), number(0.5), number(-0.001), number(1 / 3)
    ('12', '0.5', '0', '0.33')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escape(text: str) -> str:
    """Write `text` as the content of an element; what XML cannot hold becomes U+FFFD."""
    if not _TO_ESCAPE.search(text):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _NOT_IN_XML.sub(_REPLACEMENT, text).replace("\r", "&#13;")


def escape_attribute(text: str) -> str:
    """Write `text` as the value of an attribute between double quotes."""
    if not _IN_ATTRIBUTES.search(text):
        return text
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def shape(item: Polygon | Path) -> str:
    """Write a shape as one element on its own line."""
    paint = _paint(item.fill, item.stroke, item.stroke_width, item.dash)
    if isinstance(item, Polygon):
        return f'<polygon{paint} points="{_points(item.points)}"/>\n'
    return f'<path{paint} d="{_path_data(item.commands)}"/>\n'


def image(item: Image, clip: str | None) -> str:
    """Write a picture with its bytes inside; `clip` is the id of the circle that round ones are cut by."""
    place = f'x="{number(item.x)}" y="{number(item.y)}" width="{number(item.size)}" height="{number(item.size)}"'
    cut = f' clip-path="url(#{escape_attribute(clip)})"' if clip is not None and item.is_round else ""
    data = b64encode(item.data).decode("ascii")
    name = f"<title>{escape(item.name)}</title>" if item.name else ""
    return f'<image {place}{cut} xlink:href="data:{item.mime};base64,{data}">{name}</image>\n'


def background(color: str | None, width: float, height: float) -> str:
    """Write the rectangle behind a picture, or nothing where it is transparent."""
    if color is None:
        return ""
    return f'<rect width="{number(width)}" height="{number(height)}" fill="{escape_attribute(color)}"/>\n'


@lru_cache(maxsize=_REMEMBERED)
def _paint(fill: str | None, stroke: str | None, stroke_width: float, dash: tuple[float, ...]) -> str:
    paint = f' fill="{escape_attribute(fill or "none")}"'
    if stroke is None or stroke_width <= 0:
        return paint
    paint += f' stroke="{escape_attribute(stroke)}"'
    if stroke_width != 1:
        paint += f' stroke-width="{number(stroke_width)}"'
    if dash:
        paint += f' stroke-dasharray="{",".join(map(number, dash))}"'
    return paint


# A box is filled and bordered along the same points, one after the other.
@lru_cache(maxsize=4)
def _points(points: tuple[tuple[float, float], ...]) -> str:
    if len(points) == _CORNERS:
        (x1, y1), (x2, y2), (x3, y3), (x4, y4) = points
        return (
            f"{number(x1)},{number(y1)} {number(x2)},{number(y2)} {number(x3)},{number(y3)} {number(x4)},{number(y4)}"
        )
    return " ".join([f"{number(x)},{number(y)}" for x, y in points])


def _path_data(commands: Iterable[tuple[str, tuple[float, ...]]]) -> str:
    return "".join([command + " ".join([number(value) for value in values]) for command, values in commands])
