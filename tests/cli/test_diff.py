"""`orgviz diff` as people and scripts run it."""

import json
import shutil
import subprocess

import pytest

from tests.cli.conftest import run

NEW = """\
title: 启明电商
units:
  - name: 运营中心
    head: 王敏
    positions: [运营专员, {title: 客服专员, holder: [李四, 赵六, 钱七], seats: 3}]
    units: [Finance]
links:
  - {from: Finance, to: 运营中心, kind: supports}
"""
TOLD = """\
运营中心
  ~ 客服专员: filled by 钱七
  → Finance: from the top

1 moved, 1 filled
"""


@pytest.fixture
def pair(folder):
    """Return a folder with a second version of its file."""
    folder.joinpath("new.yaml").write_text(NEW, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("pair")
def test_text_is_written_to_standard_output(orgviz):
    done = orgviz("diff", "org.yaml", "new.yaml")
    assert (done.code, done.out.decode(), done.errors) == (0, TOLD, "")


@pytest.mark.usefixtures("pair")
def test_a_pipe_gets_no_colours_whatever_the_terminal(orgviz):
    assert b"\x1b" not in orgviz("diff", "org.yaml", "new.yaml", TERM="xterm-256color", FORCE_COLOR="1").out


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize(("new", "code"), [("new.yaml", 1), ("org.yaml", 0)])
def test_the_exit_code_tells_only_when_asked(orgviz, new, code):
    assert orgviz("diff", "org.yaml", new).code == 0
    assert orgviz("diff", "org.yaml", new, "--exit-code").code == code


@pytest.mark.usefixtures("pair")
def test_equal_files_have_no_difference(orgviz):
    assert orgviz("diff", "org.yaml", "org.yaml").out == b"no difference\n"


def test_json_goes_to_standard_output_beside_a_chart(orgviz, pair):
    done = orgviz("diff", "org.yaml", "new.yaml", "-o", "diff.svg", "--format", "json")
    assert json.loads(done.out)["summary"] == {"moved": 1, "filled": 1}
    assert pair.joinpath("diff.svg").read_text(encoding="utf-8").startswith("<?xml")


def test_each_output_holds_what_its_ending_says(orgviz, pair):
    outputs = [part for ending in ("svg", "png", "pdf", "dot", "txt", "json") for part in ("-o", f"diff.{ending}")]
    done = orgviz("diff", "org.yaml", "new.yaml", *outputs)
    assert (done.code, done.out) == (0, b"")
    assert pair.joinpath("diff.txt").read_text(encoding="utf-8") == TOLD
    assert pair.joinpath("diff.png").read_bytes().startswith(b"\x89PNG")
    assert pair.joinpath("diff.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads(pair.joinpath("diff.json").read_text(encoding="utf-8"))["differs"]


def test_one_of_the_two_may_come_through_a_pipe(folder):
    done = run("diff", "org.yaml", "-", folder=folder, stdin=NEW.encode())
    assert done.out.decode() == TOLD


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("org.yaml",), 2, "two files are needed"),
        (("org.yaml", "new.yaml", "warned.yaml"), 2, "two files are needed"),
        (("-", "-"), 2, "only one of the two"),
        (("org.yaml", "new.yaml", "-o", "diff.doc"), 2, "'doc' is no format"),
        (("org.yaml", "new.yaml", "-o", "-"), 2, "cannot go to standard output"),
        (("org.yaml", "new.yaml", "-o", "x.svg", "--layout", "matrix"), 2, "as a matrix"),
        (("org.yaml", "nowhere.yaml"), 3, "cannot read 'nowhere.yaml'"),
        (("org.yaml", "wrong.yaml"), 1, "wrong.yaml:2:5: error[unknown-key]"),
        (("--git", "HEAD", "org.yaml", "new.yaml"), 2, "one file with an earlier one"),
        (("--git", "HEAD", "org.yaml"), 3, "git"),
    ],
)
def test_what_cannot_be_done_is_told(orgviz, pair, arguments, code, words):
    done = orgviz("diff", *arguments, GIT_CEILING_DIRECTORIES=str(pair.parent))
    assert (done.code, done.out) == (code, b"")
    assert words in done.errors


def test_an_input_is_never_written_over(orgviz, pair):
    before = pair.joinpath("new.yaml").read_bytes()
    pair.joinpath("link.svg").symlink_to("new.yaml")
    done = orgviz("diff", "org.yaml", "new.yaml", "-o", "link.svg")
    assert done.code == 3
    assert pair.joinpath("new.yaml").read_bytes() == before


@pytest.mark.skipif(shutil.which("git") is None, reason="no git on the path")
def test_a_file_is_compared_with_what_it_was_and_with_the_parts_that_it_had(orgviz, folder):
    def commit():
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "commit.gpgsign=false")
        for arguments in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "x")):
            subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)

    folder.joinpath("whole.yaml").write_text("include: [part.yaml]\nunits: [A]\n", encoding="utf-8")
    folder.joinpath("part.yaml").write_text("units: [B]\n", encoding="utf-8")
    commit()
    folder.joinpath("part.yaml").write_text("units: [B, C]\n", encoding="utf-8")
    done = orgviz("diff", "--git", "HEAD", "whole.yaml", "--exit-code")
    assert (done.code, done.out.decode(), done.errors) == (1, "at the top\n  + C\n\n1 added\n", "")
    wrong = orgviz("diff", "--git", "HEAD", "wrong.yaml")
    assert (wrong.code, wrong.errors.split(" ")[0]) == (1, "HEAD:wrong.yaml:2:5:")
