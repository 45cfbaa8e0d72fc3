"""Columns are known by their names, or by the user's word."""

import pytest

from orgviz.diagnostics import UsageError
from orgviz.reading import read_org
from orgviz.table.columns import COLUMN_NAMES
from orgviz.table.words import words


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("姓名", "name"), ("員工姓名", "name"), ("Employee_Name", "name"), ("工号", "id"), ("員工編號", "id"),
        ("EMPLOYEE ID", "id"), ("職位", "title"), ("Job-Title", "title"), ("Ｊｏｂ　Ｔｉｔｌｅ", "title"), ("所屬部門", "department"),
        ("dept_name", "department"), ("dept_id", "department_id"), ("parent_id", "parent_any"), ("上級部門", "parent"),
        ("直接上级", "manager"), ("匯報對象", "manager"), ("reportsTo", "manager"), ("Manager ID", "manager_id"),
        ("主管", "boss"), ("虛線彙報", "dotted"), ("負責人", "lead"), ("部门负责人（姓名）", "lead"), ("編制", "seats"),
        ("headcount", "seats"), ("部门职责", "duty"), ("状态", "status"), ("職稱", "title"), ("上級主管", "manager"),
        ("人數", "seats"), ("狀態", "status"), ("歸屬部門", "parent"), ("開始日期", "from"), ("手机", None), ("入职日期", None),
    ],
)  # fmt: skip
def test_a_column_is_known_in_any_spelling(name, field):
    assert words().field(name) == field


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("一级部门", 1),
        ("第二级", 2),
        ("3级部门", 3),
        ("部门4", 4),
        ("Level 1", 1),
        ("Dept Level 2", 2),
        ("department 3", 3),
    ],
)
def test_a_level_of_departments_is_known_by_its_number(name, level):
    assert words().level(name) == (0, level)


@pytest.mark.parametrize("name", ["1", "2024", "部", "级别", "level", "P7"])
def test_a_number_or_grade_is_no_numbered_level(name):
    assert words().level(name) is None or words().level(name)[0] == 1


def test_lines_above_the_header_are_passed_and_the_first_is_the_title(reader):
    org = reader.org("启明电商花名册,,\n制表：人事部,,\n,,\n姓名,职位,上级\n王敏,经理,\n李四,专员,王敏")
    assert org.title == "启明电商花名册"
    assert [node.name for node in org.nodes] == ["经理", "专员"]


def test_an_organisation_in_every_row_is_the_title(reader):
    assert reader.org("公司,姓名,部门\n启明电商,王敏,市场部\n启明电商,李四,财务部").title == "启明电商"


def test_the_users_word_goes_before_the_name_of_a_column(reader):
    table = "姓名,甲,乙\nAnn,,CEO\nBob,Ann,CTO"
    assert reader.tree(table, columns={"manager": "甲", "title": "乙"}) == ["CEO  Ann", "└─ CTO  Bob"]


def test_a_table_of_unknown_columns_is_read_by_the_users_word(reader):
    table = "foo,bar\nAnn,\nBob,Ann"
    assert reader.tree(table, columns={"name": "foo", "manager": "bar"}) == ["Ann", "└─ Bob"]


def test_a_plain_name_and_parent_of_the_users_are_units(reader):
    org = reader.org("x,y\nA,\nB,A", columns={"name": "x", "parent": "y"})
    assert [(node.kind, node.parent) for node in org.nodes] == [("unit", None), ("unit", "A")]


def test_a_column_that_is_not_there_is_told_with_those_that_are(reader):
    assert reader.tree("姓名,上级\nAnn,", columns={"name": "foo"}) == ["1:1 unknown-column"]
    assert reader.findings.items[0].hint == "the columns are '姓名' and '上级'"


