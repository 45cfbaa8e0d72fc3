"""The verb `render`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from orgviz.cli.arguments import RenderArguments
from orgviz.cli.boundary import say, say_findings
from orgviz.cli.inputs import STREAM, files_of
from orgviz.cli.look import LookArguments, check_font, say_font_warnings
from orgviz.cli.viewing import Shown, shown_views
from orgviz.diagnostics import UsageError
from orgviz.layout.options import LayoutOptions, page_size
from orgviz.output.font_warning import FontWarning
from orgviz.output.write import write_outputs, write_stdout
from orgviz.pipeline import Format, RenderOptions, draw, read_inputs
from orgviz.reading import Reading, read_orgs

_COLOR = re.compile(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}")
_PREFIX = re.compile(r"[A-Za-z_][\w-]*|")
_LATER = {
    "html": "a web page cannot be written yet",
    "pptx": "PowerPoint files cannot be written yet",
}


def run_render(arguments: RenderArguments) -> None:
    """Read, draw, and write every output, or none.

    Raises:
        OrgvizError: any of them.
    """
    check_font(arguments.look.font)
    formats = [_format(output, arguments.format) for output in arguments.outputs]
    if arguments.outputs.count(STREAM) > 1:
        raise UsageError("standard output can take only one chart")
    options = render_options(arguments.look, legend=arguments.legend, counts=arguments.counts)
    reading_options = arguments.reading.options()
    inputs = read_inputs(arguments.inputs)
    reading = read_orgs(inputs, reading_options)
    shown = shown_views(reading.org, arguments.views, arguments.outputs)
    results = [_drawn(reading, one, formats, options, arguments) for one in shown]
    if not arguments.saying.quiet:
        say_findings(reading.findings, reading.sources)
        say_font_warnings(warning for _, warnings in results for warning in warnings)
    written = [pair for pairs, _ in results for pair in pairs]
    files = [(Path(output), content) for output, content in written if output != STREAM]
    write_outputs(files, inputs=files_of(inputs, reading.sources))
    for output, content in written:
        if output == STREAM:
            write_stdout(content)
        elif arguments.saying.verbose:
            say(f"{output}: {len(content):,} bytes")


def _drawn(
    reading: Reading, shown: Shown, formats: Sequence[Format], options: RenderOptions, arguments: RenderArguments
) -> tuple[Sequence[tuple[str, bytes]], Sequence[FontWarning]]:
    """Return the files of one view with what goes into them, and what the fonts lack."""
    if arguments.paging.is_wanted(shown.files):
        from orgviz.cli.page_files import draw_pages

        pages = draw_pages(reading, shown, formats, options, arguments.paging)
        if pages.small is not None and not arguments.saying.quiet:
            say(pages.small)
        return pages.files, pages.font_warnings
    result = draw(replace(reading, org=shown.org), formats, options, whole=shown.whole)
    return tuple(zip(shown.files, result.outputs, strict=True)), result.font_warnings


def _format(output: str, wanted: str | None) -> Format:
    """Return the format of an output: as told, else by its ending; SVG for standard output."""
    name = (wanted or ("svg" if output == STREAM else Path(output).suffix[1:])).lower()
    try:
        return Format(name)
    except ValueError:
        known = ", ".join(Format)
        if name in _LATER:
            raise UsageError(_LATER[name], f"use one of {known}") from None
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
    )
