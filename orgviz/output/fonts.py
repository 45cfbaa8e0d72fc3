"""Set the texts of a drawing in fonts of this machine: which face draws which character, and where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from orgviz.lean import dataclass
from orgviz.output.drawing import Drawing, Text
from orgviz.output.font_faces import Face, Family
from orgviz.output.font_library import FontLibrary
from orgviz.output.font_ranking import rank_families
from orgviz.output.fonts_installed import families_in_file, installed_families
from orgviz.style.values import TextRun, TextStyle
from orgviz.typography.measure import text_width

# Letters narrower than this share of their width are hard to read: the text gets smaller instead.
NARROWEST = 0.75
# Of an emoji made of several, cairo draws each alone: so the first stands for all, without a skin tone.
_JOINED = re.compile("\u200d[\u2190-\u2bff\U0001f000-\U0001ffff]|[\U0001f3fb-\U0001f3ff]")
_COMBINING = re.compile("[\u0300-\u036f\u3099\u309a]")

# How much of a text stands before the place that it is given.
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}

Glyphs = Mapping[tuple[str, bool], "Glyph"]


class Glyph(NamedTuple):
    """The face that draws a character (``None`` when no font has it) and how far the pen moves on, in ems."""

    face: Face | None
    advance: float


class Piece(NamedTuple):
    """Characters of a text that one face draws in one go.

    Args:
        text: at least one character.
        face: ``None`` for characters that no font has: they are left blank.
        style: of its run; `size` is the size to draw it at.
        x: where it starts.
        width: how far the pen moves on, after stretching.
        stretch: horizontal scale of the letters: 1, or less where the text would not fit.
    """

    text: str
    face: Face | None
    style: TextStyle
    x: float
    width: float
    size: float
    stretch: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How the texts of a drawing are set.

    Args:
        glyphs: for every character of the drawing and whether it is bold.
    """

    glyphs: Glyphs

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that no font has, each once, in the order of the drawing; no spaces."""
        chars = (char for (char, _), glyph in self.glyphs.items() if glyph.face is None)
        return tuple(dict.fromkeys(char for char in chars if not char.isspace()))

    @property
    def faces(self) -> tuple[Face, ...]:
        """The faces in use, in the order of the drawing."""
        return tuple(dict.fromkeys(glyph.face for glyph in self.glyphs.values() if glyph.face is not None))

    @property
    def not_bold(self) -> tuple[str, ...]:
        """The families that have no bold face for bold text: their regular one gets a stroke."""
        faces = (glyph.face for (_, bold), glyph in self.glyphs.items() if bold)
        pale = (face for face in faces if face is not None and not (face.bold or face.colored))
        return tuple(dict.fromkeys(face.family for face in pale))

    def of(self, drawing: Drawing) -> Setting:
        """Return as much of it as one of several drawings needs."""
        return Setting({key: self.glyphs[key] for key in dict.fromkeys(_characters(drawing))})

    def characters_by_face(self) -> dict[Face, list[str]]:
        """Return the characters that each face draws, all in the order of the drawing, each once."""
        found: dict[Face, dict[str, None]] = {}
        for (char, _), glyph in self.glyphs.items():
            if glyph.face is not None:
                found.setdefault(glyph.face, {})[char] = None
        return {face: list(chars) for face, chars in found.items()}

    def pieces(self, text: Text) -> tuple[Piece, ...]:
        """Return the pieces of `text` from left to right, made to fit into its width."""
        parts = _parts(text.runs, self.glyphs)
        natural = sum([advance * style.size for _, _, style, advance in parts])
        stretch, shrink = _fit(natural, text.width)
        factor = stretch * shrink
        x = text.x - natural * factor * _BEFORE[text.anchor]
        pieces = []
        for part, face, style, advance in parts:
            width = advance * style.size * factor
            pieces.append(Piece(part, face, style, x, width, style.size * shrink, stretch))
            x += width
        return tuple(pieces)


@dataclass(frozen=True, slots=True)
class FontSet:
    """The families to choose from: `chosen` by the user, before all others, and `installed`."""

    chosen: tuple[Family, ...]
    installed: tuple[Family, ...]


def find_fonts(font_file: Path | None = None) -> FontSet:
    """Return the fonts of this machine, with those of `font_file` before them.

    Raises:
        ToolError: `font_file` is not a font.
    """
    chosen = families_in_file(font_file) if font_file else ()
    return FontSet(chosen, installed_families())


def set_drawing(drawing: Drawing, fonts: FontSet, *, outlines: bool = False) -> Setting:
    """Choose a face for every character of `drawing`, by its wishes and its language.

    Args:
        outlines: only take faces that have outlines, which coloured emoji have not.
    """
    needed = dict.fromkeys(_characters(drawing))
    east_asian = any(is_east_asian(char) for char, _ in needed)
    ranked = (
        *fonts.chosen,
        *rank_families(fonts.installed, drawing.fonts, drawing.lang, east_asian=east_asian),
    )
    usable = [family for family in ranked if not (outlines and family.colored)]
    library = FontLibrary()
    faces = {(char, bold): _face(char, bold, usable, library) for char, bold in needed}
    advances = _advances(faces, library)
    return Setting(
        {
            (char, bold): Glyph(face, advances[face, char] if face else text_width(char, 1.0))
            for (char, bold), face in faces.items()
        }
    )


def drawn_characters(text: str) -> str:
    """Return `text` as it is drawn: letters and their marks composed, joiners and selectors left out."""
    if text.isascii() and text.isprintable():
        return text
    if _COMBINING.search(text):
        text = unicodedata.normalize("NFC", text)
    return "".join(char for char in _JOINED.sub("", text) if not _is_invisible(char))


def is_east_asian(char: str) -> bool:
    """Whether `char` is as wide as a Chinese character and not an emoji."""
    if char >= "\U0001f000":
        return "\U00020000" <= char < "\U0003fffe"
    return unicodedata.east_asian_width(char) in "WF"


def _characters(drawing: Drawing) -> Iterator[tuple[str, bool]]:
    runs = dict.fromkeys(
        (run.text, run.style.bold)
        for group in drawing.groups
        for item in group.items
        if isinstance(item, Text)
        for run in item.runs
    )
    for text, bold in runs:
        yield from ((char, bold) for char in drawn_characters(text))


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cf", "Cc") or "\ufe00" <= char <= "\ufe0f" or char >= "\U000e0100"


def _face(char: str, bold: bool, families: Sequence[Family], library: FontLibrary) -> Face | None:
    """Choose a face: a better family goes before a bolder face."""
    faces = (face for family in families for face in family.faces(bold) if library.has(face, char))
    return next(faces, None)


def _advances(faces: Mapping[tuple[str, bool], Face | None], library: FontLibrary) -> dict[tuple[Face, str], float]:
    chars_by_face: dict[Face, list[str]] = {}
    for (char, _), face in faces.items():
        if face is not None:
            chars_by_face.setdefault(face, []).append(char)
    return {
        (face, char): advance
        for face, chars in chars_by_face.items()
        for char, advance in library.advances(face, chars).items()
    }


def _parts(runs: Sequence[TextRun], glyphs: Glyphs) -> list[tuple[str, Face | None, TextStyle, float]]:
    """Return the characters that one face draws in one style, with their width in ems."""
    parts = []
    for run in runs:
        style, chars = run.style, drawn_characters(run.text)
        bold = style.bold
        row = [glyphs[char, bold] for char in chars]
        faces = [face for face, _ in row]
        start = 0
        while start < len(row):
            # Mostly one face has them all.
            face, end = faces[start], len(row)
            if faces.count(face) < end:
                end = next((place for place in range(start, end) if faces[place] != face), end)
            parts.append((chars[start:end], face, style, sum([advance for _, advance in row[start:end]])))
            start = end
    return parts


def _fit(natural: float, room: float) -> tuple[float, float]:
    """Return by what to scale the letters' width, and then the size, to fit into `room`."""
    if natural <= room or room <= 0:
        return 1.0, 1.0
    stretch = max(NARROWEST, room / natural)
    return stretch, min(1.0, room / (natural * stretch))
