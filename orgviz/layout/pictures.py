"""Place the pictures of a card: one beside the other before its name and heads, those behind partly covered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.chart.values import Card, Paragraph, Part, Portrait
from orgviz.layout.geometry import Rect
from orgviz.lean import dataclass
from orgviz.style.values import TextRun, TextStyle
from orgviz.typography.measure import text_width

# Between the pictures and the text, and of one picture the share that the next leaves uncovered, in points.
GAP = 6.0
_STEP = 0.84
# Between a logo and faces.
_AFTER_LOGO = 4.0
_BESIDE = (Part.NAME, Part.TAG, Part.HEAD)
# Letters, as shares of the circle: the largest size, and how wide they may be.
_LARGEST, _WIDEST = 0.42, 0.7


@dataclass(frozen=True, slots=True)
class PlacedPhoto:
    """A picture in a card.

    Args:
        rect: in points from the card's top left corner; a square.
        letters: what is written in the middle where there is no photo.
    """

    rect: Rect
    portrait: Portrait
    letters: TextRun | None = None


@dataclass(frozen=True, slots=True)
class PictureRow:
    """The pictures of a card in one row, from (0, 0); without any it takes no room."""

    photos: tuple[PlacedPhoto, ...]
    width: float
    height: float

    @property
    def room(self) -> float:
        """What the text beside them loses, in points."""
        return self.width + GAP if self.photos else 0.0

    def at(self, x: float, y: float) -> tuple[PlacedPhoto, ...]:
        """Return them moved to a place."""
        return tuple(moved(photo, x, y) for photo in self.photos)


def moved(photo: PlacedPhoto, x: float, y: float) -> PlacedPhoto:
    """Return a picture moved by so much."""
    rect = photo.rect
    return replace(photo, rect=Rect(rect.x + x, rect.y + y, rect.width, rect.height))


def picture_row(card: Card, size: float) -> PictureRow:
    """Return the pictures of a card in a row of squares of this size."""
    photos: list[PlacedPhoto] = []
    x = right = 0.0
    for portrait in card.portraits:
        photos.append(PlacedPhoto(Rect(x, 0.0, size, size), portrait, _letters(portrait, size)))
        right = x + size
        x += size * _STEP if portrait.is_round else size + _AFTER_LOGO
    return PictureRow(tuple(photos), right, size if photos else 0.0)


def room_beside(card: Card, paragraph: Paragraph, size: float) -> float:
    """Return by how much a card must be wider for a paragraph that stands beside its pictures."""
    return picture_row(card, size).room if card.portraits and paragraph.part in _BESIDE else 0.0


def _letters(portrait: Portrait, size: float) -> TextRun | None:
    if portrait.data is not None or not portrait.initials:
        return None
    wide = text_width(portrait.initials, 1.0, True)
    points = round(min(_LARGEST, _WIDEST / max(wide, 0.1)) * size, 1)
    return TextRun(portrait.initials, TextStyle(points, portrait.ink, bold=True))


def top_of(row: PictureRow, text_height: float) -> tuple[float, float]:
    """Return how far below the upper edge of both the pictures and the text begin: the lower one has the middle."""
    if not row.photos:
        return 0.0, 0.0
    more = text_height - row.height
    return max(0.0, more / 2), max(0.0, -more / 2)


def covered_last(photos: Sequence[PlacedPhoto]) -> list[PlacedPhoto]:
    """Return pictures in the order of painting: the first lies over the second."""
    return list(reversed(photos))
