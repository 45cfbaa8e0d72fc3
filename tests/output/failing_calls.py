"""Let the k-th call to the system do something else, for every k: fail, be interrupted by a signal, or end the process."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from orgviz.output.write import write_outputs

CALLS = (
    "mkdir", "open", "write", "fsync", "close", "fchown", "fchmod", "setxattr", "removexattr", "link", "utime", "replace",
    "listdir", "unlink", "rmdir",
)  # fmt: skip
# Those of them that clear away: when one fails, something is left to the next run.
REMOVING = ("listdir", "unlink", "rmdir")


@dataclass
class Calls:
    """The calls so far; from the `first`-th to the `last`-th, `happen` comes in place of the call or before it."""

    first: int
    last: int
    happen: Callable[[], None]
    names: list[str] = field(default_factory=list)

    @property
    def is_reached(self) -> bool:
        return len(self.names) >= self.first

    @property
    def name(self) -> str:
        return self.names[self.first - 1]

    def instead(self, name: str, call: Callable) -> Callable:
        def counted(*arguments, **options):
            self.names.append(name)
            if self.first <= len(self.names) <= self.last:
                try:
                    self.happen()
                except OSError:
                    if name == "close":  # a file is closed also when that fails
                        call(*arguments, **options)
                    raise
            return None if name == "fsync" else call(*arguments, **options)  # this disk need not do it

        return counted


@contextmanager
def counted(calls: Calls) -> Iterator[None]:
    before = {name: getattr(os, name) for name in CALLS if hasattr(os, name)}
    try:
        for name, call in before.items():
            setattr(os, name, calls.instead(name, call))
        yield
    finally:
        for name, call in before.items():
            setattr(os, name, call)


OLD = {"a.svg": b"old a", "c.pdf": b"same c", "sub/d.json": b"old d"}
NEW = {"a.svg": b"new a" * 9, "b.png": b"new b", "c.pdf": b"same c", "sub/d.json": b"new d"}


def prepare(folder: Path) -> None:
    """Put the old files into a new folder: one that changes, one that stays, and one in a folder below."""
    (folder / "sub").mkdir(parents=True)
    for name, data in OLD.items():
        (folder / name).write_bytes(data)
        (folder / name).chmod(0o640)
        os.utime(folder / name, (1, 1))


def write_all(folder: Path) -> None:
    write_outputs([(folder / name, data) for name, data in NEW.items()])


def files(folder: Path) -> dict[str, bytes]:
    """Return all ordinary files, by name; passing folders are none."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() and ".orgviz-" not in str(path)]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def strays(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*")]


def each_is_whole(found: dict[str, bytes]) -> bool:
    """Tell whether every file is the old one or the new one."""
    return set(OLD) <= set(found) <= set(NEW) and all(
        data in (OLD.get(name), NEW[name]) for name, data in found.items()
    )
