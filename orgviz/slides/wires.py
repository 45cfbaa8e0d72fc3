"""Which connectors a scene's lines become, and to which sites of which boxes they are glued.

A line is one connector wherever programs that lay glued connectors anew (LibreOffice does) come to the same line.
Elsewhere its first parts become arms of the upper box: straight connectors from one site of the box to another, which
may lie outside it. They go where the box goes, and from the end of the last one a connector leads to the lower box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from orgviz.layout.geometry import Point, Rect
from orgviz.layout.scene import Connector, PlacedLink, Scene
from orgviz.slides.elbows import is_right_angled, without_repeats
from orgviz.slides.sites import NEAR, SiteMap
from orgviz.style.values import LineStyle

# How far from the middle a line may turn, in points, to be one that turns in the middle.
_MIDDLE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """One connector.

    Args:
        points: its joints in the scene.
        source, target: numbers of cards; the same one for an arm.
        source_site, target_site: numbers of their sites.
        bends: whether it is to bend when its ends are moved apart; a part of a line stays straight, as programs
            that lay it anew cannot know the way of the parts before it.
    """

    points: tuple[Point, ...]
    source: int
    target: int
    source_site: int
    target_site: int
    style: LineStyle
    name: str
    arrow: bool = False
    bends: bool = True
    tooltip: str = ""

    @property
    def is_arm(self) -> bool:
        """Whether it leads from a box to the box itself."""
        return self.source == self.target


@dataclass(frozen=True, slots=True)
class Wiring:
    """All connectors of a scene: those of the tree, and for each link its own; and each card's sites."""

    tree: tuple[Wire, ...]
    links: tuple[tuple[Wire, ...], ...]
    sites: tuple[SiteMap, ...]


def wire(scene: Scene) -> Wiring:
    """Return the connectors of a scene."""
    sites = tuple(SiteMap(placed.rect) for placed in scene.cards)
    tree = _tree(scene, sites)
    links = tuple(_link(link, scene, sites) for link in scene.links)
    return Wiring(tree, links, sites)


def _tree(scene: Scene, sites: Sequence[SiteMap]) -> tuple[Wire, ...]:
    arms: dict[tuple[int, LineStyle], list[tuple[Point, Point]]] = {}
    wires: list[Wire] = []
    for connector in scene.connectors:
        points = _whole(connector)
        upper, lower = scene.cards[connector.upper], scene.cards[connector.lower]
        name = f"{upper.card.paragraphs[0].text} → {lower.card.paragraphs[0].text}"
        if connector.curved:
            # Programs that lay connectors anew make loops of curves: a straight line is nearer to Graphviz's own.
            wires.append(_wire(connector, (points[0], points[-1]), sites, name, bends=False))
            continue
        parts, tail = _split(points, upper.rect, lower.rect, bent=True)
        arms.setdefault((connector.upper, connector.style), []).extend(parts)
        wires.append(_wire(connector, tail, sites, name, bends=not parts or len(tail) > 2))
    return (*_arms(arms, scene, sites), *wires)


def _whole(connector: Connector) -> tuple[Point, ...]:
    points = connector.whole or connector.points
    return points if connector.curved else without_repeats(points)


def _wire(connector: Connector, points: tuple[Point, ...], sites: Sequence[SiteMap], name: str, *, bends: bool) -> Wire:
    return Wire(
        points=points,
        source=connector.upper,
        target=connector.lower,
        source_site=sites[connector.upper].at(points[0]),
        target_site=sites[connector.lower].at(points[-1]),
        style=connector.style,
        name=name,
        tooltip=name,
        bends=bends,
    )


def _split(
    points: tuple[Point, ...], source: Rect, target: Rect, *, bent: bool
) -> tuple[list[tuple[Point, Point]], tuple[Point, ...]]:
    """Return the parts of a line that are arms, and the rest that leads to the other box.

    Args:
        bent: whether the rest may have a bend: along a trunk every program turns it where we do.
    """
    if not is_right_angled(points):
        return [], (points[0], points[-1])
    if is_plain(points, source, target):
        return [], points
    tail = 3 if bent and len(points) > 3 and _turns_away(points[-3:], source, target) else 2
    head = points[: len(points) - tail + 1]
    return list(pairwise(head)), points[-tail:]


