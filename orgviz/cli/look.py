"""What the options of the verbs that draw say about the look of a chart."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orgviz.chart.values import Detail, PhotoMode
from orgviz.cli import completing
from orgviz.cli.boundary import say
from orgviz.diagnostics import ToolError
from orgviz.layout.options import Direction, LayoutKind
from orgviz.lean import dataclass
from orgviz.output.drawing import TextMode

if TYPE_CHECKING:
    from orgviz.output.font_warning import FontWarning

Theme = Annotated[
    str,
    typer.Option(
        "--theme", metavar="NAME|FILE", help="a name (see `orgviz themes`) or a file", autocompletion=completing.themes
    ),
]
Font = Annotated[
    Path | None, typer.Option("--font", metavar="FILE", help="a font file for PNG, PDF and --text paths or embed")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartArguments:
    """What stood on the command line about the look of a chart, whatever it is written as."""

    theme: Theme = "default"
    layout: Annotated[LayoutKind, typer.Option("--layout", help="how boxes are placed")] = LayoutKind.AUTO
    direction: Annotated[Direction, typer.Option("--direction", help="which way the chart grows")] = Direction.TB
    fit: Annotated[
        str,
        typer.Option(
            "--fit",
            metavar="PAGE",
            help="16:9 4:3 A4 A3 letter (also -portrait), WxH, none",
            autocompletion=completing.pages,
        ),
    ] = "16:9"
    detail: Annotated[Detail, typer.Option("--detail", help="how much is written in a box")] = Detail.POSITIONS
    photos: Annotated[
        PhotoMode, typer.Option("--photos", help="pictures of people: auto, none, or letters where none is given")
    ] = PhotoMode.AUTO
    text: Annotated[
        TextMode, typer.Option("--text", help="letters in an SVG: text, outlines, or text with its font")
    ] = TextMode.REAL
    background: Annotated[str | None, typer.Option("--background", metavar="COLOR", help="#rrggbb or none")] = None
    font: Font = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookArguments(ChartArguments):
    """What stood on the command line about the look of a chart, and about single formats."""

    scale: Annotated[
        float | None, typer.Option("--scale", min=0.05, max=50, metavar="NUMBER", help="PNG: pixels per point")
    ] = None
    dpi: Annotated[
        float | None, typer.Option("--dpi", min=4, max=4800, metavar="NUMBER", help="PNG: pixels per inch")
    ] = None
    id_prefix: Annotated[str, typer.Option("--id-prefix", metavar="TEXT", help="put before every id in an SVG")] = ""
    timeout: Annotated[
        float | None,
        typer.Option("--timeout", min=0.1, metavar="SECONDS", help="how long Graphviz may take at most (default: 60)"),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SayArguments:
    """What stood on the command line about how much is said."""

    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="no warnings")] = False
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="say what was written")] = False


def check_font(font: Path | None) -> None:
    """Refuse a font file that is not there, before anything is read.

    Raises:
        ToolError: it is not.
    """
    if font is not None and not font.is_file():
        raise ToolError(f"--font: there is no file '{font}'")


def say_font_warnings(warnings: Iterable[FontWarning]) -> None:
    """Write to standard error what the fonts of this machine lack, each once."""
    for words in font_warnings_told(warnings):
        say(words)


def font_warnings_told(warnings: Iterable[FontWarning]) -> list[str]:
    """Return what `say_font_warnings` says."""
    return [f"orgviz: warning: {warning.message}\n  hint: {warning.hint}" for warning in dict.fromkeys(warnings)]
