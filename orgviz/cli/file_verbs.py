"""The verbs that serve whoever writes a file, and the machine; what each needs is imported when it runs."""

from __future__ import annotations

from orgviz.cli.editing import FmtArguments, InitArguments, PluginArguments, SchemaArguments, ThemesArguments
from orgviz.output.write import write_stdout


def init(arguments: InitArguments) -> None:
    """Write a file to start from, explained line by line."""
    from orgviz.cli.starting import run_init

    run_init(arguments)


def themes(arguments: ThemesArguments) -> None:
    """List the themes, or show one."""
    from orgviz.cli.themes import run_themes

    run_themes(arguments.name)


def plugin(arguments: PluginArguments) -> None:
    """Say where the files lie that make, pandoc and Quarto are given to draw charts."""
    from orgviz.cli.plugin_files import run_plugin

    run_plugin(arguments.name)


def fmt(arguments: FmtArguments) -> None:
    """Tidy YAML files in place: indentation, spaces, quotes; comments, order and content stay."""
    from orgviz.cli.formatting import run_fmt

    run_fmt(arguments)


def schema(arguments: SchemaArguments) -> None:
    """Write the JSON Schema by which editors check and complete organisations, or themes."""
    from orgviz.cli.schema import run_schema

    run_schema(arguments)


def doctor() -> None:
    """Say what this machine has, what is missing, what that costs, and the line that installs it."""
    from orgviz.doctor import examine, format_findings

    write_stdout(f"{format_findings(examine())}\n".encode())
