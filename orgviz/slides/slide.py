"""One page on one slide: the chart as a group, its title in the slide's own place for it, links, and notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from orgviz.layout.geometry import Rect
from orgviz.layout.page import Page, PageText
from orgviz.layout.scene import PlacedCard
from orgviz.slides import shapes
from orgviz.slides.chart import NAME, draw_chart, title_lines
from orgviz.slides.fonts import Fonts
from orgviz.slides.markup import NAMESPACES, escape, identity, transform
from orgviz.slides.paint import Paint
from orgviz.slides.texts import Writer, line_body
from orgviz.slides.units import Frame, fitted

_SCHEMES = ("http://", "https://", "mailto:")
_LONGEST_ADDRESS = 2_000  # characters; Office takes no longer ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where a page goes.

    Args:
        part: the slide's part.
        room: what the page may fill, in points.
        old: the group of an earlier run that is replaced; ``None`` for none.
        own_title: whether the deck is ours, so that the title stands where the layout put it.
        is_new: whether the slide was made for this page.
    """

    part: Any
    room: Rect
    old: Any = None
    own_title: bool = False
    is_new: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How everything on the slides of one deck is written.

    Args:
        names: of the colours of the deck's theme.
        fonts: by name, or those of the deck's theme.
    """

    names: Mapping[str, str]
    fonts: Fonts
    lang: str

    def writer(self, scale: float) -> Writer:
        """Return what writes text on a page of that scale."""
        return Writer(Paint(self.names, scale), self.fonts, self.lang)


def put(page: Page, stage: Stage, style: Style, part_of: Callable[[int], Any]) -> None:
    """Put a page on its slide.

    Args:
        part_of: gives the slide's part of a page's number.
    """
    tree = stage.part._element.spTree
    at = len(tree)
    if stage.old is not None:
        tree = stage.old.getparent()
        at = tree.index(stage.old)
        tree.remove(stage.old)
        _drop_links(stage.part, stage.old)
    links = _Links(stage.part, page.jumps, part_of)
    frame = fitted(page.width, page.height, stage.room)
    first_id = _highest_id(stage.part) + 1
    if stage.is_new:
        tree.append(_element(_title(page, stage, frame, style, first_id)))
        first_id, at = first_id + 1, at + 1
    tree.insert(at, _element(_group(page, stage, frame, style, first_id, links)))


def _group(page: Page, stage: Stage, frame: Frame, style: Style, first_id: int, links: _Links) -> str:
    """Return everything of a page but its title as one group."""
    texts: list[str] = []
    number = first_id + 1
    writer = style.writer(frame.scale)
    for text in page.texts:
        texts.append(shapes.words(number, text.text, frame, writer, links.to_page(text)))
        number += 1
    whole = frame.rect(Rect(0, 0, page.width, page.height))
    scene, place = page.scene, page.place
    if scene is None or place is None:
        return shapes.group(first_id, NAME + page.name, page.name, whole, texts)
    corner = frame.rect(place)
    inner = Frame(corner.x, corner.y, frame.scale * page.scale)
    scaled = style.writer(inner.scale)
    _, below = title_lines(scene) if stage.own_title else ((), scene.title)
    for line in below:
        texts.append(shapes.words(number, line, inner, scaled))
        number += 1
    drawn = draw_chart(scene, inner, scaled, number, links.of, links.embed)
    return shapes.group(first_id, NAME + page.name, page.name, whole, [*texts, *drawn])


def _title(page: Page, stage: Stage, frame: Frame, style: Style, number: int) -> str:
    """Return the slide's title: in a given deck as its layout has it, in ours where the chart has it.

    A page without a title of its own has one above the slide's upper edge, for outlines and screen readers.
    """
    head = f'<p:sp {NAMESPACES}><p:nvSpPr>{identity(number, "Title")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    head += '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
    plain = f'<a:r><a:rPr lang="{escape(style.lang)}" dirty="0"/><a:t>{escape(page.name)}</a:t></a:r>'
    if not stage.own_title:
        return f"{head}<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{plain}</a:p></p:txBody></p:sp>"
    lines = title_lines(page.scene)[0] if page.scene is not None else ()
    if not lines or page.place is None:
        place = Rect(stage.room.x, stage.room.y - 40, max(stage.room.width, 72), 30)
        body = f'<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="l"/>{plain}</a:p>'
        return f"{head}<p:spPr>{transform(place)}</p:spPr><p:txBody>{body}</p:txBody></p:sp>"
    corner = frame.rect(page.place)
    inner = Frame(corner.x, corner.y, frame.scale * page.scale)
    rects = [shapes.words_rect(line, inner) for line in lines]
    left, top = min(rect.x for rect in rects), rects[0].y
    place = Rect(left, top, max(rect.right for rect in rects) - left, rects[-1].bottom - top)
    runs = [line.run for line in lines]
    body = line_body(runs[0], style.writer(inner.scale), others=runs[1:])
    return f"{head}<p:spPr>{transform(place)}</p:spPr>{body}</p:sp>"


class _Links:
    """Gives what clicks do: a relationship of the slide for each target, each once."""

    def __init__(self, part: Any, jumps: Mapping[str, int], part_of: Callable[[int], Any]):
        self.part = part
        self.jumps = jumps
        self.part_of = part_of
        self.known: dict[str | int, str] = {}

    def of(self, placed: PlacedCard) -> str:
        """Return what a click on a card does: a way to another page goes before an address."""
        card = placed.card
        if card.id in self.jumps:
            return self._jump(self.jumps[card.id])
        if card.href is None or not card.href.startswith(_SCHEMES) or len(card.href) > _LONGEST_ADDRESS:
            return ""
        if card.href not in self.known:
            self.known[card.href] = self.part.rels.get_or_add_ext_rel(_HYPERLINK, card.href)
        return f'<a:hlinkClick r:id="{self.known[card.href]}"/>'

    def to_page(self, text: PageText) -> str:
        """Return what a click on a line of text does."""
        return "" if text.page is None else self._jump(text.page)

    def embed(self, data: bytes) -> str:
        """Take a picture into the deck, once, and return the id of its relationship."""
        _, rel_id = self.part.get_or_add_image_part(BytesIO(data))
        return str(rel_id)

    def _jump(self, page: int) -> str:
        if page not in self.known:
            self.known[page] = self.part.relate_to(self.part_of(page), _SLIDE)
        return f'<a:hlinkClick r:id="{self.known[page]}" action="ppaction://hlinksldjump"/>'


_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HYPERLINK, _SLIDE = f"{_RELATIONSHIPS}/hyperlink", f"{_RELATIONSHIPS}/slide"


def _drop_links(part: Any, old: Any) -> None:
    """Take away the relationships that only the replaced chart had."""
    ids = {value for element in old.iter() for key, value in element.attrib.items() if _RELATIONSHIPS in key}
    kept = {value for element in part._element.iter() for value in element.attrib.values()}
    for rel_id in sorted(ids - kept):
        part.rels.pop(rel_id)


def _highest_id(part: Any) -> int:
    ids = (element.get("id", "0") for element in part._element.iter("{*}cNvPr"))
    return max((int(text) for text in ids if text.isdigit()), default=1)


def _element(markup: str) -> Any:
    from pptx.oxml import parse_xml  # noqa: PLC0415 - the library is an extra

    return parse_xml(markup)


def note(part: Any, lines: list[str]) -> None:
    """Write the notes of a slide."""
    frame = part.slide.notes_slide.notes_text_frame
    if frame is not None and lines:
        frame.text = "\n".join(lines)
