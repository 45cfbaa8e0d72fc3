"""The verbs, each with what it takes and what it is told by; what it needs is imported when it runs."""

from __future__ import annotations

from orgviz.cli.arguments import (
    CheckArguments,
    ConvertArguments,
    DiffArguments,
    RenderArguments,
    ServeArguments,
    StatsArguments,
)
from orgviz.cli.editing import FmtArguments, InitArguments, PluginArguments, SchemaArguments, ThemesArguments
from orgviz.output.write import write_stdout


def init(arguments: InitArguments) -> None:
    """Write a file to start from, explained line by line."""
    from orgviz.cli.starting import run_init

    run_init(arguments)


def render(arguments: RenderArguments) -> None:
    """Draw a chart."""
    from orgviz.cli.rendering import run_render

    run_render(arguments)


def serve(arguments: ServeArguments) -> None:
    """Show a chart in the browser, drawn anew whenever its files are saved; only on this machine."""
    from orgviz.cli.serving import run_serve

    run_serve(arguments)


def convert(arguments: ConvertArguments) -> None:
    """Give any input back as YAML, as the node/edge model in JSON, as a text outline, or as a table."""
    from orgviz.cli.converting import run_convert

    run_convert(arguments)


def check(arguments: CheckArguments) -> None:
    """Tell every mistake in the files at once; nothing is drawn."""
    from orgviz.cli.checking import run_check

    run_check(arguments)


def stats(arguments: StatsArguments) -> None:
    """Count people, posts, vacancies and reports: of all, by type, by unit."""
    from orgviz.cli.counting import run_stats

    run_stats(arguments)


def diff(arguments: DiffArguments) -> None:
    """Tell what is different between two organisations, as text, JSON or one chart."""
    from orgviz.cli.comparing import run_diff

    run_diff(arguments)


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


VERBS = (init, render, serve, convert, check, stats, diff, themes, plugin, fmt, schema, doctor)
