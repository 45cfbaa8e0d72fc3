"""The verb `render`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from orgviz.chart.values import PhotoMode
from orgviz.cli.arguments import RenderArguments
from orgviz.cli.boundary import say, say_findings
from orgviz.cli.chart_options import format_of, render_options
from orgviz.cli.decks import source_name
from orgviz.cli.drawn_files import DrawnFiles, draw_files
from orgviz.cli.inputs import STREAM, all_read, files_read
from orgviz.cli.limiting import limited
from orgviz.cli.look import check_font, say_font_warnings
from orgviz.cli.profiling import profiling
from orgviz.cli.progress import progress
from orgviz.cli.viewing import shown_views
from orgviz.diagnostics import UsageError
from orgviz.inputs import read_inputs
from orgviz.limits import Limits
from orgviz.output.make_rules import make_rules
from orgviz.output.write import write_outputs
from orgviz.pipeline import Format, RenderOptions
from orgviz.reading import Reading, ReadOptions, read_orgs

Read: TypeAlias = Callable[[Sequence[str], ReadOptions], tuple[list[tuple[bytes, str]], Reading]]


def run_render(arguments: RenderArguments) -> None:
    """Read, draw, and write every output, or none; once, or after every change.

    Raises:
        OrgvizError: any of them.
    """
    if arguments.watch:
        from orgviz.cli.watching import run_watch

        run_watch(arguments)
        return
    with limited(arguments.reading.limits):
        render_once(arguments)


def _read(names: Sequence[str], how: ReadOptions) -> tuple[list[tuple[bytes, str]], Reading]:
    inputs = read_inputs(names, how.limits)
    return inputs, read_orgs(inputs, how)


def render_once(arguments: RenderArguments, read: Read = _read) -> tuple[str, ...]:
    """Read, draw, and write every output, or none; return their names.

    Raises:
        OrgvizError: any of them.
    """
    formats, options = _asked(arguments)
    times = profiling(arguments.profile, arguments.inputs, _named(arguments))
    how = replace(arguments.reading.options(), photos=options.photos is not PhotoMode.NONE)
    results = []
    with progress(arguments.inputs, quiet=arguments.saying.quiet, listener=times.tell) as far:
        far.tell("reading")
        inputs, reading = read(arguments.inputs, replace(how, tell=far.tell))
        far.tell("applying views")
        shown = shown_views(reading.org, arguments.views, arguments.outputs)
        for number, one in enumerate(shown, 1):
            far.begin(number, len(shown))
            results.append(draw_files(reading, one, formats, options, arguments.paging, far.tell))
    if not arguments.saying.quiet:
        _say_warnings(reading, results, arguments.reading.limits)
    written = [pair for result in results for pair in result.files]
    look = arguments.look
    made_from = files_read(inputs, all_read(reading), theme=look.theme, font=look.font)
    kept = (*made_from, *arguments.decks.read_only(arguments.outputs))
    times.tell("writing files")
    _write(written, kept, arguments)
    times.write([*kept, *(Path(output) for output, _ in written if output != STREAM)])
    return tuple(output for output, _ in written)


def _asked(arguments: RenderArguments) -> tuple[list[Format], RenderOptions]:
    """Return what is to be drawn, once all that can be wrong with the command line has been looked at."""
    check_font(arguments.look.font)
    formats = [format_of(output, arguments.format) for output in arguments.outputs]
    if arguments.outputs.count(STREAM) > 1:
        raise UsageError("standard output can take only one chart")
    if arguments.deps is not None:
        _check_deps(arguments.deps, arguments.outputs)
    arguments.decks.check(formats, arguments.outputs)
    options = render_options(arguments.look, legend=arguments.legend, counts=arguments.counts)
    deck = arguments.decks.options(source_name(arguments.inputs, STREAM))
    return formats, replace(options, crop=arguments.crop, deck=deck, limits=arguments.reading.limits)


def _named(arguments: RenderArguments) -> list[str]:
    """Return every file that the command line asks for, but the profile."""
    return [*arguments.outputs, *([] if arguments.deps is None else [arguments.deps])]


def _say_warnings(reading: Reading, results: Sequence[DrawnFiles], limits: Limits) -> None:
    say_findings(reading.findings, reading.sources, limit=limits.findings)
    say_font_warnings(warning for result in results for warning in result.font_warnings)
    for result in results:
        if result.small is not None:
            say(result.small)


def _write(written: Sequence[tuple[str, bytes]], made_from: Sequence[Path], arguments: RenderArguments) -> None:
    files = [(Path(output), content) for output, content in written if output != STREAM]
    # The rule is the oldest of what is written: a chart is never older than what is known of it.
    rules = [] if arguments.deps is None else [(Path(arguments.deps), _rules(files, made_from))]
    stdout = next((content for output, content in written if output == STREAM), None)
    write_outputs([*rules, *files], inputs=made_from, stdout=stdout)
    for output, content in written:
        if output != STREAM and arguments.saying.verbose:
            say(f"{output}: {len(content):,} bytes")


def _check_deps(deps: str, outputs: Sequence[str]) -> None:
    """Refuse a file for make that nobody could include, before anything is drawn."""
    if deps in ("", STREAM):
        raise UsageError("--deps: make includes a file: standard output is none", "name one, such as --deps chart.d")
    if all(output == STREAM for output in outputs):
        raise UsageError("--deps: no file is drawn that could depend on anything", "name one with -o")


def _rules(files: Sequence[tuple[Path, bytes]], made_from: Sequence[Path]) -> bytes:
    return make_rules([path for path, _ in files], made_from).encode("utf-8", "surrogateescape")
