"""The pairs: an organisation, one change to it in a file of its own, and what must be told of it."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from orgviz.diff.compare import compare
from orgviz.diff.text import LineKind, to_lines
from orgviz.diff.values import Difference
from orgviz.model import Org
from orgviz.reading import read_org

FOLDER = Path(__file__).parent
BASE = FOLDER.joinpath("base.yaml").read_text(encoding="utf-8")
_ID_IN_BRACES = re.compile(r"id: \w+, ")
_ID_LINE = re.compile(r"^ +id: \w+\n", re.MULTILINE)


@dataclass(frozen=True)
class Pair:
    """What one file of `pairs` says: the new text, and the lines that must be told."""

    name: str
    new: str
    told: list[str]


def pairs() -> list[Pair]:
    return [read_pair(path) for path in sorted(FOLDER.glob("pairs/*.yaml"))]


def read_pair(path: Path) -> Pair:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = BASE
    for edit in data["edits"]:
        assert text.count(edit["find"]) == 1, f"{path.name}: {edit['find']!r} stands {text.count(edit['find'])} times"
        text = text.replace(edit["find"], edit["put"])
    return Pair(path.stem, text, data["told"] or [])


def without_ids(text: str) -> str:
    return _ID_LINE.sub("", _ID_IN_BRACES.sub("", text))


def org(text: str) -> Org:
    return read_org(text.encode(), "org.yaml").org


def difference(old: str, new: str) -> Difference:
    return compare(org(old), org(new))


def told(found: Difference) -> list[str]:
    """Return the lines of the changes alone, without their indent."""
    outer = (LineKind.PLACE, LineKind.SUMMARY)
    return [line.text.strip() for line in to_lines(found) if line.kind not in outer]
