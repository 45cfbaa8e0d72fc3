"""Let others work through a `concurrent.futures.Executor`, and go on where one of them is ended from outside."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import dataclass, field
from typing import Generic, TypeAlias

from orgviz.diagnostics import ToolError
from orgviz.jobs.crew import ALONE, Crew, Result, Value

_LOST_HINT = "perhaps memory is short: draw less (--depth, --root), or with fewer at a time (-j 1)"

Done: TypeAlias = Future[Result]


def at_work(work: Callable[[Value], Result], value: Value) -> Result:
    """Do a work in a process of an executor; a request to stop ends that process, once all is cleared away."""
    try:
        return work(value)
    except SystemExit as stopped:
        os._exit(stopped.code if isinstance(stopped.code, int) else 1)


@dataclass(slots=True)
class _Out(Generic[Value, Result]):
    """A value that was given away."""

    value: Value
    done: Done[Result]


@dataclass(slots=True)
class Hired:
    """Those who work for an executor.

    Args:
        open: makes an executor, and another one where that has broken.
        ahead: how many values are given away at a time: enough for all, and few enough for memory.
        least: the effort in seconds from which it pays to begin at all.
        lost: what it raises of a value that it has lost, again and again, by no fault of ours.
    """

    open: Callable[[], Executor]
    ahead: int
    least: float = 0.0
    lost: tuple[type[BaseException], ...] = ()
    executor: Executor | None = None
    broken: list[Executor] = field(default_factory=list)

    @property
    def is_alone(self) -> bool:
        """They are not."""
        return False

    def worth(self, effort: float) -> Crew:
        """Return these, or this process alone where they would not be worth it."""
        return self if self.executor is not None or effort >= self.least else ALONE

    def attempts(self, work: Callable[[Value], Result], values: Iterable[Value]) -> Iterator[Result | Exception]:
        """Yield the results in order; some values are always ahead."""
        for done in self._ended(work, values):
            outcome = _outcome(done, self.lost)
            yield outcome

    def _ended(self, work: Callable[[Value], Result], values: Iterable[Value]) -> Iterator[Done[Result]]:
        out: deque[_Out[Value, Result]] = deque()
        for value in values:
            out.append(_Out(value, self._given(work, value)))
            while out and (out[0].done.done() or len(out) >= self.ahead):
                yield self._first(work, out)
        while out:
            yield self._first(work, out)

    def close(self, *, wait: bool) -> None:
        """Send all home; without waiting, what is not begun yet is never done."""
        for executor in (*self.broken, *([] if self.executor is None else [self.executor])):
            executor.shutdown(wait=wait, cancel_futures=not wait)
        self.executor = None

    def _given(self, work: Callable[[Value], Result], value: Value) -> Done[Result]:
        if self.executor is None:
            self.executor = self.open()
        try:
            return self.executor.submit(at_work, work, value)
        except BrokenExecutor:
            return self._renewed().submit(at_work, work, value)

    def _renewed(self) -> Executor:
        if self.executor is not None:
            self.broken.append(self.executor)
        self.executor = self.open()
        return self.executor

    def _first(self, work: Callable[[Value], Result], out: deque[_Out[Value, Result]]) -> Done[Result]:
        if isinstance(_failure(out[0].done), BrokenExecutor):
            # Nobody knows which of the values has ended who worked on it: they are done again one after the other.
            for lost in out:
                if isinstance(_failure(lost.done), BrokenExecutor):
                    lost.done = self._again(work, lost.value)
        return out.popleft().done

    def _again(self, work: Callable[[Value], Result], value: Value) -> Done[Result]:
        done = self._given(work, value)
        if isinstance(_failure(done), BrokenExecutor):
            self._renewed()
            done = Future()
            done.set_exception(_lost(None))
        return done


def _failure(done: Done[Result]) -> BaseException | None:
    """Return what has become of a call instead of a result, once it has ended."""
    try:
        return done.exception()
    except CancelledError as error:
        return error


def _outcome(done: Done[Result], lost: tuple[type[BaseException], ...]) -> Result | Exception:
    error = _failure(done)
    if error is None:
        return done.result()
    if isinstance(error, lost):
        return _lost(error)
    if isinstance(error, Exception):
        return error
    raise error


def _lost(cause: BaseException | None) -> ToolError:
    error = ToolError("a process that drew was ended from outside, and again when it was tried once more", _LOST_HINT)
    error.__cause__ = cause
    return error
