"""Tables without a header are read by what stands in their columns; other rows of cells are refused."""

import pytest


@pytest.mark.parametrize(
    ("table", "tree"),
    [
        ("1,综合办公室,1\n2,后勤部,1\n3,保卫科,2", ["综合办公室", "后勤部", "保卫科"]),
        ("10,总部办公室,0\n11,销售部,10\n12,华东组,11", ["总部办公室", "└─ 销售部", "   └─ 华东组"]),
        ("Head office,\nSales team,Head office\nLegal team,Head office", ["Head office", "├─ Sales team", "└─ Legal team"]),
        ("销售部,门店组\n销售部,客服组\n生产部,装配组", ["销售部", "├─ 门店组", "└─ 客服组", "生产部", "└─ 装配组"]),
        ("王敏,销售部,经理\n李四,销售部,专员\n张伟,财务部,会计",
         ["销售部", "├─ 经理  王敏", "└─ 专员  李四", "财务部", "└─ 会计  张伟"]),
    ],
)  # fmt: skip
def test_a_table_without_a_header_is_read(reader, table, tree):
    assert reader.tree(table) == tree


@pytest.mark.parametrize(
    "table",
    [
        "1,苹果,3\n2,香蕉,5\n3,梨,8",
        "Red,4\nGreen,7\nBlue,9",
        "Väri,Koko\nSales team,4\nLegal team,5",
        "王敏,13800000000\n李四,13900000000\n张伟,13700000000",
    ],
)
def test_other_rows_of_cells_are_refused(reader, table):
    assert reader.tree(table) == ["1:1 no-columns"]
