import json

import pytest

from orgviz.diagnostics import Diagnostic, Severity
from orgviz.report import ReportStyle, format_diagnostics
from orgviz.text import SourceText, Span


def finding(line: int = 1, column: int = 1, width: int = 1, **more) -> Diagnostic:
    values = {"code": "a-code", "severity": Severity.ERROR, "message": "wrong", **more}
    return Diagnostic(span=Span("org.yaml", line, column, width), **values)


def human(text: str, *findings: Diagnostic) -> str:
    return format_diagnostics(findings, {"org.yaml": SourceText("org.yaml", text)}, ReportStyle.HUMAN)


def test_a_person_sees_place_line_carets_and_hint():
    assert human("title: x\nhed: Ann\n", finding(2, 1, 3, hint="did you mean 'head'?")) == (
        "org.yaml:2:1: error[a-code]: wrong\n    2 | hed: Ann\n      | ^^^\n   hint: did you mean 'head'?\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "width", "pad", "carets"),
    [
        ("部门: x", 5, 1, "\u3000\u3000  ", "^"),
        ("a: 部门", 4, 2, "   ", "^^^^"),
        ("\ta: x", 2, 1, "    ", "^"),
        ("e\u0301a", 3, 1, " ", "^"),
        ("a\u200bb", 3, 1, "  ", "^"),
        ("ab", 3, 1, "  ", "^"),
        ("ab", 1, 99, "", "^^"),
    ],
)
def test_the_caret_stands_below_its_character(line, column, width, pad, carets):
    assert human(line, finding(1, column, width)).splitlines()[2] == f"      | {pad}{carets}"


@pytest.mark.parametrize("letter", ["x", "长"])
def test_long_lines_are_cut_around_the_place(letter):
    line = letter * 5_000 + "HERE" + letter * 5_000
    source, carets = human(line, finding(1, 5_001, 4)).splitlines()[1:3]
    assert len(source) <= 100
    assert "HERE" in source
    assert source.startswith("    1 | …")
    assert source.endswith("…")
    before = source[: source.index("HERE")]
    assert len(carets[: carets.index("^")]) == len(before)


def test_without_the_source_only_the_place_is_told():
    text = format_diagnostics([finding(hint="help")], {}, ReportStyle.HUMAN)
    assert text == "org.yaml:1:1: error[a-code]: wrong\n   hint: help\n"


def test_control_characters_never_reach_the_terminal():
    text = human("a\x1b[0mb\u202e", finding(message="x\x1b[31m\ny"))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.splitlines()[0].endswith("x\\x1b[31m\\ny")


@pytest.mark.parametrize("style", [ReportStyle.HUMAN, ReportStyle.SHORT])
def test_no_more_than_twenty_are_shown(style):
    text = format_diagnostics([finding(n + 1) for n in range(57)], {}, style)
    assert text.count("a-code") == 20
    assert text.endswith("… and 37 more\n")


def test_the_short_style_has_a_line_each():
    text = format_diagnostics([finding(), finding(2, severity=Severity.WARNING)], {}, ReportStyle.SHORT)
    assert text == "org.yaml:1:1: error[a-code]: wrong\norg.yaml:2:1: warning[a-code]: wrong\n"


def test_json_has_everything():
    text = format_diagnostics([finding(2, 3, 4, hint="help")] * 30, {}, ReportStyle.JSON)
    assert json.loads(text) == [
        {
            "code": "a-code", "severity": "error", "message": "wrong", "hint": "help",
            "path": "org.yaml", "line": 2, "column": 3, "width": 4,
        }
    ] * 30  # fmt: skip


def test_github_annotations_are_escaped():
    found = Diagnostic(
        code="a-code",
        severity=Severity.ERROR,
        message="100% ::stop-commands::x\r\n::error::y",
        span=Span("a,b:c%.yaml", 2, 3),
        hint="help",
    )
    assert format_diagnostics([found], {}, ReportStyle.GITHUB) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=2,col=3,title=a-code::100%25 ::stop-commands::x\\r%0A::error::y%0Ahelp\n"
    )


def test_a_note_is_a_notice_on_github():
    text = format_diagnostics([finding(severity=Severity.NOTE)], {}, ReportStyle.GITHUB)
    assert text == "::notice file=org.yaml,line=1,col=1,title=a-code::wrong\n"


def test_nothing_is_told_about_nothing():
    assert format_diagnostics([], {}, ReportStyle.HUMAN) == ""
    assert format_diagnostics([], {}, ReportStyle.JSON) == "[]\n"
