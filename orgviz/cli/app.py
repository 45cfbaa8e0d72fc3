"""The command line as Typer has it: all verbs, of which a run makes only the one that is called into a command."""

from __future__ import annotations

from typing import Annotated

import typer

from orgviz import __version__
from orgviz.cli.as_given import GivenGroup
from orgviz.cli.boundary import boundary
from orgviz.cli.commands import Commands
from orgviz.output.write import write_stdout


class _Verbs(GivenGroup):
    """The group of all verbs; where one is called, the others are not even made."""

    def __init__(self, **settings: object):
        super().__init__(**settings)  # type: ignore[arg-type]
        self.commands = Commands()  # type: ignore[assignment]  # nothing is ever added


app = typer.Typer(
    cls=_Verbs,
    name="orgviz",
    help="Org charts as code: from YAML, documents and tables to SVG, PNG and PDF.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
