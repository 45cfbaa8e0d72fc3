"""Options are declared once, as fields, and shared by the verbs that have them."""

from dataclasses import dataclass, field
from typing import Annotated

import typer
from typer.testing import CliRunner

from orgviz.cli.spread import spread


@dataclass(frozen=True, kw_only=True)
class Shared:
    colour: Annotated[str, typer.Option("--colour")] = "red"
    names: Annotated[tuple[str, ...], typer.Option("--name")] = ()


@dataclass(frozen=True, kw_only=True)
class Arguments:
    inputs: Annotated[tuple[str, ...], typer.Argument()]
    many: Annotated[bool, typer.Option("--many")] = False
    shared: Shared = field(default_factory=Shared)


def called(*words):
    seen = []
    app = typer.Typer()

    @app.command()
    @spread
    def verb(arguments: Arguments) -> None:
        """Do it."""
        seen.append(arguments)

    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    return seen[0] if seen else result.output


def test_fields_without_words_on_the_command_line_have_their_defaults():
    assert called("a") == Arguments(inputs=("a",), many=False, shared=Shared())


def test_nested_fields_are_options_like_any_other_and_lists_become_tuples():
    told = called("a", "b", "--many", "--name", "x", "--name", "y", "--colour", "blue")
    assert told == Arguments(inputs=("a", "b"), many=True, shared=Shared(colour="blue", names=("x", "y")))


def test_help_has_the_words_of_the_verb():
    assert "Do it." in called("--help")
