"""A very large chart goes through a file of its own rather than through memory: nobody sees that but by the memory."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgviz.cache import store
from orgviz.cli import render_one
from orgviz.cli.app import app
from orgviz.diagnostics import ToolError
from orgviz.output.spool import Spool

ORG = "title: 启明\nunits:\n  - {name: Works, head: Ann, units: [Design, {name: Assembly, status: planned}]}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    path = work / "org.yaml"
    path.write_text(ORG, encoding="utf-8")
    os.utime(path, (1, 1))
    return work


@pytest.fixture
def spools(monkeypatch):
    """Take any chart for a large one; return the spools that were filled."""
    filled = []
    fill = Spool.fill
    monkeypatch.setattr(render_one, "_LARGE", 0)
    monkeypatch.setattr(Spool, "fill", lambda spool, pieces: filled.append(spool) or fill(spool, pieces))
    return filled


def render(*arguments, code=0):
    done = CliRunner().invoke(app, ["render", *arguments])
    assert done.exit_code == code, done.stderr
    return done


@pytest.fixture
def ordinary():
    """What comes of the chart otherwise."""
    render("org.yaml", "-o", "ordinary.svg", "--no-cache")
    return Path("ordinary.svg").read_bytes()


def test_an_svg_is_the_same(ordinary, spools):
    assert not spools
    done = render("org.yaml", "-o", "org.svg", "--deps", "org.d", "-v")
    assert Path("org.svg").read_bytes() == ordinary
    assert "org.svg" in Path("org.d").read_text(encoding="utf-8")
    assert f"org.svg: {len(ordinary):,} bytes" in done.stderr
    assert len(spools) == 1


def test_standard_output_has_all_of_it(ordinary, spools):
    assert render("org.yaml", "-o", "-", "-f", "svg", "--no-cache").stdout_bytes == ordinary
    assert len(spools) == 1


def test_it_is_remembered(ordinary, spools):
    render("org.yaml", "-o", "org.svg")
    Path("org.svg").unlink()
    render("org.yaml", "-o", "org.svg")
    assert Path("org.svg").read_bytes() == ordinary
    assert len(spools) == 1


def test_what_the_cache_would_not_keep_is_not_put_together(ordinary, spools, monkeypatch):
    monkeypatch.setattr(store.Store, "takes", lambda _, size: size < len(ordinary))
    monkeypatch.setattr("orgviz.cache.drawn.remember", lambda *_: pytest.fail("it was put together"))
    render("org.yaml", "-o", "org.svg")
    assert len(spools) == 1


@pytest.mark.parametrize("outputs", [["org.txt"], ["a.svg", "b.svg"], ["a.svg", "b.txt"], ["org.html"]])
def test_other_outputs_are_as_they_are(spools, outputs):
    render("org.yaml", *[part for name in outputs for part in ("-o", name)])
    assert all(Path(name).stat().st_size > 0 for name in outputs)
    assert not spools


def test_letters_that_are_outlines_are_as_they_are(spools):
    render("org.yaml", "-o", "org.svg", "--text", "paths")
    assert "aria-label" in Path("org.svg").read_text(encoding="utf-8")
    assert not spools


def test_a_failure_halfway_leaves_the_old_file(spools, monkeypatch):
    Path("org.svg").write_bytes(b"old")

    def half(*_given, **_named):
        yield b"<svg>"
        raise ToolError("Graphviz has gone")

    monkeypatch.setattr("orgviz.pipeline.svg_in_pieces", half)
    assert "Graphviz has gone" in render("org.yaml", "-o", "org.svg", code=3).stderr
    assert Path("org.svg").read_bytes() == b"old"
    assert sorted(path.name for path in Path().iterdir()) == ["org.svg", "org.yaml"]
    assert len(spools) == 1
