"""Put findings and failures into the words that the page shows: the same as on a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgviz.diagnostics import Diagnostic, OrgvizError, Severity, ToolError, UsageError
from orgviz.report import excerpt
from orgviz.serve.state import Problem
from orgviz.text import SourceText
from orgviz.wording import visible


def problems_of(findings: Sequence[Diagnostic], sources: Mapping[str, SourceText]) -> tuple[Problem, ...]:
    """Return errors and warnings, errors first; notes are for those who ask, by `check`."""
    lines = {path: source.text.split("\n") for path, source in sources.items()}
    told = [finding for finding in findings if finding.severity is not Severity.NOTE]
    told.sort(key=lambda finding: finding.severity is not Severity.ERROR)
    return tuple(_problem(finding, lines.get(finding.span.path)) for finding in told)


def _problem(finding: Diagnostic, lines: Sequence[str] | None) -> Problem:
    return Problem(
        severity=finding.severity.value,
        message=visible(finding.message),
        place=visible(str(finding.span)),
        code=finding.code,
        excerpt=excerpt(finding.span, lines),
        hint=visible(finding.hint or ""),
    )


def problem_of(error: OrgvizError) -> Problem:
    """Return what ended a drawing without a place in a file."""
    hint = error.hint if isinstance(error, UsageError | ToolError) else None
    return Problem(severity=Severity.ERROR.value, message=visible(str(error)), hint=visible(hint or ""))
