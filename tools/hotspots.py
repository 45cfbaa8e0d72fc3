"""Say which functions take the time, stage by stage: `python -m tools.hotspots org.yaml [svg|png|pdf|html …]`.

What Graphviz does is in none of them: it shows as the time that `poll` or `select` waits. All else is done in this
process, on one core, so that it is seen.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from orgviz.inputs import read_inputs
from orgviz.pipeline import draw
from orgviz.reading import read_orgs
from orgviz.readings import ReadOptions
from orgviz.render_options import Format, RenderOptions

SHOWN = 12
"""Functions of each stage."""


class Stages:
    """A profile for each stage of a run; it is told of each as it begins."""

    def __init__(self) -> None:
        self.profiles: dict[str, cProfile.Profile] = {}
        self._current: cProfile.Profile | None = None

    def tell(self, stage: str) -> None:
        """Go on to a stage."""
        self.stop()
        self._current = self.profiles.setdefault(stage, cProfile.Profile())
        self._current.enable()

    def stop(self) -> None:
        """End the stage that runs."""
        if self._current is not None:
            self._current.disable()
            self._current = None


@contextmanager
def on_one_core() -> Iterator[None]:
    """Have no copies of this process made, which no profile sees: they are for several cores."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def run(file: str, formats: Sequence[Format], tell: Callable[[str], None]) -> None:
    """Draw a file in some formats, and write nothing.

    Raises:
        OrgvizError: any of them.
    """
    tell("reading")
    reading = read_orgs(read_inputs([file]), ReadOptions(tell=tell))
    draw(reading, formats, RenderOptions(), tell=tell)


def main(file: str, formats: Sequence[str]) -> None:
    """Print the functions of each stage that take the most time by themselves."""
    stages = Stages()
    with on_one_core():
        run(file, [Format(name) for name in formats or ["svg"]], stages.tell)
    stages.stop()
    for stage, profile in stages.profiles.items():
        print(f"== {stage}")
        pstats.Stats(profile, stream=sys.stdout).strip_dirs().sort_stats("tottime").print_stats(SHOWN)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
