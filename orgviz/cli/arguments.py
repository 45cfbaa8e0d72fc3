"""What each verb takes: its options and their words, as plain values; nothing heavy is imported for them."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Annotated

import typer

from orgviz.cli import completing
from orgviz.cli.decks import DeckArguments
from orgviz.cli.inputs import Inputs, ReadArguments
from orgviz.cli.look import ChartArguments, Font, LookArguments, SayArguments
from orgviz.cli.paging import PageArguments
from orgviz.cli.profiling import ProfileFile
from orgviz.cli.viewing import ViewArguments, WhereArguments
from orgviz.cli.working import WorkArguments
from orgviz.lean import dataclass
from orgviz.report import ReportStyle


class ModelFormat(StrEnum):
    """What `convert` writes."""

    YAML = "yaml"
    JSON = "json"
    TEXT = "text"
    CSV = "csv"


class DiffFormat(StrEnum):
    """What `diff` writes to standard output."""

    TEXT = "text"
    JSON = "json"


class Host(StrEnum):
    """Where the preview listens: this machine, and no other can reach it."""

    IPV4 = "127.0.0.1"
    IPV6 = "::1"


Legend = Annotated[bool | None, typer.Option("--legend/--no-legend", help="default: where it helps")]
Counts = Annotated[bool, typer.Option("--counts", help="how many people are in each box, and in all")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderArguments:
    """What stood on the command line of `render`."""

    inputs: Inputs
    outputs: Annotated[
        tuple[str, ...],
        typer.Option(
            "-o", "--output", metavar="FILE", help="where to; the ending says the format; - is standard output"
        ),
    ]
    format: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="svg png pdf pptx html drawio dot json txt",
            autocompletion=completing.formats,
        ),
    ] = None
    look: LookArguments = field(default_factory=LookArguments)
    legend: Legend = None
    counts: Counts = False
    paging: PageArguments = field(default_factory=PageArguments)
    working: WorkArguments = field(default_factory=WorkArguments)
    crop: Annotated[bool, typer.Option("--crop", help="PDF: a page as large as the chart, for documents")] = False
    watch: Annotated[bool, typer.Option("--watch", help="draw again whenever a file changes, until Ctrl-C")] = False
    deps: Annotated[
        str | None, typer.Option("--deps", metavar="FILE", help="for make: what the outputs were made from")
    ] = None
    profile: ProfileFile = None
    views: ViewArguments = field(default_factory=ViewArguments)
    decks: DeckArguments = field(default_factory=DeckArguments)
    reading: ReadArguments = field(default_factory=ReadArguments)
    saying: SayArguments = field(default_factory=SayArguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeArguments:
    """What stood on the command line of `serve`.

    Args:
        port: ``None`` for the usual one, or a free one where that is taken.
    """

    inputs: Inputs
    port: Annotated[
        int | None,
        typer.Option("--port", min=0, max=65535, metavar="N", help="default: 8765, or a free one; 0: a free one"),
    ] = None
    host: Annotated[Host, typer.Option("--host", help="which address of this machine; no other machine gets in")] = (
        Host.IPV4
    )
    open: Annotated[bool, typer.Option("--open", help="open the page in the browser")] = False
    look: ChartArguments = field(default_factory=ChartArguments)
    legend: Legend = None
    counts: Counts = False
    views: ViewArguments = field(default_factory=ViewArguments)
    reading: ReadArguments = field(default_factory=ReadArguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertArguments:
    """What stood on the command line of `convert`."""

    inputs: Inputs
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="where to; - is standard output")] = "-"
    format: Annotated[ModelFormat | None, typer.Option("-f", "--format", help="default: by the ending, or yaml")] = None
    explain: Annotated[bool, typer.Option("--explain", help="say line by line what was understood of a document")] = (
        False
    )
    modeline: Annotated[
        bool, typer.Option("--modeline", help="YAML that editors check: a first line, and the schema beside it")
    ] = False
    profile: ProfileFile = None
    views: ViewArguments = field(default_factory=ViewArguments)
    reading: ReadArguments = field(default_factory=ReadArguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckArguments:
    """What stood on the command line of `check`."""

    inputs: Annotated[tuple[str, ...], typer.Argument(metavar="INPUT", help="files, or - for standard input")]
    format: Annotated[ReportStyle, typer.Option("--format", help="how findings are written")] = ReportStyle.HUMAN
    strict: Annotated[bool, typer.Option("--strict", help="warnings fail too")] = False
    profile: ProfileFile = None
    reading: ReadArguments = field(default_factory=ReadArguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatsArguments:
    """What stood on the command line of `stats`."""

    inputs: Inputs
    outputs: Annotated[
        tuple[str, ...],
        typer.Option("-o", "--output", metavar="FILE", help="a picture (svg png pdf) or the numbers (json csv txt)"),
    ] = ()
    as_json: Annotated[bool, typer.Option("--json", help="the numbers as JSON, for programs")] = False
    as_csv: Annotated[bool, typer.Option("--csv", help="the numbers as a table, for programs")] = False
    theme: Annotated[
        str,
        typer.Option("--theme", metavar="NAME|FILE", help="of a picture", autocompletion=completing.themes),
    ] = "default"
    font: Font = None
    where: WhereArguments = field(default_factory=WhereArguments)
    reading: ReadArguments = field(default_factory=ReadArguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffArguments:
    """What stood on the command line of `diff`.

    Args:
        format: ``None`` for text where there is no output file, else for nothing.
    """

    inputs: Annotated[tuple[str, ...], typer.Argument(metavar="OLD NEW", help="two files; with --git only the new one")]
    revision: Annotated[
        str | None, typer.Option("--git", metavar="REV", help="compare with the file at this revision in git")
    ] = None
    outputs: Annotated[
        tuple[str, ...],
        typer.Option("-o", "--output", metavar="FILE", help="a chart (.svg .png .pdf .dot), .txt or .json"),
    ] = ()
    format: Annotated[
        DiffFormat | None, typer.Option("-f", "--format", help="on standard output; default: text, with -o nothing")
    ] = None
    exit_code: Annotated[bool, typer.Option("--exit-code", help="end with 1 where they differ")] = False
    look: LookArguments = field(default_factory=LookArguments)
    legend: Annotated[bool, typer.Option("--legend/--no-legend", help="what the marks mean")] = True
    reading: ReadArguments = field(default_factory=ReadArguments)
    saying: SayArguments = field(default_factory=SayArguments)
