"""Graphviz is run with a time limit and leaves nothing behind; each way in which it can fail is told in words."""

import shutil
import time

import pytest

from orgviz.diagnostics import LimitError, ToolError
from orgviz.output import graphviz_engine
from orgviz.output.graphviz_engine import Engine, draw, find_engine, positions
from tests.processes import is_running

DOT = 'digraph { n0 [pos="50,50" shape=box label="<b> \\N" id="ops"] }'


def failure(engine):
    with pytest.raises(ToolError) as caught:
        draw(DOT, engine)
    return caught.value


def test_the_program_on_the_path_is_found():
    assert find_engine() == Engine(shutil.which("dot"))


def test_a_graph_becomes_an_svg_with_its_ids():
    svg = draw(DOT)
    assert svg.rstrip().endswith(b"</svg>")
    assert b'id="ops"' in svg


def test_places_are_told_in_inches():
    assert positions("digraph { a -> b }").split("\n")[0].startswith("graph 1 ")


def test_without_graphviz_it_is_said_how_to_install_it(monkeypatch):
    monkeypatch.setattr(graphviz_engine.shutil, "which", lambda *_, **__: None)
    monkeypatch.setattr(graphviz_engine.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ToolError, match="no 'dot' program") as caught:
        find_engine()
    assert "apt-get install graphviz" in caught.value.hint


def test_a_program_that_vanished_is_a_missing_program(tmp_path):
    error = failure(Engine(str(tmp_path / "nothing")))
    assert "cannot be started" in str(error)
    assert error.hint


def test_what_a_failing_program_says_is_repeated_without_control_characters(fake):
    error = failure(fake(r"printf 'Warning: x\nError: \033[31mno memory\n' >&2; exit 1"))
    assert "exit code 1" in str(error)
    assert "Error: [31mno memory" in str(error)
    assert "Warning" not in str(error)
    assert error.hint


def test_half_an_svg_is_no_picture(fake):
    error = failure(fake("cat >/dev/null; echo '<svg><g>'"))
    assert "without a whole picture" in str(error)
    assert error.hint


@pytest.mark.parametrize("script", ["cat >/dev/null", "cat >/dev/null; echo hello"], ids=["nothing", "other text"])
def test_what_is_no_svg_is_no_picture(fake, script):
    assert "without a whole picture" in str(failure(fake(script)))


def test_a_program_that_is_killed_is_told_with_its_signal(fake):
    assert "signal 9" in str(failure(fake("kill -9 $$")))


def test_megabytes_of_warnings_do_not_block_it(fake):
    svg = draw(DOT, fake("cat >/dev/null; head -c 3000000 /dev/zero >&2; echo '<svg></svg>'"))
    assert svg == b"<svg></svg>\n"


def test_megabytes_of_errors_are_cut(fake):
    error = failure(fake("cat >/dev/null; yes 'Error: again' | head -c 3000000 >&2; exit 2"))
    assert len(str(error)) < 500


def test_a_program_that_reads_nothing_may_still_answer(fake):
    assert draw(DOT + " " * 2_000_000, fake("exec <&-; echo '<svg></svg>'")) == b"<svg></svg>\n"


def test_a_program_that_hangs_is_ended_with_all_that_it_started(fake, tmp_path):
    pids = tmp_path / "pids"
    engine = fake(f"sleep 60 & echo $! $$ > {pids}; wait")
    with pytest.raises(LimitError, match="did not end within") as caught:
        draw(DOT, engine, seconds=0.5)
    assert caught.value.hint
    child, parent = map(int, pids.read_text(encoding="utf-8").split())
    for _ in range(50):
        if not is_running(child):
            break
        time.sleep(0.02)
    assert not is_running(child)
    assert not is_running(parent)


def test_the_environment_has_nothing_that_makes_graphviz_read_files(fake, monkeypatch):
    monkeypatch.setenv("GVBINDIR", "/tmp")  # noqa: S108 - only a value
    monkeypatch.setenv("DOTFONTPATH", "/tmp")  # noqa: S108 - likewise
    told = positions(DOT, fake("env; echo stop"))
    names = {line.split("=")[0] for line in told.splitlines()}
    assert "SERVER_NAME" in names
    assert not names & {"GVBINDIR", "DOTFONTPATH"}
