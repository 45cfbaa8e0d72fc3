"""Scene to DOT: every box and line at its place, for `neato -n2` to draw exactly so.

Only generated names, a fixed set of attributes and one escaper for each kind of text ever reach Graphviz: what a
user writes is label text and nothing else. Boxes have whole even sizes in points, which every release keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgviz.dot_attributes import ARROW_SIZE, box, decimal, place, route, stroke
from orgviz.layout.cards import SetLine
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.scene import Connector, PlacedCard, PlacedLink, PlacedSample, PlacedText, Scene
from orgviz.style.values import BoxStyle, TextStyle

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
    yield f'edge [dir=none arrowsize={ARROW_SIZE} fontname="{fonts}"]'
    # Two corners keep the canvas, whatever stands on it.
    yield f'corner1 [style=invis width=0 height=0 pos="0,{decimal(scene.height)}"]'
    yield f'corner2 [style=invis width=0 height=0 pos="{decimal(scene.width)},0"]'
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
        f'n{number} [{place(rect, height)} {box(card.style, rect.width)} id="{card.id}" class="{classes}"'
        f"{_label(placed.lines)}]"
    )


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
    return f'<FONT POINT-SIZE="{decimal(style.size)}" COLOR="{style.color}">{body}</FONT>'


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
    spline = route(connector.points, scene.height, curved=connector.curved)
    lower = scene.cards[connector.lower].card
    return (
        f'n{connector.upper} -> n{connector.lower} [pos="{spline}" {stroke(connector.style)}'
        f' id="edge-{lower.id}" class="{kind}"]'
    )


def _link(placed: PlacedLink, height: float) -> str:
    link = placed.link
    attributes = [
        f'pos="{route(placed.points, height, arrow=link.style.arrow, curved=placed.curved)}"',
        stroke(link.style),
        f'id="{link.id}" class="{link.kind}"',
    ]
    if link.style.arrow:
        attributes.append("dir=forward")
    if placed.label is not None and link.label is not None:
        style = link.label.style
        text = "<BR/>".join(_html_run(line, style) for line in placed.lines)
        center = f"{decimal(placed.label.center_x)},{decimal(height - placed.label.center_y)}"
        attributes.append(f'lp="{center}" label=<{text}>')
    return f"n{link.source.card} -> n{link.target.card} [{' '.join(attributes)}]"


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
        f'{name} [{place(rect, height)} shape=plaintext id="{name}" label=<{_html_run(text.run.text, text.run.style)}>]'
    )


def _sample(number: int, sample: PlacedSample, height: float) -> Iterator[str]:
    rect, name = sample.rect, f"legend{number}"
    if isinstance(sample.style, BoxStyle):
        yield f'{name} [{place(rect, height)} {box(sample.style, rect.width)} id="{name}"]'
        return
    start, end = Point(rect.x, rect.center_y), Point(rect.right, rect.center_y)
    for end_name, point in ((f"{name}a", start), (f"{name}b", end)):
        yield f'{end_name} [style=invis width=0 height=0 pos="{decimal(point.x)},{decimal(height - point.y)}"]'
    spline = route([start, end], height, arrow=sample.style.arrow)
    forward = " dir=forward" if sample.style.arrow else ""
    yield f'{name}a -> {name}b [pos="{spline}" {stroke(sample.style)}{forward} id="{name}"]'
