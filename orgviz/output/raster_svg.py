"""Write a Drawing as the SVG that CairoSVG is fed with: texts in pieces, no ids, titles or classes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from orgviz.output.drawing import Drawing, Group, Image, Item, Text
from orgviz.output.svg_markup import background, escape_attribute, image, number, shape

ROUND = "round"
"""What a round picture is cut by, in the words of this SVG."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The sheet that a drawing is put on.

    Args:
        width, height: of the sheet; `unit` says of what.
        unit: ``pt`` or ``px``.
        x, y, scale: where on the sheet the drawing's top left corner is, and how much it is enlarged.
    """

    width: float
    height: float
    unit: str
    x: float
    y: float
    scale: float


def raster_svg(drawing: Drawing, frame: Frame, write_text: Callable[[Text], str]) -> str:
    """Write `drawing` on its sheet; the background covers all of it."""
    width, height = number(frame.width), number(frame.height)
    place = f"matrix({frame.scale:.6f} 0 0 {frame.scale:.6f} {number(frame.x)} {number(frame.y)})"
    return "".join(
        (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"',
            f' width="{width}{frame.unit}" height="{height}{frame.unit}" viewBox="0 0 {width} {height}"',
            ' xml:space="preserve">\n',
            background(drawing.background, frame.width, frame.height),
            f'<g transform="{place}">\n',
            *[_group(group, write_text) for group in drawing.groups],
            "</g>\n</svg>\n",
        )
    )


def _group(group: Group, write_text: Callable[[Text], str]) -> str:
    content = "".join([_item(item, write_text) for item in group.items])
    if group.href is None:
        return content
    return f'<a xlink:href="{escape_attribute(group.href)}">\n{content}</a>\n'


def _item(item: Item, write_text: Callable[[Text], str]) -> str:
    if isinstance(item, Text):
        return write_text(item)
    # A round picture is marked: who draws it cuts it.
    return image(item, ROUND) if isinstance(item, Image) else shape(item)
