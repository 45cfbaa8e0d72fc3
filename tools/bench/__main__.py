"""Run the bench: `python -m tools.bench --sizes 10,50,200 --peers dot,wbs --out FOLDER`; `--help` has the rest."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.bench.organisations import Shape
from tools.bench.peers import BUILT, FLOOR, ORGVIZ, PEERS, prepare, version
from tools.bench.pictures import PictureError, take_picture
from tools.bench.report import PICTURES, RESULTS
from tools.bench.results import Results, write_results
from tools.bench.run import Plan, run, svg_of
from tools.bench.table import tables

QUICK = (10, 50, 200, 1_000, 3_000)
FULL = (*QUICK, 10_000, 30_000, 100_000)
PICTURED = 200
"""The size in boxes whose pictures are shown, and to which other shapes are drawn."""


def main(words: Sequence[str]) -> None:
    """Measure, and write the results, the pictures and the tables."""
    asked = _parser().parse_args(words)
    prepare()
    machine = _machine()
    lacking = {peer: why for peer in asked.peers if (why := PEERS[peer].lacks())}
    for peer, why in lacking.items():
        _say(f"! {peer} is not measured: {why}")
    plan = Plan(
        peers=[peer for peer in asked.peers if peer not in lacking],
        sizes=asked.sizes or (FULL if asked.full else QUICK),
        shapes=asked.shapes,
        shape_size=PICTURED,
        seed=asked.seed,
        limit=asked.limit,
        folder=asked.out / "charts",
    )
    results = Results(
        machine=machine,
        versions={peer: version(PEERS[peer]) for peer in plan.peers},
        lacking=lacking,
        seed=plan.seed,
        limit=plan.limit,
        cells=tuple(run(plan, _say)),
    )
    asked.out.mkdir(parents=True, exist_ok=True)
    write_results(results, asked.out / RESULTS)
    _take_pictures(plan, asked.out / PICTURES)
    for name, table in tables(results).items():
        print(f"## {name}\n\n{table}")
    _say(f"→ {asked.out / RESULTS}")


def _take_pictures(plan: Plan, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for peer in plan.peers:
        svg = svg_of(plan, Shape.BALANCED, PICTURED, peer)
        if peer == FLOOR or not svg.exists():
            continue
        try:
            take_picture(svg, folder / f"{peer}.png")
        except PictureError as error:
            _say(f"! no picture of {peer}: {error}")


def _machine() -> str:
    """Return what kind of machine this is, in words that name no single one."""
    told: Mapping[str, str] = {}
    if sys.platform == "linux":
        told = platform.freedesktop_os_release()
    system = told.get("PRETTY_NAME", platform.system())
    busy = f", with a load of {os.getloadavg()[0]:.1f} before it began" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores ({platform.machine()}), {system}, Python {platform.python_version()}{busy}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description="Measure orgviz and its peers.")
    add = parser.add_argument
    add("--sizes", type=_sizes, metavar="N,…", help="boxes of the balanced organisation; default: 10 to 3,000")
    add("--full", action="store_true", help="up to 100,000 boxes")
    add("--peers", type=_peers, default=tuple(PEERS), metavar="NAME,…", help=f"of {', '.join(PEERS)}; default: all")
    add("--shapes", type=_shapes, default=tuple(Shape), metavar="NAME,…", help=f"of {', '.join(Shape)}; default: all")
    add("--seed", type=int, default=1, metavar="N", help="another makes other organisations; default: 1")
    add("--limit", type=float, default=120, metavar="SECONDS", help="for each run of a program; default: 120")
    add("--out", type=Path, default=BUILT, metavar="FOLDER", help="for results and pictures; default: build/bench")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(sorted(int(size) for size in text.split(",")))
    if sizes[0] < 1:
        raise ValueError("an organisation has a box at least")
    return sizes


def _peers(text: str) -> tuple[str, ...]:
    """Return the peers that are named, with those that they are compared with, in the order of `PEERS`."""
    named = (ORGVIZ, FLOOR, *text.split(","))
    unknown = [name for name in named if name not in PEERS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no peer is called {', '.join(unknown)}")
    return tuple(peer for peer in PEERS if peer in named)


def _shapes(text: str) -> tuple[Shape, ...]:
    return tuple(Shape(name) for name in text.split(","))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
