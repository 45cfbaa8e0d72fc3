"""The verb `check`."""

from __future__ import annotations

import typer

from orgviz.cli.arguments import CheckArguments
from orgviz.cli.boundary import say, say_failure
from orgviz.cli.limiting import limited
from orgviz.diagnostics import Diagnostic, InputError, Severity, ToolError
from orgviz.inputs import read_inputs
from orgviz.output.write import write_stdout
from orgviz.reading import read_orgs
from orgviz.report import ReportStyle, format_diagnostics
from orgviz.text import SourceText


def run_check(arguments: CheckArguments) -> None:
    """Read every file and tell all findings; exit with 1 when any of them fails, with 3 when one is not there."""
    with limited(arguments.reading.limits):
        _check(arguments)


def _check(arguments: CheckArguments) -> None:
    options, style = arguments.reading.options(), arguments.format
    findings: list[Diagnostic] = []
    sources: dict[str, SourceText] = {}
    unread: list[ToolError] = []
    for name in arguments.inputs:
        try:
            reading = read_orgs(read_inputs([name], options.limits), options)
        except ToolError as error:
            unread.append(error)
        except InputError as error:
            findings.extend(error.diagnostics)
            sources.update(error.sources)
        else:
            findings.extend(reading.findings)
            sources.update(reading.sources)
    report = format_diagnostics(findings, sources, style, limit=options.limits.findings)
    if style in (ReportStyle.JSON, ReportStyle.GITHUB):
        # These are for programs: what they asked for, so it goes where output goes.
        write_stdout(report.encode())
    elif findings:
        say(report)
    for failure in unread:
        say_failure(failure)
    fails = (Severity.ERROR, Severity.WARNING) if arguments.strict else (Severity.ERROR,)
    fatal = [item for item in findings if item.severity in fails]
    if unread or fatal:
        raise typer.Exit(ToolError.exit_code if unread else InputError(tuple(fatal), sources).exit_code)
