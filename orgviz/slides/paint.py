"""Colours, fills and lines in DrawingML; colours of the deck's theme by their names, so that they can be exchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from orgviz.layout.scene import Scene
from orgviz.slides.tints import tint
from orgviz.slides.units import emu
from orgviz.style.values import BoxStyle, LineStyle

ACCENTS = 6
# What fills up a theme whose chart has fewer colours than a theme has room for.
_OTHERS = ("#1440ad", "#00794d", "#be3b00", "#9645da", "#b98900", "#0a8f8a")
# Lengths of ink and gap, as multiples of the line's width.
_DASHES: Mapping[str, tuple[float, ...]] = {
    "sysDot": (1, 1),
    "dot": (1, 3),
    "sysDash": (3, 1),
    "dash": (4, 3),
    "lgDash": (8, 3),
    "sysDashDot": (3, 1, 1, 1),
    "dashDot": (4, 3, 1, 3),
    "lgDashDot": (8, 3, 1, 3),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
}
_WHOLE = 100_000


@dataclass(frozen=True, slots=True)
class Paint:
    """How colours are written.

    Args:
        names: for colours (``#rrggbb``) of the deck's theme, their names there.
        scale: of the page, for the widths of lines.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    scale: float = 1.0

    def color(self, color: str, base: str | None = None) -> str:
        """Return the element of a colour; `base` is one that it is a tint of, if the theme has that."""
        color = color.lower()
        name = self.names.get(color)
        if name:
            return f'<a:schemeClr val="{name}"/>'
        named = self.names.get(base.lower(), "") if base else ""
        steps = tint(base.lower(), color) if base and named.startswith("accent") else None
        if steps is None:
            return f'<a:srgbClr val="{color[1:].upper()}"/>'
        return f'<a:schemeClr val="{named}">{steps}</a:schemeClr>'

    def solid(self, color: str, base: str | None = None) -> str:
        """Return the element of an even fill."""
        return f"<a:solidFill>{self.color(color, base)}</a:solidFill>"

    def box_fill(self, style: BoxStyle, width: float) -> str:
        """Return the fill of a box as wide as `width`, in points; the strip at its left is part of it.

        Two colours that meet without a gradient between them make the strip: so a box stays one shape.
        """
        if style.edge is None or not style.edge_width or style.edge_dash:
            return self.solid(style.fill, style.edge)
        at = round(_WHOLE * min(1.0, style.edge_width / width))
        places = ((0, style.edge), (at, style.edge), (at, style.fill), (_WHOLE, style.fill))
        stops = "".join(f'<a:gs pos="{place}">{self.color(color, style.edge)}</a:gs>' for place, color in places)
        return f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst><a:lin ang="0" scaled="0"/></a:gradFill>'

    def border(self, style: BoxStyle) -> str:
        """Return the line around a box."""
        return self.line(LineStyle(style.border, style.border_width, style.dash), base=style.edge)

    def line(self, style: LineStyle, *, arrow: bool = False, base: str | None = None) -> str:
        """Return a line's look; `arrow` puts a head at its end, `base` is as with `color`."""
        head = '<a:tailEnd type="triangle" w="med" len="lg"/>' if arrow else ""
        width = max(1, emu(style.width * self.scale))
        miter = '<a:miter lim="800000"/>'
        return f'<a:ln w="{width}">{self.solid(style.color, base)}{_dash(style)}{miter}{head}</a:ln>'


def _dash(style: LineStyle) -> str:
    name = dash_name(style.dash, style.width)
    return f'<a:prstDash val="{name}"/>'


def dash_name(dash: Sequence[float], width: float) -> str:
    """Return PowerPoint's name for the dashes that are most like these; people can then change them there.

    >>> dash_name((), 1), dash_name((6, 3), 1.25), dash_name((1.5, 2.5), 1.25)
    ('solid', 'dash', 'dot')
    """
    if not dash:
        return "solid"
    wanted = [max(length / width, 0.1) for length in dash]

    def distance(name: str) -> float:
        lengths = _DASHES[name]
        if len(lengths) != len(wanted):
            return 100.0 * (1 + abs(len(lengths) - len(wanted)))
        return sum(abs(log(one / other)) for one, other in zip(wanted, lengths, strict=True))

    return min(_DASHES, key=distance)


def accents(scenes: Sequence[Scene]) -> tuple[str, ...]:
    """Return six colours for a deck's theme: those of most boxes' strips, then those of links, then others."""
    strips: dict[str, int] = {}
    for scene in scenes:
        for placed in scene.cards:
            edge = placed.card.style.edge
            if edge is not None:
                strips[edge.lower()] = strips.get(edge.lower(), 0) + 1
    links = [link.link.style.color.lower() for scene in scenes for link in scene.links]
    most = sorted(strips, key=lambda color: -strips[color])
    return tuple(dict.fromkeys((*most, *links, *_OTHERS)))[:ACCENTS]
