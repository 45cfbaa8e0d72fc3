"""Run a program on some data within limits: in a process group of its own, of which nothing is left at the end.

Its output is taken while it works, so that several may work at once, and no pipe ever fills.
"""

from __future__ import annotations

import contextlib
import math
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO

from orgviz.lean import dataclass

if sys.platform != "win32":
    import resource

_CHUNK = 1 << 16
# Of what it says on standard error, the rest is thrown away.
_MOST_WORDS = 1 << 16
# For the end of what has closed its output or was killed.
_LAST_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a program may take.

    Args:
        seconds: from its start; also of processor time, which holds even if we are killed.
        memory, output: bytes.
    """

    seconds: float
    memory: int
    output: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a program ended.

    Args:
        code: its exit code; below 0 the signal that ended it; ``None`` where it was ended for taking too long.
        out, err: what it wrote, the latter cut.
        overflowed: whether it was ended for writing too much.
    """

    code: int | None
    out: bytes
    err: bytes
    overflowed: bool = False


class Child:
    """A program, at work once it is started.

    It is made before that, so that whoever has made it can close it whenever a signal interrupts the start.
    """

    def __init__(self, command: Sequence[str], data: bytes, environment: Mapping[str, str], limits: Limits):
        self._command, self._data, self._environment, self._limits = command, data, environment, limits
        self._deadline = 0.0
        self._process: subprocess.Popen[bytes] | None = None
        self._failure: BaseException | None = None
        self._out: list[bytes] = []
        self._err: list[bytes] = []
        self._overflowed = False
        # Set while nothing is being started: an interrupted `join` of the thread that does would take it for ended.
        self._settled = threading.Event()
        self._settled.set()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin its work, once.

        Raises:
            OSError: it cannot be started.
        """
        self._deadline = time.monotonic() + self._limits.seconds
        self._settled.clear()
        try:
            # A signal is heard in the main thread only: there it could come between the start and its being known.
            threading.Thread(target=self._start).start()
            self._settled.wait()
            if self._failure is not None:
                raise self._failure
        except RuntimeError:
            self._settled.set()  # there are too many threads
            self.close()
            raise
        except BaseException:
            self.close()
            raise

    def _start(self) -> None:
        try:
            process = self._process = subprocess.Popen(  # noqa: S603 - an absolute path, no shell, fixed arguments
                list(self._command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=dict(self._environment),
                # Nothing of the user's is there, and it is always there.
                cwd=Path(os.sep).resolve(),
                start_new_session=True,
            )
            _limit_resources(process.pid, self._limits)
            self._begin(self._read_out, process.stdout)
            self._begin(self._read_err, process.stderr)
            self._begin(self._write, process.stdin, self._data)
        except Exception as error:  # noqa: BLE001 - it is raised in the thread that waits
            self._failure = error
        finally:
            self._settled.set()

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def result(self) -> Ended:
        """Wait for the end of the program, and for its output; what it has started ends with it."""
        if self._process is None:
            raise ValueError("it was not started")
        reader = self._threads[0]
        reader.join(max(0.0, self._deadline - time.monotonic()))
        if reader.is_alive():
            self.close()
            return Ended(code=None, out=b"", err=b"".join(self._err))
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_LAST_SECONDS)
        code = self._process.poll()
        self.close()
        return Ended(code=code, out=b"".join(self._out), err=b"".join(self._err), overflowed=self._overflowed)

    def close(self) -> None:
        """Leave nothing running, whatever happened: the program may have started others."""
        self._settled.wait(_LAST_SECONDS)
        process = self._process
        if process is None:
            return
        self._kill()
        process.wait()
        for thread in self._threads:
            thread.join(_LAST_SECONDS)
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def _begin(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        thread.start()
        self._threads.append(thread)

    def _kill(self) -> None:
        process = self._process
        if process is None:
            return
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        if process.poll() is None:
            process.kill()

    def _write(self, stream: IO[bytes], data: bytes) -> None:
        # A program that reads nothing may still answer.
        with contextlib.suppress(OSError), stream:
            stream.write(data)

    def _read_out(self, stream: IO[bytes]) -> None:
        room = self._limits.output
        with contextlib.suppress(OSError, MemoryError), stream:
            while chunk := os.read(stream.fileno(), _CHUNK):
                room -= len(chunk)
                if room < 0:
                    break
                self._out.append(chunk)
            else:
                return
        self._overflowed = True
        self._kill()

    def _read_err(self, stream: IO[bytes]) -> None:
        room = _MOST_WORDS
        with contextlib.suppress(OSError), stream:
            while chunk := os.read(stream.fileno(), _CHUNK):
                if room > 0:
                    self._err.append(chunk)
                room -= len(chunk)


def _limit_resources(pid: int, limits: Limits) -> None:
    """Set what holds even if we are killed, where the system can."""
    if sys.platform != "linux":
        return
    seconds = math.ceil(limits.seconds) + 1
    for kind, soft, most in (
        # At the first it is told that its time is up, at the second it is ended.
        (resource.RLIMIT_CPU, seconds, seconds + 1),
        (resource.RLIMIT_AS, limits.memory, limits.memory),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        # It may have ended already, or may have less than that.
        with contextlib.suppress(OSError, ValueError):
            _, hard = resource.prlimit(pid, kind)
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.prlimit(pid, kind, (min(soft, least), least))
