"""The command line: arguments to the pipeline, findings and failures to standard error and an exit code."""

from __future__ import annotations

import sys

from orgviz.collector import collector_seldom


def main() -> None:
    """Run the command line."""
    try:
        with collector_seldom():
            _run()
    except KeyboardInterrupt:  # before or after everything that handles it
        sys.exit(130)


def _run() -> None:
    try:
        from orgviz.cli.app import app
        from orgviz.cli.boundary import plain_exit, plain_streams
    except (ImportError, MemoryError, OSError) as error:  # a library is missing, or there is too little memory for it
        print(f"orgviz: error: cannot be started: {str(error) or 'there is not enough memory'}", file=sys.stderr)  # noqa: T201
        sys.exit(3)
    plain_streams()
    with plain_exit():
        app(prog_name="orgviz")
