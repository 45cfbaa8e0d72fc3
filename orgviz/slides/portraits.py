"""Pictures in boxes as shapes: a photo fills its circle, letters stand in theirs, a vacancy has an open one."""

from __future__ import annotations

from collections.abc import Callable

from orgviz.layout.geometry import Rect
from orgviz.layout.pictures import PlacedPhoto, covered_last
from orgviz.layout.scene import PlacedCard
from orgviz.slides.markup import identity, transform
from orgviz.slides.texts import Writer, body_properties
from orgviz.slides.units import Frame
from orgviz.style.values import LineStyle

_EMPTY = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>"
_OPEN = (2.5, 2.0)


def portraits(
    placed: PlacedCard, frame: Frame, writer: Writer, number: Callable[[], int], embed: Callable[[bytes], str]
) -> list[str]:
    """Return the pictures of a card in painting order.

    Args:
        number: gives the next id.
        embed: takes a picture into the file, and gives the id of its relationship.
    """
    return [_portrait(photo, placed.rect, frame, writer, number(), embed) for photo in covered_last(placed.photos)]


def _portrait(
    photo: PlacedPhoto, card: Rect, frame: Frame, writer: Writer, number: int, embed: Callable[[bytes], str]
) -> str:
    portrait, inner = photo.portrait, photo.rect
    rect = frame.rect(Rect(card.x + inner.x, card.y + inner.y, inner.width, inner.height))
    outline = f'<a:prstGeom prst="{"ellipse" if portrait.is_round else "rect"}"><a:avLst/></a:prstGeom>'
    return (
        f"<p:sp><p:nvSpPr>{identity(number, portrait.name, portrait.name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(rect)}{outline}{_look(photo, writer, embed)}</p:spPr>"
        f"{_letters(photo, writer)}</p:sp>"
    )


def _look(photo: PlacedPhoto, writer: Writer, embed: Callable[[bytes], str]) -> str:
    portrait, paint = photo.portrait, writer.paint
    if portrait.data is not None:
        picture = f'<a:blip r:embed="{embed(portrait.data)}"/><a:stretch><a:fillRect/></a:stretch>'
        return f'<a:blipFill dpi="0" rotWithShape="1">{picture}</a:blipFill><a:ln><a:noFill/></a:ln>'
    if photo.letters is None:
        return paint.solid(portrait.ground) + paint.line(LineStyle(portrait.fill, 1.0, _OPEN))
    return paint.solid(portrait.fill) + paint.line(LineStyle(portrait.ground, 1.0))


def _letters(photo: PlacedPhoto, writer: Writer) -> str:
    if photo.letters is None:
        return _EMPTY
    return (
        f"<p:txBody>{body_properties((0, 0, 0, 0), writer.scale, anchor='ctr')}<a:lstStyle/>"
        f'<a:p><a:pPr algn="ctr"/>{writer.run(photo.letters)}</a:p></p:txBody>'
    )
