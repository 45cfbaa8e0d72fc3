"""Write texts that are set in known fonts as outlines."""

from __future__ import annotations

from collections.abc import Callable

from orgviz.output.drawing import Text
from orgviz.output.font_outlines import Outlines
from orgviz.output.fonts import Piece, Setting
from orgviz.output.svg_markup import escape_attribute, number

SLANT = -0.2  # of italic letters, which are drawn from upright faces: x per y
BOLDER = 0.03  # width of the stroke that makes a regular face bold where there is no bold one, in ems
LINE_BELOW, LINE_WIDTH = 0.12, 0.04  # of the line under what no font has, in ems
LINE_THROUGH, LINE_THROUGH_WIDTH = 0.3, 0.07  # of the line through what is struck, above the baseline, in ems


def outline_writer(setting: Setting, outlines: Outlines) -> Callable[[Text], str]:
    """Return what writes a text as filled outlines that bear its words as a label."""

    def write(text: Text) -> str:
        paths = "".join(
            [_struck(_outline(piece, text.y, outlines, setting), piece, text.y) for piece in setting.pieces(text)]
        )
        return f'<g class="text" aria-label="{escape_attribute(text.plain)}">\n{paths}</g>\n'

    return write


def _struck(written: str, piece: Piece, y: float) -> str:
    """Put the line through a piece behind it, where its style asks for one; spaces between words have it, too."""
    if not piece.style.strike:
        return written
    line = number(y - LINE_THROUGH * piece.size)
    return (
        f'{written}<path fill="none" stroke="{escape_attribute(piece.style.color)}"'
        f' stroke-width="{number(LINE_THROUGH_WIDTH * piece.size)}"'
        f' d="M{number(piece.x)} {line}H{number(piece.x + piece.width)}"/>\n'
    )


def _outline(piece: Piece, y: float, outlines: Outlines, setting: Setting) -> str:
    if not piece.text.strip():
        return ""
    if piece.face is None:
        return _line_below(piece, y)
    data = outlines.path(piece, setting)
    if not data:
        return ""
    scale = piece.size / outlines.units[piece.face]
    slant = SLANT * scale if piece.style.italic else 0.0
    matrix = f"{_ratio(scale * piece.stretch)} 0 {_ratio(slant)} {_ratio(scale)} {number(piece.x)} {number(y)}"
    paint = _paint(piece, outlines.units[piece.face])
    return f'<path{paint} transform="matrix({matrix})" d="{data}"/>\n'


def _paint(piece: Piece, em: float) -> str:
    """Write the colour of the letters, with a stroke where they should be bold and their face is not."""
    color = escape_attribute(piece.style.color)
    if piece.face is None or piece.face.bold or not piece.style.bold or piece.face.colored:
        return f' fill="{color}"'
    return f' fill="{color}" stroke="{color}" stroke-width="{_ratio(BOLDER * em)}"'


def _line_below(piece: Piece, y: float) -> str:
    """Write the line that stands for characters that no font has, instead of a row of empty squares."""
    line = number(y + LINE_BELOW * piece.size)
    gap = LINE_WIDTH * piece.size
    return (
        f'<path fill="none" stroke="{escape_attribute(piece.style.color)}" stroke-width="{number(gap)}"'
        f' d="M{number(piece.x + gap)} {line}H{number(piece.x + piece.width - gap)}"/>\n'
    )


def _ratio(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".")
