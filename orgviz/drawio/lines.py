"""Write connectors and links as edges that are glued to their boxes and lie where the picture has its lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from orgviz.drawio.labels import font_css
from orgviz.drawio.markup import dashes, edge, html, style
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.scene import Connector, PlacedLink, PlacedSample, Scene
from orgviz.style.values import LineStyle

_ARROW = style(endArrow="blockThin", endFill=1, endSize=5)
_NO_ARROW = style(endArrow="none")


def connector(one: Connector, scene: Scene, moved: Point) -> str:
    """Write the line from a card to one below it, whole: what several share each has for itself."""
    upper, lower = scene.cards[one.upper], scene.cards[one.lower]
    points = one.whole or one.points
    return edge(
        f"edge-{lower.card.id}",
        _glued(points, upper.rect, lower.rect, one.style, curved=one.curved),
        _between(points, moved, curved=one.curved),
        ends=(upper.card.id, lower.card.id),
    )


def link(placed: PlacedLink, scene: Scene, moved: Point) -> str:
    """Write a line beside the tree, with its label."""
    source, target = (scene.cards[end.card] for end in (placed.link.source, placed.link.target))
    label = placed.link.label
    words, look = "", ""
    offset: Point | None = None
    if placed.label is not None and label is not None:
        words = f'<div style="{font_css(scene.fonts)}">{"<br>".join(html(line) for line in placed.lines)}</div>'
        middle = _middle(placed.points)
        offset = Point(placed.label.center_x - middle.x, placed.label.center_y - middle.y)
        look = style(
            labelBackgroundColor=scene.background,
            fontSize=label.style.size,
            fontColor=label.style.color,
            fontStyle=int(label.style.bold) + 2 * int(label.style.italic),
        )
    return edge(
        placed.link.id,
        _glued(placed.points, source.rect, target.rect, placed.link.style, curved=placed.curved) + look,
        _between(placed.points, moved, curved=placed.curved),
        ends=(source.card.id, target.card.id),
        label=words,
        label_at=offset,
        tooltip=html(placed.link.tooltip),
    )


def sample(id: str, placed: PlacedSample, line: LineStyle, parent: str, corner: Point) -> str:
    """Write a line of the legend."""
    rect = placed.rect
    y = rect.center_y - corner.y
    points = (Point(rect.x - corner.x, y), Point(rect.right - corner.x, y))
    return edge(id, _line(line), points, ends=None, parent=parent)


def _glued(points: Sequence[Point], source: Rect, target: Rect, line: LineStyle, *, curved: bool) -> str:
    way = style(edgeStyle="none", curved=1) if curved else style(edgeStyle="orthogonalEdgeStyle")
    return way + _end("exit", points[0], source) + _end("entry", points[-1], target) + _line(line)


def _end(side: str, point: Point, rect: Rect) -> str:
    """Write where on a box a line ends, as shares of its width and height."""
    x, y = ((point.x - rect.x) / rect.width, (point.y - rect.y) / rect.height)
    return f"{side}X={_share(x)};{side}Y={_share(y)};{side}Dx=0;{side}Dy=0;{side}Perimeter=0;"


def _share(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".")


def _line(line: LineStyle) -> str:
    look = style(html=1, rounded=0, strokeColor=line.color, strokeWidth=line.width)
    return look + dashes(line.dash) + (_ARROW if line.arrow else _NO_ARROW)


def _between(points: Sequence[Point], moved: Point, *, curved: bool) -> list[Point]:
    """Return the joints that are written; a straight line gets one, without which it would be routed anew.

    draw.io draws a curve towards its joints and through the middles between them, so of a Bézier curve it gets the
    points that are not on it.
    """
    if curved:
        joints = [point for at, point in enumerate(points) if at % 3]
    elif len(points) > 2:
        joints = list(points[1:-1])
    else:
        joints = [Point((points[0].x + points[-1].x) / 2, (points[0].y + points[-1].y) / 2)]
    return [Point(point.x + moved.x, point.y + moved.y) for point in joints]


def _middle(points: Sequence[Point]) -> Point:
    """Return the point half-way along a right-angled line."""
    left = sum(_length(a, b) for a, b in pairwise(points)) / 2
    for a, b in pairwise(points):
        length = _length(a, b)
        if length >= left > 0:
            share = left / length
            return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
        left -= length
    return points[-1]


def _length(a: Point, b: Point) -> float:
    return abs(b.x - a.x) + abs(b.y - a.y)
