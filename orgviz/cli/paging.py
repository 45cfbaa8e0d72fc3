"""What the options of `render` say about pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from orgviz.cli import completing
from orgviz.diagnostics import UsageError
from orgviz.lean import dataclass

UNIT = "{unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageArguments:
    """What stood on the command line about pages."""

    pages: Annotated[
        str,
        typer.Option(
            "--pages",
            metavar="HOW",
            help="several pages: auto level:N unit type:TYPE none",
            autocompletion=completing.divisions,
        ),
    ] = "none"
    min_text: Annotated[
        str,
        typer.Option("--min-text", metavar="SIZE", help="with --pages: how small letters may be, such as 9pt or 3mm"),
    ] = "9pt"

    def is_wanted(self, outputs: Iterable[str]) -> bool:
        """Tell whether the chart is to be divided.

        Raises:
            UsageError: it is not, and an output is named after pages.
        """
        if self.pages.strip().lower() != "none":
            return True
        if any(UNIT in output for output in outputs):
            raise UsageError(f"-o: '{UNIT}' stands for the name of a page, and there is only one", "add --pages auto")
        return False
