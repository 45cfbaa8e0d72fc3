"""Signals at random moments of whole runs, the same ones in every round."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from pathlib import Path

from tools.faults.trials import Server, send, still_running

OUTPUTS = ("a.svg", "b.png")
# What a run may end with: our own code, or that signal before our own code has begun or after it has ended.
CODES = {"SIGINT": (130, -2), "SIGTERM": (143, -15), "SIGHUP": (129, -1), "SIGKILL": (-9,)}
GRACE = 3.0  # seconds, until everything that was started has ended


def try_kills(name: str, number: int, scratch: Path) -> tuple[str, list[str]]:
    """Send a signal to so many runs, each at a random moment; return a line of figures, and what is wrong."""
    server = Server("whole", OUTPUTS, scratch / "run")
    moments = random.Random(name)  # noqa: S311 - moments, no secrets
    longest = max(_seconds(server) for _ in range(5))
    states: Counter[str] = Counter()
    wrong, strays, slowest = [], 0, 0.0
    for trial in range(number):
        wait, came = moments.uniform(0, longest), [0.0]

        def disturb(pid: int, wait: float = wait, came: list[float] = came) -> None:
            send(pid, signal.SIGCONT)
            time.sleep(wait)
            came[0] = time.monotonic()
            send(pid, getattr(signal, name))

        ended = server.run(disturb)
        slowest = max(slowest, time.monotonic() - came[0])
        state = server.state(ended)
        states[state] += 1
        strays += bool(ended.strays)
        told = f"trial {trial}, after {wait:.3f} s: {ended.code}, {state}, {ended.strays}, {ended.errors[-300:]!r}"
        whole = {"new"} if ended.code == 0 else {"old", "new", "mixed"} if name == "SIGKILL" else {"old", "new"}
        is_clean = not ended.errors and (name == "SIGKILL" or not ended.strays)
        if state not in whole or ended.code not in (0, *CODES[name]) or not is_clean:
            wrong.append(told)
    server.close()
    end = time.monotonic() + GRACE
    while (left := still_running(scratch)) and time.monotonic() < end:
        time.sleep(0.05)
    wrong += [f"still running: {program}" for program in left]
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    return f"{number:5} {name}: {told}; {strays} with strays, all swept; ended within {slowest:.2f} s", wrong


def _seconds(server: Server) -> float:
    begin = time.monotonic()
    server.run(lambda _: None)
    return time.monotonic() - begin
