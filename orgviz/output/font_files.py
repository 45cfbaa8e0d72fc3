"""Read font files through fontTools, which is imported only when a font is opened."""

from __future__ import annotations

import contextlib
import io
import struct
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from orgviz.diagnostics import ToolError
from orgviz.output.font_faces import REGULAR, Face
from orgviz.output.font_tables import FontTables

TTFont: TypeAlias = Any  # of fontTools, which has no types

# A step of an outline as fontTools records it: the pen's method, and points in font units, y upwards.
Step = tuple[str, tuple[Any, ...]]

# What fontTools raises on files that are not what they should be; `TTLibError` is added once it is imported.
_BROKEN = (OSError, KeyError, AttributeError, AssertionError, ValueError, IndexError, TypeError, struct.error)
_COLLECTIONS = (".ttc", ".otc")
_MOST_FACES = 64
_NORMAL_WIDTH = 5  # OS/2.usWidthClass
_SLANTED = 1 << 0 | 1 << 9  # OS/2.fsSelection: italic, oblique
_TYPOGRAPHIC_FAMILY, _FAMILY = 16, 1  # name identifiers
_OUTLINES = ("glyf", "CFF ", "CFF2")


class OpenFont:
    """A font file held open: which characters it has, how wide they are, what they look like."""

    __slots__ = ("_face", "_font", "_location", "_names", "_tables", "units")

    def __init__(self, face: Face):
        """Open the file.

        Raises:
            ToolError: it cannot be read as a font.
        """
        self._face = face
        self._font: TTFont | None = None
        self._names: dict[int, str] = {}
        self._location: dict[str, float] | None = None
        self._tables = _plain_tables(face)
        if self._tables is None:
            self._read()
            self.units: int = self._opened["head"].unitsPerEm
        else:
            self.units = self._tables.units

    def _read(self) -> None:
        """Let fontTools read the file, which takes time."""
        face = self._face
        try:
            self._font = open_ttfont(face)
            self._names = self._font.getBestCmap() or {}
            self._location = location_of(self._font, face)
            self._font["head"]
        except _broken() as error:
            raise ToolError(f"font file '{face.path}' cannot be read: {error}") from error

    @property
    def _opened(self) -> TTFont:
        if self._font is None:
            self._read()
        return self._font

    def __contains__(self, char: str) -> bool:
        if self._tables is not None:
            return self._tables.glyph(char) != 0
        return ord(char) in self._names

    def advances(self, chars: Iterable[str]) -> tuple[float, ...]:
        """Return how far the pen moves on after each of `chars`, in ems."""
        if self._tables is not None:
            return tuple(self._tables.advance(self._tables.glyph(char)) for char in chars)
        names = [self._names[ord(char)] for char in chars]
        if self._location is None:
            widths = [self._opened["hmtx"][name][0] for name in names]
        else:
            glyphs = self._opened.getGlyphSet(self._location)
            widths = [glyphs[name].width for name in names]
        return tuple(float(width) / self.units for width in widths)

    def outlines(self, chars: Iterable[str]) -> tuple[tuple[Step, ...], ...]:
        """Return the steps that draw each of `chars`; of a face that has outlines."""
        from fontTools.pens.recordingPen import DecomposingRecordingPen  # noqa: PLC0415 - loading it takes time

        glyphs = self._opened.getGlyphSet(self._location)
        drawn = []
        for char in chars:
            pen = DecomposingRecordingPen(glyphs)
            glyphs[self._names[ord(char)]].draw(pen)
            drawn.append(tuple(pen.value))
        return tuple(drawn)


def _plain_tables(face: Face) -> FontTables | None:
    """Return the tables of a font that does not vary; nothing where they are not plain to read."""
    if face.instance:
        return None
    with contextlib.suppress(OSError, ValueError, struct.error, IndexError):
        return FontTables(face.path, face.index)
    return None


def open_ttfont(face: Face) -> TTFont:
    """Read the file of `face` as a fontTools ``TTFont``, which needs no closing; its tables are read late."""
    from fontTools import ttLib  # noqa: PLC0415 - loading it takes time

    content = io.BytesIO(Path(face.path).read_bytes())
    return ttLib.TTFont(content, fontNumber=face.index, lazy=True, recalcTimestamp=False)


def location_of(font: TTFont, face: Face) -> dict[str, float] | None:
    """Return where on the axes of a variable font `face` is; ``None`` for one that does not vary."""
    if not face.instance:
        return None
    return dict(font["fvar"].instances[face.instance - 1].coordinates)


def faces_in_file(path: str, *, private: bool) -> tuple[Face, ...]:
    """Return the upright faces of normal width in a font file; none when it cannot be read."""
    from fontTools import ttLib  # noqa: PLC0415 - loading it takes time

    faces: list[Face] = []
    # What ends it is a broken file, or the last face of a collection.
    with contextlib.suppress(*_broken()), Path(path).open("rb") as file:
        for index in range(_MOST_FACES if path.lower().endswith(_COLLECTIONS) else 1):
            font = ttLib.TTFont(file, fontNumber=index, lazy=True)
            faces.extend(_faces_of(font, path, index, private=private))
    return tuple(faces)


def _broken() -> tuple[type[Exception], ...]:
    from fontTools import ttLib  # noqa: PLC0415 - loading it takes time

    return (*_BROKEN, ttLib.TTLibError)


def _faces_of(font: TTFont, path: str, index: int, *, private: bool) -> Iterator[Face]:
    families = _family_names(font)
    measures = font["OS/2"]
    if not families or measures.usWidthClass != _NORMAL_WIDTH or measures.fsSelection & _SLANTED:
        return
    colored = not any(table in font for table in _OUTLINES)
    for instance, weight in _weights(font):
        yield Face(
            path=path,
            index=index,
            instance=instance,
            families=families,
            weight=weight,
            colored=colored,
            private=private,
        )


def _weights(font: TTFont) -> list[tuple[int, int]]:
    """Return pairs of a named instance (0 for none) and its weight."""
    own = int(font["OS/2"].usWeightClass or REGULAR)
    places = [instance.coordinates for instance in font["fvar"].instances] if "fvar" in font else []
    usual = {"wdth": 100, "slnt": 0, "ital": 0}
    upright = [
        (number, round(place.get("wght", own)))
        for number, place in enumerate(places, start=1)
        if all(place.get(axis, value) == value for axis, value in usual.items())
    ]
    return upright or [(0, own)]


def _family_names(font: TTFont) -> tuple[str, ...]:
    """Return the family's names, the English one first."""
    table = font["name"]
    for identifier in (_TYPOGRAPHIC_FAMILY, _FAMILY):
        others = [_decoded(record.toUnicode) for record in table.names if record.nameID == identifier]
        found = [name for name in (table.getDebugName(identifier), *others) if name]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _decoded(read: Callable[[], str]) -> str | None:
    try:
        return read()
    except UnicodeDecodeError:
        return None
