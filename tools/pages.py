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
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

CHECKOUT = Path(__file__).parents[1]
PAGES = (CHECKOUT / "README.md", CHECKOUT / "samples/README.md", *sorted((CHECKOUT / "docs").glob("*.md")))

_BLOCK = re.compile(r"^```(\w*) *(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"((?:.*\\\n)*.*\n)([\s\S]*)")
_PICTURE = re.compile(r"!\[[^]]*\]\(((?:docs/)?pictures/([\w-]+\.svg))\)")


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
        lines = ("(?:.*\n)*" if line == "…\n" else _pattern(line) for line in self.told.splitlines(keepends=True))
        return not self.told or re.fullmatch("".join(lines), self.written) is not None


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of a page: its commands, and the pictures that it shows, by where they stand."""

    steps: tuple[Step, ...]
    pictures: dict[Path, bytes]


def _pattern(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.split("…"))


def blocks(page: Path) -> list[Block]:
    """Return the blocks of a page, in order."""
    return [Block(*found) for found in _BLOCK.findall(page.read_text(encoding="utf-8"))]


def pictures(page: Path) -> list[tuple[Path, str]]:
    """Return where the pictures that a page makes stand, and the names of the files that they are."""
    found = _PICTURE.findall(page.read_text(encoding="utf-8"))
    return [(page.parent / place, name) for place, name in found]


@cache
def follow(page: Path) -> Followed:
    """Do what a page tells to do; once, however often one asks."""
    with TemporaryDirectory() as folder:
        steps = tuple(_run(page, Path(folder)))
        made = {place: Path(folder, name) for place, name in pictures(page)}
        return Followed(steps, {place: path.read_bytes() for place, path in made.items() if path.exists()})


def _run(page: Path, folder: Path) -> Iterator[Step]:
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
    return [(found[1], found[2]) for each in rest if (found := _COMMAND.fullmatch(each))]


def _environment(programs: Path) -> dict[str, str]:
    """Return an environment in which `orgviz` is the one of this checkout, whatever is installed."""
    programs.mkdir()
    program = programs / "orgviz"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m orgviz "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {
        # A make that runs us is not the one of the page.
        **{name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))},
        "PATH": os.pathsep.join([str(programs), os.environ.get("PATH", os.defpath)]),
        "PYTHONPATH": str(CHECKOUT),
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
    }
