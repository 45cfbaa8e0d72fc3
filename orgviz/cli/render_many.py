"""Draw each of many inputs to files of its own: one that fails stops none of the others, and is told at the end."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path

from orgviz.cache.drawn import Drawn
from orgviz.chart_work import ChartWork, draw_chart
from orgviz.cli.arguments import RenderArguments
from orgviz.cli.boundary import bugs_told, say, say_failure, say_findings
from orgviz.cli.drawn_files import DrawnFiles, draw_files, drawn_view, view_work
from orgviz.cli.progress import Progress, progress
from orgviz.cli.remembering import Memory
from orgviz.cli.render_one import Asked, finish, look_asked, read_asked
from orgviz.cli.written import write_again
from orgviz.diagnostics import InputError, OrgvizError, UsageError
from orgviz.jobs.crew import Crew
from orgviz.lean import dataclass
from orgviz.pipeline import Rendered
from orgviz.wording import quoted

# How long an input takes, about, in seconds: any, and for each megabyte of it.
_SECONDS, _SECONDS_A_MEGABYTE = 0.1, 8.0


class SomeFailedError(OrgvizError):
    """Some of many charts were not drawn; the exit code is that of the worst."""

    def __init__(self, message: str, exit_code: int):
        super().__init__(message)
        self.exit_code = exit_code


@dataclass(slots=True)
class _Turn:
    """An input on its way.

    Args:
        asked: what it is, once it was read.
        remembered: what the same was drawn to before, in its place.
        missing: how many of its charts are still being drawn.
    """

    arguments: RenderArguments
    asked: Asked | None = None
    remembered: Drawn | None = None
    missing: int = 0
    drawn: list[DrawnFiles] = field(default_factory=list)
    failure: OrgvizError | None = None


def render_many(several: Sequence[RenderArguments], tell: Callable[[str], None]) -> tuple[str, ...]:
    """Draw each input to files of its own, write what can be drawn, and return the names of the files.

    Args:
        tell: is told of each stage as it begins.

    Raises:
        SomeFailedError: some could not be drawn: what is wrong with them has been said.
    """
    with (
        progress((), quiet=several[0].saying.quiet, listener=tell) as far,
        several[0].working.crew(None, several=True) as crew,
    ):
        many = _Many(several, crew.worth(_effort(several)), far)
        many.run()
    for turn in many.failed:
        _say(turn)
    if many.failed:
        code = max(turn.failure.exit_code for turn in many.failed if turn.failure is not None)
        done = len(several) - len(many.failed)
        rest = "" if not done else "; the other was" if done == 1 else "; the others were"
        raise SomeFailedError(f"{len(many.failed)} of {len(several)} inputs could not be drawn{rest}", code)
    return tuple(many.written)


@dataclass(slots=True)
class _Many:
    """Reads inputs one after the other, lets their charts be drawn meanwhile, and writes what is finished.

    Args:
        turns: those that were begun, and are not written yet.
        written: by the names of files that were written, the input that they were made from.
    """

    several: Sequence[RenderArguments]
    crew: Crew
    far: Progress
    turns: deque[_Turn] = field(default_factory=deque)
    failed: list[_Turn] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    done: int = 0

    def run(self) -> None:
        """Draw and write all."""
        self.far.tell("drawing")
        self.far.count(0, len(self.several))
        for result in self.crew.attempts(draw_chart, self._works()):
            self._finish()
            self._take(self.turns[0], result)
        self._finish()

    def _works(self) -> Iterator[ChartWork]:
        """Yield the charts of each input, once it was read."""
        for arguments in self.several:
            turn = _Turn(arguments)
            works: tuple[ChartWork, ...] = ()
            with _noted(turn):
                works = self._begun(turn)
            self.turns.append(turn)
            yield from works

    def _begun(self, turn: _Turn) -> tuple[ChartWork, ...]:
        """Read an input, and return its charts; where it has several pages, they are drawn."""
        arguments = turn.arguments
        memory = Memory.of(arguments)
        turn.remembered = memory.recall()
        if turn.remembered is not None:
            return ()
        formats, options = look_asked(arguments)
        asked = turn.asked = read_asked(arguments, formats, options, memory)
        if any(arguments.paging.is_wanted(one.files) for one in asked.shown):
            for one in asked.shown:
                drawn = draw_files(
                    asked.reading, one, formats, options, arguments.paging, _untold, self.crew, asked.shelf
                )
                turn.drawn.append(drawn)
            return ()
        works = tuple(view_work(asked.reading, one, formats, options) for one in asked.shown)
        turn.missing = len(works)
        return works

    def _take(self, turn: _Turn, result: Rendered | Exception) -> None:
        assert turn.asked is not None  # nothing is drawn of what was not read
        shown = turn.asked.shown[len(turn.asked.shown) - turn.missing]
        turn.missing -= 1
        with _noted(turn):
            if isinstance(result, Exception):
                raise result
            turn.drawn.append(drawn_view(shown, result))

    def _finish(self) -> None:
        """Write the inputs whose turn has come, as far as nothing of them is missing."""
        while self.turns and not self.turns[0].missing:
            turn = self.turns.popleft()
            if turn.failure is None:
                with _noted(turn):
                    self._write(turn)
            if turn.failure is not None:
                self.failed.append(turn)
            self.done += 1
            self.far.count(self.done, len(self.several))

    def _write(self, turn: _Turn) -> None:
        (name,) = turn.arguments.inputs
        drawn = turn.drawn if turn.remembered is None else [turn.remembered]
        outputs = [output for one in drawn for output, _ in one.files]
        for output in outputs:
            other = self.written.get(output.casefold())
            if other is not None:
                raise UsageError(f"'{output}' was made from {quoted(other)} already", "give one of them another name")
        others = [Path(one) for arguments in self.several for one in arguments.inputs]
        if turn.remembered is not None:
            write_again(turn.arguments, turn.remembered, others)
        elif turn.asked is not None:
            finish(turn.asked, turn.drawn, others)
        self.written.update(dict.fromkeys(map(str.casefold, outputs), name))


@contextmanager
def _noted(turn: _Turn) -> Iterator[None]:
    """Keep the first failure of an input, and go on."""
    try:
        with bugs_told():
            yield
    except OrgvizError as error:
        turn.failure = turn.failure or error


def _untold(_stage: str) -> None:
    """Say nothing of a single chart: how many are done is told."""


def _effort(several: Sequence[RenderArguments]) -> float:
    """Return how long one would take for all, in seconds, about."""
    sizes = 0
    for arguments in several:
        with suppress(OSError, ValueError):  # reading it tells what is wrong
            sizes += Path(arguments.inputs[0]).stat().st_size
    return _SECONDS * len(several) + _SECONDS_A_MEGABYTE * sizes / 1e6


def _say(turn: _Turn) -> None:
    """Say why an input was not drawn."""
    if isinstance(turn.failure, InputError):
        say_findings(turn.failure.diagnostics, turn.failure.sources, limit=turn.arguments.reading.limits.findings)
    elif turn.failure is not None:
        say(f"{turn.arguments.inputs[0]}: not drawn")
        say_failure(turn.failure)
