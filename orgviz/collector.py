"""Keep Python's collector of cyclic garbage from looking at values again and again that hold no cycle."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Values made, less those gone, between two looks of the collector; Python's own 700 is for programs of another kind.
_SELDOM = 500_000


def collect_seldom() -> None:
    """Let the collector look seldom: loading modules and drawing a chart leave a thousand values in cycles, no more."""
    gc.set_threshold(_SELDOM)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Spare a third of the time on large files: the collector looks at every value again and again, for nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
