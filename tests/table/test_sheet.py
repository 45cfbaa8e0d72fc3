"""Delimited text becomes cells, each with its exact place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.diagnostics import Findings
from orgviz.table.sheet import read_csv, tell_separator
from orgviz.text import SourceText


def sheet(text):
    return read_csv(SourceText("a.csv", text), Findings())


def texts(text):
    return [[cell.text if cell else "" for cell in row] for row in sheet(text).rows]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "，"])
def test_the_separator_is_told_from_the_text(sign):
    assert texts(f"姓名{sign}部门\n王敏{sign}客服部\n李四{sign}市场部") == [
        ["姓名", "部门"],
        ["王敏", "客服部"],
        ["李四", "市场部"],
    ]


def test_a_line_may_name_the_separator():
    assert texts("sep=|\na|b,c") == [["a", "b,c"]]


def test_a_comma_within_quotes_separates_nothing():
    assert tell_separator(['"a, b, c";d', '"e, f, g";h']) == ";"


def test_quoted_cells_hold_separators_quotes_and_line_breaks():
    assert texts('a,b\n"x, ""y""\nz",w\n') == [["a", "b"], ['x, "y"\nz', "w"]]


def test_blank_rows_are_left_out_and_blank_cells_are_nothing():
    assert texts("a,b\n\n,,\n c ,\n") == [["a", "b"], ["c", ""]]


def test_a_place_is_that_of_the_text_in_the_cell():
    rows = sheet('姓名, 部门\n"王\n敏","x"\n  李四,"客服"').rows
    places = [[(cell.span.line, cell.span.column, cell.span.width) for cell in row if cell] for row in rows]
    assert places == [[(1, 1, 2), (1, 5, 2)], [(2, 2, 1), (3, 5, 1)], [(4, 3, 2), (4, 7, 2)]]


def test_an_apostrophe_before_a_formula_is_taken_away_and_no_other():
    assert texts("a,b\n'=1+1,'quoted\n''@x,+1") == [["a", "b"], ["=1+1", "'quoted"], ["'@x", "+1"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('a,b\nx,"y', ("csv-quote", 2, 3)),
        ("\n \n", ("empty-file", 1, 1)),
        ("a,b\nx,\u202ey", ("forbidden-character", 2, 3)),
        ('a,"b\0"', ("forbidden-character", 1, 4)),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text, told):
    findings = Findings()
    read_csv(SourceText("a.csv", text), findings)
    (found,) = findings.items
    assert (found.code, found.span.line, found.span.column) == told


@given(st.text(st.sampled_from("a\"\n\t ,;|，'=\0"), max_size=40))
def test_any_text_gives_a_sheet_or_a_finding(text):
    findings = Findings()
    found = read_csv(SourceText("a.csv", text), findings)
    assert found is not None or findings.failed
    for row in found.rows if found else ():
        for cell in row:
            assert cell is None or 1 <= cell.span.line <= text.count("\n") + 1


plain_cells = st.text(st.sampled_from('ab"\n,; x'), min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(st.lists(plain_cells, min_size=3, max_size=3), min_size=2, max_size=5))
def test_what_is_quoted_reads_back(rows):
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    assert texts(text) == rows
