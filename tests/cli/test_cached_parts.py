"""Of several pages and views only those that changed are drawn again, and every byte is as without a cache."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from orgviz import paged
from orgviz.cli import drawn_files, watching
from orgviz.cli.app import app
from orgviz.pages import trial
from tests.pages.bodies import body
from tests.pages.test_divide import organisations
from tests.pages.test_fingerprint import CHANGES, changed

VIEWS = {
    "units": [{"name": name, "units": [{"name": f"{name} {number}", "head": "Ann"} for number in range(3)]} for name in "ABC"],
    "views": {name: {"root": name} for name in "ABC"},
}  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def render(data, *options, out="out", code=0):
    """Draw an organisation, and return what every file of it holds."""
    Path("org.json").write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    os.utime("org.json", (1, 1))
    Path(out).mkdir(exist_ok=True)
    done = CliRunner().invoke(app, ["render", "org.json", "-j", "1", *options])
    assert done.exit_code == code, done.stderr
    files = {path.name: path.read_bytes() for path in Path(out).iterdir()}
    for path in Path(out).iterdir():
        path.unlink()
    return files, done.stderr


@pytest.fixture
def drawn(monkeypatch):
    """The names of pages and views that are drawn."""
    names = []

    def noting(module, name, told):
        real = getattr(module, name)

        def work(value, *more):
            names.append(told(value))
            return real(value, *more)

        monkeypatch.setattr(module, name, work)

    noting(paged, "draw_page", lambda work: work.making().name)
    noting(drawn_files, "draw_chart", lambda work: work.reading.org.nodes[0].name)
    return names


def check_as_without(data, *options):
    assert render(data, *options) == render(data, *options, "--no-cache")


@pytest.mark.parametrize("form", ["svg", "dot", "drawio", "png", "pdf"])
def test_only_a_page_that_changed_is_drawn_again(drawn, form):
    data = json.loads(body(250))
    options = ("--pages", "auto", "-o", f"out/{{unit}}.{form}")
    render(data, *options)
    count = len(drawn)
    assert count > 4
    drawn.clear()
    check_as_without(changed(data, "url", 4), *options)
    assert len(drawn) == 1 + count


def test_planning_lays_out_only_what_changed(monkeypatch):
    laid_out = []
    real = trial.lay_out_sheet

    def lay_out_sheet(work):
        laid_out[-1] += 1
        return real(work)

    monkeypatch.setattr(trial, "lay_out_sheet", lay_out_sheet)
    data = json.loads(body(1500))
    options = ("--pages", "auto", "-o", "out/{unit}.svg")
    for asked in (data, changed(data, "post", 20)):
        laid_out.append(0)
        render(asked, *options)
    assert laid_out[0] > 10
    assert 1 <= laid_out[1] <= 4


@pytest.mark.parametrize(
    "output",
    [
        ("out/all.pdf",),
        ("out/{unit}.svg", "out/all.pptx"),
        ("out/{unit}.png", "out/{unit}.svg"),
        ("out/{unit}.svg", "out/a.svg.html"),
    ],
)
def test_other_files_of_the_same_run_are_as_without(output):
    data = json.loads(body(120))
    options = ("--pages", "auto", "--fit", "A4", *(word for name in output for word in ("-o", name)))
    render(data, *options)
    check_as_without(changed(data, "head", 3), *options)


def test_where_pages_come_in_between_all_that_leads_on_is_right():
    data = json.loads(body(250))
    options = ("--pages", "auto", "--fit", "A4", "-o", "out/{unit}.svg")
    before, _ = render(data, *options)
    many = {"name": "Amidst", "id": "amidst", "positions": [f"Post {number} of many" for number in range(150)]}
    data["units"][0]["units"].insert(1, many)
    after, _ = render(data, *options)
    assert len(after) > len(before)
    assert after == render(data, *options, "--no-cache")[0]
    for content in after.values():
        told = re.findall(r'href="([^"#]+\.svg)"', content.decode())
        assert told


def test_only_a_view_that_changed_is_drawn_again(drawn):
    options = ("--view", "all", "-o", "out/{view}.svg")
    render(VIEWS, *options)
    assert drawn == ["A", "B", "C"]
    drawn.clear()
    data = changed(VIEWS, "name", 1)
    check_as_without(data, *options)
    assert len(drawn) == 1 + 3
    drawn.clear()
    # Where things stand in the file is nothing to a picture.
    render(json.dumps(data, indent=2), *options)
    assert drawn == []


def test_a_view_as_json_says_where_things_stand_now():
    options = ("--view", "all", "-o", "out/{view}.json", "-o", "out/{view}.svg")
    render(VIEWS, *options)
    check_as_without(json.dumps(VIEWS, indent=2), *options)


@pytest.mark.parametrize("options", [("--counts",), ("--theme", "dark"), ("--detail", "names"), ("--text", "paths")])
def test_what_is_asked_for_otherwise_is_drawn_otherwise(options):
    shown = ("--view", "all", "-o", "out/{view}.svg")
    plain, _ = render(VIEWS, *shown)
    assert render(VIEWS, *shown, *options)[0] != plain
    check_as_without(changed(VIEWS, "post", 2), *shown, *options)


def test_a_theme_that_changed_is_seen_on_every_page(drawn):
    data = json.loads(body(120))
    options = ("--pages", "auto", "--fit", "A4", "--theme", "own.yaml", "-o", "out/{unit}.svg")
    for ground in ("#fafafa", "#eeeeff"):
        Path("own.yaml").write_text(f"extends: default\npage: {{background: '{ground}'}}\n", encoding="utf-8")
        os.utime("own.yaml", (1, 1))
        drawn.clear()
        files, _ = render(data, *options)
        assert len(drawn) == len(files) > 1
        assert all(ground in content.decode() for content in files.values())


def test_what_is_said_of_fonts_is_said_of_views_that_were_not_drawn_again(drawn):
    # No font has a character that is none.
    data = json.loads(json.dumps(VIEWS).replace("A 1", "A \U00013000"))
    options = ("--view", "all", "-o", "out/{view}.pdf")
    _, first = render(data, *options)
    assert "warning" in first
    drawn.clear()
    _, again = render(changed(data, "name", 1), *options)
    assert len(drawn) == 1
    assert again == first


def test_a_watch_draws_only_the_page_that_changed(drawn, monkeypatch):
    data = json.loads(body(250))
    changes = [changed(data, "url", 4)]
    counts = []

    def wait_for_change(_watch):
        counts.append(len(drawn))
        if not changes:
            raise KeyboardInterrupt
        Path("org.json").write_text(json.dumps(changes.pop()), encoding="utf-8")

    monkeypatch.setattr(watching, "wait_for_change", wait_for_change)
    options = ("--pages", "auto", "-o", "out/{unit}.svg")
    watched, _ = render(data, *options, "--watch", code=130)
    assert counts[0] > 4
    assert counts[1] == counts[0] + 1
    assert watched == render(changed(data, "url", 4), *options, "--no-cache")[0]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=organisations(), change=st.sampled_from(CHANGES), number=st.integers(0, 40))
def test_after_any_change_every_byte_is_as_without(data, change, number):
    options = ("--pages", "auto", "--fit", "A4", "-o", "out/{unit}.svg", "-o", "out/{unit}.dot")
    render(data, *options)
    after = changed(data, change, number)
    Path("org.json").write_text(json.dumps(after), encoding="utf-8")
    if CliRunner().invoke(app, ["check", "org.json"]).exit_code == 0:
        check_as_without(after, *options)