def test_a_table_without_any_known_column_is_told_with_a_map_that_would_work(reader):
    assert reader.tree("foo,bar\nAnn,\nBob,Ann") == ["1:1 no-columns"]
    (found,) = reader.findings.items
    assert found.message.endswith("the columns are 'foo' and 'bar'")
    assert found.hint == "say what they mean: --map 'name=foo,manager=bar'"


def test_a_name_that_none_of_our_columns_has_is_wrong_usage(reader):
    with pytest.raises(UsageError, match="'--map' knows no 'mnager'"):
        reader.org("a,b\n1,2", columns={"mnager": "a"})


def test_every_name_of_ours_can_be_mapped(reader):
    for ours in COLUMN_NAMES:
        reader.org("姓名,x,y\nAnn,1,2", columns={ours: "x"})
        assert "unknown-column" not in " ".join(reader.told())


def test_a_row_with_too_many_cells_is_told(reader):
    reader.org("姓名,部门\nAnn,a,b\nBob,c,,")
    assert reader.told() == ["2:7 ragged-row"]


def test_a_table_without_rows_is_told(reader):
    assert reader.tree("姓名,部门\n合计,3") == ["1:1 nothing-to-draw"]


def test_a_repeated_header_and_a_total_are_no_people(reader):
    assert reader.tree("姓名,部门\nAnn,A\n姓名,部门\nBob,A\n总计：,2") == ["A", "├─ Ann", "└─ Bob"]


def test_rows_without_any_title_are_units_where_ids_tie_them():
    text = "name,office,positionName,id,parentId\n总部,ZB,,1,\n销售部,XS,,2,1\n华东区,HD,,3,2\n"
    org = read_org(text.encode(), "units.csv").org
    assert [(node.name, node.kind.value, node.parent) for node in org.nodes] == [
        ("总部", "unit", None),
        ("销售部", "unit", "1"),
        ("华东区", "unit", "2"),
    ]


@pytest.mark.parametrize(
    ("table", "tree"),
    [
        ("naam,afdeling,functie\nAnn,Verkoop,Manager", ["Verkoop", "└─ Manager  Ann"]),
        ("이름,부서,직책\n김하나,영업팀,팀장", ["영업팀", "└─ 팀장  김하나"]),
        ("氏名,部署,役職\n山田花子,営業部,部長", ["営業部", "└─ 部長  山田花子"]),
        ("Nombre completo,Departamento,Cargo,Jefe directo\nAna,Ventas,Jefa,\nEva,Ventas,Técnica,Ana",
         ["Ventas", "└─ Jefa  Ana", "   └─ Técnica  Eva"]),
        ("nome,cognome,reparto,ruolo\nAnna,Neri,Acquisti,Addetta", ["Acquisti", "└─ Addetta  Anna Neri"]),
        ("Vorname,Name,Abteilung,Funktion\nAnn,Berg,Einkauf,Referentin", ["Einkauf", "└─ Referentin  Ann Berg"]),
    ],
)  # fmt: skip
def test_columns_are_known_in_many_languages(reader, table, tree):
    assert reader.tree(table) == tree


def test_a_full_name_beside_a_first_name_stays_whole(reader):
    assert reader.tree("Vorname,Name,Funktion\nAnn,Ann Berg,Referentin") == ["Referentin  Ann Berg"]


CODES = """Org Unit Code,Org Unit Desc,Sits Under,Manager in Charge,FTE Budget,Remit
100,Corporate,,Ann Lee,2,Strategy
120,Field Services,100,Di Fox,1,Installations
122,South Crew,120,TBC,11,Southern sites
"""


def test_columns_of_codes_of_units_and_who_is_in_charge_are_known(reader):
    org = reader.org(CODES)
    units = [node for node in org.nodes if node.kind == "unit"]
    assert [(unit.name, unit.duty) for unit in units] == [
        ("Corporate", "Strategy"),
        ("Field Services", "Installations"),
        ("South Crew", "Southern sites"),
    ]
    assert "TBC" not in [node.name for node in org.nodes]
