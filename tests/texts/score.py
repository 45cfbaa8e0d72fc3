"""Print how well the corpus is read: `python -m tests.texts.score [--accept] [-v] [PART OF A NAME…]`.

`-v` shows every difference; `--accept` writes the scores down as what the tests do not let fall any more.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from tests.texts.documents import documents
from tests.texts.grade import Hits, Score, Share

FLOOR = Path(__file__).with_name("floor.yaml")
PARTS = ("kinds", "guesses", "posts", "duties", "links")
COLUMNS = ("nodes:P", "R", "F1", "edges:P", "R", "F1", "kind", "guess", "sort", "duty", "links", "invnt", "traps")
NO_STRUCTURE = "no-structure"

Floor = dict[str, dict[str, float]]


def read_floor() -> Floor:
    """Return the scores below which no document may fall: F1 of nodes and of edges."""
    return yaml.safe_load(FLOOR.read_text(encoding="utf-8")) or {} if FLOOR.exists() else {}


def mean(values: Iterable[float | None]) -> float | None:
    """Return the mean of what could be judged."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def row(score: Score) -> list[str]:
    """Return the cells of one document."""
    return [*map(_shown, _values(score)), str(score.invented), str(score.traps)]


def mean_row(scores: Sequence[Score]) -> list[str]:
    """Return the cells of means over documents; what was invented is added up."""
    columns = zip(*map(_values, scores), strict=True)
    sums = (sum(score.invented for score in scores), sum(score.traps for score in scores))
    return [*(_shown(mean(column)) for column in columns), *map(str, sums)]


def _values(score: Score) -> list[float | None]:
    hits = (score.nodes, score.edges)
    return [
        *(value for each in hits for value in (each.precision, each.recall, each.f1)),
        *(_value(getattr(score, part)) for part in PARTS),
    ]


def _value(part: Share | Hits | None) -> float | None:
    return part.f1 if isinstance(part, Hits) else part.value if part else None


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _line(name: str, width: int, cells: Sequence[str]) -> str:
    return f"{name:{width}}" + "".join(
        f" {cell:>{max(5, len(column))}}" for cell, column in zip(cells, COLUMNS, strict=True)
    )


def floor_of(scores: dict[str, Score]) -> Floor:
    """Return scores as they are written down: cut to hundredths, so that they hold."""
    return {
        name: {"nodes": _cut(score.nodes.f1), "edges": _cut(score.edges.f1)} for name, score in sorted(scores.items())
    }


def _cut(value: float) -> float:
    return math.floor(value * 100 + 1e-6) / 100


def write_floor(floor: Floor) -> None:
    lines = [f"{name}: {{nodes: {each['nodes']:.2f}, edges: {each['edges']:.2f}}}\n" for name, each in floor.items()]
    head = "# What `python -m tests.texts.score --accept` found: F1 of nodes and edges, below which no document may fall.\n"
    FLOOR.write_text(head + "".join(lines), encoding="utf-8")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="how well the corpus is read")
    parser.add_argument("names", nargs="*", help="parts of the names of documents; all where none is given")
    parser.add_argument("--accept", action="store_true", help="write the scores to floor.yaml")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every difference")
    options = parser.parse_args()
    chosen = [one for one in documents() if not options.names or any(part in one.name for part in options.names)]
    width = max((len(one.name) for one in chosen), default=0)
    say(_line("", width, COLUMNS))
    scores = {}
    for document in chosen:
        score, codes = document.read()
        if document.label.drawing is None:
            say(f"{document.name:{width}}  {_judged_empty(score, codes)}")
        else:
            scores[document.name] = score
            say(f"{_line(document.name, width, row(score))}  {' '.join(codes)}".rstrip())
        for note in score.notes if options.verbose else ():
            say(f"    {note}")
    if scores:
        say(_line(f"mean of {len(scores)}", width, mean_row(list(scores.values()))))
    if options.accept:
        known = {one.name for one in documents()}
        kept = {name: each for name, each in read_floor().items() if name in known and options.names}
        write_floor(dict(sorted({**kept, **floor_of(scores)}.items())))


def _judged_empty(score: Score, codes: Sequence[str]) -> str:
    if tuple(codes) == (NO_STRUCTURE,):
        return "no structure, as it should be"
    return f"WRONG: {score.invented} boxes{', ' + ' '.join(codes) if codes else ''}"


if __name__ == "__main__":
    main()
