"""Many charts and pages by several processes: the same files as by one, and one that fails stops no other."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.conftest import ORGVIZ, environment
from tests.processes import group_is_running, is_running

PARTS = ", ".join(f"{{name: Part {number}, head: 王敏, units: [East {number}, 西部]}}" for number in range(3))
FIRM = f"""\
title: Firm
units: [{{name: Top, units: [{PARTS}]}}]
views:
  one: {{depth: 1}}
  two: {{depth: 2}}
  部分: {{root: Part 1}}
"""


@pytest.fixture
def firm(folder):
    folder.joinpath("firm.yaml").write_text(FIRM, encoding="utf-8")
    return folder


def drawn(orgviz, folder, *arguments, into):
    """Return the files of a run, by name."""
    folder.joinpath(into).mkdir()
    ended = orgviz("render", *(argument.replace("OUT", into) for argument in arguments))
    assert (ended.code, ended.errors) == (0, "")
    return {path.name: path.read_bytes() for path in folder.joinpath(into).iterdir()}


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (
            ["firm.yaml", "--pages", "level:2", "--scale", ".3", *(
                part for ending in ("svg", "png", "pdf") for part in ("-o", f"OUT/{{unit}}.{ending}")
            ), *(part for name in ("all.pdf", "all.pptx", "all.drawio") for part in ("-o", f"OUT/{name}"))],
            3 * 5 + 3,
        ),
        (["firm.yaml", "--pages", "level:2", "--text", "paths", "-o", "OUT/{unit}.svg"], 5),
        (["firm.yaml", "--view", "all", "--counts", "-o", "OUT/{view}.svg", "-o", "OUT/{view}.json"], 6),
        (["firm.yaml", "org.yaml", "-o", "OUT/{stem}.svg", "-o", "OUT/{stem}.html"], 4),
        (["firm.yaml", "org.yaml", "--pages", "level:2", "-o", "OUT/{stem}-{unit}.svg"], 5 + 1),
    ],
    ids=["pages", "letters", "views", "inputs", "inputs with pages"],
)  # fmt: skip
def test_any_number_of_processes_draws_the_same(orgviz, firm, arguments, count):
    alone = drawn(orgviz, firm, *arguments, "-j", "1", into="a")
    assert len(alone) == count
    assert drawn(orgviz, firm, *arguments, "-j", "2", into="b") == alone
    assert drawn(orgviz, firm, *arguments, "-j", "3", into="c") == alone


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_input_that_fails_stops_no_other_and_is_told_at_the_end(orgviz, folder, jobs):
    ended = orgviz("render", "wrong.yaml", "org.yaml", "no.yaml", "warned.yaml", "-o", "{stem}.svg", "-j", jobs)
    assert ended.code == 3  # the worst: a file is missing
    assert {path.name for path in folder.glob("*.svg")} == {"org.svg", "warned.svg"}
    told = ended.errors
    assert "warned.yaml:2:5: warning" in told
    assert told.index("warned.yaml") < told.index("wrong.yaml:2:5: error[unknown-key]") < told.index("cannot read 'no")
    assert told.endswith("orgviz: error: 2 of 4 inputs could not be drawn; the others were\n")
    assert orgviz("render", "wrong.yaml", "org.yaml", "-o", "{stem}.svg", "-q").code == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a script of POSIX")
def test_a_view_that_fails_leaves_all_as_it_was(orgviz, firm):
    program = firm / "bin" / "dot"
    program.parent.mkdir()
    real = shutil.which("dot")
    program.write_text(
        f'#!/bin/sh\ntext=$(cat)\ncase "$text" in *n3*) exit 1;; esac\nprintf %s "$text" | {real} "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o700)
    firm.joinpath("one.svg").write_text("old", encoding="utf-8")
    path = f"{program.parent}:{os.environ['PATH']}"
    ended = orgviz("render", "firm.yaml", "--view", "all", "-o", "{view}.svg", "-j", "2", PATH=path)
    assert ended.code == 3
    assert "Graphviz failed" in ended.errors
    assert [path.name for path in firm.glob("*.svg")] == ["one.svg"]
    assert firm.joinpath("one.svg").read_text("utf-8") == "old"
    firm.joinpath("firm.yaml").write_text(
        FIRM.replace("部分: {root: Part 1}", "").replace("two: {depth: 2}", ""), "utf-8"
    )
    assert orgviz("render", "firm.yaml", "--view", "all", "-o", "{view}.svg", "-j", "2", PATH=path).code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["org.yaml", "warned.yaml", "-o", "{stem}.svg", "-o", "all.pdf"], "-o: 'all.pdf' would be written for each of 2"),
        (["org.yaml", "warned.yaml", "-o", "{stem}.svg", "--deps", "all.d"], "--deps: 'all.d' would be written for each"),
        (["org.yaml", "./org.yaml", "-o", "{stem}.svg"], "'org.yaml' and './org.yaml' would both be written to 'org.svg'"),
        (["org.yaml", "org.yaml", "-o", "{stem}.svg"], "would both be written to 'org.svg'"),
        (["-", "-o", "{stem}.svg"], "standard input has none"),
        (["org.yaml", "warned.yaml", "-o", "{stem}.svg", "--watch"], "--watch: one chart"),
        (["org.yaml", "-o", "a.svg", "-j", "2", "--executor", "dask://a:1"], "-j says how many work here"),
        (["org.yaml", "-o", "a.svg", "--executor", "ray://a:1"], "--executor: no engine is called 'ray'"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_told(orgviz, folder, arguments, words):
    ended = orgviz("render", *arguments)
    assert (ended.code, ended.out) == (2, b"")
    assert words in ended.errors
    assert not list(folder.glob("*.svg"))


def test_an_input_is_never_written_over_by_another(orgviz, folder):
    text = folder.joinpath("org.yaml").read_bytes()
    folder.joinpath("org").write_text("A\n  B\n", encoding="utf-8")
    folder.joinpath("org").rename(folder / "org.yaml.md")
    ended = orgviz("render", "warned.yaml", "org.yaml", "org.yaml.md", "-f", "txt", "-o", "{stem}")
    assert ended.code == 3
    assert "'org.yaml' is the input and is not overwritten" in ended.errors
    assert folder.joinpath("org").read_bytes() == orgviz("render", "org.yaml", "-f", "txt", "-o", "-").out
    assert folder.joinpath("org.yaml").read_bytes() == text


def test_a_single_chart_loads_nothing_of_all_this(folder):
    code = (
        "import sys\nfrom orgviz.cli.app import app\n"
        "app(['render', 'org.yaml', '-o', 'a.svg'], standalone_mode=False)\n"
        "print(*sorted(set(sys.modules) & {'multiprocessing', 'concurrent.futures', 'orgviz.jobs.hire', 'orgviz.paged'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=folder, capture_output=True, text=True, env=environment()
    )
    assert done.stdout == "\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_who_is_stopped_leaves_nothing_behind(firm, number, code):
    program = firm / "bin" / "dot"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho $$ >> "$HOME/running"\nexec sleep 60\n', encoding="utf-8")
    program.chmod(0o700)
    before = {path.name for path in firm.iterdir()} | {"running"}
    process = subprocess.Popen(
        [*ORGVIZ, "render", "firm.yaml", "--view", "all", "-o", "{view}.svg", "-j", "2"],
        cwd=firm,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(PATH=f"{program.parent}:{os.environ['PATH']}", HOME=str(firm)),
        start_new_session=True,
    )
    running = firm / "running"
    while not (running.exists() and len(running.read_text("ascii").split()) == 2):
        assert process.poll() is None
        time.sleep(0.05)
    os.killpg(process.pid, number)  # as a terminal does
    out, errors = process.communicate(timeout=60)
    assert (process.returncode, out, errors) == (code, b"", b"")
    assert {path.name for path in firm.iterdir()} == before
    for _ in range(200):
        left = [one for one in running.read_text("ascii").split() if is_running(int(one))]
        if not left and not group_is_running(process.pid):
            return
        time.sleep(0.05)
    pytest.fail("something is left behind")
