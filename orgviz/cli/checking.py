"""The verb `check`."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from orgviz.cli.boundary import say
from orgviz.diagnostics import Diagnostic, InputError, Severity
from orgviz.output.write import write_stdout
from orgviz.pipeline import read_input
from orgviz.reading import read_org
from orgviz.report import ReportStyle, format_diagnostics
from orgviz.text import SourceText


def run_check(inputs: Sequence[str], style: ReportStyle, *, strict: bool) -> None:
    """Read every file and tell all findings; exit with 1 when any of them fails.

    Raises:
        OrgvizError: a file cannot be read at all.
    """
    findings: list[Diagnostic] = []
    sources: dict[str, SourceText] = {}
    for name in inputs:
        data, path = read_input(name)
        try:
            reading = read_org(data, path)
        except InputError as error:
            findings.extend(error.diagnostics)
            sources.update(error.sources)
        else:
            findings.extend(reading.findings)
            sources.update(reading.sources)
    report = format_diagnostics(findings, sources, style)
    if style in (ReportStyle.JSON, ReportStyle.GITHUB):
        # These are for programs: what they asked for, so it goes where output goes.
        write_stdout(report.encode())
    elif findings:
        say(report)
    fatal = [item for item in findings if strict or item.severity is Severity.ERROR]
    if fatal:
        raise typer.Exit(1)
