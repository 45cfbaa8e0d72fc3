"""Set limits by the command line, and hold a run to its time."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

import typer

from orgviz.cli.boundary import say_findings
from orgviz.diagnostics import InputError, LimitError, UsageError
from orgviz.limits import LIMITS, Limits, raising
from orgviz.patterns import pattern
from orgviz.wording import nearest, visible

_SETTING = pattern(r"([a-z]+)=([0-9]{1,15})")
_EXAMPLE = "such as --limit links=5000"


def read_limits(settings: Sequence[str], limits: Limits = LIMITS) -> Limits:
    """Return limits with changes as they stand on the command line, such as ``links=5000``.

    Raises:
        UsageError: one is not known, or not a whole number.
    """
    known = [field.name for field in fields(Limits)]
    for setting in settings:
        match = _SETTING.fullmatch(setting)
        name = setting.partition("=")[0]
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean '{near}'?" if near else f"there are: {', '.join(known)}"
            raise UsageError(f"--limit: '{visible(name)}' is no limit", hint)
        if match is None or int(match[2]) < 1:
            raise UsageError(f"--limit: '{visible(setting)}' gives no whole number from 1", _EXAMPLE)
        limits = replace(limits, **{name: int(match[2])})
    return limits


@contextlib.contextmanager
def limited(limits: Limits) -> Iterator[None]:
    """Hold a run to its time, and to how many findings it tells people.

    Raises:
        LimitError: the time is up.
        typer.Exit: the input has mistakes, and they are told.
    """
    try:
        with in_time(limits.seconds):
            yield
    except InputError as error:
        say_findings(error.diagnostics, error.sources, limit=limits.findings)
        raise typer.Exit(error.exit_code) from None


@contextlib.contextmanager
def in_time(seconds: int) -> Iterator[None]:
    """End what takes longer than this, where the system has a clock that rings.

    Raises:
        LimitError: the time is up.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_number: int, _frame: object) -> None:
        raise LimitError(
            f"this takes longer than {seconds:,} seconds",
            f"draw less (--depth, --root, --only-units), or {raising('seconds', seconds)}",
        )

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
