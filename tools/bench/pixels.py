"""Compare PNG and PDF with Graphviz's own writers, which draw the same DOT: `python -m tools.bench.pixels 50 200`.

A PNG of Graphviz gets as many pixels. Runs take turns, and the quickest of each counts.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tools.bench.languages import to_yaml
from tools.bench.measure import Failure, Run, measure
from tools.bench.organisations import Shape, organisation
from tools.bench.peers import BUILT, ORGVIZ, PEERS

SIZES = (50, 100, 200, 1_000)
WRITERS = {"png": "png:cairo", "pdf": "pdf"}
"""By format, the writer of Graphviz."""

_ROUNDS, _SEED, _LIMIT = 5, 1, 300.0


@dataclass(frozen=True, slots=True)
class Compared:
    """The least seconds that each takes from its start to its end, and that processors work for it."""

    ours: Run
    graphviz: Run

    def row(self, boxes: int, format: str) -> str:
        """Return it as a row of a table."""
        times = self.ours.seconds / self.graphviz.seconds, self.ours.cpu / self.graphviz.cpu
        shown = (f"{self.ours.seconds:.2f}", f"{self.graphviz.seconds:.2f}", *(f"× {one:.1f}" for one in times))
        return f"| {boxes:,} | {format.upper()} | {' | '.join(shown)} |"


def compare(boxes: int, format: str, folder: Path, rounds: int = _ROUNDS) -> Compared:
    """Draw an organisation again and again, by turns.

    Args:
        format: of `WRITERS`.
        folder: for what is drawn.
    """
    folder.mkdir(parents=True, exist_ok=True)
    given, chart, other = (folder / name for name in ("chart.yaml", f"chart.{format}", f"graphviz.{format}"))
    given.write_text(to_yaml(organisation(Shape.BALANCED, boxes, _SEED)), encoding="utf-8")
    ours, graphviz = _orgviz(given, chart), ("neato", "-n2", f"-T{WRITERS[format]}", "-o", str(other))
    _run(_orgviz(given, folder / "chart.dot"), folder)
    _run(ours, folder)  # it may be the first ever, which compiles
    density = (f"-Gdpi={_dpi(chart):.2f}",) if format == "png" else ()
    runs = [(_run(ours, folder), _run((*graphviz, *density, str(folder / "chart.dot")), folder)) for _ in range(rounds)]
    return Compared(*(_least(turns) for turns in zip(*runs, strict=True)))


def _orgviz(given: Path, output: Path) -> tuple[str, ...]:
    return tuple(word.format(python=sys.executable, input=given, output=output) for word in PEERS[ORGVIZ].command)


def _dpi(png: Path) -> float:
    with Image.open(png) as picture:
        return float(picture.info["dpi"][0])


def _run(command: Sequence[str], folder: Path) -> Run:
    done = measure(command, _LIMIT, folder / "said", PEERS[ORGVIZ].environment)
    if isinstance(done, Failure):
        raise SystemExit(f"{command[0]}: {done.reason}")
    return done


def _least(runs: Sequence[Run]) -> Run:
    return Run(min(run.seconds for run in runs), min(run.cpu for run in runs), None)


def main(words: Sequence[str]) -> None:
    """Print a row for each number of boxes and format."""
    Image.MAX_IMAGE_PIXELS = None  # they are our own
    print("| boxes | format | orgviz, s | Graphviz, s | time | processors |\n|---:|---|---:|---:|---:|---:|")
    for boxes in [int(word) for word in words] or SIZES:
        for format in WRITERS:
            print(compare(boxes, format, BUILT / "pixels").row(boxes, format), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
