"""What the options of `render` say about PowerPoint files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from orgviz.diagnostics import UsageError
from orgviz.inputs import read_file
from orgviz.lean import dataclass
from orgviz.slides.options import DeckFile, DeckOptions

PPTX = "pptx"
# As large as decks full of films are.
LONGEST_DECK = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckArguments:
    """What stood on the command line about PowerPoint files."""

    template: Annotated[
        str | None,
        typer.Option("--template", metavar="DECK", help="PPTX: take masters, layouts and theme of this .pptx or .potx"),
    ] = None
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="DECK", help="PPTX: put the chart into this deck; -o may be the same file"),
    ] = None
    slide: Annotated[
        int | None,
        typer.Option("--slide", min=1, metavar="N", help="with --into: on this slide; default: where it stood, or new"),
    ] = None

    def check(self, formats: Sequence[str], outputs: Sequence[str]) -> None:
        """Refuse what does not go together, before anything is read.

        Args:
            formats: of the outputs, by name.

        Raises:
            UsageError: an option makes no sense.
        """
        given = [name for name, value in (("--template", self.template), ("--into", self.into)) if value is not None]
        if len(given) > 1:
            raise UsageError("--template makes a new deck, --into goes on with a standing one", "give one of them")
        if self.slide is not None and self.into is None:
            raise UsageError("--slide says which slide of a standing deck", "name the deck: --into deck.pptx")
        if given and PPTX not in formats:
            raise UsageError(f"{given[0]} is for PowerPoint files", "name one: -o chart.pptx")
        if self.into is None:
            return
        for output, format in zip(outputs, formats, strict=True):
            if format != PPTX and Path(output).resolve() == Path(self.into).resolve():
                raise UsageError(f"'{output}' is the deck of --into, and would be written over by another format")

    def options(self, source: str) -> DeckOptions:
        """Return how the deck is made; the decks that were named are read.

        Args:
            source: the name of the input, for the notes.

        Raises:
            ToolError: a deck cannot be read.
        """
        return DeckOptions(
            template=_deck(self.template, "--template"),
            into=_deck(self.into, "--into"),
            slide=self.slide,
            source=source,
        )

    def read_only(self, outputs: Sequence[str]) -> list[Path]:
        """Return the decks that are read and must not be written; a standing deck may be an output itself."""
        written = {Path(output).resolve() for output in outputs}
        template = [] if self.template is None else [Path(self.template)]
        standing = [] if self.into is None else [Path(self.into)]
        return [*template, *(deck for deck in standing if deck.resolve() not in written)]


def _deck(name: str | None, option: str) -> DeckFile | None:
    return None if name is None else DeckFile(name, read_file(name, LONGEST_DECK, f"{option}: "))


def source_name(names: Sequence[str], stream: str) -> str:
    """Return what the notes call the input: the names of files, without the folders of this machine."""
    return ", ".join(Path(name).name for name in names if name != stream)
