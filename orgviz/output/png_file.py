"""Write pixels that cover all as a PNG: the colours of each, deflated as they are; the same pixels, the same bytes.

Charts are flat: without filters, which suit photos, they take less room and half of the time, as long as each row is
found again in the one above.
"""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS, _RED_GREEN_BLUE = 8, 2
_UNFILTERED = b"\0"
_LEVEL = 4  # of zlib: beyond, time grows faster than files shrink
# Where red, green and blue stand in the four bytes of a pixel, of which cairo makes one number.
_PLACES = (2, 1, 0) if sys.byteorder == "little" else (1, 2, 3)
_PIECE = 1 << 18  # pixels at a time, about: so many stay near the processor
_LOOKS_BACK = (1 << 15) - 262  # bytes: how far deflate finds again what it has seen


def is_narrow(width: int) -> bool:
    """Whether each row of a picture still finds the one above; wider ones are smaller through filters."""
    return 3 * width + len(_UNFILTERED) <= _LOOKS_BACK


def opaque_png(width: int, height: int, pixels: memoryview) -> bytes:
    """Return pixels as a file.

    Args:
        pixels: four bytes each, row by row, as cairo has them; how clear they are is not looked at.
    """
    header = struct.pack(">IIBBBBB", width, height, _EIGHT_BITS, _RED_GREEN_BLUE, 0, 0, 0)
    deflated = b"".join(_deflated(width, height, pixels))
    return b"".join([_SIGNATURE, chunk(b"IHDR", header), chunk(b"IDAT", deflated), chunk(b"IEND", b"")])


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return a part of a PNG file."""
    return b"".join(
        [struct.pack(">I", len(content)), kind, content, struct.pack(">I", zlib.crc32(content, zlib.crc32(kind)))]
    )


def _deflated(width: int, height: int, pixels: memoryview) -> Iterator[bytes]:
    deflate = zlib.compressobj(_LEVEL)
    rows, row = max(1, _PIECE // width), 4 * width
    for top in range(0, height, rows):
        yield deflate.compress(_scanlines(bytes(pixels[top * row : (top + rows) * row]), width))
    yield deflate.flush()


def _scanlines(pixels: bytes, width: int) -> bytes:
    """Return rows of pixels as a PNG has them: red, green and blue of each, how a row is filtered before it."""
    colors = bytearray(len(pixels) // 4 * 3)
    for color, place in enumerate(_PLACES):
        colors[color::3] = pixels[place::4]
    shown, row = memoryview(colors), 3 * width
    return b"".join([part for left in range(0, len(colors), row) for part in (_UNFILTERED, shown[left : left + row])])
