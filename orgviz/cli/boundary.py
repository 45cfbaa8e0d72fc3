"""Turn every way a run can end into words on standard error and an exit code."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TextIO

import typer

from orgviz.diagnostics import Diagnostic, InputError, OrgvizError, OutputError, Severity, ToolError, UsageError
from orgviz.output.write import ClosedPipeError
from orgviz.report import ReportStyle, format_diagnostics
from orgviz.text import SourceText
from orgviz.wording import visible

EXIT_BUG = 70
EXIT_INTERRUPTED = 130
_REPORT_HERE = "please report it, with the input if you can share it"


class BugError(ToolError):
    """A failure that only a change of orgviz mends, in a run that goes on after it."""

    exit_code = EXIT_BUG


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
    """End with words and an exit code where no verb runs yet: reading arguments, writing help."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)
    except OSError as error:
        say(f"orgviz: error: standard output cannot be written: {error.strerror}")
        _drop_stdout()
        sys.exit(OutputError.exit_code)


def say(text: str) -> None:
    """Write a line to standard error, if there still is one."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text if text.endswith("\n") else text + "\n")
        sys.stderr.flush()


def say_findings(
    findings: Sequence[Diagnostic],
    sources: Mapping[str, SourceText],
    style: ReportStyle = ReportStyle.HUMAN,
) -> None:
    """Write diagnostics to standard error; notes are for those who ask, by `check`."""
    told = [finding for finding in findings if finding.severity is not Severity.NOTE]
    if told:
        say(format_diagnostics(told, sources, style))


def say_failure(error: OrgvizError) -> None:
    """Write to standard error what ended a run, and what to do about it."""
    hint = error.hint if isinstance(error, UsageError | ToolError) else None
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
        _drop_stdout()
        raise typer.Exit(error.exit_code) from None
    except OrgvizError as error:
        say_failure(error)
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        raise typer.Exit(EXIT_INTERRUPTED) from None
    except MemoryError:
        say("orgviz: error: there is not enough memory for this chart\n  hint: draw a part of it")
        raise typer.Exit(ToolError.exit_code) from None
    except Exception as error:
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
    except MemoryError:
        raise ToolError("there is not enough memory for this chart", "draw a part of it") from None
    except Exception as error:
        if os.environ.get("ORGVIZ_DEBUG"):
            raise
        words = f"internal error: {type(error).__name__}: {visible(str(error))[:200]}"
        raise BugError(words, f"this is a bug of orgviz; {_REPORT_HERE} (ORGVIZ_DEBUG=1 shows where)") from None


@contextlib.contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Let a polite request to stop end the run as Ctrl-C does: with temporary files and children cleared away."""

    def stop(number: int, _frame: object) -> None:
        # No work that goes on after a failure takes it for one.
        raise SystemExit(128 + number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = [(getattr(signal, name), signal.signal(getattr(signal, name), stop)) for name in names]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _drop_stdout() -> None:
    """Keep Python from complaining at exit about a reader that is gone."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
