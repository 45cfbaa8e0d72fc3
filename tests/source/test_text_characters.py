import pytest

from orgviz.diagnostics import Findings
from orgviz.source.text_characters import checked_text, warn_of_empty_looking
from orgviz.text import SourceText


def checked(text):
    findings = Findings()
    return checked_text(SourceText("a.txt", text), findings).text, [
        (found.code, found.span.line, found.span.column) for found in findings.items
    ]


@pytest.mark.parametrize("character", ["\x07", "\x1b", "\x9b", "\u202e", "\ufeff", "\ufdd0", "\U0010ffff", "\u202a"])
def test_what_no_text_may_hold_is_told_once_a_line(character):
    told = checked(f"A\n  B{character}{character}\nC\n {character}")[1]
    assert told == [("forbidden-character", 2, 4), ("forbidden-character", 4, 2)]


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x85", "\u2028"])
def test_old_breaks_of_lines_and_pages_are_spaces(mark):
    assert checked(f"A{mark}B\n{mark}C") == ("A B\n C", [])


@pytest.mark.parametrize("text", ["市场部\n\t客服部", "👩‍🔧", "\u2067שלום\u2069"])
def test_all_else_is_left_as_it_is(text):
    assert checked(text) == (text, [])


def test_the_first_line_that_only_looks_empty_is_told():
    findings = Findings()
    warn_of_empty_looking(SourceText("a.txt", "A\n\n \t\n  \u200b\n\u200b\n👩‍🔧\n"), findings)
    assert [(one.code, one.severity, one.span.line, one.span.column) for one in findings.items] == [
        ("invisible-text", "warning", 4, 3)
    ]
