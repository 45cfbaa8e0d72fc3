"""Scene to DOT: every box and line at its place, for `neato -n2` to draw exactly so.

Only generated names, a fixed set of attributes and one escaper for each kind of text ever reach Graphviz: what a
user writes is label text and nothing else. Boxes have whole even sizes in points, which every release keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from orgviz.layout.cards import SetLine
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.scene import Connector, PlacedCard, PlacedLink, PlacedSample, PlacedText, Scene
from orgviz.style.values import BoxStyle, LineStyle, TextStyle

ARROW_LENGTH = 6.0
_ARROW_SIZE = 0.6
_BREAK = "<BR/>"
_BREAK_LEFT = '<BR ALIGN="LEFT"/>'


def to_dot(scene: Scene) -> str:
    """Return the DOT text of a scene; ``neato -n2 -Tsvg`` draws it."""
    return "\n".join(_statements(scene)) + "\n"


def _statements(scene: Scene) -> Iterator[str]:
    fonts = _escaped(",".join(name for name in scene.fonts if name != "sans-serif"))
    yield "digraph orgviz {"
    yield f'graph [charset="UTF-8" bgcolor="{scene.background}" pad=0 splines=line outputorder=edgesfirst]'
    yield f'node [shape=box fixedsize=true margin=0 label="" fontname="{fonts}"]'
    yield f'edge [dir=none arrowsize={_ARROW_SIZE} fontname="{fonts}"]'
    # Two corners keep the canvas, whatever stands on it.
    yield f'corner1 [style=invis width=0 height=0 pos="0,{_n(scene.height)}"]'
    yield f'corner2 [style=invis width=0 height=0 pos="{_n(scene.width)},0"]'
    for number, placed in enumerate(scene.cards):
        yield _card(number, placed, scene.height)
    for connector in scene.connectors:
        yield _connector(connector, scene)
    for link in scene.links:
        yield _link(link, scene.height)
    yield from _furniture(scene)
    yield "}"


def _card(number: int, placed: PlacedCard, height: float) -> str:
    rect, card = placed.rect, placed.card
    classes = _escaped(" ".join(card.classes[1:]))
    return (
        f'n{number} [{_place(rect, height)} {_box(card.style, rect.width)} id="{card.id}" class="{classes}"'
        f"{_label(placed.lines)}]"
    )


def _place(rect: Rect, height: float) -> str:
    x, y = rect.center_x, height - rect.center_y
    return f'pos="{_n(x)},{_n(y)}" width={_n(rect.width / 72, 6)} height={_n(rect.height / 72, 6)}'


def _box(style: BoxStyle, width: float) -> str:
    dashed = ",dashed" if style.dash else ""
    fill = f'style="filled{dashed}" fillcolor="{style.fill}"'
    if style.edge is not None and style.edge_width:
        share = _n(style.edge_width / width, 6)
        fill = f'style="striped{dashed}" fillcolor="{style.edge};{share}:{style.fill}"'
    return f'{fill} color="{style.border}" penwidth={_n(style.border_width)}'


def _label(lines: Sequence[SetLine]) -> str:
    if not lines:
        return ""
    text = "".join(_html_line(line) + (_BREAK if line.centered else _BREAK_LEFT) for line in lines)
    return f" label=<{text}>"


def _html_line(line: SetLine) -> str:
    return "".join(_html_run(run.text, run.style) for run in line.runs) or " "


def _html_run(text: str, style: TextStyle) -> str:
    body = escape_html(text) or " "
    if style.bold:
        body = f"<B>{body}</B>"
    if style.italic:
        body = f"<I>{body}</I>"
    if style.strike:
        body = f"<S>{body}</S>"
    return f'<FONT POINT-SIZE="{_n(style.size)}" COLOR="{style.color}">{body}</FONT>'


def escape_html(text: str) -> str:
    r"""Escape text for an HTML-like label, where Graphviz would also take ``\N`` and its like for names of its own.

    >>> print(escape_html(r'<b> & "x" \N'))
    &lt;b&gt; &amp; &quot;x&quot; \\N
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\\", "\\\\")


