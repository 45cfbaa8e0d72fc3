"""The doctor judges any machine, named or faked, and says what mends it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.doctor import (
    INSTALL_LINES,
    PACKAGES,
    State,
    drawable_formats,
    examine,
    format_findings,
    install_line,
)
from orgviz.machine import INSTALLERS, ChineseFont, Machine, Program, look_at_machine

GOOD = Machine(
    system="linux",
    installer="apt-get",
    is_root=True,
    python=Program("3.11.2", "/usr/bin/python3"),
    dot=Program("2.43.0", "/usr/bin/dot"),
    graphviz_library=None,
    cairo=Program("1.16.0", "libcairo.so.2"),
    fonttools="4.60.0",
    brotli="1.1.0",
    pillow="11.0.0",
    pypinyin="0.53.0",
    pptx="1.0.2",
    openpyxl="3.1.5",
    chinese=ChineseFont("Noto Sans CJK SC", bold=True),
    themes=("default",),
    cache=("/home/ann/.cache", True),
    encoding="utf-8",
)


def finding(name, **changes):
    return next(found for found in examine(replace(GOOD, **changes)) if found.name == name)


def test_a_complete_machine_has_nothing_to_mend():
    findings = examine(GOOD)
    assert {found.state for found in findings} == {State.OK}
    assert "to mend it" not in format_findings(findings)


@pytest.mark.parametrize(
    ("name", "changes", "state"),
    [
        ("graphviz", {"dot": None}, State.MISSING),
        ("graphviz", {"dot": None, "graphviz_library": Program("2.0.4", "/venv/pygraphviz")}, State.OK),
        ("cairo", {"cairo": None}, State.MISSING),
        ("fonts", {"chinese": None}, State.MISSING),
        ("fonts", {"chinese": ChineseFont("WenQuanYi Micro Hei", bold=False)}, State.LIMITED),
        ("fonttools", {"fonttools": None}, State.MISSING),
        ("fonttools", {"brotli": None}, State.LIMITED),
        ("photos", {"pillow": None}, State.MISSING),
        ("pinyin", {"pypinyin": None}, State.MISSING),
        ("slides", {"pptx": None}, State.MISSING),
        ("workbooks", {"openpyxl": None}, State.MISSING),
        ("themes", {"themes": ()}, State.MISSING),
        ("cache", {"cache": ("/nonexistent", False)}, State.LIMITED),
        ("output", {"encoding": "ANSI_X3.4-1968"}, State.LIMITED),
        ("output", {"encoding": "UTF8"}, State.OK),
    ],
)
def test_each_lack_has_its_state(name, changes, state):
    found = finding(name, **changes)
    assert found.state is state
    assert (found.cost is None) == (state is State.OK)


def test_the_remedy_is_the_line_for_this_user_and_system():
    assert finding("cairo", cairo=None).remedy == "apt-get install -y libcairo2"
    assert finding("cairo", cairo=None, is_root=False).remedy == "sudo apt-get install -y libcairo2"
    assert finding("cairo", cairo=None, system="darwin", installer="brew").remedy == "brew install cairo"
    assert "GTK" in finding("cairo", cairo=None, system="win32", installer=None).remedy


def test_what_comes_as_an_extra_is_installed_as_one():
    assert finding("slides", pptx=None).remedy == "pip install 'orgviz[pptx]'"
    assert finding("workbooks", openpyxl=None).remedy == "pip install 'orgviz[xlsx]'"
    assert finding("photos", pillow=None).remedy == "pip install pillow"


def test_every_installer_has_a_line_for_every_need():
    assert set(INSTALL_LINES) == set(INSTALLERS)
    lines = [install_line(need, replace(GOOD, installer=name)) for need in PACKAGES for name in (*INSTALLERS, None)]
    assert all(line and "{" not in line for line in lines)


def test_without_cairo_only_svg_is_drawn_and_without_graphviz_nothing():
    assert drawable_formats(examine(GOOD)) == ("svg", "png", "pdf")
    assert drawable_formats(examine(replace(GOOD, cairo=None))) == ("svg",)
    assert drawable_formats(examine(replace(GOOD, dot=None))) == ()


def test_findings_are_written_in_columns_with_cost_and_remedy_below():
    text = format_findings(examine(replace(GOOD, cairo=None)))
    assert text.splitlines()[:5] == [
        "ok       python     3.11.2 (/usr/bin/python3)",
        "ok       graphviz   dot 2.43.0 (/usr/bin/dot)",
        "missing  cairo      there is no cairo library of 1.16 or newer",
        "                    no PNG and no PDF; SVG works",
        "                    to mend it: apt-get install -y libcairo2",
    ]


@given(
    st.sampled_from(["linux", "darwin", "win32", "freebsd14", "cygwin"]),
    st.sampled_from([*INSTALLERS, None]),
    st.booleans(),
)
def test_no_machine_is_too_bare(system, installer, is_root):
    bare = replace(
        GOOD, system=system, installer=installer, is_root=is_root, dot=None, cairo=None, fonttools=None,
        brotli=None, pillow=None, pypinyin=None, pptx=None, openpyxl=None, chinese=None, themes=(), cache=("", False), encoding="",
    )  # fmt: skip
    findings = examine(bare)
    assert all(found.cost for found in findings if found.name != "python")
    assert format_findings(findings)


def test_this_machine_can_be_examined():
    names = [found.name for found in examine(look_at_machine())]
    assert names == [
        "python",
        "graphviz",
        "cairo",
        "fonts",
        "fonttools",
        "photos",
        "pinyin",
        "slides",
        "workbooks",
        "themes",
        "cache",
        "output",
    ]


def test_nothing_is_found_on_an_empty_path_and_nothing_fails(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    machine = look_at_machine()
    assert machine.dot is None
    assert machine.installer is None
    assert format_findings(examine(machine))


def test_a_dot_that_does_not_run_is_no_dot(monkeypatch, tmp_path):
    broken = tmp_path / "dot"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert look_at_machine().dot is None
