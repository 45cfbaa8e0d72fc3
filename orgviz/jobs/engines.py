"""Engines elsewhere that run the same work through the same interface: schedulers of dask, by ``dask://HOST:PORT``."""

from __future__ import annotations

import importlib
import logging
import re
import warnings
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor
from typing import TYPE_CHECKING

from orgviz import __version__
from orgviz.diagnostics import ToolError, UsageError
from orgviz.wording import listed, quoted

if TYPE_CHECKING:
    from distributed import Client

_ADDRESS = re.compile(
    r"(?P<scheme>[A-Za-z][\w+.-]*)://(?P<host>[^\s/:]+|\[[0-9a-fA-F:]+\]):(?P<port>\d{1,5})/?", re.ASCII
)
_EXAMPLE = "write --executor dask://HOST:PORT"
# How long a scheduler may take to answer, and to have somebody who works.
_SECONDS = 10.0


class Engine:
    """A connection to a scheduler of dask.

    Args:
        place: host and port.
        workers: how many threads there are to work, when it was made.
    """

    def __init__(self, client: Client, place: str, workers: int):
        self.client, self.place, self.workers = client, place, workers

    def executor(self) -> Executor:
        """Return what work is given to; a worker that is gone is replaced by another."""
        executor: Executor = self.client.get_executor(pure=False)
        return executor

    def close(self) -> None:
        """Let the scheduler go; what is not done yet is not done any more."""
        self.client.close(timeout=_SECONDS)


def open_engine(address: str) -> Engine:
    """Connect with the engine at an address.

    Raises:
        UsageError: the address is none.
        ToolError: it does not answer, has nobody to work, or they have another orgviz; or dask is not installed.
    """
    place = check_address(address)
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        raise ToolError("--executor: dask is not installed", "pip install 'orgviz[dask]'") from error
    # What it has to say is for those who run it; what matters of it is said by us.
    for name in [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == "distributed"]:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", message="Sending large graph", category=UserWarning)
    try:
        client = Client(f"tcp://{place}", timeout=_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ToolError(
            f"--executor: no scheduler of dask answers at {quoted(place)}", "start one with: dask scheduler"
        ) from error
    try:
        return Engine(client, place, _ready(client, place))
    except BaseException:
        client.close(timeout=_SECONDS)
        raise


def check_address(address: str) -> str:
    """Return the host and port of an address, before anything is asked of it.

    Raises:
        UsageError: it is none, or no engine is called so.

    >>> check_address("dask://10.0.0.5:8786")
    '10.0.0.5:8786'
    """
    match = _ADDRESS.fullmatch(address.strip())
    if match is None or int(match["port"]) > 65535:
        raise UsageError(f"--executor: {quoted(address[:80])} is no address", _EXAMPLE)
    if match["scheme"].lower() != "dask":
        raise UsageError(f"--executor: no engine is called {quoted(match['scheme'])}", _EXAMPLE)
    return f"{match['host']}:{match['port']}"


def lost_by_engine() -> tuple[type[BaseException], ...]:
    """Return what is raised of work that was lost with everybody who tried it, or with the scheduler."""
    from distributed import KilledWorker  # noqa: PLC0415 - an extra, and slow to load
    from distributed.client import FutureCancelledError  # noqa: PLC0415 - likewise

    return (KilledWorker, FutureCancelledError, CancelledError)


def _ready(client: Client, place: str) -> int:
    """Return how many can work, once somebody can."""
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except TimeoutError as error:
        raise ToolError(
            f"--executor: the scheduler at {quoted(place)} has nobody to work", f"start some with: dask worker {place}"
        ) from error
    found = client.run(_asking_version()).values()
    others = sorted({version for version in found if version != __version__})
    if others:
        told = listed((version or "none" for version in others), "and")
        raise ToolError(
            f"--executor: this is orgviz {__version__}, and at {quoted(place)} there is {told}",
            f"install orgviz {__version__} there",
        )
    return max(1, int(sum(client.nthreads().values())))


def _asking_version() -> Callable[[], str | None]:
    """Return what tells the version of orgviz on another machine; being no name of a module, it is sent as it is."""

    def version() -> str | None:
        try:
            return str(importlib.import_module("orgviz").__version__)
        except ImportError:
            return None

    return version
