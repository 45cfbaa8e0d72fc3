"""A scene as shapes, in painting order: connectors, boxes, links and their labels, and the legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from orgviz.layout.card_flow import COMFORTABLE
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.scene import PlacedCard, PlacedLink, PlacedText, Scene
from orgviz.slides import shapes
from orgviz.slides.elbows import MOST_POINTS, elbow, straight
from orgviz.slides.portraits import portraits
from orgviz.slides.sites import SiteMap
from orgviz.slides.texts import Writer, line_body
from orgviz.slides.units import Frame
from orgviz.slides.wires import Wire, wire
from orgviz.style.values import BoxStyle, LineStyle, TextRun

NAME = "orgviz: "
"""What the name of a chart's group begins with: by this name it is found again."""


class _Pen:
    """Gives ids, and knows how the scene stands on the slide."""

    def __init__(self, first_id: int, frame: Frame, writer: Writer):
        self.next_id = first_id
        self.frame = frame
        self.writer = writer

    def number(self) -> int:
        self.next_id += 1
        return self.next_id - 1


def draw_chart(
    scene: Scene,
    frame: Frame,
    writer: Writer,
    first_id: int,
    link_of: Callable[[PlacedCard], str],
    embed: Callable[[bytes], str],
) -> list[str]:
    """Return the shapes of a scene, but for its title, in painting order.

    Args:
        link_of: gives the element of what a click on a card does; empty for nothing.
        embed: takes a picture into the file, and gives the id of its relationship.
    """
    pen = _Pen(first_id, frame, writer)
    wiring = wire(scene)
    ids = [pen.number() for _ in scene.cards]
    drawn = [_wire(pen, one, ids) for one in wiring.tree]
    for number, placed, sites in zip(ids, scene.cards, wiring.sites, strict=True):
        strip = _strip(pen, placed.card.style, placed.rect, number, sites)
        box = [shapes.box(number, placed, sites.extra, frame, writer, link_of(placed)), *strip]
        box.extend(portraits(placed, frame, writer, pen.number, embed))
        drawn.extend(_together(pen, placed, box) if placed.photos else box)
    for link, wires in zip(scene.links, wiring.links, strict=True):
        drawn.extend(_wire(pen, one, ids) for one in wires)
        drawn.extend(_label(pen, link, scene.background))
    drawn.extend(_legend(pen, scene))
    return drawn


def _together(pen: _Pen, placed: PlacedCard, box: list[str]) -> list[str]:
    """Return a box and its pictures as a group of their own: whoever moves one moves all."""
    name = placed.card.paragraphs[0].text
    return [shapes.group(pen.number(), name, "", pen.frame.rect(placed.rect), box)]


def _wire(pen: _Pen, one: Wire, ids: list[int]) -> str:
    points = [pen.frame.point(point) for point in one.points]
    if len(points) > MOST_POINTS or not one.bends or _is_slanted(points):
        line = straight(points[0], points[-1])
    else:
        line = elbow(points)
    glue = (ids[one.source], one.source_site), (ids[one.target], one.target_site)
    return shapes.connector(
        pen.number(), one.name, line, one.style, pen.writer.paint, glue=glue, tooltip=one.tooltip, arrow=one.arrow
    )


def _is_slanted(points: list[Point]) -> bool:
    a, b = points[0], points[1]
    return len(points) == 2 and min(abs(a.x - b.x), abs(a.y - b.y)) > 0.01


def _strip(pen: _Pen, style: BoxStyle, rect: Rect, box: int = 0, sites: SiteMap | None = None) -> list[str]:
    """Return a dashed strip: a fill cannot be dashed, so it is a line that is glued to its box.

    Args:
        box, sites: the box's id and its sites; none for a sample, which nobody moves.
    """
    if style.edge is None or not style.edge_dash or not style.edge_width:
        return []
    middle = rect.x + style.edge_width / 2
    ends = Point(middle, rect.y), Point(middle, rect.bottom)
    line = straight(*(pen.frame.point(point) for point in ends))
    look = LineStyle(style.edge, style.edge_width, style.edge_dash)
    glue = None if sites is None else ((box, sites.at(ends[0])), (box, sites.at(ends[1])))
    return [shapes.connector(pen.number(), "strip", line, look, pen.writer.paint, glue=glue)]


def _label(pen: _Pen, link: PlacedLink, background: str) -> Iterator[str]:
    if link.label is None or link.link.label is None:
        return
    run = link.link.label
    runs = [TextRun(line, run.style) for line in link.lines]
    rect = link.label
    height = COMFORTABLE.leading * run.style.size * len(runs)
    place = pen.frame.rect(Rect(rect.x, rect.center_y - height / 2, rect.width, height))
    body = line_body(runs[0], pen.writer, align="ctr", others=runs[1:])
    yield shapes.text_box(pen.number(), run.text, place, body, fill=pen.writer.paint.solid(background))


def _legend(pen: _Pen, scene: Scene) -> Iterator[str]:
    for sample, text in scene.legend:
        if sample is not None:
            rect = pen.frame.rect(sample.rect)
            if isinstance(sample.style, BoxStyle):
                yield shapes.sample_box(pen.number(), text.run.text, rect, sample.style, pen.writer.paint)
                yield from _strip(pen, sample.style, sample.rect)
            else:
                line = straight(Point(rect.x, rect.center_y), Point(rect.right, rect.center_y))
                yield shapes.connector(
                    pen.number(), text.run.text, line, sample.style, pen.writer.paint, arrow=sample.style.arrow
                )
        yield shapes.words(pen.number(), text, pen.frame, pen.writer)


def title_lines(scene: Scene) -> tuple[tuple[PlacedText, ...], tuple[PlacedText, ...]]:
    """Return the lines of the title, and those under it."""
    if not scene.title:
        return (), ()
    style = scene.title[0].run.style
    count = sum(1 for _ in _while_same(scene.title, style.size))
    return scene.title[:count], scene.title[count:]


def _while_same(texts: tuple[PlacedText, ...], size: float) -> Iterator[PlacedText]:
    for text in texts:
        if text.run.style.size != size:
            return
        yield text
