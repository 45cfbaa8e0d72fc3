"""What the options of `render` say about who works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from orgviz.diagnostics import UsageError
from orgviz.lean import dataclass

if TYPE_CHECKING:
    from orgviz.cli.progress import Progress
    from orgviz.jobs.crew import Crew

_MOST = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkArguments:
    """What stood on the command line about who works.

    Args:
        jobs: ``None`` for as many processes as can run at a time, where they are worth it.
        executor: the address of an engine that works in their place.
    """

    jobs: Annotated[
        int | None,
        typer.Option("-j", "--jobs", min=1, max=_MOST, metavar="N", help="so many processes draw; default: all cores"),
    ] = None
    executor: Annotated[
        str | None, typer.Option("--executor", metavar="URL", help="who draws instead: dask://HOST:PORT")
    ] = None
    no_cache: Annotated[bool, typer.Option("--no-cache", help="draw anew what was drawn before, and keep nothing")] = (
        False
    )

    def check(self) -> None:
        """Refuse what does not go together.

        Raises:
            UsageError: there is such.
        """
        if self.jobs is not None and self.executor is not None:
            raise UsageError("-j says how many work here, and --executor that others do", "give one of them")

    @contextmanager
    def crew(self, far: Progress | None, *, several: bool) -> Iterator[Crew]:
        """Give those who work while the context lasts.

        Args:
            far: is told how far they are.
            several: whether there may be something to share: else nobody is looked for.

        Raises:
            UsageError: the engine's address is none.
            ToolError: the engine cannot be had.
        """
        if not several and self.executor is None:
            from orgviz.jobs.crew import ALONE

            yield ALONE
            return
        from orgviz.cli.counted import Counted
        from orgviz.jobs.hire import hire

        with hire(self.jobs, self.executor) as crew:
            yield crew if far is None else Counted(crew, far)
