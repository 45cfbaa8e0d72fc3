"""The command line: arguments to the pipeline, findings and failures to standard error and an exit code."""

from __future__ import annotations

from orgviz.collector import collector_seldom


def main() -> None:
    """Run the command line."""
    with collector_seldom():
        from orgviz.cli.app import app
        from orgviz.cli.boundary import plain_exit, plain_streams

        plain_streams()
        with plain_exit():
            app(prog_name="orgviz")
