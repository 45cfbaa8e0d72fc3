"""Decks that a user gave: their layouts, the room that these leave for a chart, and charts of earlier runs in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from orgviz.diagnostics import UsageError
from orgviz.layout.geometry import Rect
from orgviz.slides.chart import NAME
from orgviz.slides.fonts import Fonts
from orgviz.slides.library import slide_ids
from orgviz.slides.units import EMU
from orgviz.wording import counted, listed, quoted

_TITLES = ("title", "ctrTitle")
_FOOTERS = ("dt", "ftr", "sldNum")
_MARGIN = 0.04  # of the slide, where no title says otherwise
_BELOW_TITLE = 4.0  # points
_LEAST_SHARE = 0.3  # of the slide that a room has at least; with less, the whole slide is taken


@dataclass(frozen=True, slots=True)
class Found:
    """A slide for a chart: its part, the group of an earlier run in it, and the room in points."""

    part: Any
    old: Any
    room: Rect


def size_of(deck: Any) -> tuple[float, float]:
    """Return width and height of a deck's slides, in points."""
    return deck.slide_width / EMU, deck.slide_height / EMU


def drop_slides(deck: Any) -> None:
    """Take all slides out of a deck, and the lists that name them."""
    root = deck.part._element
    for item in slide_ids(deck):
        deck.part.rels.pop(item.rId)
        item.getparent().remove(item)
    for element in list(root.iter("{*}sectionLst", "{*}custShowLst")):
        holder = element if element.tag.endswith("custShowLst") else element.getparent()
        holder.getparent().remove(holder)
    extensions = root.find("{*}extLst")
    if extensions is not None and not len(extensions):
        root.remove(extensions)


def chart_layout(deck: Any) -> Any:
    """Return the layout that suits a chart best: one with a title and nothing else."""
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    if not layouts:
        return None
    return min(layouts, key=_unfitness)


def _unfitness(layout: Any) -> int:
    if layout.part._element.get("type") == "titleOnly":
        return 0
    kinds = [_kind(shape) for shape in layout.placeholders]
    others = sum(kind not in (*_TITLES, *_FOOTERS) for kind in kinds)
    return (1 if "title" in kinds else 100) + others


def room_of(layout: Any, size: tuple[float, float]) -> Rect:
    """Return what a layout leaves free below its title and above its footers, in points."""
    width, height = size
    left, right, top, bottom = _MARGIN * width, (1 - _MARGIN) * width, _MARGIN * width, height - _MARGIN * width
    for shape in layout.placeholders:
        rect = _rect(shape)
        kind = _kind(shape)
        if rect is None or rect.width <= 0:
            continue
        if kind in _TITLES and rect.bottom < height / 2:
            top = max(top, rect.bottom + _BELOW_TITLE)
            # Titles often leave room for a logo at their right: below it, there is none.
            left = max(0.0, min(rect.x, width - rect.right))
            right = width - left
        elif kind in _FOOTERS and rect.y > height * 0.75:
            bottom = min(bottom, rect.y - _BELOW_TITLE)
    if right - left < _LEAST_SHARE * width or bottom - top < _LEAST_SHARE * height:
        return Rect(0.0, 0.0, width, height)
    return Rect(left, top, right - left, bottom - top)


def _kind(shape: Any) -> str:
    return str(shape._element.find(".//{*}ph").get("type", "obj"))


def _rect(shape: Any) -> Rect | None:
    sides = (shape.left, shape.top, shape.width, shape.height)
    if any(side is None for side in sides):
        return None
    return Rect(*(side / EMU for side in sides))


def theme_fonts(deck: Any, own: Fonts) -> Fonts:
    """Return the fonts of a deck's theme, and our own where it has none."""
    from lxml import etree  # noqa: PLC0415 - comes with python-pptx, which is an extra

    master = deck.slide_masters[0].part
    blob = next((rel.target_part.blob for rel in master.rels.values() if rel.reltype.endswith("/theme")), b"<a/>")
    minor = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True)).find(".//{*}minorFont")

    def named(kind: str) -> bool:
        element = None if minor is None else minor.find(f"{{*}}{kind}")
        return element is not None and bool(element.get("typeface"))

    return Fonts(
        "+mn-lt" if named("latin") else own.latin,
        "+mn-ea" if named("ea") else own.east_asian,
        "+mn-cs" if named("cs") else own.complex,
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """Which of the pages of one name a page is, from 0, and how many there are."""

    number: int
    count: int


_ONLY = Turn(0, 1)


def find_place(deck: Any, deck_name: str, chart: str, number: int | None, turn: Turn = _ONLY) -> Found | None:
    """Return the slide that a chart goes on in a standing deck; ``None`` for a new one.

    Args:
        number: of the slide that the user names.
        turn: pages of one name take the slides of an earlier run in order.

    Raises:
        UsageError: there is no such slide, or the chart stands on several and none is told.
    """
    parts = [deck.part.related_part(item.rId) for item in slide_ids(deck)]
    if not parts:
        raise UsageError(f"--into: {quoted(deck_name)} has no slides", f"make some from it: --template {deck_name}")
    if number is not None:
        if not 1 <= number <= len(parts):
            raise UsageError(f"--slide: {quoted(deck_name)} has {counted(len(parts), 'slide')}, and no slide {number}")
        return _on(deck, parts[number - 1], chart)
    holding = [(at, part) for at, part in enumerate(parts, 1) if any(_named(group, chart) for group in _charts(part))]
    if len(holding) > turn.count:
        where = listed((str(at) for at, _ in holding), "and")
        raise UsageError(f"--into: {quoted(NAME + chart)} stands on the slides {where}", "say which: --slide N")
    return _on(deck, holding[turn.number][1], chart) if turn.number < len(holding) else None


def _on(deck: Any, part: Any, chart: str) -> Found:
    """Return a slide with the chart on it that is replaced: the one of this name, else the only one of ours."""
    charts = list(_charts(part))
    named = [group for group in charts if _named(group, chart)]
    old = named[0] if named else charts[0] if len(charts) == 1 else None
    room = None if old is None else _group_rect(old)
    return Found(part, old, room or room_of(part.slide.slide_layout, size_of(deck)))


def _charts(part: Any) -> Iterator[Any]:
    for group in part._element.iter("{*}grpSp"):
        if _name(group).startswith(NAME):
            yield group


def _name(group: Any) -> str:
    named = group.find("./{*}nvGrpSpPr/{*}cNvPr")
    return "" if named is None else str(named.get("name", ""))


def _named(group: Any, chart: str) -> bool:
    return _name(group) == NAME + chart


def _group_rect(group: Any) -> Rect | None:
    place = group.find("./{*}grpSpPr/{*}xfrm")
    off, ext = (None, None) if place is None else (place.find("./{*}off"), place.find("./{*}ext"))
    if off is None or ext is None:
        return None
    try:
        sides = [int(value) / EMU for value in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))]
    except (TypeError, ValueError):
        return None
    return Rect(*sides) if min(sides[2:]) >= 1 else None
