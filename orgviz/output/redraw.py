"""Graphviz's picture into a drawing: its shapes where it put them, with our texts, styles, classes and links.

Graphviz sets text by the fonts that it finds; here every text goes where the layout put it, so that the picture
is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from orgviz.diagnostics import ToolError
from orgviz.dot_attributes import before_tip
from orgviz.dot_shapes import MARK, Part
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.scene import PlacedCard, PlacedSample, PlacedText, Scene
from orgviz.lean import dataclass
from orgviz.output.drawing import Drawing, Group, Item, Path, Polygon, Text
from orgviz.output.graphviz_svg import Groups, Numbers, curve, polygon, read_groups, straight, unreadable, upright
from orgviz.output.portraits import portraits
from orgviz.style.values import BoxStyle, LineStyle, TextRun
from orgviz.vocabulary import chart_description, vocabulary

Corners: TypeAlias = tuple[tuple[float, float], ...]

# How far Graphviz may be off: it rounds to a hundredth.
_TOLERANCE = 0.6
# Of an arrow's head, as a share of its length.
_ARROW_HALF_WIDTH = 0.35
_TOPS_NAMED = 3
_BOX_NUMBERS = 8
_SOLID, _ASSISTANT = ("edge", "solid"), ("edge", "assistant")


def bare_drawing(scene: Scene, background: str | None) -> Drawing:
    """Return the drawing of a scene without anything on its ground."""
    return Drawing(
        width=scene.width,
        height=scene.height,
        background=background,
        lang=scene.lang,
        fonts=scene.fonts,
        groups=(),
        title=scene.name,
        description=_description(scene),
    )


def redraw(scene: Scene, part: Part, svg: bytes) -> Iterator[Group]:
    """Yield what stands in a part of a scene that Graphviz has drawn, in the order of painting.

    Raises:
        ToolError: when something of it is missing in the picture or stands elsewhere.
    """
    drawn = _Drawn(read_groups(svg), scene)
    yield from (_connector(drawn, number, scene) for number in part.connectors)
    yield from (_card(drawn, number, scene.cards[number]) for number in part.cards)
    # Links go around boxes, so only their labels may lie over one: at its edge, where no text is.
    yield from (_link(drawn, number, scene) for number in part.links)
    yield from (Group("title", ("title",), tuple(_page_text(text) for text in scene.title)) for _ in part.title)
    yield from (_legend(drawn, number, *scene.legend[number]) for number in part.legend)


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

    groups: Groups
    dx: float
    dy: float

    def __init__(self, groups: Groups, scene: Scene):
        self.groups = groups
        first = scene.cards[0]
        corners = polygon(self.shapes(MARK, first.card.id)[-1])
        self.dx = first.rect.x - min(corners[::2])
        self.dy = first.rect.y - min(corners[1::2])

    def shapes(self, name: str, id: str) -> Sequence[str]:
        """Return the shapes that Graphviz drew under a name; `id` is what the user knows it by."""
        shapes = self.groups.get(name)
        if not shapes:
            raise ToolError(f"Graphviz did not draw '{id[:80]}'")
        return shapes

    def moved(self, numbers: Numbers, step: int = 1) -> Corners:
        """Return points, or each `step`-th of them, where they are in the scene."""
        dx, dy, every = self.dx, self.dy, 2 * step
        return tuple([(x + dx, y + dy) for x, y in zip(numbers[::every], numbers[1::every], strict=True)])

    def corners(self, shape: str) -> Corners:
        """Return the corners of a box."""
        # One by one: there are more boxes than anything else.
        dx, dy = self.dx, self.dy
        ends = upright(shape)
        if ends is not None:
            x1, y1, x2, y2 = ends
            x1, y1, x2, y2 = x1 + dx, y1 + dy, x2 + dx, y2 + dy
            return ((x1, y1), (x2, y1), (x2, y2), (x1, y2))
        numbers = polygon(shape)
        if len(numbers) < _BOX_NUMBERS:
            raise unreadable()
        x1, y1, x2, y2, x3, y3, x4, y4 = numbers[:_BOX_NUMBERS]
        return ((x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x3 + dx, y3 + dy), (x4 + dx, y4 + dy))

    def line(self, shape: str) -> Sequence[tuple[float, float]]:
        """Return the joints of a line: Graphviz knows only curves, and these have no bend."""
        ends = straight(shape)
        if ends is None:
            return self.moved(curve(shape), 3)
        x1, y1, x2, y2 = ends
        return (x1 + self.dx, y1 + self.dy), (x2 + self.dx, y2 + self.dy)


def _card(drawn: _Drawn, number: int, placed: PlacedCard) -> Group:
    card, rect = placed.card, placed.rect
    outline = drawn.corners(drawn.shapes(f"n{number}", card.id)[-1])
    _check_box(outline, rect, card.id)
    x, y = rect.x, rect.y
    items: list[Item] = _box(outline, card.style)
    if placed.photos:
        items.extend(portraits(placed))
    items += [
        Text(x + line.x, y + line.baseline, "middle" if line.centered else "start", line.runs, line.room)
        for line in placed.lines
    ]
    return Group(card.id, card.classes, tuple(items), card.tooltip, None, card.href)


def _check_box(outline: Corners, rect: Rect, id: str) -> None:
    x, y, width, height = rect
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = outline
    left, top, right, bottom = min(x1, x2, x3, x4), min(y1, y2, y3, y4), max(x1, x2, x3, x4), max(y1, y2, y3, y4)
    off = max(abs(left - x), abs(top - y), abs(right - x - width), abs(bottom - y - height))
    if off > _TOLERANCE:
        raise ToolError(f"Graphviz moved '{id[:80]}' by {off:.1f} points")


def _box(outline: Corners, style: BoxStyle) -> list[Item]:
    """Return a box's fill, the strip at its left, and its border."""
    fill = Polygon(outline, style.fill, None)
    border = Polygon(outline, None, style.border, style.border_width, style.dash)
    if style.edge is None or not style.edge_width:
        return [fill, border]
    return [fill, _strip(outline, style), border]


