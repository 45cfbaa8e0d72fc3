"""A chart's colours for the other scheme: what is light becomes dark, the hues stay, and all stays as readable.

A theme is made for one ground. For the other its colours are turned over in OKLab: the ground becomes the other
ground, ink becomes the other ink, and each step between keeps its place. Then whatever lost contrast against what it
lies on is moved away from it, until it stands out as it did before, or as much as WCAG 2 asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from orgviz.output.drawing import Drawing, Group, Image, Path, Polygon, Text
from orgviz.style.colour import READABLE, VISIBLE, contrast, is_dark, lab, legible, tone

# Lightness in OKLab: of a dark ground and of the ink on it; of a light ground and of the ink on that.
_DARK_GROUND, _LIGHT_INK = 0.225, 0.96
_LIGHT_GROUND, _DARK_INK = 1.0, 0.2
_MOST_CHROMA = 0.19
# How much of its contrast a letter keeps: as much as it had would glare on a dark ground.
_KEPT = 0.72


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of a chart in the scheme that it was not made for.

    Args:
        dark: whether the chart's own colours are for a dark ground.
        ground, other_ground: of the page, in the chart's own scheme and in the other.
        fills, strokes, texts: for each colour of a shape, a line, a letter, that of the other scheme.
    """

    dark: bool
    ground: str
    other_ground: str
    fills: Mapping[str, str]
    strokes: Mapping[str, str]
    texts: Mapping[str, str]


@dataclass(slots=True)
class _Seen:
    """Which colours lie on which: for each colour, the grounds it is seen on, in the order of drawing."""

    fills: dict[str, None] = field(default_factory=dict)
    marks: dict[str, dict[str, None]] = field(default_factory=dict)
    strokes: dict[str, dict[str, None]] = field(default_factory=dict)
    texts: dict[str, dict[str, None]] = field(default_factory=dict)


def other_scheme(drawing: Drawing, ground: str) -> Scheme:
    """Return the colours for the scheme that a drawing was not made for.

    Args:
        ground: what is behind the drawing, ``#rrggbb``.
    """
    dark = is_dark(ground)
    turned = _turning(ground, dark=dark)
    seen = _Seen()
    for group in drawing.groups:
        _look_at(group, ground, seen)
    fills = {color: turned(color) for color in (ground, *seen.fills)}
    return Scheme(
        dark=dark,
        ground=ground,
        other_ground=fills[ground],
        fills=fills | _on_grounds(seen.marks, fills, VISIBLE),
        strokes=_on_grounds(seen.strokes, fills, VISIBLE),
        texts=_on_grounds(seen.texts, fills, READABLE, kept=_KEPT),
    )


def _turning(ground: str, *, dark: bool) -> Callable[[str], str]:
    """Return what turns a colour over, so that `ground` becomes the other ground."""
    own = lab(ground).lightness
    new_ground, new_ink = (_LIGHT_GROUND, _DARK_INK) if dark else (_DARK_GROUND, _LIGHT_INK)
    # How much lightness there is between the ground and its ink.
    span = (1.0 - own) if dark else own

    def turn(color: str) -> str:
        here = lab(color)
        away = (here.lightness - own if dark else own - here.lightness) / span
        lightness = new_ground + (new_ink - new_ground) * away
        return tone(color, min(1.0, max(0.0, lightness)), min(_MOST_CHROMA, here.chroma))

    return turn


def _look_at(group: Group, ground: str, seen: _Seen) -> None:
    """Remember the colours of a group: its first filled shape is what the rest of it lies on."""
    box: str | None = None
    for item in group.items:
        beneath = ground if box is None or "legend" in group.classes else box
        if isinstance(item, Text):
            for run in item.runs:
                seen.texts.setdefault(run.style.color, {})[beneath] = None
            continue
        if isinstance(item, Image):
            continue
        if item.stroke is not None:
            seen.strokes.setdefault(item.stroke, {})[beneath] = None
        if item.fill is None:
            continue
        if box is None and isinstance(item, Polygon) and "edge" not in group.classes:
            box = item.fill
            seen.fills[item.fill] = None
        else:
            _look_at_mark(item, beneath, ground, seen)


def _look_at_mark(item: Polygon | Path, beneath: str, ground: str, seen: _Seen) -> None:
    """Remember a filled shape on a box, or along a line; the paper behind a line's label is of the ground's colour."""
    if item.fill is not None and item.fill != ground:
        seen.marks.setdefault(item.fill, {})[beneath] = None


def _on_grounds(
    seen: Mapping[str, Iterable[str]], fills: Mapping[str, str], asked: float, *, kept: float = 0.0
) -> dict[str, str]:
    """Return the other colour of each, which stands out from its grounds as it did, or by the ratio that is asked.

    Args:
        kept: the share of its contrast that it keeps where that is more.
    """
    ((ground, new_ground), *_) = fills.items()
    turned = _turning(ground, dark=is_dark(ground))
    found = {}
    for color, grounds in seen.items():
        new = turned(color)
        for own, other in _pairs(grounds, fills, new_ground):
            had = contrast(color, own)
            new = legible(new, other, max(min(asked, had), kept * had))
        found[color] = new
    return found


def _pairs(grounds: Iterable[str], fills: Mapping[str, str], new_ground: str) -> Iterator[tuple[str, str]]:
    for own in grounds:
        yield own, fills.get(own, new_ground)


def scheme_rules(scheme: Scheme) -> str:
    """Write the colours as CSS: each rule gives a colour of the drawing its pair for light and dark."""
    rules = [f":root{{--ground:{_pair(scheme, scheme.ground, scheme.other_ground)}}}"]
    for colors, selector, attribute in (
        (scheme.fills, ".chart :is(rect,polygon,path)", "fill"),
        (scheme.strokes, ".chart :is(polygon,path)", "stroke"),
        (scheme.texts, ".chart :is(text,tspan,.text path)", "fill"),
    ):
        rules.extend(
            f'{selector}[{attribute}="{own}"]{{{attribute}:{_pair(scheme, own, other)}}}'
            for own, other in colors.items()
        )
    return "\n".join(rules) + "\n"


def _pair(scheme: Scheme, own: str, other: str) -> str:
    return f"light-dark({other},{own})" if scheme.dark else f"light-dark({own},{other})"
