"""Draw the pictures of a card as items of a drawing: photos, letters in a circle, and open circles for vacancies."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.layout.geometry import Rect
from orgviz.layout.pictures import PlacedPhoto, covered_last
from orgviz.layout.scene import PlacedCard
from orgviz.output.drawing import Image, Path, Text

# How far the ends of the curves that make a circle reach, as a share of its radius.
_ROUND = 0.5522847498
# Of what is cut out around a picture that lies over another.
_RIM = 1.2
# From the middle of capital and Chinese letters down to their baseline, as a share of their size.
_BELOW_MIDDLE = 0.36
_OPEN_DASH = (2.5, 2.0)
_OPEN_WIDTH = 0.9


def portraits(placed: PlacedCard) -> Iterator[Path | Text | Image]:
    """Yield what shows the people of a card, in the order of painting."""
    for photo in covered_last(placed.photos):
        rect = photo.rect
        yield from _one(photo, Rect(rect.x + placed.rect.x, rect.y + placed.rect.y, rect.width, rect.height))


def _one(photo: PlacedPhoto, rect: Rect) -> Iterator[Path | Text | Image]:
    portrait = photo.portrait
    radius = rect.width / 2
    if not portrait.is_round and portrait.data is not None:
        yield Image(rect.x, rect.y, rect.width, portrait.data, portrait.mime, portrait.name, is_round=False)
        return
    if not portrait.initials:
        yield _circle(rect, radius - _OPEN_WIDTH / 2, portrait.ground, portrait.fill, _OPEN_WIDTH, _OPEN_DASH)
        return
    if portrait.data is not None:
        yield _circle(rect, radius + _RIM / 2, portrait.ground, None)
        yield Image(rect.x, rect.y, rect.width, portrait.data, portrait.mime, portrait.name)
        return
    yield _circle(rect, radius, portrait.fill, portrait.ground, _RIM)
    if photo.letters is not None:
        baseline = rect.center_y + _BELOW_MIDDLE * photo.letters.style.size
        yield Text(rect.center_x, baseline, "middle", (photo.letters,), rect.width * 0.86)


def _circle(
    rect: Rect, radius: float, fill: str | None, stroke: str | None, width: float = 1.0, dash: tuple[float, ...] = ()
) -> Path:
    x, y, reach = rect.center_x, rect.center_y, radius * _ROUND
    commands = (
        ("M", (x + radius, y)),
        ("C", (x + radius, y + reach, x + reach, y + radius, x, y + radius)),
        ("C", (x - reach, y + radius, x - radius, y + reach, x - radius, y)),
        ("C", (x - radius, y - reach, x - reach, y - radius, x, y - radius)),
        ("C", (x + reach, y - radius, x + radius, y - reach, x + radius, y)),
        ("Z", ()),
    )
    return Path(commands, fill, stroke, width, dash)
