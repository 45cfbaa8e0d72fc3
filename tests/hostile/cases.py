"""The hostile inputs with what must become of each, and the judgement of a run: the same for calls and for processes.

The files are one idea each; `large` makes those that are too large to keep.
"""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.hostile.allowlist import offences

FOLDER = Path(__file__).parent
FILES = FOLDER / "files"
HEADLINE = re.compile(r"(?P<path>.+):(?P<line>\d+):(?P<column>\d+): error\[[a-z0-9-]+\]: \S")
# What no user ever sees: Python's own words.
PYTHON = re.compile(r"Traceback|internal error|\b[A-Z]\w+(?:Error|Exception)\b|NoneType|<class ")
GROUP = "{http://www.w3.org/2000/svg}g"
OLD = b"the picture of yesterday"


@dataclass(frozen=True)
class Case:
    """One input; `at` is ``line:column`` of the first message, or ``-``; `shows` must stand in the drawing."""

    name: str
    category: str
    is_ok: bool
    at: str
    shows: tuple[str, ...]
    why: str

    @property
    def path(self) -> Path:
        return FILES / self.name

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()


@dataclass(frozen=True)
class Ended:
    """How a run ended; `picture` is what stands in the output file afterwards, `left` what stands in its folder."""

    code: int
    out: bytes
    errors: str
    picture: bytes
    left: tuple[str, ...]


def cases() -> Iterator[Case]:
    with FOLDER.joinpath("manifest.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            shows = tuple(json.loads(row["shows"]))
            yield Case(row["file"], row["category"], row["expected"] == "ok", row["at"], shows, row["reason"])


def faults(case: Case, ended: Ended, name: str, *, drawn: bool) -> list[str]:
    """Return what is wrong with how a run ended.

    Args:
        name: what the input is called in messages.
        drawn: whether the run was to draw, into a file that was there before.
    """
    found = [f"says {PYTHON.search(ended.errors)[0]}"] if PYTHON.search(ended.errors) else []
    if ended.out:
        found.append("writes to standard output")
    if drawn and ended.left != ("chart.svg",):
        found.append(f"leaves {ended.left}")
    return found + (_faults_of_drawing(case, ended, drawn) if case.is_ok else _faults_of_refusal(case, ended, name))


def _faults_of_drawing(case: Case, ended: Ended, drawn: bool) -> list[str]:
    found = [] if ended.code == 0 else [f"ends with {ended.code}: {ended.errors[:200]}"]
    if not drawn or found:
        return found
    root = ElementTree.fromstring(ended.picture)  # noqa: S314 - ours
    written = ["".join(group.itertext()) for group in root.iter() if group.tag != GROUP] + [
        "".join(child.text or "" for child in group.iter() if child is not group) for group in root.iter(GROUP)
    ]
    folded = [unspaced(text) for text in written]
    missing = [text for text in case.shows if not any(unspaced(text) in one for one in folded)]
    return [*offences(root), *(f"does not show {text[:60]!r}" for text in missing)]


def _faults_of_refusal(case: Case, ended: Ended, name: str) -> list[str]:
    found = [] if ended.code in (1, 4) else [f"ends with {ended.code}"]
    first = ended.errors.partition("\n")[0]
    match = HEADLINE.match(first)
    if match is None or match["path"] != name:
        found.append(f"begins with {first!r}")
    elif case.at not in ("-", f"{match['line']}:{match['column']}"):
        found.append(f"points to {match['line']}:{match['column']}, not {case.at}")
    if ended.picture != OLD:
        found.append("changes the old picture")
    return found


def unspaced(text: str) -> str:
    """Return a text without white space, which lines of a drawing treat in their own way."""
    return re.sub(r"\s", "", text)
