"""Run all hostile inputs as processes under limits of memory and time, and print figures: `make hostile`."""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.cases import OLD, Case, Ended, cases, faults
from tests.hostile.large import large
from tests.hostile.test_names import PIECES, altered, drawn
from tests.strategies import is_name

ROOT = Path(__file__).parents[2]
ORGVIZ = (sys.executable, "-m", "orgviz")
MEGABYTES, SECONDS, NAMES = 512, 10.0, 10_000


@dataclass(frozen=True)
class Measured:
    """A run and what it took: processor seconds and the most memory, of all its processes."""

    ended: Ended
    seconds: float
    megabytes: float


def run(arguments: Sequence[str], stdin: bytes = b"") -> Measured:
    """Run orgviz in a folder with the picture of yesterday; `chart.svg` is its output."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        picture = folder / "chart.svg"
        picture.write_bytes(OLD)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        most = f"{MEGABYTES * 1024}"
        told = folder.with_suffix(".peak")
        done = subprocess.run(
            ["/bin/sh", "-c", 'ulimit -v "$0"; exec "$@"', most, sys.executable, "-c", PEAK, str(told), *arguments],
            input=stdin, capture_output=True, cwd=folder, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
            timeout=SECONDS * 12, check=False,
        )  # fmt: skip
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        left = tuple(sorted(path.name for path in folder.iterdir()))
        errors = done.stderr.decode("utf-8")
        ended = Ended(done.returncode, done.stdout, errors, picture.read_bytes(), left)
        peak = float(told.read_text()) if told.exists() else 0.0
        told.unlink(missing_ok=True)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(ended, seconds, peak)


# Runs orgviz and writes down how much memory it took, and what it started. What a process had before it became this one
# counts to getrusage, hence the other way to ask.
PEAK = """\
import atexit, pathlib, re, resource, sys
told = pathlib.Path(sys.argv[1])
sys.argv = ["orgviz", *sys.argv[2:]]
def tell():
    own = int(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])
    told.write_text(str(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024))
atexit.register(tell)
from orgviz.cli import main
main()
"""


def three_ways(case: Case) -> Iterator[tuple[Measured, list[str]]]:
    """Run a case by its path, through a pipe, and by `check`; yield each with what is wrong with it."""
    kind = "text" if case.name.endswith(".txt") else "yaml"
    path, output = str(case.path), ("-o", "chart.svg")
    for arguments, stdin, name, draws in (
        (("render", path, *output), b"", path, True),
        (("render", "-", "--from", kind, *output), case.data, "<stdin>", True),
        (("check", path), b"", path, False),
    ):
        measured = run(arguments, stdin)
        yield measured, faults(case, measured.ended, name, drawn=draws)


def random_names() -> list[str]:
    """Return ten thousand names, the same every time, of pieces that mean something to somebody."""
    choose = random.Random(7)  # noqa: S311 - no secret
    names: dict[str, None] = {}
    while len(names) < NAMES:
        name = "".join(choose.choices(PIECES, k=choose.randint(1, 10)))
        if is_name(name):
            names[name] = None
    return list(names)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Run everything; end with 1 where anything is not as it must be."""
    wrong, runs, began = 0, [], time.monotonic()
    for case in cases():
        for measured, found in three_ways(case):
            runs.append((measured.seconds, measured.megabytes, case.name))
            wrong += bool(found)
            if found:
                _say(f"{case.name}: {'; '.join(found)}")
    for one in large():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, one.name)
            path.write_text(one.make(), encoding="utf-8")
            measured = run(("render", str(path), "-o", "chart.svg"))
        errors = measured.ended.errors.partition("\n")[0]
        is_right = measured.ended.code == one.code and f"[{one.why}]" in (errors if one.why else "[]")
        is_small = measured.seconds <= SECONDS
        wrong += not (is_right and is_small)
        runs.append((measured.seconds, measured.megabytes, one.name))
        mark = "" if is_right and is_small else f"  WRONG: ends with {measured.ended.code}: {errors[:150]}"
        _say(f"{one.name:24} {measured.seconds:6.1f} s {measured.megabytes:6.0f} MB{mark}")
    names = random_names()
    parts = [names[start : start + 100] for start in range(0, len(names), 100)]
    changed = [name for part in parts for name in altered(part, drawn(part))]
    wrong += len(changed)
    _say(f"{len(names):,} names drawn, {len(changed)} altered: {changed[:5]}")
    slowest, largest = max(runs), max(runs, key=lambda found: found[1])
    _say(f"{len(runs)} runs in {time.monotonic() - began:.0f} s, {wrong} not as they must be")
    _say(f"slowest: {slowest[2]}, {slowest[0]:.1f} s; largest: {largest[2]}, {largest[1]:.0f} MB")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
