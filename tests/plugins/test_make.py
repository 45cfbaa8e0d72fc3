"""orgviz.mk in a folder of a user: each chart is drawn when something of it has changed, and only then."""

import os
import shutil
import subprocess
import sys

import pytest

from orgviz.cli.plugin_files import plugin_file
from tests.cli.conftest import environment

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="no make on the path")

FIRST = 1_600_000_000  # seconds since 1970, long ago


class Project:
    """A folder with two charts, one of them of two files, and what make does in it."""

    def __init__(self, folder):
        self.folder = folder
        self.write("Makefile", f"ORGVIZ = {sys.executable} -m orgviz\nORGVIZ_FLAGS = --theme ./house.yaml\n"
                               f"ORGVIZ_FORMATS = svg txt json\ninclude {plugin_file('make')}\n")  # fmt: skip
        self.write("org/a.yaml", "include: [parts/sales.yaml]\nunits: [A]\n")
        self.write("org/parts/sales.yaml", "units: [Sales]\n")
        self.write("org/ab.yaml", "units: [X, Y]\n")
        self.write("house.yaml", "extends: print\n")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def make(self, *arguments):
        return subprocess.run(
            ["make", "-j2", *arguments], cwd=self.folder, env=environment(), capture_output=True, text=True, check=False
        )

    def drawn(self, *arguments):
        """Run make, and return which charts it has drawn."""
        done = self.make(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
        return sorted(line.split()[4] for line in done.stdout.splitlines() if " render " in line)

    def age(self):
        """Make all files old, the sources older than the charts."""
        for path in self.folder.rglob("*"):
            is_output = path.is_relative_to(self.folder / "out")
            os.utime(path, (FIRST + is_output, FIRST + is_output))

    def charts(self):
        return {path.name: path.read_bytes() for path in self.folder.joinpath("out").glob("a*.*")}


@pytest.fixture
def project(tmp_path):
    made = Project(tmp_path)
    assert made.drawn() == ["org/a.yaml", "org/ab.yaml"]
    made.age()
    return made


def test_every_source_is_drawn_in_every_format_by_one_run(project):
    names = {f"{name}.{ending}" for name in ("a", "ab") for ending in ("svg", "txt", "json")}
    assert set(project.charts()) == names


def test_there_is_nothing_to_do_the_second_time(project):
    assert project.make("-q").returncode == 0
    assert "Nothing to be done" in project.make().stdout


def test_a_touched_part_redraws_its_chart_alone(project):
    project.folder.joinpath("org/parts/sales.yaml").touch()
    assert project.drawn() == ["org/a.yaml"]
    assert project.make("-q").returncode == 0


def test_a_touched_theme_redraws_all(project):
    project.folder.joinpath("house.yaml").touch()
    assert project.drawn() == ["org/a.yaml", "org/ab.yaml"]


def test_a_part_that_is_gone_does_not_stop_make(project):
    project.folder.joinpath("org/parts/sales.yaml").unlink()
    project.write("org/a.yaml", "units: [A]\n")
    assert project.drawn() == ["org/a.yaml"]
    assert project.make("-q").returncode == 0


def test_a_part_that_is_still_wanted_is_missed_by_name(project):
    before = project.charts()
    project.folder.joinpath("org/parts/sales.yaml").unlink()
    done = project.make()
    assert done.returncode == 2
    assert "org/a.yaml:1:11: error[missing-file]" in done.stderr
    assert project.charts() == before


def test_a_run_that_fails_keeps_the_old_charts_and_fails_again(project):
    before = project.charts()
    project.write("org/ab.yaml", "units: [{nmae: X}]\n")
    for _ in range(2):
        done = project.make()
        assert done.returncode == 2
        assert "unknown-key" in done.stderr
    assert project.charts() == before


def test_a_lost_chart_or_note_is_made_again(project):
    for name in ("a.txt", ".orgviz/a.d"):
        project.folder.joinpath("out", name).unlink()
        assert project.drawn() == ["org/a.yaml"]
        assert project.make("-q").returncode == 0


def test_other_options_redraw_all(project):
    assert project.drawn("ORGVIZ_FLAGS=--theme dark") == ["org/a.yaml", "org/ab.yaml"]
    assert project.drawn("ORGVIZ_FLAGS=--theme dark") == []
    assert project.drawn("ORGVIZ_FLAGS=--theme 'print'", "ORGVIZ_FORMATS=svg dot") == ["org/a.yaml", "org/ab.yaml"]
    assert project.make("-q", "ORGVIZ_FLAGS=--theme 'print'", "ORGVIZ_FORMATS=svg dot").returncode == 0


def test_sources_may_have_any_ending_and_folder(project):
    project.write("staff.csv", "name,title,manager\nAnn,CEO,\nBob,CTO,Ann\n")
    assert project.drawn("ORGVIZ_SOURCES=staff.csv org/parts/sales.yaml", "ORGVIZ_OUT=charts") == [
        "org/parts/sales.yaml", "staff.csv",
    ]  # fmt: skip
    assert project.folder.joinpath("charts/staff.svg").exists()


def test_cleaning_takes_charts_away_and_nothing_else(project):
    project.folder.joinpath("org/ab.yaml").unlink()
    project.write("out/mine.svg", "mine")
    assert project.make("orgviz-clean").returncode == 0
    assert [path.name for path in project.folder.joinpath("out").iterdir()] == ["mine.svg"]


@pytest.mark.parametrize(
    ("variable", "words"),
    [
        ("ORGVIZ_SOURCES=org/my chart.yaml", "'org/my' has no ending (names must not have spaces)"),
        ("ORGVIZ_SOURCES=org/a.yaml org/parts/a.csv", "two sources have one name"),
        ("ORGVIZ_OUT=my out", "no name of one folder"),
    ],
)
def test_what_make_would_do_wrong_is_refused(variable, words, project):
    done = project.make(variable)
    assert done.returncode == 2
    assert words in done.stderr
