"""Keep bytes by a key that says all that they depend on: whatever goes wrong with a file of it, it is only a miss."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

# Bytes on disk, all entries together, and for one of them; a thousand charts of a hundred boxes take a tenth of it.
MOST_BYTES = 256 * 1024 * 1024
_LARGEST_SHARE = 4
# What is left after cleaning, as a share: cleaning at every new entry would look at all files each time.
_LEFT_AFTER_CLEANING = 0.75
_CHECKSUM_BYTES = 32
_LENGTH_BYTES = 8


def key_of(parts: Iterable[bytes]) -> str:
    """Return a key for what depends on `parts`; lists of parts that differ in any way have different keys."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def packed(parts: Iterable[bytes]) -> bytes:
    """Return some pieces as one.

    >>> unpacked(packed([b"a", b"", b"bc"]))
    [b'a', b'', b'bc']
    """
    return b"".join(piece for part in parts for piece in (len(part).to_bytes(_LENGTH_BYTES, "big"), part))


def unpacked(content: bytes) -> list[bytes]:
    """Return the pieces that were put into one."""
    parts, place = [], 0
    while place < len(content):
        start = place + _LENGTH_BYTES
        place = start + int.from_bytes(content[place:start], "big")
        parts.append(content[start:place])
    return parts


class Store:
    """A folder of entries, each a file that is written in one step and carries a checksum.

    Several processes may use one folder at the same time: an entry is there in full or not at all, and two that write
    the same key write the same bytes.

    Args:
        folder: made when something is first kept.
        most: bytes; the entries that nobody asked for longest go first.
    """

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most
        self._total: int | None = None  # bytes on disk, as far as we know

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key, unless it is gone or damaged."""
        path = self._folder / key
        try:
            if not self._is_ours():
                return None
            content = path.read_bytes()
        except OSError:
            return None
        checksum, data = content[:_CHECKSUM_BYTES], content[_CHECKSUM_BYTES:]
        if hashlib.sha256(data).digest() != checksum:
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # asked for just now
        return data

    def takes(self, size: int) -> bool:
        """Tell whether so many bytes may be kept under one key."""
        return size <= self._most // _LARGEST_SHARE

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under a key; where it cannot be kept, or is too large, nothing happens."""
        if not self.takes(len(data)):
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._is_ours():
                return
            self._write(key, hashlib.sha256(data).digest() + data)
            self._clean(_CHECKSUM_BYTES + len(data))

    def _is_ours(self) -> bool:
        """Tell whether nobody else can write here: what is read back goes into the user's files."""
        if os.name == "nt":
            return True
        status = self._folder.stat()
        return status.st_uid == os.geteuid() and not status.st_mode & 0o022

    def _write(self, key: str, content: bytes) -> None:
        descriptor, temporary = self._open_new()
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            temporary.replace(self._folder / key)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise

    def _open_new(self) -> tuple[int, Path]:
        for number in count():
            path = self._folder / f".{os.getpid()}-{number}.tmp"
            with contextlib.suppress(FileExistsError):
                return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), path
        raise AssertionError("count() never ends")

    def _clean(self, added: int) -> None:
        """Let the entries go that were not asked for longest, where there is too much."""
        if self._total is not None:
            self._total += added
            if self._total <= self._most:
                return
        entries = sorted(self._entries())
        self._total = sum(size for _, size, _ in entries)
        if self._total <= self._most:
            return
        for _, size, name in entries:
            if self._total <= self._most * _LEFT_AFTER_CLEANING:
                return
            (self._folder / name).unlink(missing_ok=True)
            self._total -= size

    def _entries(self) -> Iterator[tuple[int, int, str]]:
        """Yield when each file was last asked for, its size and name; what a killed run left behind, too."""
        with os.scandir(self._folder) as files:
            for file in files:
                with contextlib.suppress(OSError):
                    status = file.stat(follow_symlinks=False)
                    yield status.st_mtime_ns, status.st_size, file.name
