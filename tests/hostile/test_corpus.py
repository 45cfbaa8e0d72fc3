"""Hostile inputs end as they must: drawn safely, or refused at the right place; as a path, as a stream, and by `check`."""

from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgviz.cli.app import app
from tests.hostile.cases import FILES, OLD, Case, Ended, cases, faults

CASES = tuple(cases())
PAINTED = tuple(case for case in CASES if case.is_ok)[::12]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def run(folder: Path, *arguments: str, stdin: bytes | None = None) -> Ended:
    """Run a verb in this process, with the picture of yesterday in its folder."""
    picture = folder / "chart.svg"
    picture.write_bytes(OLD)
    ended = CliRunner().invoke(app, list(arguments), input=stdin)
    left = tuple(sorted(path.name for path in folder.iterdir()))
    return Ended(ended.exit_code, ended.stdout_bytes, ended.stderr, picture.read_bytes(), left)


def kind(case: Case) -> list[str]:
    """Return how the command line tells of a stream what the ending tells of a file."""
    return ["--from", "text" if case.name.endswith(".txt") else "yaml"]


@each_case
def test_a_hostile_input_ends_as_it_must_in_all_three_ways(case, tmp_path):
    output = ["-o", str(tmp_path / "chart.svg")]
    by_path = run(tmp_path, "render", str(case.path), *output)
    assert faults(case, by_path, str(case.path), drawn=True) == []
    checked = run(tmp_path, "check", str(case.path))
    assert faults(case, checked, str(case.path), drawn=False) == []
    streamed = run(tmp_path, "render", "-", *kind(case), *output, stdin=case.data)
    assert faults(case, streamed, "<stdin>", drawn=True) == []
    # The second run of the same bytes: the same picture.
    assert streamed.picture == by_path.picture
    assert streamed.code == by_path.code == checked.code


@pytest.mark.parametrize("case", PAINTED, ids=lambda case: case.name)
def test_what_is_drawn_is_painted_too_or_refused_by_a_limit(case, tmp_path):
    for ending, signature in (("png", b"\x89PNG\r\n"), ("pdf", b"%PDF-")):
        path = tmp_path / f"chart.{ending}"
        ended = CliRunner().invoke(app, ["render", str(case.path), "-o", str(path), "--dpi", "30"])
        assert (ended.exit_code == 0 and path.read_bytes().startswith(signature)) or ended.exit_code == 4


def test_every_file_stands_in_the_manifest_once():
    names = [case.name for case in CASES]
    assert sorted(names) == sorted(path.name for path in FILES.iterdir() if path.name != ".gitattributes")


def test_every_kind_of_hostility_is_there():
    least = {
        "control": 3, "yaml-syntax": 32, "yaml-duplicate": 7, "yaml-types": 37, "yaml-tags-anchors": 21, "size-depth": 11,
        "encoding": 29, "dot-injection": 54, "svg-xml": 46, "control-chars": 24, "unicode": 32, "org-semantics": 26,
        "outline-text": 15,
    }  # fmt: skip
    counted = Counter(case.category for case in CASES)
    assert {category: min(counted[category], number) for category, number in least.items()} == least
