"""The verb `render`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from orgviz.chart.values import Detail
from orgviz.cli.boundary import say, say_findings
from orgviz.cli.inputs import InputArguments, files_of
from orgviz.cli.viewing import ViewArguments, shown_views
from orgviz.diagnostics import ToolError, UsageError
from orgviz.layout.options import Direction, LayoutKind, LayoutOptions, page_size
from orgviz.output.drawing import TextMode
from orgviz.output.write import write_outputs, write_stdout
from orgviz.pipeline import Format, RenderOptions, draw, read_inputs
from orgviz.reading import read_orgs

STDOUT = "-"
_COLOR = re.compile(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}")
_PREFIX = re.compile(r"[A-Za-z_][\w-]*|")
_LATER = {
    "html": "a web page cannot be written yet",
    "pptx": "PowerPoint files cannot be written yet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderArguments:
    """What stood on the command line."""

    inputs: InputArguments
    outputs: tuple[str, ...]
    format: str | None
    theme: str
    layout: LayoutKind
    direction: Direction
    fit: str
    detail: Detail
    legend: bool | None
    text: TextMode
    scale: float | None
    dpi: float | None
    background: str | None
    font: Path | None
    id_prefix: str
    counts: bool
    views: ViewArguments
    quiet: bool
    verbose: bool


def run_render(arguments: RenderArguments) -> None:
    """Read, draw, and write every output, or none.

    Raises:
        OrgvizError: any of them.
    """
    if arguments.font is not None and not arguments.font.is_file():
        raise ToolError(f"--font: there is no file '{arguments.font}'")
    formats = [_format(output, arguments.format) for output in arguments.outputs]
    if arguments.outputs.count(STDOUT) > 1:
        raise UsageError("standard output can take only one chart")
    options = render_options(arguments)
    reading_options = arguments.inputs.options()
    inputs = read_inputs(arguments.inputs.names)
    reading = read_orgs(inputs, reading_options)
    shown = shown_views(reading.org, arguments.views, arguments.outputs)
    results = [draw(replace(reading, org=one.org), formats, options, whole=one.whole) for one in shown]
    if not arguments.quiet:
        say_findings(reading.findings, reading.sources)
        for warning in dict.fromkeys(warning for result in results for warning in result.font_warnings):
            say(f"orgviz: warning: {warning.message}\n  hint: {warning.hint}")
    written = [
        pair for one, result in zip(shown, results, strict=True) for pair in zip(one.files, result.outputs, strict=True)
    ]
    files = [(Path(output), content) for output, content in written if output != STDOUT]
    write_outputs(files, inputs=files_of(inputs, reading.sources))
    for output, content in written:
        if output == STDOUT:
            write_stdout(content)
        elif arguments.verbose:
            say(f"{output}: {len(content):,} bytes")


def _format(output: str, wanted: str | None) -> Format:
    """Return the format of an output: as told, else by its ending; SVG for standard output."""
    name = (wanted or ("svg" if output == STDOUT else Path(output).suffix[1:])).lower()
    try:
        return Format(name)
    except ValueError:
        known = ", ".join(Format)
        if name in _LATER:
            raise UsageError(_LATER[name], f"use one of {known}") from None
        told = f"'{name}' is no format" if name else f"'{output}' has no ending that tells the format"
        raise UsageError(told, f"use one of {known}, as the ending or with -f") from None


def render_options(arguments: RenderArguments) -> RenderOptions:
    """Return what the command line asks of a chart.

    Raises:
        UsageError: an option makes no sense.
    """
    if arguments.background not in (None, "none") and not _COLOR.fullmatch(arguments.background or ""):
        raise UsageError(f"--background: '{arguments.background}' is no colour", "use #rrggbb or none")
    if not _PREFIX.fullmatch(arguments.id_prefix):
        raise UsageError(
            f"--id-prefix: '{arguments.id_prefix}' cannot begin an id",
            "begin with a letter; use letters, digits, - and _",
        )
    if arguments.scale is not None and arguments.dpi is not None:
        raise UsageError("--scale and --dpi say the same thing", "give one of them")
    return RenderOptions(
        theme=arguments.theme,
        detail=arguments.detail,
        legend=arguments.legend,
        layout=LayoutOptions(
            kind=arguments.layout,
            direction=arguments.direction,
            page=page_size(arguments.fit),
        ),
        text=arguments.text,
        background=arguments.background,
        dpi=arguments.dpi if arguments.scale is None else 72.0 * arguments.scale,
        font=arguments.font,
        id_prefix=arguments.id_prefix,
        counts=arguments.counts,
    )