def _escaped(text: str) -> str:
    """Escape what stands between quotes; names of ours need none of it, and this is where that would show."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _connector(connector: Connector, scene: Scene) -> str:
    kind = "assistant" if connector.assistant else "solid"
    curve = _curve(connector.points, scene.height, curved=connector.curved)
    lower = scene.cards[connector.lower].card
    return (
        f'n{connector.upper} -> n{connector.lower} [pos="{curve}" {_line(connector.style)}'
        f' id="edge-{lower.id}" class="{kind}"]'
    )


def _line(style: LineStyle) -> str:
    dashed = " style=dashed" if style.dash else ""
    return f'color="{style.color}" penwidth={_n(style.width)}{dashed}'


def _curve(points: Sequence[Point], height: float, *, curved: bool = False) -> str:
    """Return a spline's points; the straight parts of a right-angled line become curves without bend."""
    flipped = [f"{_n(point.x)},{_n(height - point.y)}" for point in points]
    if curved:
        return " ".join(flipped)
    parts = [flipped[0]]
    for a, b in pairwise(flipped):
        parts += [a, b, b]
    return " ".join(parts)


def _link(placed: PlacedLink, height: float) -> str:
    link = placed.link
    points = list(placed.points)
    arrow = ""
    if link.style.arrow:
        tip = points[-1]
        points[-1] = before_tip(points[-2], tip)
        arrow = f"e,{_n(tip.x)},{_n(height - tip.y)} "
    attributes = [
        f'pos="{arrow}{_curve(points, height, curved=placed.curved)}"',
        _line(link.style),
        f'id="{link.id}" class="{link.kind}"',
    ]
    if link.style.arrow:
        attributes.append("dir=forward")
    if placed.label is not None and link.label is not None:
        style = link.label.style
        text = "<BR/>".join(_html_run(line, style) for line in placed.lines)
        center = f"{_n(placed.label.center_x)},{_n(height - placed.label.center_y)}"
        attributes.append(f'lp="{center}" label=<{text}>')
    return f"n{link.source.card} -> n{link.target.card} [{' '.join(attributes)}]"


def before_tip(start: Point, tip: Point) -> Point:
    """Return where the base of an arrow's head is on a right-angled line: there the line ends."""
    length = max(abs(tip.x - start.x), abs(tip.y - start.y)) or 1.0
    share = min(1.0, ARROW_LENGTH / length)
    return Point(tip.x - (tip.x - start.x) * share, tip.y - (tip.y - start.y) * share)


def _furniture(scene: Scene) -> Iterator[str]:
    for number, text in enumerate(scene.title):
        yield _text(f"title{number}", text, scene.height)
    for number, (sample, text) in enumerate(scene.legend):
        if sample is not None:
            yield from _sample(number, sample, scene.height)
        yield _text(f"legendtext{number}", text, scene.height)


def _text(name: str, text: PlacedText, height: float) -> str:
    size = text.run.style.size
    rect = Rect(text.x, text.baseline - size, text.width, size * 1.3)
    return (
        f'{name} [{_place(rect, height)} shape=plaintext id="{name}" '
        f"label=<{_html_run(text.run.text, text.run.style)}>]"
    )


def _sample(number: int, sample: PlacedSample, height: float) -> Iterator[str]:
    rect, name = sample.rect, f"legend{number}"
    if isinstance(sample.style, BoxStyle):
        yield f'{name} [{_place(rect, height)} {_box(sample.style, rect.width)} id="{name}"]'
        return
    start, end = Point(rect.x, rect.center_y), Point(rect.right, rect.center_y)
    for end_name, point in ((f"{name}a", start), (f"{name}b", end)):
        yield f'{end_name} [style=invis width=0 height=0 pos="{_n(point.x)},{_n(height - point.y)}"]'
    points = [start, end]
    arrow = ""
    if sample.style.arrow:
        points[-1] = before_tip(start, end)
        arrow = f"e,{_n(end.x)},{_n(height - end.y)} "
    forward = " dir=forward" if sample.style.arrow else ""
    yield f'{name}a -> {name}b [pos="{arrow}{_curve(points, height)}" {_line(sample.style)}{forward} id="{name}"]'


def _n(value: float, digits: int = 2) -> str:
    """Return a number as short as it can be.

    >>> _n(12.0), _n(0.5), _n(-0.001)
    ('12', '0.5', '0')
    """
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
