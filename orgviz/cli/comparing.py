"""The verb `diff`."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from orgviz.chart.values import PhotoMode
from orgviz.cli.boundary import say, say_findings
from orgviz.cli.chart_options import render_options
from orgviz.cli.inputs import STREAM, all_read, files_of
from orgviz.cli.limiting import limited
from orgviz.cli.look import check_font, say_font_warnings
from orgviz.cli.progress import progress
from orgviz.cli.telling_arguments import DiffArguments, DiffFormat
from orgviz.diagnostics import Diagnostic, InputError, OrgvizError, UsageError
from orgviz.diff.as_json import to_json
from orgviz.diff.compare import compare
from orgviz.diff.text import DiffLine, LineKind, summary, to_lines, to_text
from orgviz.diff.values import Difference
from orgviz.git_files import read_at_revision
from orgviz.inputs import read_inputs
from orgviz.layout.options import LayoutKind
from orgviz.lean import dataclass
from orgviz.output.font_warning import FontWarning
from orgviz.output.write import write_outputs
from orgviz.pipeline import Rendered, draw
from orgviz.reading import read_orgs
from orgviz.readings import Reading, ReadOptions
from orgviz.render_options import Format, RenderOptions
from orgviz.text import SourceText

if TYPE_CHECKING:
    from rich.text import Text

EXIT_DIFFERENT = 1
_WRITTEN = {".txt": "text", ".text": "text", ".json": "json"}
_STYLES = {
    LineKind.ADDED: "green",
    LineKind.REMOVED: "red",
    LineKind.MOVED: "blue",
    LineKind.CHANGED: "yellow",
    LineKind.PLACE: "bold",
    LineKind.SUMMARY: "",
}


@dataclass(frozen=True, slots=True)
class _Input:
    """One of the two: the files that were read, and what was read from them."""

    files: list[Path]
    reading: Reading


def run_diff(arguments: DiffArguments) -> None:
    """Compare two organisations; write what is different as text, as JSON, or as a chart.

    Raises:
        OrgvizError: any of them.
        typer.Exit: with 1, where that was asked for and they differ.
    """
    with limited(arguments.reading.limits):
        _diff(arguments)


def _diff(arguments: DiffArguments) -> None:
    check_font(arguments.look.font)
    kinds = [_kind(output) for output in arguments.outputs]
    options = render_options(arguments.look, legend=arguments.legend)
    with progress(arguments.inputs, quiet=arguments.saying.quiet) as far:
        old, new = _read_both(arguments)
        far.tell("comparing")
        difference = compare(old.reading.org, new.reading.org)
        contents, warnings = _contents(difference, kinds, options, new.reading)
    if not arguments.saying.quiet:
        for side in (old, new):
            say_findings(side.reading.findings, side.reading.sources, limit=arguments.reading.limits.findings)
        say_font_warnings(warnings)
    files = [(Path(output), content) for output, content in zip(arguments.outputs, contents, strict=True)]
    write_outputs(files, inputs=[*old.files, *new.files], stdout=_told(difference, arguments))
    for output, content in zip(arguments.outputs, contents, strict=True):
        if arguments.saying.verbose:
            say(f"{output}: {len(content):,} bytes: {summary(difference)}")
    if arguments.exit_code and difference.changes:
        raise typer.Exit(EXIT_DIFFERENT)


def _told(difference: Difference, arguments: DiffArguments) -> bytes | None:
    """Return what standard output gets, if anything."""
    if arguments.format is DiffFormat.JSON:
        return to_json(difference).encode()
    if arguments.format is DiffFormat.TEXT or not arguments.outputs:
        return _painted(to_lines(difference)).encode()
    return None


def _kind(output: str) -> Format | DiffFormat:
    """Return what an output file is to hold, by its ending."""
    if output == STREAM:
        raise UsageError("a chart cannot go to standard output here", "name a file; --format writes text or JSON there")
    ending = Path(output).suffix.lower()
    if ending in _WRITTEN:
        return DiffFormat(_WRITTEN[ending])
    try:
        return Format(ending[1:])
    except ValueError:
        told = f"'{ending[1:]}' is no format" if ending else f"'{output}' has no ending that tells the format"
        raise UsageError(told, "end it in .svg, .png, .pdf, .pptx, .html, .drawio, .dot, .txt or .json") from None


def _read_both(arguments: DiffArguments) -> tuple[_Input, _Input]:
    # Who is gone has letters: their photos may be gone as well.
    names, how = arguments.inputs, replace(arguments.reading.options(), photos=False)
    new = replace(how, photos=bool(arguments.outputs) and arguments.look.photos is not PhotoMode.NONE)
    if arguments.revision is not None:
        if len(names) != 1 or names[0] == STREAM or Path(names[0]).is_dir():
            raise UsageError("--git compares one file with an earlier one", "orgviz diff --git HEAD~1 org.yaml")
        return _Input([], _read_earlier(arguments.revision, names[0], how)), _read_one(names[0], new)
    if len(names) != 2:
        raise UsageError(
            "two files are needed: the old one and the new one", "orgviz diff old.yaml new.yaml, or with --git REV one"
        )
    if names[0] == names[1] == STREAM:
        raise UsageError("standard input can be only one of the two")
    return _read_one(names[0], how), _read_one(names[1], new)


def _read_earlier(revision: str, name: str, how: ReadOptions) -> Reading:
    """Read a file, and all that it includes, as they were; messages name the revision before the file."""

    def fetch(other: str) -> bytes:
        try:
            return read_at_revision(revision, Path(other))
        except OrgvizError as error:
            raise OSError(None, str(error)) from error

    try:
        reading = read_orgs([(read_at_revision(revision, Path(name)), name)], replace(how, fetch=fetch))
    except InputError as error:
        raise InputError(*_of_revision(revision, error.diagnostics, error.sources)) from None
    findings, sources = _of_revision(revision, reading.findings, reading.sources)
    return replace(reading, findings=findings, sources=sources)


def _of_revision(
    revision: str, findings: Sequence[Diagnostic], sources: Mapping[str, SourceText]
) -> tuple[tuple[Diagnostic, ...], Mapping[str, SourceText]]:
    renamed = tuple(
        replace(finding, span=finding.span._replace(path=f"{revision}:{finding.span.path}")) for finding in findings
    )
    return renamed, {f"{revision}:{path}": source for path, source in sources.items()}


def _read_one(name: str, how: ReadOptions) -> _Input:
    inputs = read_inputs([name], how.limits)
    reading = read_orgs(inputs, how)
    return _Input(files_of(inputs, all_read(reading)), reading)


def _contents(
    difference: Difference, kinds: Sequence[Format | DiffFormat], options: RenderOptions, reading: Reading
) -> tuple[list[bytes], Sequence[FontWarning]]:
    """Return what goes into each output file, and what fonts lack; the chart is laid out once."""
    formats = [kind for kind in kinds if isinstance(kind, Format)]
    drawn = _draw(difference, formats, options, reading) if formats else None
    charts = iter(drawn.outputs if drawn else ())
    written = {DiffFormat.TEXT: to_text, DiffFormat.JSON: to_json}
    contents = [written[kind](difference).encode() if isinstance(kind, DiffFormat) else next(charts) for kind in kinds]
    return contents, drawn.font_warnings if drawn else ()


def _draw(difference: Difference, formats: Sequence[Format], options: RenderOptions, reading: Reading) -> Rendered:
    if options.layout.kind is LayoutKind.MATRIX:
        raise UsageError("a difference cannot be drawn as a matrix", "use --layout auto, compact, tree or dot")
    from orgviz.diff.merge import merge

    org, marks = merge(difference)
    return draw(replace(reading, org=org), formats, options, marks)


def _painted(lines: Iterable[DiffLine]) -> str:
    """Return the lines, in colour where a terminal shows them."""
    lines = list(lines)
    if not _is_terminal():
        return "".join(f"{line.text}\n" for line in lines)
    try:
        from rich.console import Console
        from rich.text import Text
    except ImportError:
        return "".join(f"{line.text}\n" for line in lines)
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in lines:
        text: Text = Text(line.text, style=_STYLES[line.kind])
        console.print(text, soft_wrap=True)
    return stream.getvalue()


def _is_terminal() -> bool:
    """Whether colours would be seen: not in a pipe, and not where the user wants none (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
