"""Faults at single calls to the system, by `strace -e inject`: the k-th of each kind kills the run, or fails."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tools.faults.trials import Server

CALLS = (
    "write", "openat", "fsync", "rename", "close", "mkdir", "link", "unlink", "unlinkat", "rmdir", "utimensat", "flock",
    "fchmod", "fchown", "getdents64", "newfstatat", "lseek",
)  # fmt: skip
ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EACCES", "EROFS", "EINTR")
# A write that says it has written nothing.
NOTHING = "retval=0"
# When one of these fails, what is left to be cleared away may be left.
REMOVING = ("unlink", "unlinkat", "rmdir", "getdents64", "openat", "close", "newfstatat", "lseek")


def faults(server: Server, fault: str, call: str, trace: Path) -> Iterator[tuple[int, str, list[str]]]:
    """Yield for every k the number, what the files are after the fault came, and what is wrong about that."""
    for k in count(1):
        ended = server.run(lambda pid, k=k: _attach(pid, call, f"{fault}:when={k}", trace))
        is_kill = fault.startswith("signal")
        came = ended.code == -9 if is_kill else "(INJECTED)" in trace.read_text("utf-8", "replace")
        state = server.state(ended)
        wrong = ["not swept"] if "not swept" in ended.errors else []
        if not came:
            if (ended.code, state) != (0, "new"):
                wrong.append(f"undisturbed, but {ended.code}, {state}")
            yield 0, state, wrong
            return
        if is_kill:
            wrong += [f"files are {state}"] * (state == "lost")
        else:
            expected = {"old": 3, "new": 0}.get(state)
            wrong += [f"exit code {ended.code}, files are {state}: {ended.errors!r}"] * (ended.code != expected)
            wrong += [f"said {ended.errors!r}"] * (ended.code == 3 and not ended.is_one_line)
            wrong += [f"left {ended.strays}"] * (bool(ended.strays) and call not in REMOVING)
        yield k, state, wrong


def _attach(pid: int, call: str, fault: str, trace: Path) -> None:
    """Let strace disturb a run that is stopped; return once it does."""
    strace = subprocess.Popen(
        ["strace", "-p", str(pid), "-o", str(trace), "-e", f"trace={call}", "-e", f"inject={call}:{fault}"],
        stderr=subprocess.PIPE,
    )
    assert strace.stderr is not None
    said = strace.stderr.readline()
    if b"attached" not in said:
        raise RuntimeError(f"strace: {said.decode().strip()}")


def try_calls(outputs: tuple[str, ...], fault: str, scratch: Path) -> tuple[str, list[str]]:
    """Try a fault at every call of a run; return a line of figures, and what is wrong."""
    server = Server("writing", outputs, scratch / "run")
    states: Counter[str] = Counter()
    wrong = []
    for call in ["write"] if fault == NOTHING else CALLS:  # of the others, 0 would be a lie
        for k, state, found in faults(server, fault, call, scratch / "trace"):
            states[state] += k > 0
            wrong += [f"{call} {k}: {what}" for what in found]
    server.close()
    told = ", ".join(f"{number} {state}" for state, number in sorted(states.items()) if number)
    return f"{sum(states.values()):5} calls, {' + '.join(outputs)}, {fault.split('=')[1]}: {told}", wrong
