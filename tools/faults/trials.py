"""Start runs, and tell what became of their files: the old ones, the new ones, or anything else."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orgviz.output.staging import sweep

CHECKOUT = Path(__file__).parents[2]
ORG = """\
title: Works
units:
  - name: Works
    head: Ann
    units: [Design, {name: Assembly, positions: [Fitter, Welder]}]
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its exit code (negative for a signal), what it said, and what is in its folder."""

    code: int
    errors: str
    files: dict[str, bytes]
    strays: tuple[str, ...]

    @property
    def is_one_line(self) -> bool:
        """Whether it said what is wrong, in one line and perhaps a hint."""
        lines = self.errors.splitlines()
        return bool(lines) and lines[0].startswith("orgviz: error: ") and all("hint: " in line for line in lines[1:])


class Server:
    """A process that runs `orgviz render org.yaml -o …` from one moment on, as often as it is asked to."""

    def __init__(self, moment: str, outputs: Sequence[str], folder: Path):
        self.folder, self.outputs = folder, outputs
        folder.mkdir(parents=True)
        (folder / "org.yaml").write_text(ORG, encoding="utf-8")
        given = [part for output in outputs for part in ("-o", output)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tools.faults.server", moment, "render", "org.yaml", "--no-cache", *given],
            cwd=folder, env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.new = self.run(lambda _: None).files
        self.old = {"org.yaml": ORG.encode(), outputs[0]: b"old"}

    def run(self, disturb: Callable[[int], Any]) -> Ended:
        """Run once from the old files on; `disturb` is called with its process id, and then it goes on."""
        for path in self.folder.iterdir():
            if path.name != "org.yaml":
                path.unlink()
        (self.folder / self.outputs[0]).write_bytes(b"old")
        errors = self.folder.with_suffix(".errors")
        pid = self._ask(folder=str(self.folder), errors=str(errors))["pid"]
        _await_stop(pid)
        disturb(pid)
        send(pid, signal.SIGCONT)
        code = self._answer()["code"]
        return self._look(code, errors.read_text("utf-8", "replace"))

    def _look(self, code: int, errors: str) -> Ended:
        strays = tuple(path.name for path in self.folder.iterdir() if path.name.startswith("."))
        sweep(self.folder)  # as the next run does first
        files = {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}
        left = [path.name for path in self.folder.iterdir() if path.name.startswith(".")]
        return Ended(code, errors + "".join(f"\nnot swept: {name}" for name in left), files, strays)

    def state(self, ended: Ended) -> str:
        """Tell what the files are: old, new, mixed (each one whole), or lost."""
        if ended.files == self.old:
            return "old"
        if ended.files == self.new:
            return "new"
        whole = all(data in (self.old.get(name), self.new[name]) for name, data in ended.files.items())
        return "mixed" if whole and set(self.old) <= set(ended.files) <= set(self.new) else "lost"

    def close(self) -> None:
        """End it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def _ask(self, **values: str) -> dict[str, int]:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(values) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, int]:
        assert self.process.stdout is not None
        answer: dict[str, int] = json.loads(self.process.stdout.readline())
        return answer


def send(pid: int, number: signal.Signals) -> None:
    """Send a signal to a run, if it still runs."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _await_stop(pid: int) -> None:
    while Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] not in "Tt":
        time.sleep(0.001)


def still_running(scratch: Path) -> list[str]:
    """Return the programs that runs in this folder have started, and that have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if f"HOME={scratch}/".encode() in (path / "environ").read_bytes():
                found.append(path.joinpath("comm").read_text("utf-8").strip())
        except OSError:
            continue
    return found
