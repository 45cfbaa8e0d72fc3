"""Write the pictures of a card as parts of its box: photos, letters in a circle, open circles for vacancies."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence

from orgviz.drawio.labels import font_css
from orgviz.drawio.markup import PART, dashes, html, style, vertex
from orgviz.layout.pictures import PlacedPhoto, covered_last
from orgviz.layout.scene import PlacedCard
from orgviz.output.svg_markup import escape_attribute

# In a style a semicolon ends a setting: there a data address has no word for its encoding.
_IMAGE = "shape=image;imageAspect=0;aspect=fixed;verticalLabelPosition=middle"
_CIRCLE = "clipPath=inset(0% 0% 0% 0% round 50%)"


def pictures(placed: PlacedCard, fonts: Sequence[str]) -> Iterator[str]:
    """Yield a cell for each picture, in the order of painting."""
    for photo in covered_last(placed.photos):
        number = placed.photos.index(photo)
        # No id of a card has a dot in it.
        id = f"{placed.card.id}.photo{number}"
        yield vertex(
            id,
            _style(photo) + PART,
            photo.rect,
            parent=escape_attribute(placed.card.id),
            label=_letters(photo, fonts),
            tooltip=html(photo.portrait.name),
        )


def _letters(photo: PlacedPhoto, fonts: Sequence[str]) -> str:
    if photo.letters is None:
        return ""
    return f'<span style="{font_css(fonts)}">{html(photo.letters.text)}</span>'


def _style(photo: PlacedPhoto) -> str:
    portrait = photo.portrait
    if portrait.data is not None:
        address = f"image=data:{portrait.mime},{b64encode(portrait.data).decode('ascii')}"
        return style(_IMAGE, *([_CIRCLE] if portrait.is_round else []), address)
    if photo.letters is None:
        return style("ellipse", fillColor=portrait.ground, strokeColor=portrait.fill) + dashes((2.5, 2.0))
    return style(
        "ellipse",
        html=1,
        fillColor=portrait.fill,
        strokeColor=portrait.ground,
        fontColor=portrait.ink,
        fontSize=photo.letters.style.size,
        fontStyle=1,
        spacing=0,
    )
