"""The verb `check`."""

from __future__ import annotations

from dataclasses import replace

import typer

from orgviz.cli.boundary import say, say_failure
from orgviz.cli.inputs import STREAM, files_of
from orgviz.cli.limiting import limited
from orgviz.cli.profiling import profiling
from orgviz.cli.telling_arguments import CheckArguments
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
    style = arguments.format
    # These are for programs: what they asked for, so it goes where output goes.
    is_output = style in (ReportStyle.JSON, ReportStyle.GITHUB)
    times = profiling(arguments.profile, arguments.inputs, [STREAM] if is_output else [])
    options = replace(arguments.reading.options(), tell=times.tell)
    findings: list[Diagnostic] = []
    sources: dict[str, SourceText] = {}
    unread: list[ToolError] = []
    for name in arguments.inputs:
        times.tell("reading")
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
    times.tell("telling")
    report = format_diagnostics(findings, sources, style, limit=options.limits.findings)
    if is_output:
        write_stdout(report.encode())
    elif findings:
        say(report)
    for failure in unread:
        say_failure(failure)
    times.write(files_of([], sources))
    fails = (Severity.ERROR, Severity.WARNING) if arguments.strict else (Severity.ERROR,)
    fatal = [item for item in findings if item.severity in fails]
    if unread or fatal:
        raise typer.Exit(ToolError.exit_code if unread else InputError(tuple(fatal), sources).exit_code)
