"""Find those who do the work of a run, and see that nobody is left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from orgviz.jobs.crew import ALONE, Crew
from orgviz.jobs.engines import check_address, lost_by_engine, open_engine
from orgviz.jobs.hired import Hired
from orgviz.jobs.processes import end_processes, open_processes, processors

# Seconds of work that are worth fetching others for, where nobody has asked for them: that takes some .3 seconds.
_WORTHWHILE = 1.0
# Values that are given away for each who works: one is done, the next are on their way.
_AHEAD = 4


@contextmanager
def hire(count: int | None, address: str | None) -> Iterator[Crew]:
    """Give those who work for as long as the context lasts; they are fetched when there is something to do.

    Args:
        count: how many processes of this machine; ``None`` for as many as can run at a time, where they are worth it.
        address: of an engine that does the work in their place, as ``dask://HOST:PORT``.

    Raises:
        UsageError: the address is none.
        ToolError: the engine cannot be had.
    """
    if address is not None:
        yield from _engine(address)
    elif (count or processors()) == 1:
        yield ALONE
    else:
        yield from _processes(count or processors(), 0.0 if count else _WORTHWHILE)


def _processes(count: int, least: float) -> Iterator[Crew]:
    crew = Hired(lambda: open_processes(count), ahead=_AHEAD * count, least=least)
    try:
        yield crew
    except BaseException:
        crew.close(wait=False)
        end_processes()
        raise
    crew.close(wait=True)


def _engine(address: str) -> Iterator[Crew]:
    check_address(address)
    engine = open_engine(address)
    try:
        yield Hired(engine.executor, ahead=_AHEAD * engine.workers, lost=lost_by_engine())
    finally:
        engine.close()
