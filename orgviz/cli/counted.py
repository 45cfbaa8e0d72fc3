"""Those who work, and somebody who counts what they have done, for who looks at the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized

from orgviz.cli.progress import Progress
from orgviz.jobs.crew import Crew, Result, Value
from orgviz.lean import dataclass


@dataclass(frozen=True, slots=True)
class Counted:
    """Those who work, counted."""

    crew: Crew
    far: Progress

    @property
    def is_alone(self) -> bool:
        """Whether nobody works but this process."""
        return self.crew.is_alone

    def worth(self, effort: float) -> Crew:
        """Return who should do a work."""
        return Counted(self.crew.worth(effort), self.far)

    def attempts(self, work: Callable[[Value], Result], values: Iterable[Value]) -> Iterator[Result | Exception]:
        """Yield the results, and count them."""
        total = len(values) if isinstance(values, Sized) else None
        self.far.count(0, total)
        for number, found in enumerate(self.crew.attempts(work, values), 1):
            self.far.count(number, total)
            yield found
