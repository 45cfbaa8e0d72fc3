"""Write pages as a draw.io file: plain XML, one diagram for each page, the same bytes for the same pages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.drawio import lines
from orgviz.drawio.labels import card_label, leading_of, left_of, text_label
from orgviz.drawio.markup import LAYER, PART, around, dashes, html, style, vertex
from orgviz.drawio.pictures import pictures
from orgviz.layout.cards import ASCENT
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.page import Page, PageText
from orgviz.layout.scene import LegendEntry, PlacedCard, PlacedSample, PlacedText, Scene
from orgviz.output.svg_markup import escape_attribute
from orgviz.style.values import BoxStyle

_TEXT = style("text", html=1, strokeColor="none", fillColor="none", spacing=0, align="left", verticalAlign="middle")


def to_drawio(pages: Sequence[Page]) -> str:
    """Return the file: every box a cell of its own, every line glued to its boxes, all in points of the chart."""
    diagrams = "".join(_diagram(page, number) for number, page in enumerate(pages, 1))
    return f'<mxfile host="orgviz" compressed="false">\n{diagrams}</mxfile>\n'


def _diagram(page: Page, number: int) -> str:
    scale = page.scale
    width, height = (math.ceil(round(side / scale, 2)) for side in (page.width, page.height))
    return (
        f'<diagram id="{page_id(number)}" name="{escape_attribute(page.name)}">\n'
        '<mxGraphModel dx="0" dy="0" grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1"'
        f' page="1" pageScale="1" pageWidth="{width}" pageHeight="{height}"'
        f' background="{page.background}" math="0" shadow="0">\n'
        f'<root>\n<mxCell id="0"/>\n<mxCell id="{LAYER}" parent="0"/>\n'
        f"{''.join(_cells(page))}</root>\n</mxGraphModel>\n</diagram>\n"
    )


def page_id(number: int) -> str:
    """Return the id of a page, for links that lead to it."""
    return f"page-{number}"


def _cells(page: Page) -> Iterator[str]:
    scene = page.scene
    if scene is not None:
        yield from _scene(scene, _corner(page), page)
    for number, text in enumerate(page.texts):
        yield _page_text(f"page-text.{number}", text, page.scale, page.fonts)


def _corner(page: Page) -> Point:
    """Return where the scene's corner is on its page, in the scene's points."""
    if page.place is None:
        return Point(0, 0)
    return Point(round(page.place.x / page.scale, 2), round(page.place.y / page.scale, 2))


def _scene(scene: Scene, moved: Point, page: Page) -> Iterator[str]:
    for connector in scene.connectors:
        yield lines.connector(connector, scene, moved)
    leading = leading_of(scene.cards)
    for placed in scene.cards:
        yield from _card(placed.at_once(), scene, moved, leading, page.jumps.get(placed.card.id))
    for link in scene.links:
        yield lines.link(link, scene, moved)
    if scene.title:
        rect = _shifted(_around_texts(scene.title), moved)
        yield vertex("title", _TEXT, rect, label=text_label(scene.title, scene.fonts))
    if scene.legend:
        yield from _legend(scene, moved)


def _card(placed: PlacedCard, scene: Scene, moved: Point, leading: float, jump: int | None) -> Iterator[str]:
    card, rect = placed.card, placed.rect
    target = card.href or (f"data:page/id,{page_id(jump)}" if jump is not None else None)
    yield vertex(
        card.id,
        _box(card.style) + _insets(placed),
        _shifted(rect, moved),
        label=card_label(placed, scene.fonts, leading),
        link=target,
        tooltip=html(card.tooltip),
    )
    yield from _strip(card.id, card.style, rect)
    yield from pictures(placed, scene.fonts)


def _box(box: BoxStyle) -> str:
    look = style(
        html=1,
        whiteSpace="wrap",
        rounded=0,
        container=0,
        collapsible=0,
        fillColor=box.fill,
        strokeColor=box.border,
        strokeWidth=box.border_width,
    )
    return look + dashes(box.dash)


def _insets(placed: PlacedCard) -> str:
    """Write how the text stands in its box: where its lines begin and end, as the layout has set them."""
    if not placed.lines:
        return ""
    first = placed.lines[0]
    right = max(line.x + (line.room / 2 if line.centered else line.room) for line in placed.lines)
    # Beside a picture the text does not begin at the top, so it cannot stand in the middle as a whole.
    top = style(verticalAlign="top", spacingTop=round(first.baseline - ASCENT * first.runs[0].style.size))
    return (top if placed.photos else style(verticalAlign="middle")) + style(
        align="center" if first.centered else "left",
        spacing=0,
        spacingLeft=math.floor(left_of(placed)),
        spacingRight=math.floor(max(0.0, placed.rect.width - right)),
    )


def _strip(id: str, box: BoxStyle, rect: Rect) -> Iterator[str]:
    """Yield the strip at a box's left side, as a part of it."""
    if box.edge is None or not box.edge_width:
        return
    look = style(fillColor=box.edge, strokeColor="none")
    if box.edge_dash:
        line = style("shape=line;direction=south", strokeColor=box.edge, strokeWidth=box.edge_width)
        look = line + dashes(box.edge_dash)
    # No id of a card has a dot in it.
    yield vertex(f"{id}.strip", look + PART, Rect(0, 0, box.edge_width, rect.height), parent=escape_attribute(id))


