"""Tell where the time of a run went, stage by stage, for those who ask with `--profile`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import field
from pathlib import Path
from typing import Annotated

import typer

from orgviz import __version__
from orgviz.cli.inputs import STREAM
from orgviz.diagnostics import UsageError
from orgviz.lean import dataclass
from orgviz.output.write import write_outputs, write_stdout

ProfileFile = Annotated[
    str | None,
    typer.Option("--profile", metavar="FILE", help="where the time went: a table, or JSON in a file that ends so"),
]

_STARTING = "starting"


@dataclass(frozen=True, slots=True)
class Lap:
    """How long a stage took.

    Args:
        peak: the most memory that the process had until it ended, in bytes, where the system tells it.
    """

    stage: str
    seconds: float
    peak: int | None


def no_stage(_stage: str) -> None:
    """Take no notice of a stage: what is told where nobody asks for a profile."""


def peak_memory() -> int | None:
    """Return the most memory that this process has had so far, in bytes; programs that it started do not count."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


@dataclass(slots=True)
class Stopwatch:
    """Measures the stages of a run: it is told of each as it begins, which ends the one before.

    The first is what was before the stopwatch: Python's start and all that was loaded, as far as the processor was busy
    with it.
    """

    clock: Callable[[], float] = time.perf_counter
    busy: Callable[[], float] = time.process_time
    memory: Callable[[], int | None] = peak_memory
    _stage: str = _STARTING
    _since: float = field(init=False)
    _laps: list[Lap] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._since = self.clock() - self.busy()

    def tell(self, stage: str) -> None:
        """Go on to a stage."""
        now = self.clock()
        self._laps.append(Lap(self._stage, now - self._since, self.memory()))
        self._stage, self._since = stage, now

    def stop(self) -> tuple[Lap, ...]:
        """Return the stages, each once, in the order in which they first came."""
        self.tell("")
        seconds: dict[str, float] = {}
        peaks: dict[str, int | None] = {}
        for lap in self._laps:
            seconds[lap.stage] = seconds.get(lap.stage, 0) + lap.seconds
            peaks[lap.stage] = lap.peak
        return tuple(Lap(stage, seconds[stage], peaks[stage]) for stage in seconds)


@dataclass(frozen=True, slots=True)
class Profiling:
    """What `--profile` asks for: a file, and the stopwatch by which it is filled; neither where it is not given."""

    file: str | None
    stopwatch: Stopwatch | None

    @property
    def tell(self) -> Callable[[str], None]:
        """What is to be told of each stage as it begins."""
        return no_stage if self.stopwatch is None else self.stopwatch.tell

    def write(self, made_from: Sequence[Path] = ()) -> None:
        """Write the profile of what was done until now.

        Raises:
            OutputError: the file cannot be written, or is one of those that were read.
        """
        if self.stopwatch is None or self.file is None:
            return
        laps = self.stopwatch.stop()
        content = (as_json(laps) if Path(self.file).suffix.lower() == ".json" else as_table(laps)).encode()
        if self.file == STREAM:
            write_stdout(content)
        else:
            write_outputs([(Path(self.file), content)], inputs=made_from)


def profiling(file: str | None, inputs: Sequence[str], outputs: Sequence[str]) -> Profiling:
    """Begin to measure, if that was asked for.

    Args:
        outputs: what else is written; ``-`` where standard output takes something.

    Raises:
        UsageError: the file is none, or another has the name.
    """
    if file is None:
        return Profiling(None, None)
    if not file:
        raise UsageError("--profile: the file has no name", "give one, such as --profile times.txt")
    if file == STREAM and STREAM in outputs:
        raise UsageError("--profile: standard output takes something else already", "name a file")
    places = [Path(name).resolve() for name in (*inputs, *outputs) if name != STREAM]
    if file != STREAM and Path(file).resolve() in places:
        raise UsageError(f"--profile: '{file}' is also an input or an output", "give the profile a name of its own")
    return Profiling(file, Stopwatch())


def as_table(laps: Sequence[Lap]) -> str:
    """Return stages as lines for people: seconds, the share of all, and megabytes."""
    total = sum(lap.seconds for lap in laps)
    width = max(len(lap.stage) for lap in laps)
    lines = [f"{'stage':<{width}}  seconds   share  peak MB"]
    for lap in laps:
        peak = "" if lap.peak is None else f"{lap.peak / 1e6:.0f}"
        lines.append(f"{lap.stage:<{width}}  {lap.seconds:7.3f}  {_share(lap, total):6.1%}  {peak:>7}".rstrip())
    lines.append(f"{'together':<{width}}  {total:7.3f}")
    return "\n".join(lines) + "\n"


def as_json(laps: Sequence[Lap]) -> str:
    """Return stages for programs."""
    total = sum(lap.seconds for lap in laps)
    stages = [
        {
            "stage": lap.stage,
            "seconds": round(lap.seconds, 6),
            "share": round(_share(lap, total), 4),
            "peak_bytes": lap.peak,
        }
        for lap in laps
    ]
    import json

    return json.dumps({"orgviz": __version__, "seconds": round(total, 6), "stages": stages}, indent=1) + "\n"


def _share(lap: Lap, total: float) -> float:
    return lap.seconds / total if total > 0 else 0.0
