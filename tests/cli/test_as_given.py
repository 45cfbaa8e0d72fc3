"""What needs no conversion gets none; what was typed means the same as where Typer converts all of it."""

from enum import StrEnum
from typing import Annotated

import pytest
import typer
from typer.core import TyperCommand
from typer.testing import CliRunner

from orgviz.cli.as_given import GivenCommand


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def outcome(command, words):
    """Return what a verb got from the command line, or how it ended and what was said."""
    seen = []
    app = typer.Typer(add_completion=False)

    @app.command(cls=command)
    def verb(
        inputs: Annotated[list[str], typer.Argument()],
        name: Annotated[str, typer.Option()] = "none",
        title: Annotated[str | None, typer.Option()] = None,
        parts: Annotated[list[str] | None, typer.Option("--part")] = None,
        colour: Annotated[Colour, typer.Option()] = Colour.RED,
        depth: Annotated[int | None, typer.Option(min=1)] = None,
        scale: Annotated[float, typer.Option()] = 1.0,
        wide: Annotated[bool | None, typer.Option("--wide/--narrow")] = None,
        mark: Annotated[str, typer.Option(callback=lambda value: value * 2)] = "x",
    ) -> None:
        seen.append((inputs, name, title, parts, colour, depth, scale, wide, mark))

    result = CliRunner().invoke(app, words)
    return seen[0] if seen else (result.exit_code, result.output)


@pytest.mark.parametrize(
    "words",
    [
        "a", "a b c", "a --name x --title y", "a --part p --part q", "a --colour blue", "a --depth 3 --scale 2",
        "a --wide", "a --narrow", "a --mark 12", "- --name 3", "a --name= --title=",
        "", "a --colour green", "a --depth 0", "a --depth x", "a --scale wide", "a --unknown", "a --name",
    ],
)  # fmt: skip
def test_the_command_line_means_the_same(words):
    assert outcome(GivenCommand, words.split()) == outcome(TyperCommand, words.split())


def test_a_default_of_our_own_type_stays_what_it_is():
    inputs, *_, colour, depth, scale, wide, mark = outcome(GivenCommand, ["a"])
    assert (inputs, colour, depth, scale, wide, mark) == (["a"], Colour.RED, None, 1.0, None, "xx")
    assert isinstance(colour, Colour)