def _legend(scene: Scene, moved: Point) -> Iterator[str]:
    """Yield the legend as a group, which is moved as one."""
    rects = [rect for entry in scene.legend for rect in _entry_rects(entry)]
    whole = around(rects)
    corner = Point(whole.x, whole.y)
    yield vertex("legend", style("group", connectable=0), _shifted(whole, moved))
    for number, (sample, text) in enumerate(scene.legend):
        id = f"legend{number}"
        if sample is not None:
            yield from _sample(f"{id}.sample", sample, corner)
        rect = _shifted(_around_texts((text,)), Point(-corner.x, -corner.y))
        yield vertex(id, _TEXT, rect, label=text_label((text,), scene.fonts), parent="legend")


def _sample(id: str, placed: PlacedSample, corner: Point) -> Iterator[str]:
    if not isinstance(placed.style, BoxStyle):
        yield lines.sample(id, placed, placed.style, "legend", corner)
        return
    rect = _shifted(placed.rect, Point(-corner.x, -corner.y))
    yield vertex(id, _box(placed.style), rect, parent="legend")
    yield from _strip(id, placed.style, rect)


def _entry_rects(entry: LegendEntry) -> Iterator[Rect]:
    sample, text = entry
    if sample is not None:
        yield sample.rect
    yield _around_texts((text,))


def _page_text(id: str, text: PageText, scale: float, fonts: Sequence[str]) -> str:
    """Write a text beside the chart, in the chart's points."""
    placed = text.text
    rect = _around_texts((placed,))
    rect = Rect(rect.x / scale, rect.y / scale, rect.width / scale, rect.height / scale)
    target = f"data:page/id,{page_id(text.page)}" if text.page is not None else None
    return vertex(id, _TEXT, rect, label=text_label((_scaled(placed, scale),), fonts), link=target)


def _scaled(text: PlacedText, scale: float) -> PlacedText:
    size = round(text.run.style.size / scale, 2)
    return replace(text, run=replace(text.run, style=replace(text.run.style, size=size)))


def _around_texts(texts: Sequence[PlacedText]) -> Rect:
    """Return what lines cover, at a pitch of 1.3 times their size, as their label is set."""
    first = texts[0]
    height = sum(text.run.style.size * 1.3 for text in texts)
    top = first.baseline - first.run.style.size
    return Rect(first.x, top, max(text.width for text in texts) * 1.02 + 1, height)


def _shifted(rect: Rect, by: Point) -> Rect:
    return Rect(rect.x + by.x, rect.y + by.y, rect.width, rect.height)
