"""The smallest pieces of a draw.io file: styles, cells, points; everything that varies passes through here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape as escape_html

from orgviz.layout.geometry import Point, Rect
from orgviz.output.svg_markup import escape_attribute, number

LAYER = "1"
"""The id of the layer that every cell of a page stands on, which is no id of ours."""


def style(*flags: str, **settings: str | float) -> str:
    """Write the style of a cell: ``flag;key=value;``; the settings are our own words, numbers and colours.

    >>> style("text", html=1, fontSize=9.5)
    'text;html=1;fontSize=9.5;'
    """
    written = (f"{key}={number(value) if isinstance(value, float) else value}" for key, value in settings.items())
    return "".join(f"{part};" for part in (*flags, *written))


PART = style(part=1, connectable=0, editable=0, movable=0, resizable=0, rotatable=0, allowArrows=0)
"""The style of a part of a box, which is taken hold of and moved only with the box."""


def dashes(pattern: Sequence[float]) -> str:
    """Write lengths of ink and gap, in points, as a part of a style; nothing for a solid line."""
    return style(dashed=1, fixDash=1, dashPattern=" ".join(map(number, pattern))) if pattern else ""


def html(text: str) -> str:
    """Write text as a part of a label or a tooltip, which draw.io takes for HTML."""
    return escape_html(text)


def vertex(
    id: str,
    style: str,
    rect: Rect,
    *,
    label: str = "",
    parent: str = LAYER,
    link: str | None = None,
    tooltip: str | None = None,
) -> str:
    """Write a box; `rect` is relative to its parent.

    Args:
        label, tooltip: HTML.
    """
    place = (
        f'<mxGeometry x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.width)}"'
        f' height="{number(rect.height)}" as="geometry"/>'
    )
    return _cell(id, f'style="{escape_attribute(style)}" vertex="1" parent="{parent}"', place, label, link, tooltip)


def edge(
    id: str,
    style: str,
    points: Sequence[Point],
    *,
    ends: tuple[str, str] | None,
    label: str = "",
    label_at: Point | None = None,
    tooltip: str | None = None,
    parent: str = LAYER,
) -> str:
    """Write a line.

    Args:
        points: its joints; where it is glued without its two ends, which the style tells.
        ends: ids of the boxes that it is glued to; without them it goes from the first point to the last.
        label_at: the middle of its label, as seen from the middle of the line.
    """
    glue = ""
    loose = ""
    if ends is None:
        first, *points, last = points
        loose = f'<mxPoint {_xy(first)} as="sourcePoint"/><mxPoint {_xy(last)} as="targetPoint"/>'
    else:
        glue = f' source="{escape_attribute(ends[0])}" target="{escape_attribute(ends[1])}"'
    joints = "".join(f"<mxPoint {_xy(point)}/>" for point in points)
    place = (
        '<mxGeometry relative="1" as="geometry">'
        + loose
        + (f'<Array as="points">{joints}</Array>' if joints else "")
        + (f'<mxPoint {_xy(label_at)} as="offset"/>' if label_at is not None else "")
        + "</mxGeometry>"
    )
    attributes = f'style="{escape_attribute(style)}" edge="1" parent="{parent}"{glue}'
    return _cell(id, attributes, place, label, None, tooltip)


def _cell(id: str, attributes: str, place: str, label: str, link: str | None, tooltip: str | None) -> str:
    identifier = escape_attribute(id)
    if not link and not tooltip:
        value = f' value="{escape_attribute(label)}"' if label else ""
        return f'<mxCell id="{identifier}"{value} {attributes}>{place}</mxCell>\n'
    extras = "".join(
        f' {name}="{escape_attribute(value)}"' for name, value in (("tooltip", tooltip), ("link", link)) if value
    )
    return (
        f'<UserObject label="{escape_attribute(label)}"{extras} id="{identifier}">'
        f"<mxCell {attributes}>{place}</mxCell></UserObject>\n"
    )


def _xy(point: Point) -> str:
    return f'x="{number(point.x)}" y="{number(point.y)}"'


def around(rects: Iterable[Rect]) -> Rect:
    """Return the rectangle around several."""
    found = list(rects)
    left, top = min(rect.x for rect in found), min(rect.y for rect in found)
    return Rect(left, top, max(rect.right for rect in found) - left, max(rect.bottom for rect in found) - top)
