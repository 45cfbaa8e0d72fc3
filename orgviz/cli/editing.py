"""What the verbs take that serve whoever writes a file: `schema`, `fmt` and `init`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer


class SchemaOf(StrEnum):
    """What a schema describes."""

    ORG = "org"
    THEME = "theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaArguments:
    """What stood on the command line of `schema`."""

    of: Annotated[SchemaOf, typer.Argument(metavar="org|theme", help="what it describes")] = SchemaOf.ORG
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="where to; - is standard output")] = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class FmtArguments:
    """What stood on the command line of `fmt`."""

    inputs: Annotated[
        tuple[str, ...], typer.Argument(metavar="FILE", help="YAML files, or - for standard input to standard output")
    ]
    check: Annotated[bool, typer.Option("--check", help="write nothing; name what would change, and end with 1")] = (
        False
    )
    diff: Annotated[bool, typer.Option("--diff", help="write nothing; show what would change")] = False
