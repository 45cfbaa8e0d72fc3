"""Processes of this machine that work for this one, and end with it, however that ends."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing.connection import wait
from types import FrameType

from orgviz.jobs.hired import at_work

# What all of them need is loaded once, by the server that they are forked from.
_LOADED = ("orgviz.paged",)
_SECONDS_TO_END = 5.0
_SECONDS_TO_CLEAR = 4  # less than those


def open_processes(count: int) -> Executor:
    """Return an executor of so many processes; each is started when there is work for it."""
    methods = multiprocessing.get_all_start_methods()
    # A fork of this process, which may have threads, could hang; a fork of a fresh one cannot.
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload(list(_LOADED))
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin)


def end_processes() -> None:
    """Stop all processes that were started, in the middle of what they do."""
    running = multiprocessing.active_children()
    for process in running:
        process.terminate()
    last = time.monotonic() + _SECONDS_TO_END
    for process in running:
        process.join(max(0.0, last - time.monotonic()))
        if process.is_alive():
            process.kill()


def processors() -> int:
    """Return how many processes can run at the same time."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _begin() -> None:
    """Prepare a process: Ctrl-C is for the one that it works for, by which it is told, and with which it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _stop(number: int, frame: FrameType | None) -> None:
    """End this process: with what a work has begun cleared away, or at once where none is done.

    Between two works, nothing is to be cleared, and the exception could be caught there: by what sends a result back,
    and then waits for ever for a lock that a process held which was killed.
    """
    if not _is_at_work(frame):
        os._exit(128 + number)
    if hasattr(signal, "alarm"):
        signal.alarm(_SECONDS_TO_CLEAR)  # which ends it where the exception gets lost on the way
    raise SystemExit(128 + number)


def _is_at_work(frame: FrameType | None) -> bool:
    above = None if frame is None else frame.f_back
    while above is not None and above.f_code is not at_work.__code__:
        above = above.f_back
    return above is not None


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        with contextlib.suppress(OSError):
            os.kill(os.getpid(), signal.SIGTERM)
