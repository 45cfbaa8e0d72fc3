"""Departments without a column for the one above stand below each other by their codes or their indentation."""

import pytest

from orgviz.table import levels_told

BY_CODES = (
    "编码,部门名称\n01,总公司\n0101,研发部\n010101,平台组\n0102,财务部\n",
    "编码,部门名称\n1000,总公司\n1100,研发部\n1110,平台组\n1200,财务部\n",
    "编码,部门名称\nA,总公司\nA-1,研发部\nA-1-1,平台组\nA-2,财务部\n".replace("A", "A1"),
)
BY_INDENT = "部门,人数\n总公司,40\n  研发部,20\n    平台组,8\n  财务部,3\n"
TREE = ["总公司", "├─ 研发部", "│  └─ 平台组", "└─ 财务部"]


@pytest.mark.parametrize("text", [*BY_CODES, BY_INDENT])
def test_codes_and_indentation_tell_the_levels(reader, text):
    assert reader.tree(text) == TREE


@pytest.mark.parametrize(
    "codes", [("1", "2", "3", "10"), ("100", "101", "102", "103"), ("7", "70", "8", "9"), ("X", "XY", "Z", "Q")]
)
def test_codes_that_only_count_tell_nothing(reader, codes):
    rows = zip(codes, ("总公司", "研发部", "平台组", "财务部"), strict=True)
    text = "编码,部门名称\n" + "".join(f"{code},{name}\n" for code, name in rows)
    assert reader.tree(text) == ["总公司", "研发部", "平台组", "财务部"]


def test_a_column_for_the_one_above_is_believed_rather_than_codes(reader):
    text = "编码,部门名称,上级编码\n01,总公司,\n0101,研发部,01\n010101,平台组,01\n0102,财务部,01\n"
    assert reader.tree(text) == ["总公司", "├─ 研发部", "├─ 平台组", "└─ 财务部"]


def test_the_shortest_of_all_codes_is_looked_for_once(reader, monkeypatch):
    asked = []

    def counted(values):
        asked.append(len(values))
        return min(values)

    monkeypatch.setattr(levels_told, "min", counted, raising=False)
    assert reader.tree(BY_CODES[0]) == TREE
    assert asked == [4]
