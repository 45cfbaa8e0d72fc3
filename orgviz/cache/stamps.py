"""Short descriptions of what every picture depends on beside its input: this program, and Graphviz."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import orgviz
from orgviz.output.graphviz_engine import find_engine

_PACKAGE = Path(__file__).parents[1]
_ENDINGS = (".py", ".yaml", ".json", ".js", ".css", ".html")


def code_stamp() -> bytes:
    """Return what changes when orgviz does: its version, and size and time of each of its files."""
    folders = (_PACKAGE, _PACKAGE.parent / "styles") if (_PACKAGE.parent / "styles").is_dir() else (_PACKAGE,)
    lines = sorted(line for folder in folders for line in _stamps(str(folder)))
    return "\n".join((orgviz.__version__, *lines)).encode("utf-8", "surrogateescape")


def graphviz_stamp() -> bytes:
    """Return what changes when Graphviz does: where its program is, size and time; asking it would take longer.

    Raises:
        ToolError: there is none.
    """
    program = find_engine().program
    if not program:
        return b"library"
    status = Path(program).stat()
    return f"{Path(program).resolve()} {status.st_size} {status.st_mtime_ns}".encode("utf-8", "surrogateescape")


def _stamps(top: str) -> Iterator[str]:
    waiting = [top]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                elif entry.name.endswith(_ENDINGS):
                    status = entry.stat()
                    yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
