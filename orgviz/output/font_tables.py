"""Read from a font file which characters it has and how wide they are, without reading the rest of it.

That is all that most charts need, and a Chinese font has tens of thousands of letters.
"""

from __future__ import annotations

import contextlib
import mmap
import struct
from bisect import bisect_left
from pathlib import Path
from typing import TypeAlias

_Table: TypeAlias = tuple[int, int]  # where it begins, and how long it is
# Of the tables from characters to letters, by platform and encoding, the best first, as fontTools takes them.
_BEST = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
_SEGMENTS, _GROUPS = 4, 12  # formats of such tables


class FontTables:
    """A font file that is read where it is asked for.

    Raises:
        OSError: it cannot be read.
        ValueError, struct.error: it is none, or of a kind that takes more than this to read.
    """

    __slots__ = ("_cmap", "_data", "_format", "_hmtx", "_metrics", "units")

    def __init__(self, path: str, index: int):
        with Path(path).open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        tables = self._tables(index)
        if any(tag not in tables for tag in (b"head", b"hhea", b"hmtx", b"cmap")):
            raise ValueError("a table is missing")
        self.units: int = self._number("H", tables[b"head"][0] + 18)
        self._hmtx = tables[b"hmtx"][0]
        self._metrics: int = self._number("H", tables[b"hhea"][0] + 34)
        self._cmap = self._best_cmap(tables[b"cmap"][0])
        self._format: int = self._number("H", self._cmap)
        if self._format not in (_SEGMENTS, _GROUPS) or not self._metrics or not self.units:
            raise ValueError("tables of another kind")
        if self._hmtx + 4 * self._metrics > len(self._data):
            raise ValueError("the file is cut")

    def glyph(self, char: str) -> int:
        """Return the number of the letter for a character; 0 where there is none, or where the table is broken."""
        with contextlib.suppress(struct.error):
            return self._in_groups(ord(char)) if self._format == _GROUPS else self._in_segments(ord(char))
        return 0

    def advance(self, glyph: int) -> float:
        """Return how far the pen moves on after a letter, in ems."""
        return float(self._number("H", self._hmtx + 4 * min(glyph, self._metrics - 1))) / self.units

    def _number(self, kind: str, place: int) -> int:
        (value,) = struct.unpack_from(f">{kind}", self._data, place)
        return int(value)

    def _tables(self, index: int) -> dict[bytes, _Table]:
        start = self._number("I", 12 + 4 * index) if self._data[:4] == b"ttcf" else 0
        records = (
            struct.unpack_from(">4sIII", self._data, start + 12 + 16 * n) for n in range(self._number("H", start + 4))
        )
        return {tag: (offset, length) for tag, _, offset, length in records}

    def _best_cmap(self, cmap: int) -> int:
        records = (struct.unpack_from(">HHI", self._data, cmap + 4 + 8 * n) for n in range(self._number("H", cmap + 2)))
        found = {(platform, encoding): cmap + offset for platform, encoding, offset in records}
        for kind in _BEST:
            if kind in found:
                return int(found[kind])
        raise ValueError("no table for Unicode")

    def _in_groups(self, code: int) -> int:
        """Look a character up in runs of (first, last, letter of the first)."""
        count, start = self._number("I", self._cmap + 12), self._cmap + 16
        place = bisect_left(range(count), code, key=lambda n: self._number("I", start + 12 * n + 4))
        if place == count:
            return 0
        first, _, glyph = struct.unpack_from(">III", self._data, start + 12 * place)
        return int(glyph + code - first) if first <= code else 0

    def _in_segments(self, code: int) -> int:
        """Look a character up in segments: their ends, starts, differences, and where their own lists begin."""
        size, ends = self._number("H", self._cmap + 6), self._cmap + 14
        place = bisect_left(range(size // 2), code, key=lambda n: self._number("H", ends + 2 * n))
        if code > 0xFFFF or place == size // 2:
            return 0
        start = ends + size + 2 + 2 * place
        first, delta, offset = (self._number("H", start + size * n) for n in range(3))
        if first > code:
            return 0
        if offset == 0:
            return (code + delta) & 0xFFFF
        glyph = self._number("H", start + 2 * size + offset + 2 * (code - first))
        return (glyph + delta) & 0xFFFF if glyph else 0