def is_plain(points: Sequence[Point], source: Rect, target: Rect) -> bool:
    """Whether a line is what every program draws between its two ends.

    Such a line leaves and arrives square to the sides that it is glued to, and turns at most twice: then in the middle.
    """
    if len(points) > 4 or not (_is_square(points[0], points[1], source) and _is_square(points[-1], points[-2], target)):
        return False
    if len(points) < 4:
        return True
    a, b, _, d = points
    level = abs(a.x - b.x) > abs(a.y - b.y)
    middle, turn = ((a.x + d.x) / 2, b.x) if level else ((a.y + d.y) / 2, b.y)
    between = min(a.x, d.x) < turn < max(a.x, d.x) if level else min(a.y, d.y) < turn < max(a.y, d.y)
    return between and abs(middle - turn) <= _MIDDLE


def _is_square(end: Point, inner: Point, rect: Rect) -> bool:
    """Whether a line leaves a box straight away from the side that its end is on."""
    if abs(end.x - inner.x) < NEAR:
        side = rect.bottom if inner.y > end.y else rect.y
        return abs(end.y - side) <= NEAR and rect.x - NEAR <= end.x <= rect.right + NEAR
    side = rect.right if inner.x > end.x else rect.x
    return abs(end.x - side) <= NEAR and rect.y - NEAR <= end.y <= rect.bottom + NEAR


def _turns_away(points: Sequence[Point], source: Rect, target: Rect) -> bool:
    """Whether a line of two parts starts beyond a side of the box, goes further away from it, and arrives squarely."""
    start, joint, end = points
    if not _is_square(end, joint, target):
        return False
    if abs(start.x - joint.x) < NEAR:
        return start.y >= source.bottom if joint.y > start.y else start.y <= source.y
    return start.x >= source.right if joint.x > start.x else start.x <= source.x


def _arms(
    arms: dict[tuple[int, LineStyle], list[tuple[Point, Point]]], scene: Scene, sites: Sequence[SiteMap]
) -> list[Wire]:
    """Return the arms of all boxes; parts that lie over each other become one."""
    wires: list[Wire] = []
    for (card, style), parts in arms.items():
        name = scene.cards[card].card.paragraphs[0].text
        wires.extend(_arm(part, card, sites, style, name) for part in _joined(parts))
    return wires


def _arm(part: tuple[Point, Point], card: int, sites: Sequence[SiteMap], style: LineStyle, name: str) -> Wire:
    return Wire(
        points=part,
        source=card,
        target=card,
        source_site=sites[card].at(part[0]),
        target_site=sites[card].at(part[1]),
        style=style,
        name=name,
        bends=False,
    )


def _joined(parts: Sequence[tuple[Point, Point]]) -> list[tuple[Point, Point]]:
    """Return straight parts with those made one that lie on one line and touch."""
    lines: dict[tuple[bool, float], list[tuple[float, float]]] = {}
    for a, b in parts:
        level = abs(a.x - b.x) > abs(a.y - b.y)
        span = (min(a.x, b.x), max(a.x, b.x)) if level else (min(a.y, b.y), max(a.y, b.y))
        lines.setdefault((level, round(a.y if level else a.x, 3)), []).append(span)
    found = []
    for (level, at), spans in lines.items():
        for low, high in _merged(sorted(spans)):
            ends = (Point(low, at), Point(high, at)) if level else (Point(at, low), Point(at, high))
            found.append(ends)
    return found


def _merged(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for low, high in spans:
        if merged and low <= merged[-1][1] + NEAR:
            merged[-1] = merged[-1][0], max(merged[-1][1], high)
        else:
            merged.append((low, high))
    return merged


def _link(placed: PlacedLink, scene: Scene, sites: Sequence[SiteMap]) -> tuple[Wire, ...]:
    """Return the connectors of a link, in order; only the last has its arrow."""
    link = placed.link
    if len(placed.points) < 2:
        return ()
    source, target = link.source.card, link.target.card
    ends = [scene.cards[number].card.paragraphs[0].text for number in (source, target)]
    name = f"{ends[0]} ⇢ {ends[1]}"
    points = (placed.points[0], placed.points[-1]) if placed.curved else without_repeats(placed.points)
    parts: list[tuple[Point, Point]] = []
    if not placed.curved:
        parts, points = _split(points, scene.cards[source].rect, scene.cards[target].rect, bent=False)
    arms = [_arm(part, source, sites, link.style, name) for part in parts]
    last = Wire(
        points=points,
        source=source,
        target=target,
        source_site=sites[source].at(points[0]),
        target_site=sites[target].at(points[-1]),
        style=link.style,
        name=name,
        tooltip=link.tooltip or name,
        bends=not arms,
        arrow=link.style.arrow,
    )
    return (*arms, last)
