"""Graphviz's picture into a drawing: its shapes where it put them, with our texts, styles, classes and links.

Graphviz sets text by the fonts that it finds; here every text goes where the layout put it, so that the picture
is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgviz.diagnostics import ToolError
from orgviz.dot import before_tip
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.scene import Connector, PlacedCard, PlacedLink, PlacedSample, PlacedText, Scene
from orgviz.output.drawing import Drawing, Group, Path, Polygon, Text
from orgviz.output.graphviz_svg import DrawnGroup, Shape, read_groups
from orgviz.output.portraits import portraits
from orgviz.style.values import BoxStyle, LineStyle, TextRun
from orgviz.vocabulary import chart_description, vocabulary

# How far Graphviz may be off: it rounds to a hundredth.
_TOLERANCE = 0.6
# Of an arrow's head, as a share of its length.
_ARROW_HALF_WIDTH = 0.35
_TOPS_NAMED = 3


def redraw(scene: Scene, svg: bytes) -> Drawing:
    """Return the drawing of a scene that Graphviz has drawn.

    Raises:
        ToolError: when something of the scene is missing in the picture or stands elsewhere.
    """
    drawn = _Drawn(read_groups(svg), scene)
    groups: list[Group] = []
    groups.extend(_connector(drawn, connector, scene) for connector in scene.connectors)
    groups.extend(_card(drawn, placed) for placed in scene.cards)
    # Links go around boxes, so only their labels may lie over one: at its edge, where no text is.
    groups.extend(_link(drawn, link, scene) for link in scene.links)
    if scene.title:
        groups.append(Group("title", ("title",), tuple(_page_text(text) for text in scene.title)))
    for number, (sample, text) in enumerate(scene.legend):
        groups.append(_legend(drawn, number, sample, text))
    return Drawing(
        width=scene.width,
        height=scene.height,
        background=scene.background,
        lang=scene.lang,
        fonts=scene.fonts,
        groups=tuple(groups),
        title=scene.name,
        description=_description(scene),
    )


def _description(scene: Scene) -> str:
    """Return in words what kind of chart it is, for those who do not see it."""
    levels: list[int] = []
    for placed in scene.cards:
        parent = placed.card.parent
        levels.append(1 if parent is None else levels[parent] + 1)
    tops = [placed.card.paragraphs[0].text for placed in scene.cards if placed.card.parent is None]
    top = vocabulary(scene.lang).joiner.join(tops[:_TOPS_NAMED]) + ("…" if len(tops) > _TOPS_NAMED else "")
    return chart_description(scene.lang).format(n=len(scene.cards), levels=max(levels), top=top)


@dataclass(slots=True)
class _Drawn:
    """Graphviz's groups, with the way from its coordinates to ours."""

    groups: dict[str, DrawnGroup]
    dx: float
    dy: float

    def __init__(self, groups: dict[str, DrawnGroup], scene: Scene):
        self.groups = groups
        self.dx = self.dy = 0.0
        first = scene.cards[0]
        x, y, _, _ = _bounds(self.shapes(first.card.id))
        self.dx, self.dy = first.rect.x - x, first.rect.y - y

    def shapes(self, id: str) -> list[Shape]:
        group = self.groups.get(id)
        if group is None or not group.shapes:
            raise ToolError(f"Graphviz did not draw '{id[:80]}'")
        return group.shapes

    def moved(self, points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
        return tuple((x + self.dx, y + self.dy) for x, y in points)


def _bounds(shapes: Sequence[Shape]) -> tuple[float, float, float, float]:
    xs = [x for shape in shapes for x, _ in shape.points]
    ys = [y for shape in shapes for _, y in shape.points]
    return min(xs), min(ys), max(xs), max(ys)


def _card(drawn: _Drawn, placed: PlacedCard) -> Group:
    card, rect = placed.card, placed.rect
    shapes = drawn.shapes(card.id)
    x, y, right, bottom = _bounds(shapes)
    off = max(
        abs(x + drawn.dx - rect.x),
        abs(y + drawn.dy - rect.y),
        abs(right - x - rect.width),
        abs(bottom - y - rect.height),
    )
    if off > _TOLERANCE:
        raise ToolError(f"Graphviz moved '{card.id[:80]}' by {off:.1f} points")
    texts = [
        Text(
            x=rect.x + line.x,
            y=rect.y + line.baseline,
            anchor="middle" if line.centered else "start",
            runs=line.runs,
            width=line.room,
        )
        for line in placed.lines
    ]
    return Group(
        id=card.id,
        classes=card.classes,
        items=(*_box(drawn, shapes, card.style), *portraits(placed), *texts),
        title=card.tooltip,
        href=card.href,
    )


def _box(drawn: _Drawn, shapes: Sequence[Shape], style: BoxStyle) -> Iterator[Polygon | Path]:
    """Yield a box's fill, the strip at its left, and its border, from one to three polygons of Graphviz's."""
    outline = drawn.moved(shapes[-1].points[:4])
    yield Polygon(outline, style.fill, None)
    if style.edge is not None and style.edge_width:
        yield _strip(drawn, shapes, style)
    yield Polygon(outline, None, style.border, style.border_width, style.dash)


def _strip(drawn: _Drawn, shapes: Sequence[Shape], style: BoxStyle) -> Polygon | Path:
    strip = drawn.moved(shapes[0].points[:4])
    if not style.edge_dash:
        return Polygon(strip, style.edge, None)
    xs, ys = [x for x, _ in strip], [y for _, y in strip]
    middle = (min(xs) + max(xs)) / 2
    line = (("M", (middle, min(ys))), ("L", (middle, max(ys))))
    return Path(line, None, style.edge, max(xs) - min(xs), style.edge_dash)


def _connector(drawn: _Drawn, connector: Connector, scene: Scene) -> Group:
    upper, lower = scene.cards[connector.upper].card, scene.cards[connector.lower].card
    id = f"edge-{lower.id}"
    kind = "assistant" if connector.assistant else "solid"
    line = _line(drawn, drawn.shapes(id)[0], connector.style, curved=connector.curved)
    names = f"{upper.paragraphs[0].text} → {lower.paragraphs[0].text}"
    return Group(id, ("edge", kind), (line,), title=names)


def _line(drawn: _Drawn, shape: Shape, style: LineStyle, *, curved: bool) -> Path:
    points = drawn.moved(shape.points)
    commands: list[tuple[str, tuple[float, ...]]] = [("M", points[0])]
    if curved:
        for a, b, c in zip(points[1::3], points[2::3], points[3::3], strict=True):
            commands.append(("C", (*a, *b, *c)))
    else:
        # Every third point is a joint: Graphviz knows only curves, and these have no bend.
        commands.extend(("L", joint) for joint in points[3::3])
    return Path(tuple(commands), None, style.color, style.width, style.dash)


def _link(drawn: _Drawn, placed: PlacedLink, scene: Scene) -> Group:
    link = placed.link
    shapes = drawn.shapes(link.id)
    items: list[Polygon | Path | Text] = [_line(drawn, shapes[0], link.style, curved=placed.curved)]
    if link.style.arrow and not placed.curved:
        items.append(_arrow(placed.points[-2], placed.points[-1], link.style))
    if placed.label is not None and link.label is not None:
        items.append(Polygon(_corners(placed.label), scene.background, None))
        items.extend(_label(placed.label, placed.lines, link.label))
    return Group(link.id, ("edge", link.kind.value, *link.classes), tuple(items), title=link.tooltip)


def _arrow(start: Point, tip: Point, style: LineStyle) -> Polygon:
    """Return the head of an arrow along a right-angled line: Graphviz's own differs between its releases."""
    base = before_tip(start, tip)
    half_x, half_y = (tip.y - base.y) * _ARROW_HALF_WIDTH, (tip.x - base.x) * _ARROW_HALF_WIDTH
    return Polygon(((base.x + half_x, base.y - half_y), tip, (base.x - half_x, base.y + half_y)), style.color, None)


def _label(rect: Rect, lines: Sequence[str], run: TextRun) -> Iterator[Text]:
    size = run.style.size
    pitch = size * 1.2
    top = rect.center_y - pitch * len(lines) / 2
    for number, line in enumerate(lines):
        baseline = top + number * pitch + size * 0.95
        yield Text(rect.center_x, baseline, "middle", (TextRun(line, run.style),), rect.width)


def _corners(rect: Rect) -> tuple[tuple[float, float], ...]:
    return ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))


def _legend(drawn: _Drawn, number: int, sample: PlacedSample | None, text: PlacedText) -> Group:
    items: list[Polygon | Path | Text] = []
    if sample is None:
        return Group(f"legend{number}", ("legend",), (_page_text(text),))
    shapes = drawn.shapes(f"legend{number}")
    if isinstance(sample.style, BoxStyle):
        items.extend(_box(drawn, shapes, sample.style))
    else:
        items.append(_line(drawn, shapes[0], sample.style, curved=False))
        if sample.style.arrow:
            left, right = Point(sample.rect.x, sample.rect.center_y), Point(sample.rect.right, sample.rect.center_y)
            items.append(_arrow(left, right, sample.style))
    items.append(_page_text(text))
    return Group(f"legend{number}", ("legend",), tuple(items))


def _page_text(text: PlacedText) -> Text:
    return Text(text.x, text.baseline, "start", (text.run,), text.width * 1.02)
