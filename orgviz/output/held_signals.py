"""Hold requests to stop while files are put in place, and pass them on at moments when nothing is half done."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from dataclasses import field
from types import FrameType

from orgviz.lean import dataclass

# Not all systems have all of them.
STOPPING = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    if (number := getattr(signal, name, None)) is not None
)


class StoppedError(BaseException):
    """A signal came whose default is to end the process: everything is cleared away, then it does."""


@dataclass(slots=True)
class HeldSignals:
    """The signals that have come so far, and who is to be told of them."""

    handlers: dict[signal.Signals, signal._HANDLER] = field(default_factory=dict)
    came: list[int] = field(default_factory=list)
    is_felt: bool = False

    def pass_on(self) -> None:
        """Let what has come do what it does: mostly, raise an exception."""
        while self.came:
            handler = self.handlers[signal.Signals(self.came[0])]
            if not callable(handler):
                raise StoppedError
            handler(self.came.pop(0), None)

    @contextlib.contextmanager
    def felt(self) -> Iterator[None]:
        """Pass signals on as they come: for what may wait without end."""
        self.is_felt = True
        try:
            self.pass_on()
            yield
        finally:
            self.is_felt = False

    def note(self, number: int, _frame: FrameType | None) -> None:
        """Handle a signal."""
        self.came.append(number)
        if self.is_felt:
            self.pass_on()

    def release(self) -> None:
        """Let others handle signals again, also those that have come."""
        self.is_felt = False
        for number, handler in self.handlers.items():
            signal.signal(number, handler)
        for came in self.came:
            signal.raise_signal(came)


@contextlib.contextmanager
def signals_held() -> Iterator[HeldSignals]:
    """Hold signals to stop, but for those that are ignored; only the main thread is ever interrupted by any."""
    held = HeldSignals()
    try:
        if threading.current_thread() is threading.main_thread():
            for number in STOPPING:
                handler = signal.getsignal(number)
                if handler is not None and handler is not signal.SIG_IGN:
                    held.handlers[number] = handler
                    signal.signal(number, held.note)
        yield held
    finally:
        held.release()
