"""Without `dot` the library in the `pygraphviz` wheel draws; without both the line that installs one is told."""

import os
import shutil
import sys
import venv
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT

NO_LIBRARY = "import sys; sys.modules['pygraphviz'] = None; from orgviz.cli import main; main()"
# What the library does, by way of the program: `nop2` is what `neato -n2` is called there.
STAND_IN = """\
import subprocess
class AGraph:
    def __init__(self, string):
        self.dot = string.encode()
    def draw(self, format, prog):
        flags = ["-Kneato", "-n2"] if prog == "nop2" else ["-K" + prog]
        return subprocess.run([{dot!r}, *flags, "-T" + format], input=self.dot, capture_output=True, check=True).stdout
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a program is found elsewhere there, too")


def python_with_stand_in(folder: Path) -> str:
    """Return a Python that has all that ours has, and a package `pygraphviz`."""
    venv.create(folder, symlinks=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    places = [place for place in sys.path if place.endswith("-packages")] + [str(ROOT)]
    packages.joinpath("ours.pth").write_text("".join(f"{place}\n" for place in places), encoding="utf-8")
    packages.joinpath("pygraphviz.py").write_text(STAND_IN.format(dot=shutil.which("dot")), encoding="utf-8")
    return str(folder / "bin" / "python")


@pytest.mark.skipif(shutil.which("dot") is None, reason="the stand-in for the library needs dot")
@pytest.mark.parametrize("layout", ["auto", "dot"])
def test_without_dot_the_library_draws_the_same(orgviz, tmp_path, layout):
    command = (python_with_stand_in(tmp_path / "python"), "-m", "orgviz")
    arguments = ("render", "org.yaml", "-o", "-", "--layout", layout)
    done = orgviz(*arguments, command=command, PATH=os.devnull)
    assert (done.code, done.errors) == (0, "")
    assert done.out == orgviz(*arguments).out


def test_without_both_the_line_that_installs_one_is_told(orgviz, folder):
    folder.joinpath("x.svg").write_text("old")
    done = orgviz("render", "org.yaml", "-o", "x.svg", command=(sys.executable, "-c", NO_LIBRARY), PATH=os.devnull)
    assert (done.code, done.out) == (3, b"")
    assert "Graphviz is needed to draw" in done.errors
    assert "hint: install Graphviz: apt-get install graphviz" in done.errors
    assert "pip install 'orgviz[graphviz]'" in done.errors
    assert folder.joinpath("x.svg").read_text() == "old"


def test_what_needs_no_drawing_needs_no_graphviz(orgviz):
    command = (sys.executable, "-c", NO_LIBRARY)
    done = orgviz("render", "org.yaml", "-o", "x.json", "-o", "x.txt", "-o", "x.dot", command=command, PATH=os.devnull)
    assert (done.code, done.errors) == (0, "")


def test_a_dot_that_fails_is_told_about_in_its_own_words(orgviz, folder):
    program = folder / "bin" / "dot"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'Error: no memory left' >&2\nexit 5\n", encoding="utf-8")
    program.chmod(0o700)
    done = orgviz("render", "org.yaml", "-o", "-", PATH=f"{program.parent}:{os.environ['PATH']}")
    assert (done.code, done.out) == (3, b"")
    assert "Graphviz failed (exit code 5): Error: no memory left" in done.errors
