"""The verbs that tell what organisations are; what each needs is imported when it runs."""

from __future__ import annotations

from orgviz.cli.telling_arguments import CheckArguments, ConvertArguments, DiffArguments, StatsArguments


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
