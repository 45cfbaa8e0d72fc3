"""Keep threads from reserving memory of their own: under a limit of addresses, each would take a share unused."""

from __future__ import annotations

import contextlib
import sys

if sys.platform == "linux":
    import resource

_M_ARENA_MAX = -8  # of malloc.h


def share_one_arena() -> None:
    """Let all threads of this process take memory from one place, where glibc gives it out and there is a limit."""
    if sys.platform != "linux" or resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY:
        return
    import ctypes  # noqa: PLC0415 - only large charts need it, and it takes time to load

    # Other libraries of C have no such setting.
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
