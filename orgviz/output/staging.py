"""Give a run a passing folder beside its targets, locked as long as it lives; clear away those of runs that died.

Its name tells the machine and the process. Everything in it is ours, so no name in it can be too long; and what a run
that was killed leaves behind is one thing, whose lock tells everybody that nobody needs it any more.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
import time
import zlib
from itertools import count
from pathlib import Path

from orgviz.lean import dataclass

if sys.platform != "win32":
    import fcntl

_NAME = re.compile(r"\.orgviz-([0-9a-f]{8})-\d+-\d+")
_CONTENT = re.compile(r"\d+\.(new|old)")
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
# Where no lock tells whether a run lives, it is taken for dead when nothing has happened for so many seconds.
_SILENCE = 3600.0


@dataclass(frozen=True, slots=True)
class Staging:
    """A passing folder; `descriptor` holds it, with the lock (Windows: nothing does, open files cannot be removed)."""

    path: Path
    descriptor: int | None


def open_staging(folder: Path) -> Staging:
    """Make a passing folder in `folder`, of which nobody but the user can see anything.

    Raises:
        OSError: there cannot be one.
    """
    for number in count():
        path = folder / f".orgviz-{_machine()}-{os.getpid()}-{number}"
        try:
            path.mkdir(0o777 if sys.platform == "win32" else 0o700)
        except FileExistsError:
            continue
        if sys.platform == "win32":
            return Staging(path, None)
        try:
            descriptor = os.open(path, _FOLDER)
        except FileNotFoundError:
            continue  # another run took it for a stray: it was not locked yet
        except OSError:
            _remove(path, None)
            raise
        if _lock(descriptor) is not False and _is_there(path, descriptor):
            return Staging(path, descriptor)
        os.close(descriptor)
    raise AssertionError("count() never ends")


def close_staging(staging: Staging) -> None:
    """Remove a passing folder and all that is in it; what cannot be removed is left to later runs."""
    _remove(staging.path, staging.descriptor)
    if staging.descriptor is not None:
        with contextlib.suppress(OSError):
            os.close(staging.descriptor)


def sweep(folder: Path) -> None:
    """Remove the passing folders of runs that were killed, and nothing that anybody may still use."""
    with contextlib.suppress(OSError):
        for name in sorted(os.listdir(folder)):  # noqa: PTH208 - only names are needed
            found = _NAME.fullmatch(name)
            if found is not None:
                with contextlib.suppress(OSError):
                    _remove_if_dead(folder / name, is_ours=found[1] == _machine())


def _remove_if_dead(path: Path, *, is_ours: bool) -> None:
    found = path.lstat()
    is_silent = time.time() - found.st_mtime > _SILENCE
    if not stat.S_ISDIR(found.st_mode):
        return
    if sys.platform == "win32":
        if is_silent:
            _remove(path, None)
        return
    if found.st_uid != os.geteuid():
        return
    descriptor = os.open(path, _FOLDER)
    try:
        # The lock of a run on another machine is not always seen here, so its silence is asked for, too.
        is_free = _lock(descriptor)
        if (is_free and is_ours) or (is_free is not False and is_silent):
            _remove(path, descriptor)
    finally:
        os.close(descriptor)


def _remove(path: Path, descriptor: int | None) -> None:
    """Remove what is ours in a folder, and the folder; by its descriptor, lest another be put in its place."""
    with contextlib.suppress(OSError):
        for name in os.listdir(path if descriptor is None else descriptor):  # noqa: PTH208 - a descriptor has no Path
            if _CONTENT.fullmatch(name):
                with contextlib.suppress(OSError):
                    os.unlink(path / name if descriptor is None else name, dir_fd=descriptor)
    with contextlib.suppress(OSError):
        path.rmdir()


def _lock(descriptor: int) -> bool | None:
    """Lock what is open until it is closed; tell whether that was done, or nothing where there are no locks."""
    assert sys.platform != "win32"
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_there(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _machine() -> str:
    """Return a word for this machine or container, by its name in the network."""
    name = "" if sys.platform == "win32" else os.uname().nodename
    return f"{zlib.crc32(name.encode('utf-8', 'surrogateescape')):08x}"
