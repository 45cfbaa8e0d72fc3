"""The corpus of mistakes: a folder for each code, with an input and what is told about it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from orgviz.diagnostics import InputError
from orgviz.limits import LIMITS, Limits
from orgviz.reading import read_org
from orgviz.readings import ReadOptions
from orgviz.report import ReportStyle, format_diagnostics

CORPUS = Path(__file__).parent
# Inputs too large to keep: padded with spaces to this size.
PADDED = {"too-large": LIMITS.bytes + 1}
# What stood on the command line, where that is what is wrong.
OPTIONS = {
    "unknown-column": ReadOptions(columns={"manager": "Boss"}),
    "too-many": ReadOptions(limits=Limits(links=2)),
    "unknown-section": ReadOptions(section="3"),
}


def folders() -> Iterator[Path]:
    return (path for path in sorted(CORPUS.iterdir()) if path.is_dir() and not path.name.startswith("__"))


def told(folder: Path) -> str:
    """Return the report on a folder's input, as a person would see it."""
    path = next(path for path in sorted(folder.iterdir()) if path.stem == "input")
    data = path.read_bytes().ljust(PADDED.get(folder.name, 0))
    try:
        with contextlib.chdir(folder):
            reading = read_org(data, path.name, OPTIONS.get(folder.name, ReadOptions()))
    except InputError as error:
        return format_diagnostics(error.diagnostics, error.sources, ReportStyle.HUMAN)
    return format_diagnostics(reading.findings, reading.sources, ReportStyle.HUMAN)


if __name__ == "__main__":
    # After a change of wording: `python -m tests.errors.cases`, then read the difference.
    for folder in folders():
        folder.joinpath("expected.txt").write_text(told(folder), encoding="utf-8")
