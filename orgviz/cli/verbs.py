"""The verbs that draw organisations; what each needs is imported when it runs."""

from __future__ import annotations

from orgviz.cli.arguments import RenderArguments, ServeArguments


def render(arguments: RenderArguments) -> None:
    """Draw a chart."""
    from orgviz.cli.rendering import run_render

    run_render(arguments)


def serve(arguments: ServeArguments) -> None:
    """Show a chart in the browser, drawn anew whenever its files are saved; only on this machine."""
    from orgviz.cli.serving import run_serve

    run_serve(arguments)
