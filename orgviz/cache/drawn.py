"""Remember what a run wrote, so that one which asks for the same need not draw: see `recall` for what is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from orgviz.cache.store import Store, packed, unpacked


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a run made.

    Args:
        files: the outputs as they were named, with what goes into them.
        said: what was written to standard error.
        made_from: every file that was read, each with a digest of what was in it; for one that cannot be read, none.
    """

    files: tuple[tuple[str, bytes], ...]
    said: tuple[str, ...] = ()
    made_from: Mapping[str, str | None] = field(default_factory=dict)


def recall(store: Store, key: str) -> Drawn | None:
    """Return what was drawn under a key, unless a file that it was made from is another now."""
    content = store.get(key)
    if content is None:
        return None
    files, said, made_from = (unpacked(part) for part in unpacked(content))
    seen = {_text(name): _text(digest) or None for name, digest in _pairs(made_from)}
    if seen != digests(seen):
        return None
    return Drawn(tuple((_text(name), data) for name, data in _pairs(files)), tuple(map(_text, said)), seen)


def remember(store: Store, key: str, drawn: Drawn) -> None:
    """Keep what was drawn under a key."""
    files = [part for name, data in drawn.files for part in (_bytes(name), data)]
    made_from = [_bytes(part or "") for pair in drawn.made_from.items() for part in pair]
    store.put(key, packed([packed(files), packed([_bytes(words) for words in drawn.said]), packed(made_from)]))


def _pairs(parts: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    return zip(parts[::2], parts[1::2], strict=True)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def digests(files: Mapping[str, object] | Sequence[str]) -> dict[str, str | None]:
    """Return what is in files, told shortly; nothing for one that cannot be read."""
    return {name: _digest(name) for name in files}


def _digest(name: str) -> str | None:
    try:
        return hashlib.sha256(Path(name).read_bytes()).hexdigest()
    except OSError:
        return None
