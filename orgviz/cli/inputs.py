"""What the options of all verbs say about their inputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from orgviz.cli.limiting import read_limits
from orgviz.diagnostics import UsageError
from orgviz.lean import dataclass
from orgviz.limits import Limits
from orgviz.readings import Reading, ReadOptions
from orgviz.source.kind import InputKind
from orgviz.text import STANDARD_INPUT

STREAM = "-"  # standard input, or standard output
_EXAMPLE = "write --map 'name=Full Name,manager=Boss'"

Inputs = Annotated[
    tuple[str, ...],
    typer.Argument(
        metavar="INPUT", help="a file, - for standard input, or tables, also a folder, that belong together"
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArguments:
    """What stood on the command line about how inputs are read."""

    kind: Annotated[
        InputKind | None, typer.Option("--from", metavar="KIND", help="yaml json text csv xlsx data; default: told")
    ] = None
    section: Annotated[
        str | None,
        typer.Option("--section", metavar="N|NAME", help="which organisation of a document that has several"),
    ] = None
    maps: Annotated[
        tuple[str, ...],
        typer.Option("--map", metavar="NAME=COLUMN,…", help="what the columns of a table are called"),
    ] = ()

    limit: Annotated[
        tuple[str, ...],
        typer.Option("--limit", metavar="NAME=NUMBER", help="how much is taken in and given out: see docs/limits.md"),
    ] = ()

    @property
    def limits(self) -> Limits:
        """Return the limits as the command line sets them.

        Raises:
            UsageError: one is not known, or no number.
        """
        return read_limits(self.limit)

    def options(self) -> ReadOptions:
        """Return how the inputs are to be read.

        Raises:
            UsageError: a column or a limit is told in no way that makes sense.
        """
        columns = read_columns(self.maps)
        return ReadOptions(kind=self.kind, section=self.section, columns=columns, limits=self.limits)


def read_columns(maps: Sequence[str]) -> Mapping[str, str]:
    """Read ``name=Full Name,manager=Boss``; a part without ``=`` goes on with the column before it.

    Raises:
        UsageError: a part names no column, or one of our names stands twice.
    """
    columns: dict[str, str] = {}
    for text in maps:
        last = None
        for part in text.split(","):
            name, equals, column = part.partition("=")
            name = name.strip()
            if not equals and last is not None:
                columns[last] = f"{columns[last]},{part}"
                continue
            if not name or not column.strip():
                raise UsageError(f"--map: '{part.strip() or text}' names no column", _EXAMPLE)
            if name in columns:
                raise UsageError(f"--map: '{name}' stands twice", _EXAMPLE)
            columns[name] = column
            last = name
    return {name: column.strip() for name, column in columns.items()}


def all_read(reading: Reading) -> tuple[str, ...]:
    """Return the names of every file that was read: the sources, and the photos."""
    return (*reading.sources, *reading.files)


def files_of(inputs: Sequence[tuple[bytes, str]], sources: Iterable[str]) -> list[Path]:
    """Return the files that were read, also those that they include or extend: none of them may be written over."""
    paths = dict.fromkeys((*(path for _, path in inputs), *sources))
    return [Path(path) for path in paths if path != STANDARD_INPUT]


def files_read(
    inputs: Sequence[tuple[bytes, str]], sources: Iterable[str], *, theme: str = "default", font: Path | None = None
) -> tuple[Path, ...]:
    """Return every file of the user's that a drawing was made from, each once; none of those that come with orgviz.

    The inputs come first, then what they include and extend, then the files of the theme, then the font.
    """
    from orgviz.style.catalogue import theme_files

    paths = dict.fromkeys((*files_of(inputs, sources), *theme_files(theme), *([] if font is None else [font])))
    return tuple(paths)
