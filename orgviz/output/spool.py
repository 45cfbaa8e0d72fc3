"""Keep an output that is too large to be held in memory, piece by piece, until it is written where it shall be.

The file behind it has no name, so that nothing of it is left, however the run ends. What that has no room for is held.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import IO, TypeAlias

_PIECE = 1 << 20


@dataclass(slots=True)
class Spool:
    """An output in pieces: filled once, and read as often as it is asked for. Left as a context, it is gone.

    Args:
        filed: bytes of it that are in the file: the first.
        held: the rest, once the file takes no more.
    """

    filed: int = 0
    held: list[bytes] = field(default_factory=list)
    _file: IO[bytes] | None = None

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def __len__(self) -> int:
        """Return how many bytes it has."""
        return self.filed + sum(map(len, self.held))

    def fill(self, pieces: Iterable[bytes]) -> None:
        """Take all pieces."""
        for piece in pieces:
            if self.held or not self._wrote(piece):
                self.held.append(piece)

    def pieces(self) -> Iterator[bytes]:
        """Yield all that was taken, in pieces of its own.

        Raises:
            OSError: it cannot be read back.
        """
        for start in range(0, self.filed, _PIECE):
            yield self._read(start, min(_PIECE, self.filed - start))
        yield from self.held

    def _wrote(self, piece: bytes) -> bool:
        """Put a piece into the file; tell whether all of it is there."""
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed when the context is left
            rest = memoryview(piece)
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError:
            return False  # its disk is full, or there is none
        self.filed += len(piece)
        return True

    def _read(self, start: int, size: int) -> bytes:
        assert self._file is not None  # something is in it
        self._file.seek(start)
        read = b""
        while len(read) < size:
            piece = self._file.read(size - len(read))
            if not piece:
                raise OSError("a passing file has become shorter")
            read += piece
        return read


Content: TypeAlias = bytes | Spool
"""What goes into a file."""
