"""Workbooks are read cell by cell; broken and hostile ones are told."""

import datetime
import io
import sys
import zipfile

import openpyxl
import pytest

from orgviz.build import build_org
from orgviz.diagnostics import Findings, ToolError
from orgviz.export.text_tree import to_text_tree
from orgviz.table.read import read_sheets
from orgviz.table.workbook import read_xlsx


def packed(*sheets, merged=()):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"s{number}")
        for row in rows:
            sheet.append(row)
        for place in merged:
            sheet.merge_cells(place)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def tree(data):
    findings = Findings()
    root = read_sheets(read_xlsx(data, "a.xlsx", findings), {}, findings)
    return to_text_tree(build_org(root, findings)).splitlines()


def test_a_department_that_is_merged_stands_in_each_of_its_rows():
    rows = [
        ["花名册", None, None],
        ["部门", "岗位", "姓名"],
        ["销售部", "经理", "王敏"],
        [None, "专员", "李四"],
        ["财务部", "会计", "赵六"],
    ]
    assert tree(packed(rows, merged=["A1:C1", "A3:A4"])) == [
        "花名册", "", "销售部", "├─ 经理  王敏", "└─ 专员  李四", "财务部", "└─ 会计  赵六",
    ]  # fmt: skip


def test_merged_cells_are_filled_where_managers_are_given():
    rows = [["部门", "姓名", "上级"], ["A", "Ann", None], [None, "Bob", "Ann"], ["B", "Cid", "Ann"]]
    assert tree(packed(rows, merged=["A2:A3"])) == ["A", "└─ Ann", "   ├─ Bob", "   └─ B", "      └─ Cid"]


def test_a_place_is_row_and_column_and_numbers_are_as_shown():
    (sheet,) = read_xlsx(packed([["id", "x", "d"], [2.0, True, datetime.date(2026, 1, 2)]]), "a.xlsx", Findings())
    assert [(cell.text, cell.span.line, cell.span.column) for cell in sheet.rows[1]] == [
        ("2", 2, 1),
        ("true", 2, 2),
        ("2026-01-02", 2, 3),
    ]


def test_sheets_that_are_no_tables_are_passed_over():
    assert tree(packed([["说明"], ["读我"]], [["部门", "上级部门"], ["A", None], ["B", "A"]])) == ["A", "└─ B"]


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (300 << 20))
    return out.getvalue()


def with_part(name, content):
    source, out = zipfile.ZipFile(io.BytesIO(packed([["a", "b"]]))), io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part in source.namelist():
            archive.writestr(part, content if part == name else source.read(part))
    return out.getvalue()


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"",
        lambda: b"PK\x03\x04 broken",
        lambda: packed([["a"]])[:-40],
        bomb,
        lambda: with_part("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        lambda: with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r='x'"),
    ],
)
def test_broken_and_hostile_workbooks_are_told(make):
    findings = Findings()
    assert read_xlsx(make(), "a.xlsx", findings) == ()
    assert [item.code for item in findings.items] == ["bad-workbook"]


def test_a_character_that_no_text_may_hold_is_told_at_its_cell():
    findings = Findings()
    read_xlsx(packed([["姓名"], ["a\u202eb"]]), "a.xlsx", findings)
    assert [(item.code, item.span.line) for item in findings.items] == [("forbidden-character", 2)]


def test_without_the_extra_the_line_that_installs_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ToolError) as error:
        read_xlsx(b"", "a.xlsx", Findings())
    assert error.value.hint == "pip install 'orgviz[xlsx]'"
