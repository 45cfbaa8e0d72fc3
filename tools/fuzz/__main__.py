"""Fuzz one reader, guided by coverage: `python -m tools.fuzz yaml --seconds 60 --seed 1`; needs atheris."""

from __future__ import annotations

import argparse
import sys

import atheris

from tools.pages import CHECKOUT

# What a person may wait for one input, in seconds, and what a process may take for it, in MB.
_SLOW, _MOST_MEMORY = 10, 1024


def main() -> None:
    """Fuzz until the time is over or something is found; what is found stays in build/fuzz/<target>/."""
    with atheris.instrument_imports(include=["orgviz", "yaml"]):
        from tools.fuzz.targets import TARGETS, starts  # noqa: PLC0415 - instrumented only within
    targets = {target.name: target for target in TARGETS}
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("target", choices=targets)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    target = targets[asked.target]
    folder = CHECKOUT / "build" / "fuzz" / target.name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, start in enumerate(starts(target)):
        (corpus / f"start-{number:04d}").write_bytes(start)
    limits = [f"-timeout={_SLOW}", f"-rss_limit_mb={_MOST_MEMORY}", f"-max_total_time={asked.seconds}"]
    how = [f"-seed={asked.seed}", "-max_len=4096", "-print_final_stats=1", f"-artifact_prefix={folder}/"]
    atheris.Setup([sys.argv[0], *limits, *how, str(corpus)], target.take)
    atheris.Fuzz()


main()
