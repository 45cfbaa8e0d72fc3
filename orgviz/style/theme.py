"""A theme: from the role of a thing (a unit's name, a dotted line) to how it looks; knows no file format.

Colours are ``#rrggbb``, or one of a few words: the name of a `Swatch` in the theme's palette, or, for the
texts and borders of a box, the name of a colour of that box's own swatch (``text``, ``muted``, ``edge`` …).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from enum import StrEnum

from orgviz.lean import dataclass
from orgviz.model import EdgeKind, Status, UnitType
from orgviz.style import colour
from orgviz.style.values import BoxStyle, LineStyle, TextStyle

NO_TYPE = "none"
"""The type of what has no type, in `Theme.types`."""

_ON_LIGHT = (0.97, 0.18, 0.028), (0.84, 0.45, 0.08), (0.28, 0.3, 0.05), (0.46, 0.3, 0.05)
_ON_DARK = (0.30, 0.35, 0.05), (0.50, 0.5, 0.08), (0.95, 0.2, 0.025), (0.80, 0.3, 0.045)
"""The fill, border, text and muted text that follow from the colour of a strip: how light they are, which
share of its chroma they keep, and how much at most. Equal lightness keeps tints of all hues in balance."""


class TextRole(StrEnum):
    """What a piece of text is."""

    TITLE = "title"
    NAME = "name"
    ROOT_NAME = "root-name"
    HEAD = "head"
    POSITION = "position"
    HOLDER = "holder"
    MEMBER = "member"
    DUTY = "duty"
    TAG = "tag"
    VACANCY = "vacancy"
    LEGEND = "legend"
    LINK_LABEL = "link-label"


PAGE_ROLES = (TextRole.TITLE, TextRole.LEGEND, TextRole.LINK_LABEL)
"""Texts that stand on the page, not in a box."""


class LineRole(StrEnum):
    """What a line is: the solid line between parent and child, or the kind of an edge."""

    SOLID = "solid"
    ASSISTANT = EdgeKind.ASSISTANT
    REPORTS = EdgeKind.REPORTS
    DOTTED = EdgeKind.DOTTED
    COLLABORATES = EdgeKind.COLLABORATES
    SUPPORTS = EdgeKind.SUPPORTS
    MEMBER = EdgeKind.MEMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The ground, and what is written straight on it."""

    background: str = "#ffffff"
    text: str = "#000000"
    muted: str = "#000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """The colours of one kind of box.

    Args:
        edge: the strip at the left side.
        fill, border: of the card.
        text, muted: what is written in it: the names, and what stands back.
        edge_width: points, where this kind's strip differs from `Boxes.edge_width`.
        edge_dash: ink and gap along the strip, in points; empty for a solid strip.
    """

    edge: str = "#000000"
    fill: str = "#ffffff"
    border: str = "#000000"
    text: str = "#000000"
    muted: str = "#000000"
    edge_width: float | None = None
    edge_dash: tuple[float, ...] = ()


SWATCH_COLORS = ("edge", "fill", "border", "text", "muted")
"""The words that mean a colour of the box's own swatch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """What all boxes have in common; widths in points."""

    border_width: float = 0.75
    edge_width: float = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusStyle:
    """How a status changes a box.

    Args:
        dash: ink and gap of the border in points; empty for a solid border.
        border: a word of `SWATCH_COLORS`, or ``#rrggbb``.
        border_width: points, where it differs from `Boxes.border_width`.
        hollow: whether the card is left as empty as the page.
    """

    dash: tuple[float, ...] = ()
    border: str = "border"
    border_width: float | None = None
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A whole look.

    Args:
        monochrome: whether colours that an organisation's file brings along turn into greys.
        root: the box of a root, in place of its type's; the strip keeps the type's colour.
        palette: colour names that files may use, in the order in which types without a colour take them.
        types: the palette colour (or ``#rrggbb``) of each department type, and of `NO_TYPE`.
        text: colours are words of `SWATCH_COLORS`, or ``#rrggbb``; on the page every word but
            ``text`` means ``muted``.
    """

    name: str = ""
    monochrome: bool = False
    page: Page = Page()
    boxes: Boxes = Boxes()
    root: Swatch = Swatch()
    palette: Mapping[str, Swatch] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    text_roles: Mapping[TextRole, TextStyle] = field(
        default_factory=lambda: {role: TextStyle(9, "text") for role in TextRole}
    )
    lines: Mapping[LineRole, LineStyle] = field(
        default_factory=lambda: {role: LineStyle("#000000") for role in LineRole}
    )
    statuses: Mapping[Status, StatusStyle] = field(default_factory=lambda: {status: StatusStyle() for status in Status})

    @property
    def background(self) -> str:
        """The colour of the page."""
        return self.page.background

    def with_types(self, types: Iterable[UnitType]) -> Theme:
        """Give each of a chart's types its colour.

        A type's own colour comes first, then what the theme says, then the colour of the palette that the
        fewest types have so far, in the palette's order.
        """
        listed = tuple(types)
        chosen = {item.name: item.color for item in listed if item.color and self.knows(item.color)}
        colors = {**self.types, **chosen}
        used = Counter(colors.values())
        for item in listed:
            if item.name not in colors and self.palette:
                colors[item.name] = min(self.palette, key=lambda name: used[name])
                used[colors[item.name]] += 1
        return replace(self, types=colors)

    def knows(self, color: str) -> bool:
        """Whether the text is a colour of the palette, or a colour in digits."""
        return color in self.palette or colour.normalize(color) is not None

    def swatch(self, color: str) -> Swatch:
        """Return the colours of a box by palette name, or derive them from ``#rrggbb``; else grey."""
        if color in self.palette:
            return self.palette[color]
        edge = colour.normalize(color) or self.page.muted
        return derive_swatch(edge, self.page, monochrome=self.monochrome)

    def box(
        self,
        type: str | None = None,
        *,
        color: str | None = None,
        status: Status = Status.ACTIVE,
        root: bool = False,
    ) -> BoxStyle:
        """Return how a box is drawn; `color` (a palette name or ``#rrggbb``) overrules that of its type."""
        swatch = self._box_swatch(type, color, root=root)
        style = self.statuses[status]
        fill = self.page.background if style.hollow and not root else swatch.fill
        border = getattr(swatch, style.border) if style.border in SWATCH_COLORS else style.border
        edge_width = self.boxes.edge_width if swatch.edge_width is None else swatch.edge_width
        return BoxStyle(
            fill=fill,
            # A dashed border says something, so it must be seen; a plain one may be as faint as it likes.
            border=colour.legible(border, fill, colour.VISIBLE) if style.dash else border,
            border_width=self.boxes.border_width if style.border_width is None else style.border_width,
            dash=style.dash,
            edge=swatch.edge if edge_width else None,
            edge_width=edge_width,
            edge_dash=swatch.edge_dash,
        )

    def text(
        self, role: TextRole, type: str | None = None, *, color: str | None = None, root: bool = False
    ) -> TextStyle:
        """Return how a text is set.

        What stands on the page needs only its role; what stands in a box also what `box` was asked.
        A colour that could not be read on its ground is darkened or lightened until it can.
        """
        style = self.text_roles[role]
        if role in PAGE_ROLES:
            inks = {**dict.fromkeys(SWATCH_COLORS, self.page.muted), "text": self.page.text}
            return replace(style, color=colour.legible(inks.get(style.color, style.color), self.background))
        swatch = self._box_swatch(type, color, root=root)
        ink = getattr(swatch, style.color) if style.color in SWATCH_COLORS else style.color
        return replace(style, color=colour.legible(ink, swatch.fill))

    def line(self, role: LineRole | EdgeKind) -> LineStyle:
        """Return how a line is drawn."""
        return self.lines[LineRole(role)]

    def _box_swatch(self, type: str | None, color: str | None, *, root: bool) -> Swatch:
        own = self.swatch(color or self.types.get(type or NO_TYPE) or self.types.get(NO_TYPE, ""))
        if not root:
            return own
        edge = colour.legible(own.edge, self.root.fill, colour.VISIBLE)
        return replace(self.root, edge=edge, edge_width=own.edge_width, edge_dash=own.edge_dash)


def derive_swatch(edge: str, page: Page, *, monochrome: bool = False) -> Swatch:
    """Make the colours of a box from that of its strip alone, to suit the page; all of its texts can be read.

    Args:
        edge: ``#rrggbb``; kept as it is unless `monochrome`.
    """
    edge = colour.grey(edge) if monochrome else edge
    tones = _ON_DARK if colour.is_dark(page.background) else _ON_LIGHT
    chroma = colour.lab(edge).chroma
    fill, border, text, muted = (
        colour.tone(edge, lightness, min(limit, share * chroma)) for lightness, share, limit in tones
    )
    return Swatch(
        edge=edge,
        fill=fill,
        border=border,
        text=colour.legible(text, fill),
        muted=colour.legible(muted, fill),
    )
