"""Turn every way a run can end into words on standard error and an exit code."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, TextIO

import typer

from orgviz.diagnostics import (
    Diagnostic,
    InputError,
    LimitError,
    OrgvizError,
    OutputError,
    Severity,
    ToolError,
    UsageError,
)
from orgviz.limits import LIMITS
from orgviz.output.write import ClosedPipeError
from orgviz.report import ReportStyle, format_diagnostics
from orgviz.text import SourceText
from orgviz.wording import visible

EXIT_BUG = 70
EXIT_INTERRUPTED = 130
_NO_MEMORY = ("there is not enough memory for this chart", "draw a part of it")
_REPORT_HERE = "please report it, with the input if you can share it"


class BugError(ToolError):
    """A failure that only a change of orgviz mends, in a run that goes on after it."""

    exit_code = EXIT_BUG


class StoppedError(KeyboardInterrupt):
    """A request to stop came; it is what Ctrl-C is, so that nothing takes it for a failure."""

    def __init__(self, number: int):
        super().__init__()
        self.exit_code = 128 + number


def plain_streams() -> None:
    """Let messages reach any terminal: what its encoding lacks is written as an escape.

    A standard stream that was closed before we began is one that fails: else the next file to be opened would
    get its number, and with it what is meant for the stream.
    """
    if sys.stdin is None:
        sys.stdin = _failing_stream(0, os.O_WRONLY, "r")
    if sys.stdout is None:
        sys.stdout = _failing_stream(1, os.O_RDONLY, "w")
    if sys.stderr is None:
        sys.stderr = _failing_stream(2, os.O_WRONLY, "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _failing_stream(number: int, flags: int, mode: Literal["r", "w"]) -> TextIO:
    """Put a stream in the place of a closed one; `flags` decide what cannot be done with it."""
    descriptor = os.open(os.devnull, flags)
    if descriptor != number:
        os.dup2(descriptor, number)
        os.close(descriptor)
    return open(number, mode, encoding="utf-8", closefd=False)


@contextlib.contextmanager
def plain_exit() -> Iterator[None]:
    """End with words and an exit code where no verb runs yet, too: reading arguments, writing help."""
    stdout, code = sys.stdout, None
    try:
        yield
    except SystemExit as ended:
        # Typer ends with 1 when nobody reads help any more, and puts another stream in the place of that one.
        code = ended.code if sys.stdout is stdout else ClosedPipeError.exit_code
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except OSError as error:  # of standard error where it was to tell what is wrong with the arguments
        code = getattr(error.__context__, "exit_code", None) or _stdout_failed(error)
    except (ImportError, MemoryError) as error:
        if not _lacks_memory(error):
            raise
        say_failure(ToolError(*_NO_MEMORY))
        code = ToolError.exit_code
    sys.stdout = stdout
    code = _flushed() or code
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what Python does from here on has nothing to say about it
    sys.exit(code)


def _flushed() -> int:
    """Write out what still waits, so that Python finds nothing to complain of when it ends; return an exit code."""
    code = 0
    try:
        sys.stdout.flush()
    except OSError as error:
        code = _stdout_failed(error)
    try:
        sys.stderr.flush()
    except OSError:
        _drop(2)
    return code


def _stdout_failed(error: OSError) -> int:
    _drop(1)
    if isinstance(error, BrokenPipeError):
        return ClosedPipeError.exit_code
    say(f"orgviz: error: standard output cannot be written: {error.strerror}")
    return OutputError.exit_code


def say(text: str) -> None:
    """Write a line to standard error, if there still is one."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text if text.endswith("\n") else text + "\n")
        sys.stderr.flush()


def say_findings(
    findings: Sequence[Diagnostic],
    sources: Mapping[str, SourceText],
    style: ReportStyle = ReportStyle.HUMAN,
    limit: int = LIMITS.findings,
) -> None:
    """Write diagnostics to standard error; notes are for those who ask, by `check`."""
    told = findings_told(findings, sources, style, limit)
    if told is not None:
        say(told)


def findings_told(
    findings: Sequence[Diagnostic],
    sources: Mapping[str, SourceText],
    style: ReportStyle = ReportStyle.HUMAN,
    limit: int = LIMITS.findings,
) -> str | None:
    """Return what `say_findings` says, if it is anything."""
    told = [finding for finding in findings if finding.severity is not Severity.NOTE]
    return format_diagnostics(told, sources, style, limit=limit) if told else None


