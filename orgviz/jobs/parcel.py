"""Put values away small, as bytes, for whoever goes on with them in the same run; nobody else uses pickle.

Bytes that are unpacked can run code. These were packed by this process, or by those that it has work for it: copies of
it, and the machines that `--executor` names. Nothing from an input, a file or the cache is ever unpacked.
"""

from __future__ import annotations

import pickle
import zlib
from typing import TypeVar

Value = TypeVar("Value")

# Most of a scene is said again and again: a little effort makes it a fifth.
_EFFORT = 1


def packed(value: object) -> bytes:
    """Return a plain value as bytes.

    >>> len(packed("again and again " * 100)) < 100
    True
    """
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _EFFORT)


def unpacked(data: bytes, kind: type[Value]) -> Value:
    """Return a value of some kind that was packed in this run, by whoever works for it.

    >>> unpacked(packed(12), int)
    12
    """
    found = pickle.loads(zlib.decompress(data))  # noqa: S301 - made by `packed`: see the top
    assert isinstance(found, kind)
    return found
