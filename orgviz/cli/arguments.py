"""What the verbs that draw take: their options and their words, as plain values; nothing heavy is imported for them."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Annotated

import typer

from orgviz.cli import completing
from orgviz.cli.decks import DeckArguments
from orgviz.cli.inputs import Inputs, ReadArguments
from orgviz.cli.look import ChartArguments, LookArguments, SayArguments
from orgviz.cli.paging import PageArguments
from orgviz.cli.profiling import ProfileFile
from orgviz.cli.viewing import ViewArguments
from orgviz.cli.working import WorkArguments
from orgviz.lean import dataclass


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
