"""Shapes as DrawingML text: boxes, connectors, lines and words, each with its id, its name and its alternative text."""

from __future__ import annotations

from orgviz.layout.card_flow import COMFORTABLE
from orgviz.layout.cards import ASCENT
from orgviz.layout.geometry import Rect
from orgviz.layout.scene import PlacedCard, PlacedText
from orgviz.slides.elbows import Elbow
from orgviz.slides.markup import NAMESPACES, identity, transform
from orgviz.slides.paint import Paint
from orgviz.slides.sites import ANGLES, Site
from orgviz.slides.texts import Writer, card_body, line_body
from orgviz.slides.units import Frame, emu
from orgviz.style.values import BoxStyle, LineStyle

_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_EDGES = (("hc", "t"), ("l", "vc"), ("hc", "b"), ("r", "vc"))
_OUTLINE = (
    '<a:pathLst><a:path><a:moveTo><a:pt x="l" y="t"/></a:moveTo><a:lnTo><a:pt x="r" y="t"/></a:lnTo>'
    '<a:lnTo><a:pt x="r" y="b"/></a:lnTo><a:lnTo><a:pt x="l" y="b"/></a:lnTo><a:close/></a:path></a:pathLst>'
)


def box(number: int, placed: PlacedCard, sites: list[Site], frame: Frame, writer: Writer, link: str) -> str:
    """Return a card as one shape.

    Args:
        sites: connection sites beyond the four of a rectangle, in points of the scene.
        link: the element of what a click on it does.
    """
    card, rect = placed.card, placed.rect
    look = writer.paint.box_fill(card.style, rect.width) + writer.paint.border(card.style)
    named = identity(number, card.paragraphs[0].text, card.tooltip, link=link)
    return (
        f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{transform(frame.rect(rect))}"
        f"{geometry(sites, frame.scale)}{look}</p:spPr>{card_body(placed, writer)}</p:sp>"
    )


def geometry(sites: list[Site], scale: float) -> str:
    """Return a rectangle's outline: PowerPoint's own, or one with further connection sites.

    Sites keep their distance from the left top corner when the box is made larger.
    """
    if not sites:
        return _RECTANGLE
    guides = "".join(
        f'<a:gd name="{axis}{number}" fmla="+- {corner} {emu(distance * scale)} 0"/>'
        for number, site in enumerate(sites)
        for axis, corner, distance in (("x", "l", site.x), ("y", "t", site.y))
    )
    places = [(angle, *edge) for angle, edge in zip(ANGLES, _EDGES, strict=True)]
    places += [(site.angle, f"x{n}", f"y{n}") for n, site in enumerate(sites)]
    listed = "".join(f'<a:cxn ang="{angle}"><a:pos x="{x}" y="{y}"/></a:cxn>' for angle, x, y in places)
    return (
        f"<a:custGeom><a:avLst/><a:gdLst>{guides}</a:gdLst><a:ahLst/><a:cxnLst>{listed}</a:cxnLst>"
        f'<a:rect l="l" t="t" r="r" b="b"/>{_OUTLINE}</a:custGeom>'
    )


def connector(
    number: int,
    name: str,
    elbow: Elbow,
    style: LineStyle,
    paint: Paint,
    *,
    glue: tuple[tuple[int, int], tuple[int, int]] | None = None,
    tooltip: str = "",
    arrow: bool = False,
) -> str:
    """Return a connector.

    Args:
        elbow: in points of the slide.
        glue: for its start and its end, the id of a shape and the number of the site there.
        tooltip: what a screen reader says of it; nothing for one that is only a part.
    """
    ends = ""
    if glue is not None:
        (start, start_site), (end, end_site) = glue
        ends = f'<a:stCxn id="{start}" idx="{start_site}"/><a:endCxn id="{end}" idx="{end_site}"/>'
    bends = "".join(f'<a:gd name="adj{n}" fmla="val {bend}"/>' for n, bend in enumerate(elbow.bends, 1))
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{identity(number, name, tooltip, decorative=not tooltip)}"
        f"<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{transform(elbow.rect, elbow.attributes)}<a:prstGeom prst="{elbow.preset}"><a:avLst>{bends}</a:avLst>'
        f"</a:prstGeom>{paint.line(style, arrow=arrow)}</p:spPr></p:cxnSp>"
    )


def words(number: int, text: PlacedText, frame: Frame, writer: Writer, link: str = "") -> str:
    """Return a line of text as a text box."""
    return text_box(number, text.run.text, words_rect(text, frame), line_body(text.run, writer), link=link)


def words_rect(text: PlacedText, frame: Frame) -> Rect:
    """Return what a line of text takes on the slide."""
    size = text.run.style.size
    return frame.rect(Rect(text.x, text.baseline - ASCENT * size, text.width * 1.02, COMFORTABLE.leading * size))


def text_box(number: int, name: str, rect: Rect, body: str, *, fill: str = "<a:noFill/>", link: str = "") -> str:
    """Return a text box.

    Args:
        rect: in points of the slide.
        body: its text body.
    """
    return (
        f'<p:sp><p:nvSpPr>{identity(number, name, link=link)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{transform(rect)}{_RECTANGLE}{fill}<a:ln><a:noFill/></a:ln></p:spPr>{body}</p:sp>"
    )


def sample_box(number: int, name: str, rect: Rect, style: BoxStyle, paint: Paint) -> str:
    """Return a legend's sample of a box."""
    look = paint.box_fill(style, rect.width / paint.scale) + paint.border(style)
    return (
        f"<p:sp><p:nvSpPr>{identity(number, name, decorative=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(rect)}{_RECTANGLE}{look}</p:spPr>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )


def group(number: int, name: str, tooltip: str, rect: Rect, shapes: list[str]) -> str:
    """Return shapes as one group; what is in it keeps its places on the slide."""
    place = transform(rect)
    inner = place.replace("a:off", "a:chOff").replace("a:ext ", "a:chExt ")
    inner = inner.removeprefix("<a:xfrm>").removesuffix("</a:xfrm>")
    outer = place.removesuffix("</a:xfrm>")
    return (
        f"<p:grpSp {NAMESPACES}><p:nvGrpSpPr>{identity(number, name, tooltip)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{outer}{inner}</a:xfrm></p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )
