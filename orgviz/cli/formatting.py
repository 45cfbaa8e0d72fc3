"""The verb `fmt`."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path, PurePath

import typer

from orgviz.cli.boundary import say, say_findings
from orgviz.cli.editing import FmtArguments
from orgviz.cli.inputs import STREAM
from orgviz.collector import collector_paused
from orgviz.diagnostics import Findings, InputError, UsageError
from orgviz.fmt.formatted import format_text
from orgviz.fmt.scalars import UnformattableError
from orgviz.inputs import read_input
from orgviz.lean import dataclass
from orgviz.output.write import write_outputs, write_stdout
from orgviz.source.decode import decode

_ENDINGS = (".yaml", ".yml", "")


@dataclass(frozen=True, slots=True)
class _Formatted:
    """A file before and after; the same where it is left as it is, `failed` where it could not be formatted."""

    path: str
    before: bytes
    after: bytes
    failed: bool = False

    @property
    def changes(self) -> bool:
        return self.before != self.after


def run_fmt(arguments: FmtArguments) -> None:
    """Format files in place, or say what would change; files with mistakes are told and left as they are.

    Raises:
        UsageError: a file is no YAML, or standard input stands among files.
        ToolError: a file cannot be read or written.
    """
    names = list(dict.fromkeys(arguments.inputs))
    _check_names(names)
    files = [_formatted(name) for name in names]
    changed = [file for file in files if file.changes]
    if arguments.diff:
        write_stdout("".join(line for file in changed for line in _diff(file)).encode())
    elif arguments.check:
        write_stdout("".join(f"{file.path}\n" for file in changed).encode())
    elif STREAM in names:
        write_stdout(b"" if files[0].failed else files[0].after)
    else:
        write_outputs([(Path(file.path), file.after) for file in changed])
        for file in changed:
            say(f"{file.path}: formatted")
    if any(file.failed for file in files) or (arguments.check and changed):
        raise typer.Exit(InputError.exit_code)


def _check_names(names: list[str]) -> None:
    if STREAM in names and len(names) > 1:
        raise UsageError("standard input is formatted alone", "give files, or only -")
    for name in names:
        if name != STREAM and PurePath(name).suffix.lower() not in _ENDINGS:
            raise UsageError(f"'{name}' is not formatted: fmt is for YAML files", "they end in .yaml or .yml")


def _formatted(name: str) -> _Formatted:
    data, path = read_input(name)
    findings = Findings()
    source = decode(data, path, findings)
    try:
        with collector_paused():
            text = format_text(source, findings) if source is not None else None
    except UnformattableError as error:
        say(f"{path}: left as it is: {error} is not formatted")
        return _Formatted(path, data, data, failed=True)
    if source is not None:
        say_findings(findings.sorted(), {path: source})
    else:
        say_findings(findings.sorted(), {})
    return _Formatted(path, data, data, failed=True) if text is None else _Formatted(path, data, text.encode())


def _diff(file: _Formatted) -> Iterator[str]:
    before, after = (data.decode("utf-8").splitlines(keepends=True) for data in (file.before, file.after))
    for line in difflib.unified_diff(before, after, file.path, f"{file.path} (formatted)"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
