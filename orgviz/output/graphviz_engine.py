"""Run Graphviz: DOT in, SVG or positions out; the only place that starts it or imports its bindings."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orgviz.diagnostics import LimitError, ToolError

if TYPE_CHECKING:
    import graphviz

# Drawing at fixed places takes seconds even for 100,000 boxes; Graphviz's own layouts may take for ever.
DRAWING_SECONDS = 300.0
LAYOUT_SECONDS = 60.0
# Words of Graphviz's own that are repeated to the user, at most.
_MOST_WORDS = 300

INSTALL_HINT = (
    "install Graphviz: apt-get install graphviz (Debian, Ubuntu), dnf install graphviz (Fedora), "
    "brew install graphviz (macOS), winget install graphviz (Windows); or, without rights: "
    "pip install 'orgviz[graphviz]'"
)

# What the library does in a process of its own, so that a crash or a hang of it is not ours.
_LIBRARY_PROGRAM = """\
import sys, pygraphviz
graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode("utf-8"))
sys.stdout.buffer.write(graph.draw(format=sys.argv[2], prog=sys.argv[1]))
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """A Graphviz that can be run: a program's path, or (empty) the library in the ``pygraphviz`` wheel."""

    program: str

    @property
    def is_library(self) -> bool:
        """Whether this is the library rather than a program."""
        return not self.program


def find_engine() -> Engine:
    """Return the ``dot`` program on the path, else the library.

    Raises:
        ToolError: when there is neither, with the line that installs one.
    """
    program = shutil.which("dot")
    if program and Path(program).is_absolute():
        return Engine(program)
    if importlib.util.find_spec("pygraphviz") is not None:
        return Engine("")
    raise ToolError("Graphviz is needed to draw, and there is no 'dot' program on this machine", INSTALL_HINT)


def draw(dot: str, engine: Engine | None = None) -> bytes:
    """Return Graphviz's SVG of a graph with fixed places.

    Raises:
        ToolError: when Graphviz is missing, fails, takes too long, or gives no whole SVG.
    """
    engine = engine or find_engine()
    if engine.is_library:
        command = [sys.executable, "-P", "-c", _LIBRARY_PROGRAM, "nop2", "svg"]
    else:
        command = [engine.program, "-Kneato", "-n2", "-Tsvg"]
    svg = run(command, dot.encode("utf-8"), DRAWING_SECONDS)
    if not svg.rstrip().endswith(b"</svg>"):
        raise ToolError("Graphviz ended without a whole picture", INSTALL_HINT)
    return svg


def positions(dot: str, engine: Engine | None = None) -> str:
    """Return the places that Graphviz's own ``dot`` layout gives, as its ``plain`` format.

    Raises:
        ToolError: as `draw`.
    """
    engine = engine or find_engine()
    if engine.is_library:
        command = [sys.executable, "-P", "-c", _LIBRARY_PROGRAM, "dot", "plain"]
    else:
        command = [engine.program, "-Tplain"]
    return run(command, dot.encode("utf-8"), LAYOUT_SECONDS).decode("utf-8", "replace")


def as_source(dot: str) -> graphviz.Source:
    """Return a DOT text with fixed places as an object of the `graphviz` package, for programs that work with those."""
    import graphviz  # noqa: PLC0415 - no verb needs it, and it takes time

    return graphviz.Source(dot, engine="neato")


def run(command: Sequence[str], data: bytes, seconds: float) -> bytes:
    """Run a program on `data`, in a process group of its own that is gone when this returns.

    Raises:
        LimitError: when it takes longer than `seconds`.
        ToolError: when it cannot be started, or fails.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - an absolute path, no shell, fixed arguments
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,
        )
    except OSError as error:
        raise ToolError(f"Graphviz cannot be started: {error.strerror}", INSTALL_HINT) from error
    try:
        out, err = process.communicate(data, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise LimitError(
            f"Graphviz did not end within {seconds:g} seconds",
            "draw less (--depth, --root), or use --layout compact",
        ) from error
    finally:
        _end(process)
    if process.returncode != 0:
        raise ToolError(f"Graphviz failed ({_reason(process.returncode)}){_said(err)}", INSTALL_HINT)
    return out


def _environment() -> dict[str, str]:
    """Return a clean environment: nothing that makes Graphviz read files, fonts' settings kept."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
            "XDG_CACHE_HOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "TEMP", "TMP")  # fmt: skip
    # With SERVER_NAME set, Graphviz opens no files that a graph names.
    return {name: os.environ[name] for name in kept if name in os.environ} | {"SERVER_NAME": "orgviz"}


def _end(process: subprocess.Popen[bytes]) -> None:
    """Leave nothing running, whatever happened: the program may have started others."""
    if process.poll() is None and hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    if process.poll() is None:
        process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            stream.close()


def _reason(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _said(err: bytes) -> str:
    lines = [line for line in err.decode("utf-8", "replace").splitlines() if "rror" in line]
    words = " ".join(lines)[:_MOST_WORDS]
    return f": {''.join(c for c in words if c.isprintable())}" if words else ""
