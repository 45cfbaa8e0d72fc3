"""Where on its sheet a drawing stands, and how much it is enlarged."""

from __future__ import annotations

from orgviz.lean import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """The sheet that a drawing is put on.

    Args:
        width, height: of the sheet, in pixels of a PNG or points of a PDF.
        x, y, scale: where on the sheet the drawing's top left corner is, and how much it is enlarged.
    """

    width: float
    height: float
    x: float
    y: float
    scale: float
