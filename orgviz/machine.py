"""Find out what this machine has for drawing: plain facts, in under a second; judges nothing, never fails."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from orgviz.output.drawing import Drawing, Group, Text
from orgviz.output.fonts import find_fonts, set_drawing
from orgviz.style.catalogue import theme_names
from orgviz.style.values import TextRun, TextStyle

INSTALLERS = ("apt-get", "brew", "dnf", "pacman", "apk")
_SECONDS = 10
_SAMPLE = "门"  # simplified: fonts for Japanese or traditional Chinese alone do not have it


@dataclass(frozen=True, slots=True)
class Program:
    """A program or library: its version, and where it is."""

    version: str
    place: str


@dataclass(frozen=True, slots=True)
class ChineseFont:
    """The family that Chinese text is set in, and whether it has a bold face."""

    family: str
    bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What there is; ``None`` or an empty text or tuple for what there is not.

    Args:
        system: as `sys.platform` names it: ``linux``, ``darwin``, ``win32``.
        installer: the program that installs packages here, one of `INSTALLERS`.
        is_root: whether everything may be installed without ``sudo``.
        dot: Graphviz's program.
        graphviz_library: Graphviz as a Python package; looked for only where there is no `dot`.
        cairo: the library, where it is new enough; its place is what the system finds it by.
        fonttools, brotli, pillow, pypinyin, pptx, openpyxl: the versions of Python packages.
        cache: the folder for what would else be found out anew in every run, and whether it can be written.
        encoding: of standard output.
    """

    system: str
    installer: str | None
    is_root: bool
    python: Program
    dot: Program | None
    graphviz_library: Program | None
    cairo: Program | None
    fonttools: str | None
    brotli: str | None
    pillow: str | None
    pypinyin: str | None
    pptx: str | None
    openpyxl: str | None
    chinese: ChineseFont | None
    themes: tuple[str, ...]
    cache: tuple[str, bool]
    encoding: str


def look_at_machine() -> Machine:
    """Find out what this machine has, through programs and packages that orgviz itself would use."""
    dot = find_dot()
    return Machine(
        system=sys.platform,
        installer=next((name for name in INSTALLERS if shutil.which(name)), None),
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
        python=Program(platform.python_version(), sys.executable or "unknown place"),
        dot=dot,
        graphviz_library=None if dot else find_library("pygraphviz", "__version__", "__path__[0]"),
        cairo=find_library("orgviz.output.cairo_library", "version()", "PLACE"),
        fonttools=_version("fonttools"),
        brotli=_version("brotli"),
        pillow=_version("pillow"),
        pypinyin=_version("pypinyin"),
        pptx=_version("python-pptx"),
        openpyxl=_version("openpyxl"),
        chinese=chinese_font(),
        themes=_themes(),
        cache=_cache(),
        encoding=getattr(sys.stdout, "encoding", None) or "unknown",
    )


def find_dot() -> Program | None:
    """Ask the ``dot`` on the path for its version; ``None`` where there is none, or none that runs."""
    place = shutil.which("dot")
    said = _run([place, "-V"]) if place else None  # "dot - graphviz version 2.43.0 (0)", on standard error
    if place is None or said is None:
        return None
    return Program(said.partition("version")[2].strip().partition(" ")[0] or "of unknown version", place)


def find_library(module: str, version: str, place: str) -> Program | None:
    """Import `module` in a process of its own, where a broken library can do no harm.

    Args:
        version, place: what gives them, of the module.
    """
    told = f"print(module.{version}); print(module.{place})"
    code = f"import sys; sys.path[:] = sys.argv[1:]; import {module} as module; {told}"
    said = _run([sys.executable, "-c", code, *sys.path])
    lines = said.splitlines() if said else []
    return Program(lines[-2], lines[-1]) if len(lines) > 1 else None


def chinese_font() -> ChineseFont | None:
    """Set a character in bold as the writers of PNG and PDF do, and see what font it gets."""
    text = Text(0, 0, "start", (TextRun(_SAMPLE, TextStyle(10, "#000000", bold=True)),), 10)
    chart = Group("sample", (), (text,))
    setting = set_drawing(Drawing(10, 10, None, "zh-CN", ("sans-serif",), (chart,)), find_fonts())
    return ChineseFont(setting.faces[0].family, bold=not setting.not_bold) if setting.faces else None


def _run(command: list[str]) -> str | None:
    """Return what a program said, on either channel; ``None`` when it failed or could not be run."""
    try:
        done = subprocess.run(  # noqa: S603 - the command is ours, not the user's
            command, capture_output=True, check=True, timeout=_SECONDS, stdin=subprocess.DEVNULL
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _themes() -> tuple[str, ...]:
    try:
        return theme_names()
    except OSError:
        return ()


def _cache() -> tuple[str, bool]:
    """Return where caches are kept, and whether that folder can be written or made."""
    try:
        folder = _cache_folder()
    except RuntimeError:  # no home folder
        return "no home folder", False
    existing = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    return str(folder), existing.is_dir() and os.access(existing, os.W_OK)


def _cache_folder() -> Path:
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if named:
        return Path(named)
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
