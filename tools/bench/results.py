"""What a run of the bench found out, as values, and as JSON to keep."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from tools.bench.letters import Picture
from tools.bench.measure import Failure
from tools.bench.organisations import Shape


@dataclass(frozen=True, slots=True)
class Measured:
    """What a peer took for one organisation: the quickest of its runs, the most memory of any.

    Args:
        seconds: from start to end.
        cpu: seconds that processors worked.
        peak: memory of all processes, in bytes, if it is known.
        size: of the SVG, in bytes.
        picture: its measures.
    """

    seconds: float
    cpu: float
    peak: int | None
    size: int
    picture: Picture


@dataclass(frozen=True, slots=True)
class Cell:
    """One peer with one organisation."""

    shape: Shape
    boxes: int
    peer: str
    outcome: Measured | Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A whole run.

    Args:
        machine: what kind of machine it was, in general words.
        versions: of each peer that could be run.
        lacking: of the others, why not.
        limit: seconds that a program was given.
    """

    machine: str
    versions: Mapping[str, str]
    lacking: Mapping[str, str]
    seed: int
    limit: float
    cells: Sequence[Cell]

    def of(self, peer: str, shape: Shape) -> dict[int, Measured | Failure]:
        """Return what a peer did with one shape, by the number of boxes."""
        return {cell.boxes: cell.outcome for cell in self.cells if cell.peer == peer and cell.shape is shape}

    def sizes(self, shape: Shape) -> list[int]:
        """Return the numbers of boxes of one shape."""
        return sorted({cell.boxes for cell in self.cells if cell.shape is shape})


def write_results(results: Results, file: Path) -> None:
    """Write a run as JSON."""
    cells = [{**asdict(cell), "outcome": asdict(cell.outcome)} for cell in results.cells]
    content = {**{field.name: getattr(results, field.name) for field in fields(results)}, "cells": cells}
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_results(file: Path) -> Results:
    """Read what `write_results` has written.

    Raises:
        ValueError: it is no such file.
    """
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return Results(**{**content, "cells": tuple(map(_cell, content["cells"]))})
    except (KeyError, TypeError) as error:
        raise ValueError(f"'{file}' holds no results of the bench: {error}") from error


def _cell(content: dict[str, object]) -> Cell:
    outcome = content["outcome"]
    assert isinstance(outcome, dict)
    if "reason" in outcome:
        found: Measured | Failure = Failure(**outcome)
    else:
        found = Measured(**{**outcome, "picture": Picture(**outcome["picture"])})
    return Cell(Shape(str(content["shape"])), int(str(content["boxes"])), str(content["peer"]), found)
