"""The same command on the same files is not drawn again; whatever is another is."""

import importlib.util
import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from orgviz.cli import render_many, render_one
from orgviz.cli.app import app

ORG = "title: Works\nunits:\n  - {name: Works, head: Ann, units: [Design, {name: Assembly, status: planned}]}\n"
WARNED = ORG + "types: {crane: {label: Cranes}}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    write("org.yaml", ORG)
    return work


def write(name, text):
    """Write a file that is older than any run to come."""
    Path(name).write_text(text, encoding="utf-8")
    os.utime(name, (1, 1))


@pytest.fixture
def drawn(monkeypatch):
    """What is drawn rather than remembered."""
    inputs = []
    real = render_one.look_asked

    def look_asked(arguments):
        inputs.append(arguments.inputs)
        return real(arguments)

    monkeypatch.setattr(render_one, "look_asked", look_asked)
    return inputs


def render(*arguments, code=0):
    done = CliRunner().invoke(app, ["render", *arguments])
    assert done.exit_code == code, done.stderr
    return done


def test_the_same_command_gives_the_same_files_without_drawing(drawn):
    render("org.yaml", "-o", "org.svg", "-o", "org.pdf")
    before = [Path(name).read_bytes() for name in ("org.svg", "org.pdf")]
    Path("org.svg").unlink()
    render("org.yaml", "-o", "org.svg", "-o", "org.pdf")
    assert [Path(name).read_bytes() for name in ("org.svg", "org.pdf")] == before
    assert len(drawn) == 1


def test_what_was_said_is_said_again(drawn):
    write("org.yaml", WARNED)
    first = render("org.yaml", "-o", "org.svg", "-v")
    again = render("org.yaml", "-o", "org.svg", "-v")
    assert "warning" in first.stderr
    assert (again.stderr, again.stdout) == (first.stderr, first.stdout)
    assert len(drawn) == 1


def test_standard_output_is_remembered_too(drawn):
    first = render("org.yaml", "-o", "-", "-f", "svg")
    again = render("org.yaml", "-o", "-", "-f", "svg")
    assert again.stdout_bytes == first.stdout_bytes
    assert again.stdout_bytes.startswith(b"<?xml")
    assert len(drawn) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda: write("org.yaml", ORG.replace("Ann", "Bob")),
        lambda: write("theme.yaml", "extends: dark\n"),
        lambda: write("part.yaml", "units: [Other]\n"),
    ],
    ids=["input", "theme", "included"],
)
def test_a_changed_file_is_drawn_anew(drawn, change):
    write("theme.yaml", "extends: print\n")
    write("part.yaml", "units: [Part]\n")
    write("org.yaml", ORG + "include: part.yaml\n")
    render("org.yaml", "-o", "org.svg", "--theme", "./theme.yaml")
    before = Path("org.svg").read_bytes()
    change()
    render("org.yaml", "-o", "org.svg", "--theme", "./theme.yaml")
    assert Path("org.svg").read_bytes() != before
    assert len(drawn) == 2


@pytest.mark.parametrize(
    "other", [["--theme", "dark"], ["--no-legend"], ["--depth", "1"], ["--fit", "A4"]], ids=" ".join
)
def test_another_option_is_another_chart(drawn, other):
    render("org.yaml", "-o", "org.svg")
    render("org.yaml", "-o", "org.svg", *other)
    assert len(drawn) == 2


def test_another_program_is_another_chart(drawn, monkeypatch):
    render("org.yaml", "-o", "org.svg")
    monkeypatch.setattr("orgviz.cache.stamps.code_stamp", lambda: b"newer")
    render("org.yaml", "-o", "org.svg")
    assert len(drawn) == 2


@pytest.mark.parametrize("package", ["PIL", "fontTools", "pypinyin", "yaml"])
def test_another_release_of_a_package_is_another_chart(drawn, monkeypatch, tmp_path, package):
    render("org.yaml", "-o", "org.svg")
    real = importlib.util.find_spec
    other = tmp_path / "other.py"
    other.touch()

    def find_spec(name):
        return SimpleNamespace(origin=str(other)) if name == package else real(name)

    monkeypatch.setattr(importlib.util, "find_spec", find_spec)
    render("org.yaml", "-o", "org.svg")
    assert len(drawn) == 2


