"""Choose whose pictures stand in which card: of who leads a department or holds a post, and a department's logo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.chart.texts import Row
from orgviz.chart.values import Card, Detail, PhotoMode, Portrait
from orgviz.lean import dataclass
from orgviz.model import Node, NodeKind
from orgviz.photos.values import Pictures
from orgviz.style import colour

MOST_SHOWN = 3
"""In one card; of more the last says how many."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """What is known about pictures.

    Args:
        pictures: by the files that the organisation names.
    """

    mode: PhotoMode = PhotoMode.NONE
    pictures: Pictures | None = None
    lang: str = "en"

    def portraits(self, node: Node, rows: Sequence[Row], card: Card) -> tuple[Portrait, ...]:
        """Return the pictures of a card: the logo, then faces; whoever has no photo has letters."""
        faces = list(self._faces(node, rows))
        if len(faces) > MOST_SHOWN:
            rest = faces[MOST_SHOWN - 1 :]
            names = ", ".join(face.name for face in rest)
            faces = [*faces[: MOST_SHOWN - 1], Portrait(name=names, initials=f"+{len(rest)}")]
        logo = [self._portrait(node.name, node, None, is_round=False)] if self._has_logo(node) else []
        fill = card.style.edge or card.style.border
        # Letters stand on the colour of the department: white, or where that is bright the box's own colour.
        is_bright = colour.contrast("#ffffff", fill) < colour.VISIBLE
        ink = colour.legible(card.style.fill, fill, colour.VISIBLE) if is_bright else "#ffffff"
        return tuple(replace(one, fill=fill, ink=ink, ground=card.style.fill) for one in (*logo, *faces))

    def _has_logo(self, node: Node) -> bool:
        return node.kind is NodeKind.UNIT and any(photo.of is None for photo in node.photos)

    def _faces(self, node: Node, rows: Sequence[Row]) -> Iterator[Portrait]:
        if node.kind is not NodeKind.UNIT:
            yield from self._people(node)
        for row in rows:
            if row.node.head:
                yield from self._people(row.node)

    def _people(self, node: Node) -> Iterator[Portrait]:
        if node.kind is NodeKind.PERSON:
            yield self._portrait(node.name, node, None)
            return
        for holder in dict.fromkeys(node.holders):
            of = holder if any(photo.of == holder for photo in node.photos) else None
            yield self._portrait(holder, node, of, own=len(node.holders) == 1)
        if not node.holders and any(photo.of is None for photo in node.photos):
            yield self._portrait(node.name, node, None)
        elif not node.holders and node.vacant:
            yield Portrait(name="", initials="")

    def _portrait(self, name: str, node: Node, of: str | None, *, is_round: bool = True, own: bool = True) -> Portrait:
        from orgviz.chart.initials import initials  # noqa: PLC0415 - few charts show faces

        photo = next((one for one in node.photos if one.of == of), None) if of is not None or own else None
        picture = (self.pictures or {}).get(photo.file) if photo is not None else None
        return Portrait(
            name=name,
            initials=initials(name, self.lang),
            data=picture.data if picture else None,
            mime=picture.mime if picture else "",
            is_round=is_round,
        )


NO_GALLERY = Gallery()


def hung(
    cards: Sequence[Card], shown: Sequence[tuple[Node, Sequence[Row]]], detail: Detail, gallery: Gallery
) -> list[Card]:
    """Return the cards with their pictures; without a single photo of somebody there are no letters either.

    Args:
        shown: for the first of the cards, the node of each and the lines in it; others have no pictures.
    """
    if gallery.mode is PhotoMode.NONE or detail is Detail.NAMES:
        return list(cards)
    if gallery.mode is PhotoMode.AUTO and not gallery.pictures and not any(_name_photos(*one) for one in shown):
        return list(cards)
    found = [gallery.portraits(node, rows, card) for card, (node, rows) in zip(cards, shown, strict=False)]
    if gallery.mode is PhotoMode.AUTO and not any(one.data and one.is_round for row in found for one in row):
        found = [tuple(one for one in row if not one.is_round) for row in found]
    with_pictures = [replace(card, portraits=row) if row else card for card, row in zip(cards, found, strict=False)]
    return [*with_pictures, *cards[len(found) :]]


def _name_photos(node: Node, rows: Sequence[Row]) -> bool:
    return bool(node.photos) or any(row.node.photos for row in rows)
