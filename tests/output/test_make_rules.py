"""What --deps writes is read by make as the very names that were read, whatever is in them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from orgviz.diagnostics import UsageError
from orgviz.output.make_rules import _prerequisite, make_rules

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="no make on the path")

NAMES = [
    "a b", "a#b", "a$b", "a\\b", "a:b", "a%b", "a[1]", "a*b", "a?b", "a=b", "a|b", "a&", "~a", "(a)b", "a\\ b",
    "a\\#b", "a'b", 'a"b', "中 文", "a,b", "a{b}", "a`b", "a!b", "a\\:b", "a@b", "-a", "a>b", "$(shell touch bad).yaml", "${x}", "a(b",
]  # fmt: skip


def make(folder):
    done = subprocess.run(["make", "-s"], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_every_input_has_an_empty_rule():
    assert make_rules([Path("a.svg"), Path("a.pdf")], [Path("o.yaml"), Path("in.yaml")]) == (
        "a.svg a.pdf: \\\n  o.yaml \\\n  in.yaml\n\no.yaml:\n\nin.yaml:\n"
    )


@needs_make
@pytest.mark.parametrize("name", NAMES)
def test_make_reads_every_name_as_it_is(name, tmp_path):
    source, chart = tmp_path / name, tmp_path / "out"
    source.touch()
    rules = make_rules([Path("out")], [Path(name)])
    tmp_path.joinpath("Makefile").write_text(f"out:\n\t@echo drawn; touch out\n{rules}", encoding="utf-8")
    assert make(tmp_path) == "drawn\n"
    assert make(tmp_path) == ""
    os.utime(chart, (1, 1))
    assert make(tmp_path) == "drawn\n"
    source.unlink()
    assert make(tmp_path) == "drawn\n"
    assert not tmp_path.joinpath("bad").exists()


@needs_make
@pytest.mark.parametrize("name", NAMES)
def test_make_reads_the_names_of_outputs_as_they_are(name, tmp_path):
    tmp_path.joinpath("in").touch()
    rules = make_rules([Path(name)], [Path("in")])
    # A name with % in it is a target, but never the one that make begins with.
    rules = f"all: {_prerequisite(Path(name))}\n" + rules.replace("\n\n", "\n\t@echo drawn\n\n", 1)
    tmp_path.joinpath("Makefile").write_text(rules, encoding="utf-8")
    assert make(tmp_path) == "drawn\n"
    tmp_path.joinpath(name).touch()
    assert make(tmp_path) == ""


@pytest.mark.parametrize("name", ["a;b", "a\tb", "a\nb", "a\\", "a(b)"])
def test_names_that_make_cannot_take_are_refused(name):
    with pytest.raises(UsageError, match="make cannot take the name"):
        make_rules([Path("out")], [Path(name)])
