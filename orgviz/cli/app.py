"""The verbs and their options; each verb imports what it needs when it runs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from orgviz import __version__
from orgviz.chart.values import Detail
from orgviz.cli.boundary import boundary
from orgviz.cli.diff_verb import diff
from orgviz.cli.inputs import From, InputArguments, Map, Section
from orgviz.cli.viewing import (
    AsOf,
    Collapse,
    Depth,
    Filters,
    HideNames,
    OnlyUnits,
    Root,
    Types,
    ViewArguments,
    ViewName,
)
from orgviz.layout.options import Direction, LayoutKind
from orgviz.output.drawing import TextMode
from orgviz.output.write import write_stdout
from orgviz.report import ReportStyle

app = typer.Typer(
    name="orgviz",
    help="Org charts as code: from YAML, documents and tables to SVG, PNG and PDF.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT", help="a file, - for standard input, or tables, also a folder, that belong together"
    ),
]


class ModelFormat(StrEnum):
    """What `convert` writes."""

    YAML = "yaml"
    JSON = "json"
    TEXT = "text"
    CSV = "csv"


def _version(wanted: bool) -> None:
    if wanted:
        with boundary():
            write_stdout(f"orgviz {__version__}\n".encode())
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="say which")] = False,
) -> None:
    """Org charts as code."""


@app.command()
def render(
    inputs: Inputs,
    output: Annotated[
        list[str],
        typer.Option(
            "-o", "--output", metavar="FILE", help="where to; the ending says the format; - is standard output"
        ),
    ],
    format: Annotated[
        str | None, typer.Option("-f", "--format", metavar="FORMAT", help="svg png pdf dot json txt")
    ] = None,
    theme: Annotated[str, typer.Option(metavar="NAME|FILE", help="a name (see `orgviz themes`) or a file")] = "default",
    layout: Annotated[LayoutKind, typer.Option(help="how boxes are placed")] = LayoutKind.AUTO,
    direction: Annotated[Direction, typer.Option(help="which way the chart grows")] = Direction.TB,
    fit: Annotated[
        str, typer.Option(metavar="PAGE", help="16:9 4:3 A4 A3 letter (also -portrait), WxH, none")
    ] = "16:9",
    detail: Annotated[Detail, typer.Option(help="how much is written in a box")] = Detail.POSITIONS,
    legend: Annotated[bool | None, typer.Option("--legend/--no-legend", help="default: where it helps")] = None,
    counts: Annotated[bool, typer.Option("--counts", help="how many people are in each box, and in all")] = False,
    text: Annotated[
        TextMode, typer.Option(help="letters in an SVG: text, outlines, or text with its font")
    ] = TextMode.REAL,
    scale: Annotated[
        float | None, typer.Option(min=0.05, max=50, metavar="NUMBER", help="PNG: pixels per point")
    ] = None,
    dpi: Annotated[float | None, typer.Option(min=4, max=4800, metavar="NUMBER", help="PNG: pixels per inch")] = None,
    background: Annotated[str | None, typer.Option(metavar="COLOR", help="#rrggbb or none")] = None,
    font: Annotated[
        Path | None, typer.Option(metavar="FILE", help="a font file for PNG, PDF and --text paths or embed")
    ] = None,
    id_prefix: Annotated[str, typer.Option(metavar="TEXT", help="put before every id in an SVG")] = "",
    view: ViewName = None,
    as_of: AsOf = None,
    root: Root = None,
    depth: Depth = None,
    type: Types = None,
    filter: Filters = None,
    collapse: Collapse = None,
    only_units: OnlyUnits = False,
    hide_names: HideNames = False,
    from_: From = None,
    section: Section = None,
    map: Map = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="no warnings")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="say what was written")] = False,
) -> None:
    """Draw a chart."""
    from orgviz.cli.rendering import RenderArguments, run_render

    with boundary():
        run_render(
            RenderArguments(
                inputs=InputArguments(tuple(inputs), from_, section, tuple(map or ())),
                outputs=tuple(output),
                format=format,
                theme=theme,
                layout=layout,
                direction=direction,
                fit=fit,
                detail=detail,
                legend=legend,
                text=text,
                scale=scale,
                dpi=dpi,
                background=background,
                font=font,
                id_prefix=id_prefix,
                counts=counts,
                views=ViewArguments(
                    view=view,
                    as_of=as_of,
                    root=root,
                    depth=depth,
                    types=tuple(type or ()),
                    filters=tuple(filter or ()),
                    collapse=tuple(collapse or ()),
                    only_units=only_units,
                    hide_names=hide_names,
                ),
                quiet=quiet,
                verbose=verbose,
            )
        )


@app.command()
def convert(
    inputs: Inputs,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="where to; - is standard output")] = "-",
    format: Annotated[
        ModelFormat | None, typer.Option("-f", "--format", help="default: by the ending, or yaml")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="say line by line what was understood of a document")
    ] = False,
    view: ViewName = None,
    as_of: AsOf = None,
    root: Root = None,
    depth: Depth = None,
    type: Types = None,
    filter: Filters = None,
    collapse: Collapse = None,
    only_units: OnlyUnits = False,
    hide_names: HideNames = False,
    from_: From = None,
    section: Section = None,
    map: Map = None,
) -> None:
    """Give any input back as YAML, as the node/edge model in JSON, as a text outline, or as a table."""
    from orgviz.cli.converting import ConvertArguments, run_convert

    with boundary():
        run_convert(
            ConvertArguments(
                inputs=InputArguments(tuple(inputs), from_, section, tuple(map or ())),
                output=output,
                format=format.value if format else None,
                explain=explain,
                views=ViewArguments(
                    view=view,
                    as_of=as_of,
                    root=root,
                    depth=depth,
                    types=tuple(type or ()),
                    filters=tuple(filter or ()),
                    collapse=tuple(collapse or ()),
                    only_units=only_units,
                    hide_names=hide_names,
                ),
            )
        )


@app.command()
def check(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="files, or - for standard input")],
    format: Annotated[ReportStyle, typer.Option(help="how findings are written")] = ReportStyle.HUMAN,
    strict: Annotated[bool, typer.Option("--strict", help="warnings fail too")] = False,
    from_: From = None,
    section: Section = None,
    map: Map = None,
) -> None:
    """Tell every mistake in the files at once; nothing is drawn."""
    from orgviz.cli.checking import run_check

    with boundary(style=format):
        run_check(InputArguments(tuple(inputs), from_, section, tuple(map or ())), format, strict=strict)


@app.command()
def stats(
    inputs: Inputs,
    output: Annotated[
        list[str] | None,
        typer.Option("-o", "--output", metavar="FILE", help="a picture (svg png pdf) or the numbers (json csv txt)"),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="the numbers as JSON, for programs")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="the numbers as a table, for programs")] = False,
    theme: Annotated[str, typer.Option(metavar="NAME|FILE", help="of a picture")] = "default",
    font: Annotated[Path | None, typer.Option(metavar="FILE", help="a font file for PNG and PDF")] = None,
    as_of: AsOf = None,
    root: Root = None,
    from_: From = None,
    section: Section = None,
    map: Map = None,
) -> None:
    """Count people, posts, vacancies and reports: of all, by type, by unit."""
    from orgviz.cli.counting import StatsArguments, run_stats

    with boundary():
        run_stats(
            StatsArguments(
                inputs=InputArguments(tuple(inputs), from_, section, tuple(map or ())),
                outputs=tuple(output or ()),
                as_json=json,
                as_csv=csv,
                theme=theme,
                font=font,
                views=ViewArguments(as_of=as_of, root=root),
            )
        )


app.command()(diff)


@app.command()
def themes(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="show this theme's file")] = None,
) -> None:
    """List the themes, or show one."""
    from orgviz.cli.themes import run_themes

    with boundary():
        run_themes(name)


@app.command()
def doctor() -> None:
    """Say what this machine has, what is missing, what that costs, and the line that installs it."""
    from orgviz.doctor import examine, format_findings

    with boundary():
        write_stdout(f"{format_findings(examine())}\n".encode())
