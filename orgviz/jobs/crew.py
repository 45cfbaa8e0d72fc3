"""Who does the work of a run: this process alone, or others; whoever it is, results come in the order of the values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")


class Crew(Protocol):
    """Those who work."""

    @property
    def is_alone(self) -> bool:
        """Whether nobody works but this process."""

    def worth(self, effort: float) -> Crew:
        """Return who should do a work: those who have to be fetched first only where that pays.

        Args:
            effort: how long one would take, in seconds, about.
        """

    def attempts(self, work: Callable[[Value], Result], values: Iterable[Value]) -> Iterator[Result | Exception]:
        """Yield what `work` makes of each value, in the order of the values, or what it has raised.

        Args:
            work: a function of a module, and the same for the same value whoever does it: it may be sent away.
            values: are taken as they are needed; likewise.
        """


class Alone:
    """This process."""

    @property
    def is_alone(self) -> bool:
        """It is."""
        return True

    def worth(self, effort: float) -> Crew:  # noqa: ARG002 - nobody has to be fetched
        """Return this process."""
        return self

    def attempts(self, work: Callable[[Value], Result], values: Iterable[Value]) -> Iterator[Result | Exception]:
        """Yield the results, each made when it is asked for."""
        for value in values:
            try:
                yield work(value)
            except Exception as error:  # noqa: BLE001 - whoever asked for it decides what it means
                yield error


ALONE = Alone()


def each(crew: Crew, work: Callable[[Value], Result], values: Iterable[Value]) -> Iterator[Result]:
    """Yield what `work` makes of each value, in the order of the values.

    Raises:
        Exception: what the first that failed has raised; what comes after it is not waited for.
    """
    for found in crew.attempts(work, values):
        if isinstance(found, Exception):
            raise found
        yield found
