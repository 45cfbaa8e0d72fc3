"""Remember what a run wrote, so that one which asks for the same need not draw: see `recall` for what is the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from orgviz.cache.store import Store

_HEADER_BYTES = 8


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
    start = _HEADER_BYTES + int.from_bytes(content[:_HEADER_BYTES], "big")
    header = json.loads(content[_HEADER_BYTES:start])
    if header["made_from"] != digests(header["made_from"]):
        return None
    files = []
    for name, size in header["files"]:
        files.append((name, content[start : start + size]))
        start += size
    return Drawn(tuple(files), tuple(header["said"]), header["made_from"])


def remember(store: Store, key: str, drawn: Drawn) -> None:
    """Keep what was drawn under a key."""
    header = {
        "files": [[name, len(data)] for name, data in drawn.files],
        "said": drawn.said,
        "made_from": drawn.made_from,
    }
    written = json.dumps(header).encode()
    store.put(key, b"".join((len(written).to_bytes(_HEADER_BYTES, "big"), written, *(data for _, data in drawn.files))))


def digests(files: Mapping[str, object] | Sequence[str]) -> dict[str, str | None]:
    """Return what is in files, told shortly; nothing for one that cannot be read."""
    return {name: _digest(name) for name in files}


def _digest(name: str) -> str | None:
    try:
        return hashlib.sha256(Path(name).read_bytes()).hexdigest()
    except OSError:
        return None