def say_failure(error: OrgvizError) -> None:
    """Write to standard error what ended a run, and what to do about it."""
    hint = error.hint if isinstance(error, UsageError | ToolError | LimitError) else None
    say(f"orgviz: error: {visible(str(error))}" + (f"\n  hint: {hint}" if hint else ""))


@contextlib.contextmanager
def boundary(*, style: ReportStyle = ReportStyle.HUMAN, debug: bool = False) -> Iterator[None]:
    """End the process with the right words and exit code, whatever happens inside; never with a traceback."""
    try:
        with _stopped_by_signals():
            yield
    except typer.Exit:
        raise
    except InputError as error:
        say_findings(error.diagnostics, error.sources, style)
        raise typer.Exit(error.exit_code) from None
    except ClosedPipeError as error:
        _drop(1)
        raise typer.Exit(error.exit_code) from None
    except OrgvizError as error:
        say_failure(error)
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt as stop:
        raise typer.Exit(stop.exit_code if isinstance(stop, StoppedError) else EXIT_INTERRUPTED) from None
    except Exception as error:
        if _lacks_memory(error):
            say_failure(ToolError(*_NO_MEMORY))
            raise typer.Exit(ToolError.exit_code) from None
        if isinstance(error, FileNotFoundError) and _is_folder_gone():
            say_failure(ToolError("the folder in which orgviz runs has been removed", "change to another: cd ~"))
            raise typer.Exit(ToolError.exit_code) from None
        if debug or os.environ.get("ORGVIZ_DEBUG"):
            raise
        say(
            f"orgviz: internal error: {type(error).__name__}: {visible(str(error))[:200]}\n"
            f"  hint: this is a bug of orgviz; {_REPORT_HERE} (ORGVIZ_DEBUG=1 shows where)"
        )
        raise typer.Exit(EXIT_BUG) from None


@contextlib.contextmanager
def bugs_told() -> Iterator[None]:
    """Turn what nobody has foreseen into a `BugError`, for runs that go on after a failure."""
    try:
        yield
    except (OrgvizError, typer.Exit):
        raise
    except Exception as error:
        if _lacks_memory(error):
            raise ToolError(*_NO_MEMORY) from None
        if os.environ.get("ORGVIZ_DEBUG"):
            raise
        words = f"internal error: {type(error).__name__}: {visible(str(error))[:200]}"
        raise BugError(words, f"this is a bug of orgviz; {_REPORT_HERE} (ORGVIZ_DEBUG=1 shows where)") from None


@contextlib.contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Let every polite request to stop end the run in one way: with passing files and children cleared away.

    What whoever started us ignores, as nohup does, stays ignored.
    """
    came: list[int] = []
    before = sys.unraisablehook

    def pass_over(ignored: sys.UnraisableHookArgs) -> None:
        # Python may be interrupted where it can only print what was raised and go on: there is nothing to say.
        if not issubclass(ignored.exc_type, StoppedError):
            before(ignored)

    def stop(number: int, _frame: object) -> None:
        came.append(number)
        raise StoppedError(number)

    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    handlers = {number: signal.getsignal(number) for number in numbers}
    ours = [number for number, handler in handlers.items() if handler is not signal.SIG_IGN]
    try:
        for number in ours:
            signal.signal(number, stop)
        sys.unraisablehook = pass_over
        yield
    except Exception as error:
        if came:  # a library took it for a failure of its own
            raise StoppedError(came[0]) from error
        raise
    finally:
        sys.unraisablehook = before
        for number in ours:
            signal.signal(number, handlers[number])


def _is_folder_gone() -> bool:
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _lacks_memory(error: Exception) -> bool:
    """Tell whether there was too little memory, also for a library that is loaded only now."""
    return isinstance(error, MemoryError) or (isinstance(error, ImportError) and "failed to map" in str(error))


def _drop(number: int) -> None:
    """Let a stream that cannot be written take what still waits to be: nobody gets it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(os.devnull, os.O_WRONLY)
        os.dup2(descriptor, number)
        os.close(descriptor)
