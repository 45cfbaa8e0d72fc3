"""Run Graphviz: DOT in, SVG or positions out; the only place that starts it or imports its bindings."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from orgviz.diagnostics import LimitError, ToolError
from orgviz.lean import dataclass
from orgviz.output.child_process import Child, Limits

if TYPE_CHECKING:
    import graphviz

SECONDS = 60.0
"""How long Graphviz may take where nobody says how long; at fixed places, it takes less than one."""
_MEMORY, _OUTPUT = 2 << 30, 256 << 20  # bytes
_CPU_TIME_IS_UP = -24  # the signal that ends a process that has used its time, on Linux
# Statements of our DOT; those without a number set defaults.
_NODE, _EDGE = re.compile(r"^\w*\d \[", re.MULTILINE), re.compile(r"^\w+ -> ", re.MULTILINE)
# Words of Graphviz's own that are repeated to the user, at most.
_MOST_WORDS = 300

_LESS = "draw less (--depth, --root), use --layout compact, or give Graphviz more time: --timeout SECONDS"

INSTALL_HINT = (
    "install Graphviz: apt-get install graphviz (Debian, Ubuntu), dnf install graphviz (Fedora), "
    "brew install graphviz (macOS), winget install graphviz (Windows); or, without rights: "
    "pip install 'orgviz[graphviz]'"
)

# The arguments of the program, and of the library.
_DRAWING = (("-Kneato", "-n2", "-Tsvg"), ("nop2", "svg"))
_PLACING = (("-Tplain",), ("dot", "plain"))

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


class Task:
    """A graph for Graphviz to work on; several may be at work at once. Left behind as a context, nothing of it runs on.

    Args:
        arguments: of the ``dot`` program, and of the library's.
        end: what a whole answer ends with.
        seconds: for which it may run, at most.

    Raises:
        ToolError: Graphviz is missing.
    """

    def __init__(
        self,
        dot: str,
        arguments: tuple[Sequence[str], Sequence[str]],
        end: bytes,
        engine: Engine | None = None,
        seconds: float | None = None,
    ):
        engine = engine or find_engine()
        for_program, for_library = arguments
        command = [engine.program, *for_program]
        if engine.is_library:
            command = [sys.executable, "-P", "-c", _LIBRARY_PROGRAM, *for_library]
        self._dot, self._end, self._seconds = dot, end, seconds or SECONDS
        limits = Limits(seconds=self._seconds, memory=_MEMORY, output=_OUTPUT)
        self._child = Child(command, dot.encode("utf-8"), _environment(), limits)

    def __enter__(self) -> Task:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def begin(self) -> None:
        """Let Graphviz work on it.

        Raises:
            ToolError: it cannot be started.
        """
        try:
            self._child.start()
        except OSError as error:
            raise ToolError(f"Graphviz cannot be started: {error.strerror}", INSTALL_HINT) from error

    def answer(self) -> bytes:
        """Wait for the end, and return what Graphviz has written.

        Raises:
            LimitError: it takes too long, or too much.
            ToolError: Graphviz fails, or gives no whole answer.
        """
        ended = self._child.result()
        if ended.code is None or ended.code == _CPU_TIME_IS_UP:
            raise LimitError(f"Graphviz did not end within {self._seconds:g} seconds, on {_size(self._dot)}", _LESS)
        if ended.overflowed:
            raise LimitError(f"Graphviz wrote more than {_OUTPUT >> 20} MB, on {_size(self._dot)}", INSTALL_HINT)
        if ended.code != 0:
            raise ToolError(f"Graphviz failed ({_reason(ended.code)}){_said(ended.err)}", INSTALL_HINT)
        if not ended.out.rstrip().endswith(self._end):
            raise ToolError("Graphviz ended without a whole picture", INSTALL_HINT)
        return ended.out

    def close(self) -> None:
        """Leave nothing running."""
        self._child.close()


def drawing_task(dot: str, engine: Engine | None = None, seconds: float | None = None) -> Task:
    """Return what draws a graph with fixed places as SVG, once it is begun.

    Raises:
        ToolError: Graphviz is missing.
    """
    return Task(dot, _DRAWING, b"</svg>", engine, seconds)


def draw(dot: str, engine: Engine | None = None, seconds: float | None = None) -> bytes:
    """Return Graphviz's SVG of a graph with fixed places.

    Raises:
        LimitError: it takes too long, or too much.
        ToolError: Graphviz is missing, fails, or gives no whole SVG.
    """
    with drawing_task(dot, engine, seconds) as task:
        task.begin()
        return task.answer()


def positions(dot: str, engine: Engine | None = None, seconds: float | None = None) -> str:
    """Return the places that Graphviz's own ``dot`` layout gives, as its ``plain`` format.

    Raises:
        LimitError, ToolError: as `draw`.
    """
    with Task(dot, _PLACING, b"stop", engine, seconds) as task:
        task.begin()
        return task.answer().decode("utf-8", "replace")


def as_source(dot: str) -> graphviz.Source:
    """Return a DOT text with fixed places as an object of the `graphviz` package, for programs that work with those."""
    import graphviz  # noqa: PLC0415 - no verb needs it, and it takes time

    return graphviz.Source(dot, engine="neato")


def _size(dot: str) -> str:
    """Return in words how large a graph is."""
    edges = len(_EDGE.findall(dot))
    nodes = len(_NODE.findall(dot))
    return f"{nodes:,} boxes and {edges:,} lines"


def _environment() -> dict[str, str]:
    """Return a clean environment: nothing that makes Graphviz read files, fonts' settings kept."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
            "XDG_CACHE_HOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "TEMP", "TMP")  # fmt: skip
    # With SERVER_NAME set, Graphviz opens no files that a graph names.
    return {name: os.environ[name] for name in kept if name in os.environ} | {"SERVER_NAME": "orgviz"}


def _reason(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _said(err: bytes) -> str:
    lines = [line for line in err.decode("utf-8", "replace").splitlines() if "rror" in line]
    words = " ".join(lines)[:_MOST_WORDS]
    return f": {''.join(c for c in words if c.isprintable())}" if words else ""