def test_another_cairo_matters_only_where_letters_are_drawn(drawn, monkeypatch):
    for outputs in (["-o", "org.svg"], ["-o", "org.png"]):
        render("org.yaml", *outputs)
    monkeypatch.setattr("orgviz.output.cairo_library.version", lambda: "1.99.0")
    for outputs in (["-o", "org.svg"], ["-o", "org.png"]):
        render("org.yaml", *outputs)
    assert len(drawn) == 3


def test_fonts_matter_only_where_letters_are_drawn(drawn, monkeypatch):
    for outputs in (["-o", "org.svg"], ["-o", "org.png"]):
        render("org.yaml", *outputs)
    monkeypatch.setattr("orgviz.output.fonts_installed.font_stamp", lambda: b"another font")
    for outputs in (["-o", "org.svg"], ["-o", "org.png"]):
        render("org.yaml", *outputs)
    assert len(drawn) == 3


def test_it_can_be_asked_to_draw_anew_and_keep_nothing(drawn, tmp_path):
    render("org.yaml", "-o", "org.svg", "--no-cache")
    assert not (tmp_path / "cache").exists()
    render("org.yaml", "-o", "org.svg")
    render("org.yaml", "-o", "org.svg", "--no-cache")
    assert len(drawn) == 3


def test_a_file_that_changed_while_it_was_drawn_is_not_remembered(drawn):
    write("part.yaml", "units: [Part]\n")
    write("org.yaml", ORG + "include: part.yaml\n")
    later = 4_000_000_000
    os.utime("part.yaml", (later, later))
    render("org.yaml", "-o", "org.svg")
    render("org.yaml", "-o", "org.svg")
    assert len(drawn) == 2


def test_mistakes_are_not_remembered():
    write("org.yaml", "unit: x\n")
    first = render("org.yaml", "-o", "org.svg", code=1)
    again = render("org.yaml", "-o", "org.svg", code=1)
    assert again.stderr == first.stderr
    assert not Path("org.svg").exists()


def test_the_input_is_not_written_over_by_what_is_remembered():
    render("org.yaml", "-o", "org.svg")
    Path("org.svg").unlink()
    Path("org.svg").symlink_to("org.yaml")
    render("org.yaml", "-o", "org.svg", code=3)
    assert Path("org.yaml").read_text() == ORG


def test_rules_for_make_are_written_again(drawn):
    render("org.yaml", "-o", "org.svg", "--deps", "org.d")
    rules = Path("org.d").read_bytes()
    Path("org.d").unlink()
    render("org.yaml", "-o", "org.svg", "--deps", "org.d")
    assert Path("org.d").read_bytes() == rules
    assert len(drawn) == 1


def test_a_damaged_or_lost_cache_costs_only_time(drawn, tmp_path):
    render("org.yaml", "-o", "org.svg")
    before = Path("org.svg").read_bytes()
    for entry in (tmp_path / "cache" / "orgviz").iterdir():
        entry.write_bytes(entry.read_bytes()[:-1])
    render("org.yaml", "-o", "org.svg")
    shutil.rmtree(tmp_path / "cache")
    render("org.yaml", "-o", "org.svg")
    assert Path("org.svg").read_bytes() == before
    assert len(drawn) == 3


def test_of_many_inputs_only_the_changed_are_drawn(monkeypatch):
    read = []
    real = render_many.read_asked
    monkeypatch.setattr(
        render_many, "read_asked", lambda arguments, *rest: (read.extend(arguments.inputs), real(arguments, *rest))[1]
    )
    for name in "abc":
        write(f"{name}.yaml", ORG.replace("Works", name))
    inputs = ["a.yaml", "b.yaml", "c.yaml"]
    render(*inputs, "-o", "{stem}.svg", "-j", "1")
    before = {name: Path(f"{name}.svg").read_bytes() for name in "abc"}
    write("b.yaml", ORG)
    render(*inputs, "-o", "{stem}.svg", "-j", "1")
    assert read == [*inputs, "b.yaml"]
    assert [Path(f"{name}.svg").read_bytes() == before[name] for name in "abc"] == [True, False, True]
