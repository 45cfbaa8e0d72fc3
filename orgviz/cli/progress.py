"""Say on a terminal how far a long run is; nothing of it in pipes and logs, nor on the screen once it has ended."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from orgviz.cli.inputs import STREAM
from orgviz.cli.profiling import no_stage
from orgviz.lean import dataclass

if TYPE_CHECKING:
    from rich.progress import Progress as Display

SHOWN_AFTER = 1.0  # seconds: what ends sooner needs no words


@dataclass(slots=True)
class Progress:
    """How far a run is.

    Args:
        stage: what it does at the moment.
        chart, charts: which of several it is at.
        listener: is told of each stage, too.
        done, total: how many parts of the stage are done, of how many, where it has parts and that is known.
        begun: when the first of them was begun, in seconds.
    """

    stage: str = "reading"
    chart: int = 1
    charts: int = 1
    listener: Callable[[str], None] = no_stage
    done: int = 0
    total: int | None = None
    begun: float = 0.0
    _display: Display | None = None
    _is_over: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def tell(self, stage: str) -> None:
        """Go on to a stage of the same chart."""
        self.stage, self.done = stage, 0
        self.listener(stage)
        self._update()

    def begin(self, chart: int, charts: int) -> None:
        """Go on to a chart, counted from 1."""
        self.chart, self.charts = chart, charts
        self._update()

    def count(self, done: int, total: int | None) -> None:
        """Say how many parts of a stage are done; with none it begins."""
        if not done:
            self.begun = time.monotonic()
        self.done, self.total = done, total
        self._update()

    @property
    def words(self) -> str:
        """What is shown."""
        words = self.stage if self.charts == 1 else f"{self.stage}, chart {self.chart} of {self.charts}"
        if not self.done or self.total == 1:
            return words
        rate = self.done / max(0.1, time.monotonic() - self.begun)
        return f"{words}, {self.done:,}{'' if self.total is None else f' of {self.total:,}'} ({rate:.1f}/s)"

    def _update(self) -> None:
        with self._lock:
            if self._display is not None:
                self._display.update(self._display.task_ids[0], description=self.words)

    def show(self) -> None:
        """Begin to show it, unless the run is over."""
        display = _display()
        with self._lock:
            if not self._is_over:
                display.add_task(self.words, total=None)
                display.start()
                self._display = display

    def end(self) -> None:
        """Take it from the screen."""
        with self._lock:
            self._is_over = True
            if self._display is not None:
                self._display.stop()


@contextlib.contextmanager
def progress(
    inputs: Sequence[str], *, quiet: bool = False, listener: Callable[[str], None] = no_stage
) -> Iterator[Progress]:
    """Show how far a run is while the context lasts, where it lasts long and somebody sees it.

    Args:
        inputs: as the user named them: who types one into the terminal is left alone.
        listener: is told of each stage, whoever sees it.
    """
    shown = Progress(listener=listener)
    if quiet or not _is_seen() or (STREAM in inputs and sys.stdin.isatty()):
        yield shown
        return
    timer = threading.Timer(SHOWN_AFTER, shown.show)
    timer.daemon = True
    timer.start()
    try:
        yield shown
    finally:
        timer.cancel()
        shown.end()


def _is_seen() -> bool:
    # Logs of builds may come from something like a terminal, and a dumb one cannot be written over.
    if os.environ.get("CI") or os.environ.get("TERM", "dumb") == "dumb":
        return False
    try:
        return sys.stderr.isatty()
    except ValueError:  # it was closed
        return False


def _display() -> Display:
    from rich.console import Console
    from rich.progress import Progress as Display
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    console = Console(stderr=True)
    return Display(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
