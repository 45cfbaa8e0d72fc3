"""Keep threads from reserving memory of their own: under a limit of addresses, each would take a share unused."""

from __future__ import annotations

import contextlib
import sys

_M_ARENA_MAX = -8  # of malloc.h


def share_one_arena() -> None:
    """Let all threads of this process take memory from one place, where glibc gives it out."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - only large charts need it, and it takes time to load

    # Other libraries of C have no such setting.
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
