"""Outlines in which only the indentation tells what stands below what are held to it; nothing else is."""

import pytest

from orgviz.diagnostics import Findings
from orgviz.document.outline.indentation import check_indentation, plain_outline, read_plain_outline, traces_of
from orgviz.text import SourceText


def told(text):
    findings = Findings()
    check_indentation(SourceText("a.txt", text), plain_outline(text), findings)
    return [f"{one.span.line}:{one.span.column} {one.code}" for one in findings.sorted()]


def tree(text):
    found = read_plain_outline(SourceText("a.txt", text), plain_outline(text))
    return found and [(node.name, node.parent) for node in found.nodes]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("A\n  B\n        C\n      D\n", "4:1 document-level"),
        ("A\n    B\n        C\n      D\n", "4:1 document-level"),
        ("A\n  B\n\tC\n", "3:1 document-indent"),
        ("A\n\tB\n    C\n", "3:1 document-indent"),
        ("A\n  \u200b\n", "2:3 invisible-text"),
        ("总部\n　　甲部\n　　　　乙组\n　　　丙组\n", "4:1 document-level"),
    ],
)
def test_a_line_at_no_level_is_told_at_its_place(text, finding):
    assert told(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "A\n  B\n        C\n  D\nE\n",
        "A\n    B\n        C\n     D\n   E\n",
        "A\n\tB\n\t  C\n\tD\n",
        "A\n\n\u200b\n  B\n",
        "总部\n　　甲部\n    乙组\n",
    ],
)
def test_a_level_of_its_own_may_be_of_any_width(text):
    assert plain_outline(text)
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A\nB\n",
        "  A\nB\n",
        "- A\n  - B\n      - C\n    - D\n",
        "一、总部\n  二、甲部\n",
        "The firm has two teams.\n  One sells,\n\tand one buys.\n",
        "甲部负责采购。\n  乙部\n\t丙部\n",
        "if a:\n  b\n\tc\n",
        "src\n  main.py\n\tutil.py\n",
        "<ul>\n  <li>A</li>\n\t<li>B</li>\n</ul>\n",
        "A | B\n  C\n\tD\n",
        "A\n  " + "very long " * 10 + "\n\tB\n",
    ],
)
def test_prose_lists_tables_and_programs_are_not_held_to_it(text):
    assert plain_outline(text) == ()
    assert told(text) == []


def test_names_are_read_as_they_are_written():
    assert tree('<b>A</b>\n  "B\\N"]; x\n    C\\\n  &lt;D&gt;\n') == [
        ("<b>A</b>", None), ('"B\\N"]; x', 0), ("C\\", 1), ("&lt;D&gt;", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["A\n  B\nC\n", "A\n  b: c\n", "A  1\n  B\n", "A\nB\n", "A\n  \u200b\n"])
def test_more_than_one_tree_of_names_is_not_read(text):
    assert tree(text) is None


def test_each_line_is_explained():
    found = read_plain_outline(SourceText("a.txt", "A\n  B\n"), plain_outline("A\n  B\n"))
    assert [(trace.span.line, trace.became) for trace in traces_of(found)] == [
        (1, "unit 'A'"),
        (2, "unit 'B' below 'A'"),
    ]