def _strip(outline: Corners, style: BoxStyle) -> Polygon | Path:
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = outline
    left, top, bottom = min(x1, x2, x3, x4), min(y1, y2, y3, y4), max(y1, y2, y3, y4)
    # A sample in the legend may be narrower than the strips of the boxes.
    right = min(left + style.edge_width, max(x1, x2, x3, x4))
    if not style.edge_dash:
        return Polygon(((left, bottom), (right, bottom), (right, top), (left, top)), style.edge, None)
    middle = (left + right) / 2
    return Path((("M", (middle, top)), ("L", (middle, bottom))), None, style.edge, right - left, style.edge_dash)


def _connector(drawn: _Drawn, number: int, scene: Scene) -> Group:
    connector = scene.connectors[number]
    upper, lower = scene.cards[connector.upper].card, scene.cards[connector.lower].card
    id = f"edge-{lower.id}"
    line = _line(drawn, drawn.shapes(f"c{number}", id)[0], connector.style, curved=connector.curved)
    _check_line(line, connector.points[0], connector.points[-1], id)
    names = f"{upper.paragraphs[0].text} → {lower.paragraphs[0].text}"
    return Group(id, _ASSISTANT if connector.assistant else _SOLID, (line,), names)


def _check_line(line: Path, start: Point, end: Point, id: str) -> None:
    """Refuse a line that does not begin and end where it should."""
    (_, (x, y)), (_, last) = line.commands[0], line.commands[-1]
    off = max(abs(x - start.x), abs(y - start.y), abs(last[-2] - end.x), abs(last[-1] - end.y))
    if off > _TOLERANCE:
        raise ToolError(f"Graphviz moved '{id[:80]}' by {off:.1f} points")


def _line(drawn: _Drawn, shape: str, style: LineStyle, *, curved: bool) -> Path:
    """Return a line along a curve of Graphviz's, of which every third point is a joint."""
    commands: list[tuple[str, tuple[float, ...]]]
    if curved:
        start, *points = drawn.moved(curve(shape))
        commands = [("M", start)]
        for a, b, c in zip(points[::3], points[1::3], points[2::3], strict=True):
            commands.append(("C", (*a, *b, *c)))
    else:
        start, *joints = drawn.line(shape)
        commands = [("M", start), *[("L", joint) for joint in joints]]
    return Path(tuple(commands), None, style.color, style.width, style.dash)


def _link(drawn: _Drawn, number: int, scene: Scene) -> Group:
    placed = scene.links[number]
    link, start, end = placed.link, placed.points[0], placed.points[-1]
    stem_end = before_tip(placed.points[-2], end) if link.style.arrow else end
    line = _line(drawn, drawn.shapes(f"l{number}", link.id)[0], link.style, curved=placed.curved)
    _check_line(line, start, stem_end, link.id)
    items: list[Item] = [line]
    if link.style.arrow and not placed.curved:
        items.append(_arrow(placed.points[-2], end, link.style))
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
    id = f"legend{number}"
    if sample is None:
        return Group(id, ("legend",), (_page_text(text),))
    return Group(id, ("legend",), (*_sample(drawn, drawn.shapes(f"s{number}", id), sample), _page_text(text)))


def _sample(drawn: _Drawn, shapes: Sequence[str], sample: PlacedSample) -> list[Item]:
    style = sample.style
    if isinstance(style, BoxStyle):
        return _box(drawn.corners(shapes[-1]), style)
    line = _line(drawn, shapes[0], style, curved=False)
    if not style.arrow:
        return [line]
    left, right = Point(sample.rect.x, sample.rect.center_y), Point(sample.rect.right, sample.rect.center_y)
    return [line, _arrow(left, right, style)]


def _page_text(text: PlacedText) -> Text:
    return Text(text.x, text.baseline, "start", (text.run,), text.width * 1.02)
