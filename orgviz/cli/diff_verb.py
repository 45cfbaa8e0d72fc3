"""The options of the verb `diff`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from orgviz.chart.values import Detail
from orgviz.cli.boundary import boundary
from orgviz.cli.inputs import From, InputArguments, Map, Section
from orgviz.layout.options import Direction, LayoutKind
from orgviz.output.drawing import TextMode


class DiffFormat(StrEnum):
    """What `diff` writes to standard output."""

    TEXT = "text"
    JSON = "json"


def diff(
    inputs: Annotated[list[str], typer.Argument(metavar="OLD NEW", help="two files; with --git only the new one")],
    git: Annotated[
        str | None, typer.Option("--git", metavar="REV", help="compare with the file at this revision in git")
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option("-o", "--output", metavar="FILE", help="a chart (.svg .png .pdf .dot), .txt or .json"),
    ] = None,
    format: Annotated[
        DiffFormat | None, typer.Option("-f", "--format", help="on standard output; default: text, with -o nothing")
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="end with 1 where they differ")] = False,
    theme: Annotated[str, typer.Option(metavar="NAME|FILE", help="a name (see `orgviz themes`) or a file")] = "default",
    layout: Annotated[LayoutKind, typer.Option(help="how boxes are placed")] = LayoutKind.AUTO,
    direction: Annotated[Direction, typer.Option(help="which way the chart grows")] = Direction.TB,
    fit: Annotated[
        str, typer.Option(metavar="PAGE", help="16:9 4:3 A4 A3 letter (also -portrait), WxH, none")
    ] = "16:9",
    detail: Annotated[Detail, typer.Option(help="how much is written in a box")] = Detail.POSITIONS,
    legend: Annotated[bool, typer.Option("--legend/--no-legend", help="what the marks mean")] = True,
    text: Annotated[TextMode, typer.Option(help="letters in an SVG: text, outlines, or text with its font")] = (
        TextMode.REAL
    ),
    scale: Annotated[
        float | None, typer.Option(min=0.05, max=50, metavar="NUMBER", help="PNG: pixels per point")
    ] = None,
    dpi: Annotated[float | None, typer.Option(min=4, max=4800, metavar="NUMBER", help="PNG: pixels per inch")] = None,
    background: Annotated[str | None, typer.Option(metavar="COLOR", help="#rrggbb or none")] = None,
    font: Annotated[
        Path | None, typer.Option(metavar="FILE", help="a font file for PNG, PDF and --text paths or embed")
    ] = None,
    id_prefix: Annotated[str, typer.Option(metavar="TEXT", help="put before every id in an SVG")] = "",
    from_: From = None,
    section: Section = None,
    map: Map = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="no warnings")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="say what was written")] = False,
) -> None:
    """Tell what is different between two organisations, as text, JSON or one chart."""
    from orgviz.cli.comparing import DiffArguments, run_diff
    from orgviz.cli.rendering import RenderArguments
    from orgviz.cli.viewing import ViewArguments

    with boundary():
        run_diff(
            DiffArguments(
                revision=git,
                format=format,
                exit_code=exit_code,
                chart=RenderArguments(
                    inputs=InputArguments(tuple(inputs), from_, section, tuple(map or ())),
                    outputs=tuple(output or ()),
                    format=None,
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
                    counts=False,
                    views=ViewArguments(),
                    quiet=quiet,
                    verbose=verbose,
                ),
            )
        )
