"""What the verbs take that serve whoever writes a file: `schema`, `fmt`, `init`, `themes` and `plugin`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from orgviz.cli import completing
from orgviz.lean import dataclass


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


class StartFrom(StrEnum):
    """What kind of organisation a file starts from."""

    SMALL_SHOP = "small-shop"
    ECOMMERCE = "ecommerce"
    MATRIX = "matrix"
    STARTUP = "startup"
    PUBLIC_BODY = "public-body"


class StartIn(StrEnum):
    """In which language a starter file is."""

    CHINESE = "zh-CN"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class InitArguments:
    """What stood on the command line of `init`."""

    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="what to write; - is standard output; default: org.yaml")
    ] = None
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="the same as FILE")] = None
    template: Annotated[StartFrom, typer.Option("--template", help="the kind of organisation to start from")] = (
        StartFrom.SMALL_SHOP
    )
    lang: Annotated[StartIn | None, typer.Option("--lang", help="default: that of the terminal")] = None
    schema: Annotated[bool, typer.Option("--schema/--no-schema", help="the schema for editors in a file beside it")] = (
        True
    )
    force: Annotated[bool, typer.Option("--force", help="write over a file that is there")] = False
    list_them: Annotated[bool, typer.Option("--list", help="name the templates; write nothing")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesArguments:
    """What stood on the command line of `themes`."""

    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="show this theme's file", autocompletion=completing.themes)
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginArguments:
    """What stood on the command line of `plugin`."""

    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="make, pandoc or quarto", autocompletion=completing.plugins),
    ] = None
