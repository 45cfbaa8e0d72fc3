"""Files as people get them wrong, several mistakes in each: every place is told, no other is, and nothing is harmed.

Beside each file stands what must be told: a line for each place, as ``line:column code``.
"""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgviz.cli.app import app

FILES = tuple(path for path in sorted(Path(__file__).parent.joinpath("files").iterdir()) if path.suffix != ".expected")
TOLD = re.compile(r"^(.+?):(\d+:\d+): (?:error|warning)\[([a-z0-9-]+)\]: \S", re.MULTILINE)
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def expected(path: Path) -> list[str]:
    return path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


def told(errors: str, name: str) -> list[str]:
    """Return the places and codes in a report about one file."""
    found = TOLD.findall(errors)
    assert {path for path, _, _ in found} == {name}
    return [f"{place} {code}" for _, place, code in found]


@each_file
def test_every_place_is_told_and_the_old_picture_stays(path, tmp_path):
    picture = tmp_path / "chart.svg"
    picture.write_text("old")
    ended = CliRunner().invoke(app, ["render", str(path), "-o", str(picture)])
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert told(ended.stderr, str(path)) == expected(path)
    assert picture.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["chart.svg"]


@each_file
def test_standard_input_is_told_about_alike(path):
    ended = CliRunner().invoke(app, ["render", "-", "-o", "-"], input=path.read_bytes())
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert told(ended.stderr, "<stdin>") == expected(path)


@each_file
def test_check_tells_the_same(path):
    ended = CliRunner().invoke(app, ["check", str(path), "--format", "short"])
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert told(ended.stderr, str(path)) == expected(path)


@each_file
def test_each_message_quotes_its_line_and_nobody_sees_python(path):
    ended = CliRunner().invoke(app, ["check", str(path)])
    assert not re.search(r"Traceback|internal error|NoneType|\bdict\b|<class|Error:", ended.stderr)
    quotes = re.findall(r"^ +(\d+) \| .*\n +\| [ \u3000…]*\^+$", ended.stderr, re.MULTILINE)
    readable = "not-utf8" not in ended.stderr
    assert len(quotes) == (len(expected(path)) if readable else 0)
