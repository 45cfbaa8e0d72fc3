"""The pages of documentation: their blocks in fences, and what happens when the commands in them are run.

A page tells one story. A ``yaml`` block whose fence names a file is that file; the commands of a ``console`` block
(``$ …``, then what they say, ``…`` for lines that are left out) are run in order, in one folder with `samples/`.
Blocks of any other language (``sh``, ``text``) are only shown.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
PAGES = (CHECKOUT / "README.md", CHECKOUT / "samples/README.md", *sorted((CHECKOUT / "docs").glob("*.md")))

_BLOCK = re.compile(r"^```(\w*) *(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LEFT_OUT = "…\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A block in fences; `name` is the file that it stands for, where its fence says so."""

    language: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A command with what the page says it writes, and what it did."""

    command: str
    told: str
    written: str
    failed: bool

    @property
    def true_to_word(self) -> bool:
        """Whether it wrote what the page says, as far as the page says anything."""
        parts = [re.escape(part) for part in self.told.split(_LEFT_OUT)]
        return not self.told or re.fullmatch("(?:.*\n)*".join(parts), self.written) is not None


def blocks(page: Path) -> list[Block]:
    """Return the blocks of a page, in order."""
    return [Block(*found) for found in _BLOCK.findall(page.read_text(encoding="utf-8"))]


def follow(page: Path, folder: Path) -> Iterator[Step]:
    """Do in `folder` what a page tells to do, and yield each command when it has run."""
    shutil.copytree(CHECKOUT / "samples", folder / "samples")
    environment = _environment(folder / "programs")
    status = 0
    for block in blocks(page):
        if block.language == "yaml" and block.name:
            folder.joinpath(block.name).write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            for command, told in _commands(block.text):
                done = subprocess.run(
                    ["sh", "-c", f"(exit {status})\n{command}"],
                    cwd=folder,
                    env=environment,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    stdin=subprocess.DEVNULL,
                    encoding="utf-8",
                    check=False,
                )
                status = done.returncode
                yield Step(command, told, done.stdout, failed=status != 0)


def _commands(text: str) -> list[tuple[str, str]]:
    """Return each command of a block with the output under it; a backslash continues a command."""
    first, *rest = re.split(r"^\$ ", text, flags=re.MULTILINE)
    assert not first, f"a console block begins with '$ ', not with {first!r}"
    return [(found[1], found[2]) for each in rest if (found := re.fullmatch(r"((?:.*\\\n)*.*\n)(.*)", each, re.DOTALL))]


def _environment(programs: Path) -> dict[str, str]:
    """Return an environment in which `orgviz` is the one of this checkout, whatever is installed."""
    programs.mkdir()
    program = programs / "orgviz"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m orgviz "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {
        **os.environ,
        "PATH": os.pathsep.join([str(programs), os.environ.get("PATH", os.defpath)]),
        "PYTHONPATH": str(CHECKOUT),
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
    }
