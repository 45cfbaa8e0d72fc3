"""Try every fault and print what became of the files: `python -m tools.faults`; `QUICK=1` takes only a few of each.

`JOBS` says how many are tried at a time, `KILLS` how many signals of each kind are sent at random moments.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path
from typing import TypeAlias

from tools.faults.calls import ERRORS, NOTHING, try_calls
from tools.faults.kills import CODES, try_kills
from tools.faults.surroundings import try_full_disks, try_memory, try_streams

Trial: TypeAlias = Callable[[Path], tuple[str, list[str]]]
TWO = ("a.svg", "b.png")
SHOWN = 20


def trials(*, quick: bool) -> Iterator[Trial]:
    """Yield everything that is to be tried, what takes longest first."""
    kills = int(os.environ.get("KILLS", "25" if quick else "500"))
    for name in CODES:
        yield partial(try_kills, name, kills)
    if shutil.which("strace") is None:
        sys.stdout.write("no calls are disturbed: strace is missing (apt-get install strace, dnf install strace)\n")
    else:
        for outputs in [TWO] if quick else [TWO, ("a.svg",), ("a.png",), ("a.pdf",)]:
            yield partial(try_calls, outputs, "signal=KILL")
        for error in ("ENOSPC",) if quick else ERRORS:
            yield partial(try_calls, TWO, f"error={error}")
        yield partial(try_calls, TWO, NOTHING)
    yield try_streams
    yield try_full_disks
    yield partial(try_memory, 64 if quick else 16)


def main() -> int:
    """Try everything; return an exit code."""
    begin, failed = time.monotonic(), 0
    jobs = int(os.environ.get("JOBS", str(os.cpu_count() or 1)))
    with tempfile.TemporaryDirectory(prefix="orgviz-faults-") as name, ThreadPoolExecutor(jobs) as pool:
        asked = []
        for number, trial in enumerate(trials(quick=bool(os.environ.get("QUICK")))):
            scratch = Path(name).resolve() / str(number)
            scratch.mkdir()
            asked.append(pool.submit(trial, scratch))
        for future in as_completed(asked):
            told, wrong = future.result()
            failed += len(wrong)
            sys.stdout.write(f"{'✗' if wrong else '✓'} {told}\n" + "".join(f"    {one}\n" for one in wrong[:SHOWN]))
            sys.stdout.flush()
    sys.stdout.write(f"{failed} failures; {time.monotonic() - begin:.0f} s\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
