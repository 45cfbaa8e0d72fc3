"""What the verbs that tell something take: their options and their words, as plain values."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Annotated

import typer

from orgviz.cli import completing
from orgviz.cli.inputs import Inputs, ReadArguments
from orgviz.cli.look import Font, LookArguments, SayArguments
from orgviz.cli.profiling import ProfileFile
from orgviz.cli.viewing import ViewArguments, WhereArguments
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
