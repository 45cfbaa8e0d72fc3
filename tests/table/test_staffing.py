"""Tables of who holds each post, or how many do, in each of several units."""

import pytest


def test_units_in_rows_and_posts_in_columns(reader):
    assert reader.tree("部门,经理,专员,合计\n市场部,1,8,9\n财务部,王平,0,1\n合计,2,8,10") == [
        "市场部", "├─ 经理", "└─ 专员  ×8", "财务部", "└─ 经理  王平",
    ]  # fmt: skip


def test_posts_in_rows_and_units_in_columns(reader):
    assert reader.tree("Role,North,South\nRegional Manager,Ann Lee,vacant\nSales Rep,4,6") == [
        "North", "├─ Regional Manager  Ann Lee", "└─ Sales Rep  ×4",
        "South", "├─ Regional Manager  ○ vacant", "└─ Sales Rep  ×6",
    ]  # fmt: skip


def test_posts_by_their_names_below_a_header_that_says_nothing(reader):
    assert reader.tree(",一店,二店\n店长,王平,李静\n副经理,2,3") == [
        "一店", "├─ 店长  王平", "└─ 副经理  ×2", "二店", "├─ 店长  李静", "└─ 副经理  ×3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "姓名,经理,总监\n张伟,李强,王芳\n赵敏,李强,王芳",
        "部门,经理,职责\n市场部,王平,销售产品给各地的客户\n财务部,李静,做账",
        "Title,Name,Department\nManager,Ann Lee,Sales\nClerk,Bob Stone,Sales",
    ],
)
def test_other_tables_are_no_tables_of_staff(reader, text):
    first, *_ = text.split(",")
    assert not any(line.startswith(first) for line in reader.tree(text))
    assert "经理  1" not in "\n".join(reader.tree(text))
