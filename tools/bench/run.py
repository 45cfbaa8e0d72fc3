"""Run the peers on the same organisations, by turns, so that what else the machine does meets all alike."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.bench.letters import read_picture
from tools.bench.measure import Failure, Run, measure
from tools.bench.organisations import Shape, organisation
from tools.bench.peers import FLOOR, ORGVIZ, PEERS
from tools.bench.results import Cell, Measured

# What takes longer than this, in seconds, is run only once: it is not the start that is measured.
_LONG = 5.0
_ROUNDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be run.

    Args:
        sizes: of the balanced organisation, in boxes, growing.
        shapes: other shapes, each of `shape_size` boxes.
        limit: seconds that a program is given.
        folder: for inputs and pictures.
    """

    peers: Sequence[str]
    sizes: Sequence[int]
    shapes: Sequence[Shape]
    shape_size: int
    seed: int
    limit: float
    folder: Path

    def organisations(self) -> Iterator[tuple[Shape, int]]:
        """Yield the shape and size of each organisation."""
        yield from ((Shape.BALANCED, size) for size in self.sizes)
        yield from ((shape, self.shape_size) for shape in self.shapes if shape is not Shape.BALANCED)


def run(plan: Plan, tell: Callable[[str], None]) -> Iterator[Cell]:
    """Yield a cell for each organisation and peer; a peer that fails is not given larger ones of the same shape.

    Args:
        tell: is told what is run.
    """
    failed: dict[Shape, set[str]] = {}
    for shape, boxes in plan.organisations():
        out = failed.setdefault(shape, set())
        peers = [peer for peer in plan.peers if peer not in out]
        tell(f"{shape}, {boxes:,} boxes")
        outcomes = _outcomes(plan, shape, boxes, peers)
        for peer in peers:
            outcome = outcomes[peer]
            tell(f"  {peer}: {outcome.reason if isinstance(outcome, Failure) else f'{outcome.seconds:.3f} s'}")
            if isinstance(outcome, Failure):
                out.add(peer)
            yield Cell(shape, boxes, peer, outcome)


def svg_of(plan: Plan, shape: Shape, boxes: int, peer: str) -> Path:
    """Return where the picture stands that a peer drew."""
    return _input(plan, shape, boxes, peer).with_suffix(".svg")


def _input(plan: Plan, shape: Shape, boxes: int, peer: str) -> Path:
    return plan.folder / f"{shape}-{boxes}" / peer / f"chart{PEERS[peer].ending}"


def _outcomes(plan: Plan, shape: Shape, boxes: int, peers: Sequence[str]) -> dict[str, Measured | Failure]:
    runs: dict[str, list[Run]] = {peer: [] for peer in peers}
    failures = _write_inputs(plan, shape, boxes, peers)
    for _ in range(_ROUNDS):
        for peer in peers:
            if peer in failures or any(one.seconds > _LONG for one in runs[peer]):
                continue
            outcome = _run(plan, _input(plan, shape, boxes, peer), peer)
            if isinstance(outcome, Failure):
                failures[peer] = outcome
            else:
                runs[peer].append(outcome)
    return {peer: failures.get(peer) or _measured(runs[peer], svg_of(plan, shape, boxes, peer)) for peer in peers}


def _write_inputs(plan: Plan, shape: Shape, boxes: int, peers: Sequence[str]) -> dict[str, Failure]:
    """Write the input of each peer; return what could not be had."""
    made = organisation(shape, boxes, plan.seed)
    for peer in (*peers, ORGVIZ):
        given, write = _input(plan, shape, boxes, peer), PEERS[peer].write
        shutil.rmtree(given.parent, ignore_errors=True)
        given.parent.mkdir(parents=True)
        if write is not None:
            given.write_text(write(made), encoding="utf-8")
    if FLOOR not in peers:
        return {}
    ours, floor = _input(plan, shape, boxes, ORGVIZ), _input(plan, shape, boxes, FLOOR)
    command = [sys.executable, "-m", "orgviz", "render", str(ours), "-o", str(floor), "-q", "--no-cache"]
    outcome = measure(command, plan.limit, ours.with_suffix(".said"), PEERS[ORGVIZ].environment)
    return {FLOOR: Failure("orgviz gives no places")} if isinstance(outcome, Failure) else {}


def _run(plan: Plan, given: Path, peer: str) -> Run | Failure:
    outcome = measure(PEERS[peer].run(given), plan.limit, given.with_suffix(".said"), PEERS[peer].environment)
    svg = given.with_suffix(".svg")
    if isinstance(outcome, Run) and not (svg.exists() and svg.stat().st_size):
        return Failure("writes no picture")
    return outcome


def _measured(runs: Sequence[Run], svg: Path) -> Measured | Failure:
    try:
        picture = read_picture(svg)
    except ValueError as error:
        return Failure(str(error))
    peaks = [run.peak for run in runs if run.peak is not None]
    return Measured(
        seconds=min(run.seconds for run in runs),
        cpu=min(run.cpu for run in runs),
        peak=max(peaks, default=None),
        size=svg.stat().st_size,
        picture=picture,
    )
