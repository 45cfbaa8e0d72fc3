"""Run a program and measure it: time, memory of all its processes, and whether it ended well within a time limit."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_PROC = Path("/proc")
# Between two looks at the processes: a part of the time that has passed, within bounds, in seconds.
_LOOK_PART, _LOOK_FIRST, _LOOK_LAST = 0.05, 0.002, 0.1
_MOST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took.

    Args:
        seconds: from start to end.
        cpu: seconds that processors worked for it and for what it started and waited for.
        peak: the most memory that they had at once, in bytes; nothing where the system has no ``/proc``.
    """

    seconds: float
    cpu: float
    peak: int | None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is nothing to measure, in a few words."""

    reason: str


def measure(
    command: Sequence[str], limit: float, said: Path, environment: Mapping[str, str] | None = None
) -> Run | Failure:
    """Run a command to its end; nothing of it goes on running after that.

    Args:
        limit: after so many seconds it is ended.
        said: a file for what it writes to standard error and standard output.
    """
    with said.open("wb") as told:
        began = time.perf_counter()
        try:
            process = subprocess.Popen(
                list(command),
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
                start_new_session=True,
            )
        except OSError as error:
            return Failure(f"cannot be started: {error.strerror}")
        look = _Look(process.pid, began, limit)
        look.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        look.end()
    if look.is_over:
        return Failure(f"over {limit:g} s")
    if process.returncode != 0:
        return Failure(_last_words(said) or f"ends with {process.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime, look.peak or None)


def _last_words(said: Path) -> str:
    lines = [line.strip() for line in said.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    telling = [line for line in lines if "rror" in line or "memory" in line]
    return (telling or lines or [""])[-1][:_MOST_WORDS]


@dataclass(slots=True)
class _Look:
    """Looks at a process and all that it starts, again and again, and ends them when their time is over.

    Args:
        root: the process.
        known: when each process of the tree was started, by its number: another may get the number later.
    """

    root: int
    began: float
    limit: float
    peak: int = 0
    is_over: bool = False
    known: dict[int, int] = field(default_factory=dict)
    _ended: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._go_on, daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._ended.set()
        assert self._thread is not None
        self._thread.join()
        self._kill()

    def _go_on(self) -> None:
        while True:
            passed = time.perf_counter() - self.began
            self.peak = max(self.peak, self._memory())
            if passed > self.limit:
                self.is_over = True
                self._kill()
                return
            pause = min(max(passed * _LOOK_PART, _LOOK_FIRST), _LOOK_LAST)
            if self._ended.wait(min(pause, max(self.limit - passed, _LOOK_FIRST))):
                return

    def _memory(self) -> int:
        """Return what all processes have now, in bytes: memory of their own, and once what they share."""
        self.known = _tree(self.root, self.known)
        statuses = [_status(pid) for pid in self.known]
        own = sum(_own(pid) or status.get("RssAnon", 0) for pid, status in zip(self.known, statuses, strict=True))
        shared = max((status.get("RssFile", 0) + status.get("RssShmem", 0) for status in statuses), default=0)
        highest = max((status.get("VmHWM", 0) for status in statuses), default=0)
        return max(own + shared, highest)

    def _kill(self) -> None:
        """End what still runs: the group of the program, and what has left it."""
        with contextlib.suppress(OSError):
            os.killpg(self.root, signal.SIGKILL)
        self.known = _tree(self.root, self.known)
        for pid in self.known.keys() - {self.root}:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)


def _tree(root: int, known: Mapping[int, int]) -> dict[int, int]:
    """Return a process, those that it has started, and those of them whose parents have gone, as far as they live."""
    processes = {process.pid: process for process in _processes()}
    ours = {pid for pid, process in processes.items() if pid == root or known.get(pid) == process.started}
    found = {}
    for process in processes.values():
        ancestor: _Process | None = process
        while ancestor is not None and ancestor.pid not in ours:
            ancestor = processes.get(ancestor.parent)
        if ancestor is not None:
            found[process.pid] = process.started
    return found


@dataclass(frozen=True, slots=True)
class _Process:
    pid: int
    parent: int
    started: int


def _processes() -> Iterator[_Process]:
    for path in _PROC.glob("[0-9]*"):
        with contextlib.suppress(OSError):
            # The name of the program stands in brackets, and may hold anything; see proc(5) for the places.
            places = (path / "stat").read_text(errors="replace").rpartition(")")[2].split()
            yield _Process(int(path.name), parent=int(places[1]), started=int(places[19]))


def _own(pid: int) -> int:
    """Return what a process has of its own, in bytes: of what it still shares with its copies, its part."""
    return _amounts(pid, "smaps_rollup").get("Pss_Anon", 0)


def _status(pid: int) -> dict[str, int]:
    """Return what a process has of each kind of memory, in bytes; nothing where it is gone."""
    return _amounts(pid, "status")


def _amounts(pid: int, told: str) -> dict[str, int]:
    try:
        lines = (_PROC / str(pid) / told).read_text(errors="replace").splitlines()
    except OSError:
        return {}
    pairs = (line.split(":", 1) for line in lines if line.endswith(" kB"))
    return {name: int(amount.split()[0]) * 1024 for name, amount in pairs}
