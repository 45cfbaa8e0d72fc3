"""Short descriptions of what pictures depend on beside their input: this program, Graphviz, and what both draw with."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import orgviz
from orgviz.output.graphviz_engine import find_engine

_PACKAGE = Path(__file__).parents[1]
_ENDINGS = (".py", ".yaml", ".json", ".js", ".css", ".html")
# Packages by which inputs are read and pictures made: with another release of one, the same may be another picture.
_PACKAGES = ("PIL", "brotli", "fontTools", "openpyxl", "pptx", "pypinyin", "yaml")


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
    return _stamp(Path(program).resolve(), Path(program).stat()).encode("utf-8", "surrogateescape")


def packages_stamp() -> bytes:
    """Return what changes when a package is installed anew: the place of its first file, size and time."""
    specs = (importlib.util.find_spec(name) for name in _PACKAGES)
    places = [spec.origin for spec in specs if spec is not None and spec.origin is not None]
    return "\n".join(_stamp(place, Path(place).stat()) for place in places).encode("utf-8", "surrogateescape")


def cairo_stamp() -> bytes:
    """Return what changes when the cairo library does: where the system finds it, and its version; nothing without."""
    try:
        from orgviz.output.cairo_library import PLACE, version  # noqa: PLC0415 - it may be missing
    except OSError:
        return b""
    return f"{PLACE} {version()}".encode("utf-8", "surrogateescape")


def _stamp(place: str | Path, status: os.stat_result) -> str:
    return f"{place} {status.st_size} {status.st_mtime_ns}"


def _stamps(top: str) -> Iterator[str]:
    waiting = [top]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                elif entry.name.endswith(_ENDINGS):
                    yield _stamp(entry.path, entry.stat())
