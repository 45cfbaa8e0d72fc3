"""Tell when one of the files that a run read is another: by looking at them again and again, which works everywhere."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from orgviz.limits import LIMITS
from orgviz.source.project_files import read_regular_file

LOOK_EVERY = 0.02  # seconds, for so many files; for more of them it is longer, as looking takes longer, up to a limit
FILES_AT_ONCE, LOOK_AT_LEAST_EVERY = 50, 0.25
# An editor empties a file and then writes it, or moves it away and puts another in its place: a change counts once
# nothing has changed for this long, in seconds, and all files are there; after so many looks it counts anyway.
SETTLED_AFTER = 0.02
LOOKS_UNTIL_SETTLED = 50

Stamp: TypeAlias = tuple[int | str, ...] | None


@dataclass(slots=True)
class Watch:
    """The files and folders that one run reads, each as it was just before: noted first, then read."""

    stamps: dict[Path, Stamp] = field(default_factory=dict)

    def note(self, paths: Iterable[Path]) -> None:
        """Remember how files look now; those that are noted already stay as they were noted."""
        for path in paths:
            if path not in self.stamps:
                self.stamps[path] = stamp(path)

    def fetch(self, name: str) -> bytes:
        """Read a file that another names, and note it, also where it cannot be read: see `ReadOptions`."""
        self.note([Path(name)])
        return read_regular_file(name, LIMITS.bytes)

    def changed(self) -> bool:
        """Tell whether any file is another than when it was noted."""
        return any(stamp(path) != before for path, before in self.stamps.items())


def stamp(path: Path) -> Stamp:
    """Return what changes whenever a file does, or a folder gets or loses a file; nothing where there is none."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            # Not its time: that also changes for the passing files of whoever writes into it.
            return tuple(sorted(name for name in os.listdir(path) if not name.startswith(".")))  # noqa: PTH208
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev


def wait_for_change(watch: Watch, sleep: Callable[[float], None] = time.sleep) -> None:
    """Return once a file has changed, and whoever changes it has come to an end."""
    pause = min(LOOK_EVERY * max(1.0, len(watch.stamps) / FILES_AT_ONCE), LOOK_AT_LEAST_EVERY)
    while not watch.changed():
        sleep(pause)
    seen: dict[Path, Stamp] | None = None
    for _ in range(LOOKS_UNTIL_SETTLED):
        now = {path: stamp(path) for path in watch.stamps}
        is_whole = all(now[path] is not None for path, before in watch.stamps.items() if before is not None)
        if now == seen and is_whole:
            return
        seen = now
        sleep(SETTLED_AFTER)
