"""Let copies of this process make bytes of what it has in memory, several at once; none of them is left behind.

A copy shares the memory of this process, so that nothing has to be sent to it; back come the bytes, or the failure.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, NoReturn, TypeVar

from orgviz.diagnostics import LimitError, ToolError
from orgviz.output.held_signals import STOPPING

if sys.platform == "linux":
    import fcntl
    import resource

Value = TypeVar("Value")

_CHUNK = 1 << 20
# Bytes: of all together, and what a copy has for itself with what it has started, for the largest part of a scene.
_MOST_HELD, _OWN = 1_000_000_000, 125_000_000
# Failures that are told by what was sent, and by the exit code, which is theirs; any other is a bug.
_TOLD = {error.exit_code: error for error in (ToolError, LimitError)}
_BUG = 70
# For a copy to end all that it has started.
_LAST_SECONDS, _BETWEEN_LOOKS = 5.0, 0.001
_LOST_HINT = "perhaps memory is short: draw less (--depth, --root), or divide it (--pages)"


def may_fork() -> bool:
    """Tell whether a copy of this process would work: its locks must not be held by threads that Python does not know.

    Those of Python's own threads are free in a copy, which runs nothing but our own code. And it must be possible to
    learn how a copy ended: some that start programs leave them a setting by which the system forgets it.
    """
    if sys.platform != "linux" or threading.current_thread() is not threading.main_thread():
        return False
    if signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
        return False
    try:
        return len(list(Path("/proc/self/task").iterdir())) == threading.active_count()
    except OSError:
        return False


def copies_with_room(at_once: int) -> int:
    """Return how many copies of this process there may be at once, at most: together they stay below a gigabyte.

    What this process holds is there once: a copy has for itself what it makes, and those pages of its part of a scene
    that it marks as in use.
    """
    if sys.platform != "linux":
        return 0
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return max(0, min(at_once, (_MOST_HELD - held) // _OWN))


def made_by_forks(
    make: Callable[[Value], bytes], values: Sequence[Value], at_once: int
) -> Generator[Sequence[bytes], None, None]:
    """Yield the bytes that `make` returns for each value, in pieces, in the order of the values.

    Args:
        make: what else it does is not seen here. It must leave nothing behind when it raises.
        at_once: copies that are at work.

    Raises:
        LimitError, ToolError: as `make`; or a copy was ended from outside.
    """
    forks = _Forks(make)
    waiting = enumerate(values)
    try:
        for number in range(len(values)):
            while number not in forks.made:
                while len(forks.running) < at_once and (following := next(waiting, None)) is not None:
                    forks.begin(*following)
                forks.take()
            yield forks.made.pop(number)
    finally:
        forks.end()


@dataclass(slots=True, eq=False)
class _Fork:
    """A copy at work on a value, of which only the number is known here.

    Args:
        end: of a pipe, through which it sends the bytes.
    """

    number: int
    process: int
    end: int
    received: list[bytes] = field(default_factory=list)
    code: int | None = None

    def ended(self, *, wait: bool) -> bool:
        """Tell whether it has ended; then its exit code is known, below 0 the signal that ended it."""
        if self.code is None:
            try:
                process, status = os.waitpid(self.process, 0 if wait else os.WNOHANG)
                code = os.waitstatus_to_exitcode(status)
            except ChildProcessError:
                # Somebody who was interrupted has waited for it, or whoever started us has all children forgotten:
                # what it sent may be a failure, or only a part.
                process, code = self.process, _BUG
            if process:
                self.code = code
                os.close(self.end)
        return self.code is not None

    def send(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.code is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process, number)


@dataclass(slots=True)
class _Forks(Generic[Value]):
    """The copies at work, and what was made and not yet asked for, by the numbers of the values."""

    make: Callable[[Value], bytes]
    running: list[_Fork] = field(default_factory=list)
    values: dict[int, Value] = field(default_factory=dict)
    made: dict[int, Sequence[bytes]] = field(default_factory=dict)

    def begin(self, number: int, value: Value) -> None:
        """Let a copy make the bytes of a value, or make them here where there can be no copy."""
        self.values[number] = value
        try:
            self._fork(number, value)
        except OSError:
            self.made[number] = [self.make(value)]

    def _fork(self, number: int, value: Value) -> None:
        end, others_end = os.pipe()
        if sys.platform == "linux":
            # So that it seldom has to wait for us; there is a limit to all that a user may have of it.
            with contextlib.suppress(OSError):
                fcntl.fcntl(end, fcntl.F_SETPIPE_SZ, _CHUNK)
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, ())
        try:
            # No signal may come where the copy still is what it is a copy of, or before it is known here.
            signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
            process = _copied()
            if not process:
                # Who sends to nobody must be told so: whoever keeps the end of a pipe open is taken for its reader.
                _work(self.make, value, others_end, mask, [end, *(fork.end for fork in self.running)])
            self.running.append(_Fork(number, process, end))
        except BaseException:
            os.close(end)
            raise
        finally:
            os.close(others_end)
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)

    def take(self) -> None:
        """Wait until some have sent something, and take it."""
        poll = select.poll()
        for fork in self.running:
            poll.register(fork.end, select.POLLIN)
        ready = {end for end, _ in poll.poll()} if self.running else ()
        for fork in [fork for fork in self.running if fork.end in ready]:
            if chunk := os.read(fork.end, _CHUNK):
                fork.received.append(chunk)
            elif fork.ended(wait=True):
                self.running.remove(fork)
                self.made[fork.number] = self._result(fork)

    def _result(self, fork: _Fork) -> Sequence[bytes]:
        code, value = fork.code, self.values.pop(fork.number)
        if code == 0:
            return fork.received
        if code in _TOLD:
            message, hint = json.loads(b"".join(fork.received))
            raise _TOLD[code](message, hint)
        if code is not None and code < 0:
            raise ToolError(f"a process that drew was ended from outside (signal {-code})", _LOST_HINT)
        # A bug is best seen where it can be followed, and what lacked memory there may have enough here.
        return [self.make(value)]

    def end(self) -> None:
        """Leave none of them, nor anything that they have started."""
        for fork in self.running:
            fork.send(signal.SIGTERM)
        last = time.monotonic() + _LAST_SECONDS
        for fork in self.running:
            while not fork.ended(wait=False):
                if time.monotonic() > last:
                    fork.send(signal.SIGKILL)
                time.sleep(_BETWEEN_LOOKS)


def _copied() -> int:
    with warnings.catch_warnings():
        # From 3.12 on, Python warns of any other thread; see `may_fork`.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _work(
    make: Callable[[Value], bytes],
    value: Value,
    end: int,
    mask: set[int | signal.Signals],
    not_ours: Sequence[int],
) -> NoReturn:
    """Be the copy: send what is made, and end without any of what this process would do at its end."""
    code = _BUG
    try:
        for descriptor in not_ours:
            os.close(descriptor)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the whole group: then we are told by SIGTERM
        signal.signal(signal.SIGTERM, _stop)
        signal.signal(signal.SIGHUP, _stop)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        try:
            code, made = 0, make(value)
        except tuple(_TOLD.values()) as error:
            code, made = error.exit_code, json.dumps([str(error), error.hint]).encode()
        rest = memoryview(made)
        while rest:
            rest = rest[os.write(end, rest) :]
    except BaseException:  # noqa: BLE001 - nothing may go on from here as if it were the process that was copied
        code = _BUG
    finally:
        os._exit(code)


def _stop(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)
