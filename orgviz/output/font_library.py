"""Tell what characters faces have and how wide they are, opening few font files, and each once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from orgviz.diagnostics import ToolError
from orgviz.output.font_faces import Face
from orgviz.output.font_files import OpenFont

_LATIN = "AZaz09"  # a face without these has punctuation for another script: ASCII is not set in it


class FontLibrary:
    """The font files of one run, opened when they are first needed."""

    __slots__ = ("_fonts", "_latin", "_ranges")

    def __init__(self) -> None:
        self._fonts: dict[Face, OpenFont | None] = {}
        self._ranges: dict[Face, tuple[list[int], list[int]]] = {}
        self._latin: dict[Face, bool] = {}

    def has(self, face: Face, char: str) -> bool:
        """Whether `char` should be set in `face` where nothing better has it."""
        if not self._may_have(face, char):
            return False
        if char.isascii() and not self._has_latin(face):
            return False
        font = self._open(face)
        return font is not None and char in font

    def advances(self, face: Face, chars: Sequence[str]) -> dict[str, float]:
        """Return how wide each of `chars`, which `face` has, is, in ems."""
        font = self._open(face)
        return dict(zip(chars, font.advances(chars), strict=True)) if font else {}

    def _may_have(self, face: Face, char: str) -> bool:
        """Whether the list of fonts says so, or says nothing."""
        if not face.charset:
            return True
        if face not in self._ranges:
            self._ranges[face] = _read_ranges(face.charset)
        starts, ends = self._ranges[face]
        place = bisect_right(starts, ord(char)) - 1
        return place >= 0 and ord(char) <= ends[place]

    def _has_latin(self, face: Face) -> bool:
        if face not in self._latin:
            font = self._open(face)
            self._latin[face] = font is not None and all(char in font for char in _LATIN)
        return self._latin[face]

    def _open(self, face: Face) -> OpenFont | None:
        """Open `face`, or return ``None`` for a file that is broken: another font will do."""
        if face not in self._fonts:
            try:
                self._fonts[face] = OpenFont(face)
            except ToolError:
                self._fonts[face] = None
        return self._fonts[face]


def _read_ranges(charset: str) -> tuple[list[int], list[int]]:
    """Read ``20-7e a0`` as the first and the last characters of each range."""
    pairs = [item.partition("-") for item in charset.split()]
    return [int(first, 16) for first, _, _ in pairs], [int(last or first, 16) for first, _, last in pairs]
