"""Draw the items of a drawing on a context of cairo, which is asked for no more than changes from one to the next."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from orgviz.lean import dataclass
from orgviz.output.cairo_context import Context
from orgviz.output.cairo_surfaces import carried_picture
from orgviz.output.drawing import Image, Item, Path, Polygon, Text
from orgviz.output.font_outlines import Outlines
from orgviz.output.fonts import Piece, Setting
from orgviz.output.outline_path import trace
from orgviz.output.svg_pieces import BOLDER, LINE_BELOW, LINE_THROUGH, LINE_THROUGH_WIDTH, LINE_WIDTH, SLANT
from orgviz.photos.values import Picture

_CARRIED = ("image/jpeg", "image/png")
_MITER_LIMIT = 4  # of SVG
_CORNERS = 4


@dataclass(frozen=True, slots=True)
class Letters:
    """How texts are drawn: in which faces, and, where cairo may not know those by their names, by which outlines."""

    setting: Setting
    outlines: Outlines | None = None


class Brush:
    """Draws on one context, whose colour, font, dashes and width of lines it keeps in mind."""

    def __init__(self, context: Context, letters: Letters):
        self._context, self._letters = context, letters
        self._forget()
        context.set_miter_limit(_MITER_LIMIT)

    def _forget(self) -> None:
        """Know nothing of the context, such as after it was restored."""
        self._color: str | None = None
        self._font: tuple[str, bool, float] | None = None
        self._dash: tuple[float, ...] | None = None
        self._width: float | None = None

    def cover(self, color: str) -> None:
        """Fill all that there is; cairo takes that for a new beginning, so it has to be the first thing."""
        self._dip(color)
        self._context.paint()

    def draw(self, item: Item) -> None:
        """Draw one item."""
        if isinstance(item, Text):
            for piece in self._letters.setting.pieces(item):
                self._write(piece, item.y)
        elif isinstance(item, Image):
            _show_image(self._context, item)
        else:
            self._shape(item)

    def _dip(self, color: str) -> None:
        if color != self._color:
            self._color = color
            self._context.set_source_rgb(*_rgb(color))

    def _shape(self, item: Polygon | Path) -> None:
        stroked = item.stroke is not None and item.stroke_width > 0
        if item.fill is None and not stroked:
            return
        context = self._context
        _outline_polygon(context, item) if isinstance(item, Polygon) else _outline_path(context, item)
        if item.fill is not None:
            self._dip(item.fill)
            context.fill_preserve() if stroked else context.fill()
        if item.stroke is not None and stroked:
            self._stroke(item.stroke, item.stroke_width, item.dash)

    def _stroke(self, color: str, width: float, dash: tuple[float, ...] = ()) -> None:
        self._dip(color)
        context = self._context
        if dash != self._dash:
            self._dash = dash
            context.set_dash(dash)
        if width != self._width:
            self._width = width
            context.set_line_width(width)
        context.stroke()

    def _write(self, piece: Piece, y: float) -> None:
        """Draw the letters of a piece in one go, so that they stay words; and the line through what is struck."""
        context, style = self._context, piece.style
        if piece.text.strip():
            if piece.face is None:
                # A line stands for characters that no font has, instead of a row of empty squares.
                gap = LINE_WIDTH * piece.size
                self._level(piece.x + gap, piece.x + piece.width - gap, y + LINE_BELOW * piece.size, gap, style.color)
            elif self._letters.outlines is not None:
                self._trace(piece, y, self._letters.outlines)
            elif piece.stretch != 1 or style.italic:
                context.save()
                slant = SLANT if style.italic else 0.0
                context.transform(piece.stretch, 0, slant, 1, piece.x, y)
                self._show(piece, 0, 0)
                context.restore()
                self._forget()
            else:
                self._show(piece, piece.x, y)
        if style.strike:
            width = LINE_THROUGH_WIDTH * piece.size
            self._level(piece.x, piece.x + piece.width, y - LINE_THROUGH * piece.size, width, style.color)

    def _level(self, x: float, right: float, y: float, width: float, color: str) -> None:
        """Draw a level line."""
        self._context.move_to(x, y)
        self._context.line_to(right, y)
        self._stroke(color, width)

    def _show(self, piece: Piece, x: float, y: float) -> None:
        context = self._context
        face = piece.face
        if face is None:
            return
        font = (face.family, face.bold, piece.size)
        if font != self._font:
            self._font = font
            context.set_font_face(face.family, bold=face.bold)
            context.set_font_size(piece.size)
        self._dip(piece.style.color)
        context.move_to(x, y)
        context.show_text(piece.text)
        if _is_pale(piece):
            context.move_to(x, y)
            context.text_path(piece.text)
            self._stroke(piece.style.color, BOLDER * piece.size)

    def _trace(self, piece: Piece, y: float, outlines: Outlines) -> None:
        if piece.face is None:
            return
        context = self._context
        scale = piece.size / outlines.units[piece.face]
        context.save()
        slant = SLANT * scale if piece.style.italic else 0.0
        context.transform(scale * piece.stretch, 0, slant, scale, piece.x, y)
        trace(context, outlines.path(piece, self._letters.setting))
        self._dip(piece.style.color)
        if _is_pale(piece):
            context.fill_preserve()
            self._stroke(piece.style.color, BOLDER * outlines.units[piece.face])
        else:
            context.fill()
        context.restore()
        self._forget()


def _is_pale(piece: Piece) -> bool:
    """Whether letters should be bold and their face is not: they get a stroke."""
    face = piece.face
    return face is not None and piece.style.bold and not (face.bold or face.colored)


def _outline_polygon(context: Context, item: Polygon) -> None:
    points = item.points
    # Where dashes begin depends on where the outline does.
    if len(points) == _CORNERS and not item.dash and _is_upright(points):
        (x, y), (right, bottom) = points[0], points[2]
        context.rectangle(x, y, right - x, bottom - y)
        return
    context.move_to(*points[0])
    for point in points[1:]:
        context.line_to(*point)
    context.close_path()


def _is_upright(points: Sequence[tuple[float, float]]) -> bool:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    return (ay == by and bx == cx and cy == dy and dx == ax) or (ax == bx and by == cy and cx == dx and dy == ay)


def _outline_path(context: Context, item: Path) -> None:
    for letter, values in item.commands:
        match letter:
            case "M":
                context.move_to(*values)
            case "L":
                context.line_to(*values)
            case "C":
                context.curve_to(*values)
            case _:
                context.close_path()


def _show_image(context: Context, item: Image) -> None:
    """Draw a picture that is carried along, whole or as a circle; a PDF keeps a JPEG as it is."""
    from orgviz.photos.pixels import argb  # noqa: PLC0415 - it takes time, and few charts have photos

    if item.mime not in _CARRIED:
        raise ValueError(f"a chart carries no such pictures: {item.mime}")
    width, height, pixels = argb(Picture(item.data, item.mime))
    x, y, size = item.x, item.y, item.size
    context.save()
    if item.is_round:
        context.new_path()
        context.arc(x + size / 2, y + size / 2, size / 2, 0, 2 * math.pi)
        context.clip()
    context.translate(x, y)
    context.scale(size / width, size / height)
    with carried_picture(width, height, pixels, item.data if item.mime == "image/jpeg" else None) as picture:
        context.show_picture(picture)
    context.restore()


@lru_cache(maxsize=1024)
def _rgb(color: str) -> tuple[float, float, float]:
    """Return the shares of red, green and blue in ``#rrggbb``."""
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue
