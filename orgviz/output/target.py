"""Find out what is to be written where, and refuse what should not be, before anything is."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from orgviz.diagnostics import OutputError, UsageError
from orgviz.lean import dataclass

# Names of what is open already: whoever has opened it waits for what is written there, not for a file of that name.
_OPENED = re.compile(r"/dev/std(?:in|(?P<out>out)|(?P<err>err))|(?:/dev/fd|/proc/self/fd)/(?P<number>\d{1,6})")
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_NOT_ON_WINDOWS = re.compile(
    r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?|.*[<>:\"|?*\x00-\x1f].*|.*[. ]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Target:
    """A file to write.

    Args:
        named: as the user called it.
        real: with symbolic links resolved.
        old: what is there now, if anything.
    """

    named: Path
    real: Path
    old: os.stat_result | None

    @property
    def descriptor(self) -> int | None:
        """The number of what is open already, where the name is one of that: ``/dev/stdout``, ``/dev/fd/63``."""
        found = _OPENED.fullmatch(str(self.named))
        if found is None:
            return None
        return int(found["number"] or 0) or (1 if found["out"] else 2 if found["err"] else 0)

    @property
    def is_stream(self) -> bool:
        """Whether it takes bytes but cannot be replaced: a pipe, what is open already, or ``/dev/null``."""
        if self.old is None or self.descriptor is not None:
            return self.descriptor is not None
        return stat.S_ISFIFO(self.old.st_mode) or self.real == Path(os.devnull)


def find_target(path: Path) -> Target:
    """Return what a name stands for.

    Raises:
        OutputError: it cannot be told.
    """
    try:
        real = path.resolve()
        try:
            old = path.stat()
        except FileNotFoundError:
            return Target(path, real, None)
        return Target(path, real, old)
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: symbolic links in a circle
        raise OutputError(f"'{path}' cannot be written: {reason(error)}") from error


def check_target(target: Target, earlier: Sequence[Target], inputs: Sequence[Path]) -> None:
    """Refuse what should not be written.

    Raises:
        UsageError: it is one of the `earlier` targets.
        OutputError: it is an input, no ordinary file, or not to be written.
    """
    name = f"'{target.named}'"
    if not target.is_stream and any(target.real == other.real for other in earlier):
        raise UsageError(f"{name} is named twice as an output", "give each output a name of its own")
    if sys.platform == "win32" and not target.is_stream and _NOT_ON_WINDOWS.fullmatch(target.named.name):
        raise OutputError(f"{name} is no name that Windows has for files", "give the output another name")
    if target.old is None:
        if not target.is_stream and not target.real.parent.is_dir():
            raise OutputError(f"{name} cannot be written: there is no folder '{target.named.parent}'")
        return
    if _is_input(target.old, inputs):
        raise OutputError(f"{name} is the input and is not overwritten", "give the output another name")
    if stat.S_ISDIR(target.old.st_mode):
        raise OutputError(f"{name} is a folder", f"name a file in it, such as '{target.named / 'chart.svg'}'")
    if target.is_stream:
        return
    if not stat.S_ISREG(target.old.st_mode):
        raise OutputError(f"{name} is a device or socket and is not written")
    if not os.access(target.real, os.W_OK):
        raise OutputError(f"{name} is read-only", "make it writable, or give the output another name")


def reason(error: Exception) -> str:
    """Return what the system says, in lower case."""
    if isinstance(error, UnicodeEncodeError):
        return (
            f"the names of files are in {error.encoding.upper()} here; set a locale with UTF-8, such as LC_ALL=C.UTF-8"
        )
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return words[:1].lower() + words[1:]


def _is_input(old: os.stat_result, inputs: Sequence[Path]) -> bool:
    """Tell whether a file is one of those that were read, or is what standard input comes from."""
    with contextlib.suppress(OSError):
        if stat.S_ISREG(old.st_mode) and os.path.samestat(old, os.fstat(0)):
            return True
    return any(_is_same(old, path) for path in inputs)


def _is_same(old: os.stat_result, path: Path) -> bool:
    try:
        return os.path.samestat(old, path.stat())
    except (OSError, ValueError):
        return False
