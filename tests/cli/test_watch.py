"""`orgviz render --watch`: files follow files."""

import os
import signal

import pytest

from tests.cli.conftest import GOOD
from tests.serve.running import running, save

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


def test_outputs_are_drawn_at_once_and_after_each_change(folder):
    with running("render", "org.yaml", "-o", "a.svg", "-o", "a.txt", "--watch", folder=folder) as run:
        run.heard("drawn: a.svg and a.txt\norgviz: watching 1 file; Ctrl-C ends it\n")
        assert "Finance" in folder.joinpath("a.txt").read_text("utf-8")
        said = len(run.lines)
        save(folder / "org.yaml", GOOD.replace("Finance", "Treasury"))
        run.heard("drawn: a.svg and a.txt\n", said)
        assert "Treasury" in folder.joinpath("a.txt").read_text("utf-8")
        assert "Treasury" in folder.joinpath("a.svg").read_text("utf-8")
        code, words = run.stop()
        assert (code, words.count("\n")) == (130, 3)


def test_errors_are_told_and_the_last_good_files_stay(folder):
    with running("render", "org.yaml", "-o", "a.svg", "--watch", folder=folder) as run:
        run.heard("watching")
        good, said = folder.joinpath("a.svg").read_bytes(), len(run.lines)
        save(folder / "org.yaml", GOOD.replace("head:", "haed:"))
        run.heard(r"org.yaml:4:5: error\[unknown-key\](.*\n)+orgviz: not drawn; a.svg as before\n", said)
        assert folder.joinpath("a.svg").read_bytes() == good
        said = len(run.lines)
        (folder / "org.yaml").unlink()
        run.heard("cannot read 'org.yaml'", said)
        said = len(run.lines)
        save(folder / "org.yaml", GOOD)
        run.heard("drawn: a.svg\n", said)


def test_includes_and_themes_are_followed(folder):
    save(folder / "top.yaml", "units: [A]\ninclude: part.yaml\n")
    save(folder / "part.yaml", "units: [B]\n")
    save(folder / "house.yaml", 'page: {background: "#fefdfc"}\n')
    with running("render", "top.yaml", "-o", "a.svg", "--theme", "./house.yaml", "--watch", folder=folder) as run:
        run.heard("watching 3 files")
        for name, text, part in (
            ("part.yaml", "units: [Brand]\n", "Brand"),
            ("house.yaml", 'page: {background: "#010203"}\n', "#010203"),
        ):
            said = len(run.lines)
            save(folder / name, text)
            run.heard("drawn", said)
            assert part in folder.joinpath("a.svg").read_text("utf-8")


def test_an_output_in_a_watched_folder_starts_nothing(folder):
    tables = folder / "tables"
    tables.mkdir()
    save(tables / "a.csv", "name,manager\nAnn,\nBob,Ann\n")
    with running("render", "tables", "-o", "tables/a.svg", "--watch", folder=folder) as run:
        run.heard("watching")
        for name in ("Cleo", "Dan"):
            said = len(run.lines)
            save(tables / "a.csv", f"name,manager\nAnn,\n{name},Ann\n")
            run.heard("drawn", said)
        assert run.stop()[1].count("drawn") <= 4  # one more where the output was new in the folder


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["-", "-o", "a.svg"], 2, "standard input cannot be watched"),
        (["org.yaml", "-o", "-"], 2, "--watch: standard output takes only one chart"),
        (["org.yaml", "-o", "a.xyz"], 2, "'xyz' is no format"),
        (["none.yaml", "-o", "a.svg"], 3, "cannot read 'none.yaml'"),
        (["org.yaml", "-o", "none/a.svg"], 3, "there is no folder"),
        (["org.yaml", "-o", "a.svg", "--root", "Nowhere"], 2, "Nowhere"),
    ],
)
def test_what_no_change_of_the_input_mends_ends_it(orgviz, arguments, code, words):
    done = orgviz("render", *arguments, "--watch")
    assert (done.code, done.out) == (code, b"")
    assert words in done.errors


def test_a_quiet_run_tells_only_errors(folder):
    with running("render", "wrong.yaml", "-o", "a.svg", "--watch", "-q", folder=folder) as run:
        run.heard("not drawn; a.svg as before")
        save(folder / "wrong.yaml", GOOD)
        while not folder.joinpath("a.svg").exists():
            assert run.process.poll() is None
        assert "drawn:" not in run.stop(signal.SIGTERM)[1]
