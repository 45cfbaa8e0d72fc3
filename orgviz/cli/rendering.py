"""The verb `render`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from orgviz.chart.values import PhotoMode
from orgviz.cli.arguments import RenderArguments
from orgviz.cli.boundary import say, say_findings
from orgviz.cli.decks import source_name
from orgviz.cli.inputs import STREAM, files_read
from orgviz.cli.look import LookArguments, check_font, say_font_warnings
from orgviz.cli.paging import PageArguments
from orgviz.cli.progress import progress
from orgviz.cli.viewing import Shown, shown_views
from orgviz.diagnostics import UsageError
from orgviz.inputs import read_inputs
from orgviz.layout.options import LayoutOptions, page_size
from orgviz.output.font_warning import FontWarning
from orgviz.output.make_rules import make_rules
from orgviz.output.write import write_outputs, write_stdout
from orgviz.pipeline import Format, RenderOptions, draw
from orgviz.reading import Reading, ReadOptions, read_orgs

_COLOR = re.compile(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}")
_PREFIX = re.compile(r"[A-Za-z_][\w-]*|")


Read: TypeAlias = Callable[[Sequence[str], ReadOptions], tuple[list[tuple[bytes, str]], Reading]]


def run_render(arguments: RenderArguments) -> None:
    """Read, draw, and write every output, or none; once, or after every change.

    Raises:
        OrgvizError: any of them.
    """
    if arguments.watch:
        from orgviz.cli.watching import run_watch

        run_watch(arguments)
    else:
        render_once(arguments)


def _read(names: Sequence[str], how: ReadOptions) -> tuple[list[tuple[bytes, str]], Reading]:
    inputs = read_inputs(names)
    return inputs, read_orgs(inputs, how)


def render_once(arguments: RenderArguments, read: Read = _read) -> tuple[str, ...]:
    """Read, draw, and write every output, or none; return their names.

    Raises:
        OrgvizError: any of them.
    """
    check_font(arguments.look.font)
    formats = [_format(output, arguments.format) for output in arguments.outputs]
    if arguments.outputs.count(STREAM) > 1:
        raise UsageError("standard output can take only one chart")
    if arguments.deps is not None:
        _check_deps(arguments.deps, arguments.outputs)
    arguments.decks.check(formats, arguments.outputs)
    options = render_options(arguments.look, legend=arguments.legend, counts=arguments.counts)
    options = replace(options, crop=arguments.crop, deck=arguments.decks.options(source_name(arguments.inputs, STREAM)))
    reading_options = replace(arguments.reading.options(), photos=options.photos is not PhotoMode.NONE)
    results = []
    with progress(arguments.inputs, quiet=arguments.saying.quiet) as far:
        inputs, reading = read(arguments.inputs, reading_options)
        shown = shown_views(reading.org, arguments.views, arguments.outputs)
        for number, one in enumerate(shown, 1):
            far.begin(number, len(shown))
            its_options = replace(options, deck=replace(options.deck, day=one.day))
            results.append(_drawn(reading, one, formats, its_options, arguments.paging, far.tell))
    if not arguments.saying.quiet:
        say_findings(reading.findings, reading.sources)
        say_font_warnings(warning for _, warnings in results for warning in warnings)
    written = [pair for pairs, _ in results for pair in pairs]
    files = [(Path(output), content) for output, content in written if output != STREAM]
    sources = (*reading.sources, *reading.files)
    made_from = (
        *files_read(inputs, sources, theme=arguments.look.theme, font=arguments.look.font),
        *arguments.decks.read_only,
    )
    # The rule is the oldest of what is written: a chart is never older than what is known of it.
    rules = [] if arguments.deps is None else [(Path(arguments.deps), _rules(files, made_from))]
    write_outputs([*rules, *files], inputs=made_from)
    for output, content in written:
        if output == STREAM:
            write_stdout(content)
        elif arguments.saying.verbose:
            say(f"{output}: {len(content):,} bytes")
    return tuple(output for output, _ in written)


def _check_deps(deps: str, outputs: Sequence[str]) -> None:
    """Refuse a file for make that nobody could include, before anything is drawn."""
    if deps in ("", STREAM):
        raise UsageError("--deps: make includes a file: standard output is none", "name one, such as --deps chart.d")
    if all(output == STREAM for output in outputs):
        raise UsageError("--deps: no file is drawn that could depend on anything", "name one with -o")


def _rules(files: Sequence[tuple[Path, bytes]], made_from: Sequence[Path]) -> bytes:
    return make_rules([path for path, _ in files], made_from).encode("utf-8", "surrogateescape")


def _drawn(
    reading: Reading,
    shown: Shown,
    formats: Sequence[Format],
    options: RenderOptions,
    paging: PageArguments,
    tell: Callable[[str], None],
) -> tuple[Sequence[tuple[str, bytes]], Sequence[FontWarning]]:
    """Return the files of one view with what goes into them, and what the fonts lack."""
    if paging.is_wanted(shown.files):
        from orgviz.cli.page_files import draw_pages

        return draw_pages(reading, shown, formats, options, paging)
    result = draw(replace(reading, org=shown.org), formats, options, whole=shown.whole, tell=tell)
    return tuple(zip(shown.files, result.outputs, strict=True)), result.font_warnings


def _format(output: str, wanted: str | None) -> Format:
    """Return the format of an output: as told, else by its ending; SVG for standard output."""
    name = (wanted or ("svg" if output == STREAM else Path(output).suffix[1:])).lower()
    try:
        return Format(name)
    except ValueError:
        known = ", ".join(Format)
        told = f"'{name}' is no format" if name else f"'{output}' has no ending that tells the format"
        raise UsageError(told, f"use one of {known}, as the ending or with -f") from None


def render_options(look: LookArguments, *, legend: bool | None, counts: bool = False) -> RenderOptions:
    """Return what the command line asks of a chart.

    Raises:
        UsageError: an option makes no sense.
    """
    if look.background not in (None, "none") and not _COLOR.fullmatch(look.background or ""):
        raise UsageError(f"--background: '{look.background}' is no colour", "use #rrggbb or none")
    if not _PREFIX.fullmatch(look.id_prefix):
        raise UsageError(
            f"--id-prefix: '{look.id_prefix}' cannot begin an id",
            "begin with a letter; use letters, digits, - and _",
        )
    if look.scale is not None and look.dpi is not None:
        raise UsageError("--scale and --dpi say the same thing", "give one of them")
    return RenderOptions(
        theme=look.theme,
        detail=look.detail,
        legend=legend,
        layout=LayoutOptions(
            kind=look.layout,
            direction=look.direction,
            page=page_size(look.fit),
        ),
        text=look.text,
        background=look.background,
        dpi=look.dpi if look.scale is None else 72.0 * look.scale,
        font=look.font,
        id_prefix=look.id_prefix,
        counts=counts,
        photos=look.photos,
    )
