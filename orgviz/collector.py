"""Keep Python's collector of cyclic garbage from looking at values again and again that hold no cycle."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Values made, less those gone, between two looks of the collector; Python's own 700 is for programs of another kind.
_SELDOM = 500_000


@contextmanager
def collector_seldom() -> Iterator[None]:
    """Let the collector look seldom in a run, which leaves a thousand values in cycles, and not at all at its end.

    Else a twentieth of the time of a small chart went there while modules are loaded, and as much again at the end,
    when every value is looked at before the process gives back its memory as a whole.
    """
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*before)


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
