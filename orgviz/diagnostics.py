"""Problems in the user's input, and the errors that end a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from orgviz.lean import dataclass
from orgviz.limits import LIMITS, Limits, raising
from orgviz.text import SourceText, Span

# What is said of an input that is too much for a limit, and may be right else.
OVER_LIMIT = frozenset({"too-large", "too-many"})


class Severity(StrEnum):
    """Whether a finding stops the run (error), is only told (warning), or told to those who ask (note)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: what is wrong, where, and what to do about it.

    Args:
        code: stable kebab-case name, with a section in ``docs/errors.md`` and a fixture in ``tests/errors``.
        message: lower case, the user's own words quoted.
        hint: one sentence that helps, where there is one.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    hint: str | None = None


@dataclass(slots=True)
class Findings:
    """Collects diagnostics while a stage runs, so that all are told at once; knows the limits that the stage keeps."""

    items: list[Diagnostic] = field(default_factory=list)
    limits: Limits = LIMITS

    def apart(self) -> Findings:
        """Return a collector under the same limits, for findings that may turn out to be of no interest."""
        return Findings(limits=self.limits)

    def error(self, code: str, message: str, span: Span, hint: str | None = None) -> None:
        """Add a finding that stops the run."""
        self.items.append(Diagnostic(code=code, severity=Severity.ERROR, message=message, span=span, hint=hint))

    def warn(self, code: str, message: str, span: Span, hint: str | None = None) -> None:
        """Add a finding that is only told."""
        self.items.append(Diagnostic(code=code, severity=Severity.WARNING, message=message, span=span, hint=hint))

    def too_many(self, things: str, limit: str, span: Span) -> None:
        """Add that there are more things of a kind than the limit of that name allows."""
        most: int = getattr(self.limits, limit)
        self.error("too-many", f"there are more than {most:,} {things}", span, raising(limit, most))

    @property
    def failed(self) -> bool:
        """Whether any finding stops the run."""
        return any(item.severity is Severity.ERROR for item in self.items)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return the findings in the order of their places, each once."""
        unique = dict.fromkeys(self.items)
        return tuple(sorted(unique, key=lambda item: (item.span, item.code, item.message)))

    def raise_if_failed(self, sources: Mapping[str, SourceText]) -> None:
        """End the stage when anything in it stops the run.

        Raises:
            InputError: with every finding so far, warnings too.
        """
        if self.failed:
            raise InputError(self.sorted(), sources)


class OrgvizError(Exception):
    """A failure that the user can do something about; `exit_code` is the process's.

    OrgvizError
    ├── InputError   1  problems in the input
    ├── UsageError   2  a command line that makes no sense
    ├── ToolError    3  a program, library or font that cannot be had
    │   └── OutputError  a file that cannot be read or written
    └── LimitError   4  more than a limit allows: in size, time, memory or pixels
    """

    exit_code = 70


class InputError(OrgvizError):
    """The input has mistakes; carries every one of them, and the sources to quote from.

    Where all that is wrong is that it is too much for a limit, its exit code is that of a `LimitError`.
    """

    exit_code = 1

    def __init__(self, diagnostics: tuple[Diagnostic, ...], sources: Mapping[str, SourceText]):
        super().__init__(f"{len(diagnostics)} problems in the input")
        self.diagnostics = diagnostics
        self.sources = sources
        wrong = {item.code for item in diagnostics if item.severity is Severity.ERROR}
        if wrong and wrong <= OVER_LIMIT:
            self.exit_code = LimitError.exit_code


class UsageError(OrgvizError):
    """The command line asks for something that does not exist or does not go together."""

    exit_code = 2

    def __init__(self, message: str, hint: str | None = None):
        super().__init__(message)
        self.hint = hint


class ToolError(OrgvizError):
    """Something that orgviz needs on this machine is missing or failed; `hint` is the line that mends it."""

    exit_code = 3

    def __init__(self, message: str, hint: str | None = None):
        super().__init__(message)
        self.hint = hint


class OutputError(ToolError):
    """A file could not be read or written."""


class LimitError(OrgvizError):
    """A run needs more than a limit allows; `hint` says how to need less, or how to raise it."""

    exit_code = 4

    def __init__(self, message: str, hint: str | None = None):
        super().__init__(message)
        self.hint = hint
