"""Inputs that no file of the checkout holds, from which fuzzing starts."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image
from pptx import Presentation

from orgviz.dot_shapes import to_shapes
from orgviz.output.graphviz_engine import draw
from tools.fuzz.drawings import scene, whole

_PHOTOS = (("RGB", "JPEG"), ("RGBA", "PNG"), ("P", "GIF"), ("L", "PNG"), ("CMYK", "JPEG"), ("RGBA", "WEBP"))


def drawn() -> Iterator[bytes]:
    """Yield what Graphviz makes of the small chart."""
    yield draw(to_shapes(scene(), whole()))


def photos() -> Iterator[bytes]:
    """Yield a small picture of each kind."""
    for mode, kind in _PHOTOS:
        file = io.BytesIO()
        Image.new(mode, (8, 6)).save(file, kind)
        yield file.getvalue()


def decks() -> Iterator[bytes]:
    """Yield a deck without slides."""
    file = io.BytesIO()
    Presentation().save(file)
    yield file.getvalue()
