"""Read the other files that a file names: only those of its own project, each of a size that can be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import field
from pathlib import Path

from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.limits import raising
from orgviz.source.entries import Mapping, Scalar
from orgviz.wording import quoted

JOINING = ("include", "extends")
MOST_FILES = 2_000
_MARKS = (".git", ".hg", ".svn")


def is_joined(root: Mapping) -> bool:
    """Whether a file names others that belong to it."""
    return any(key.text in JOINING for key, _ in root.pairs)


@dataclass(slots=True)
class ProjectFiles:
    """The files that one run reads beside its input, counted so that the whole stays bounded.

    Args:
        folder: the project's: the nearest one above the input that is under version control, else the input's own.
        fetch: gives the bytes of a file from elsewhere than the disk, or an OSError that says why not.
    """

    folder: Path
    fetch: Callable[[str], bytes] | None = None
    count: int = 0
    size: int = 0
    read_paths: list[str] = field(default_factory=list)

    def read(self, written: Scalar, findings: Findings) -> tuple[str, bytes] | None:
        """Return the name for messages and the bytes of a file that a file names, as seen from where it stands.

        A path that leaves the project, a file that is not there or cannot be read, and more than can be taken
        are reported at the place of the name.
        """
        name = os.path.normpath(Path(written.span.path).parent / written.text.strip())
        if not self._is_inside(written.text.strip(), name):
            findings.error(
                "outside-project",
                f"{quoted(written.text)} leads out of the folder of this project",
                written.span,
                "name a file below it, by a path from the file in which the name stands",
            )
            return None
        data = self._bytes(name, written, findings)
        if data is None:
            return None
        self.read_paths.append(name)
        return name, data

    def _is_inside(self, text: str, name: str) -> bool:
        if Path(text).is_absolute() or "\0" in text or "://" in text or (len(text) > 1 and text[1] == ":"):
            return False
        try:
            return Path(name).resolve().is_relative_to(self.folder)
        except (OSError, ValueError):
            return False

    def _bytes(self, name: str, written: Scalar, findings: Findings) -> bytes | None:
        try:
            fetch = self.fetch
            data = read_regular_file(name, findings.limits.bytes - self.size) if fetch is None else fetch(name)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            findings.error("missing-file", f"cannot read {quoted(name)}: {why}", written.span)
            return None
        self.count += 1
        self.size += len(data)
        if self.size > findings.limits.bytes or self.count > MOST_FILES:
            findings.error(
                "too-large",
                f"the files of this chart are more than {MOST_FILES:,}, or larger than {findings.limits.bytes:,} bytes",
                written.span,
                raising("bytes", findings.limits.bytes),
            )
            return None
        return data


def read_regular_file(name: str, most: int) -> bytes:
    """Return the bytes of an ordinary file; of a larger one than `most`, one more than these.

    Raises:
        OSError: it is no ordinary file, or cannot be read.
    """
    if not stat.S_ISREG(Path(name).stat().st_mode):
        raise OSError(None, "it is no file")
    with Path(name).open("rb") as file:
        return file.read(most + 1)


def project_of(path: str) -> Path:
    """Return the folder that an input and all that it names must stand in; that of a pipe is the one of the run."""
    own = Path(path).parent.resolve()
    for folder in (own, *own.parents):
        if any((folder / mark).exists() for mark in _MARKS):
            return folder
    return own


@dataclass(frozen=True, slots=True)
class JoinedFiles:
    """The files that a run has read beside its input, and those that extend each other so far."""

    files: ProjectFiles
    chain: tuple[str, ...]

    @classmethod
    def alone(cls, path: str, fetch: Callable[[str], bytes] | None = None) -> JoinedFiles:
        """Return what an input begins with; see `ProjectFiles` for `fetch`."""
        return cls(ProjectFiles(project_of(path), fetch), (os.path.normpath(path),))
