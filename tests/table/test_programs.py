"""Literals in programs and rows in SQL are read; nothing is run, and nothing makes them fail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.diagnostics import Findings
from orgviz.table.literals import read_literals
from orgviz.table.sql import read_sql
from orgviz.text import SourceText

TREE = ["行政部", "├─ 财务部", "└─ 工会", "药剂科"]
SCRIPTS = (
    "const d = [{value: '1', label: \"行政部\", children: [{label: '财务部'}, {label: `工会`}]}, {label: '药剂科'}]\nexport default d",
    (
        "interface D { label: string; children?: D[] }\n// [1, 2]\nexport const t: D[] = [{'label': '\\u884c政部', children: [{label: '财务部',}, {label: '工会'}],},\n"
        "/* x */ {label: '药剂科', open: f(1, [2])}];\nconst other = [1, {a: 2}];"
    ),
    "module.exports = {data: [{name: '行政部', children: [{name: '财务部', go: () => { run(); }}, {name: '工会'}]}, {name: '药剂科', children: []}]}",
    (
        "const keys = {children: 'children', label: 'label'}\n"
        "const d = [{label: '行政部', children: [{label: '财务部'}, {label: '工会'}]}, {label: '药剂科'}]"
    ),
)


@pytest.mark.parametrize("text", SCRIPTS)
def test_literals_of_a_program(reader, text):
    assert reader.tree(text, path="a.ts") == TREE


TITLED = """export default {title: "公司架构", list: [
  {id: 1, title: "总经办", content: "定方向、管目标", active: true},
  {id: 1, title: "研发与设计体系", content: "做产品", active: false},
  {id: 1, title: "供应部", content: "采购，仓储"}]}"""


def test_titles_that_end_as_departments_do_are_departments_below_the_title_over_their_list(reader):
    assert reader.tree(TITLED, path="a.js") == ["公司架构", "", "总经办", "研发与设计体系", "供应部"]
    assert [node.duty for node in reader.org(TITLED, path="a.js").nodes] == ["定方向、管目标", "做产品", "采购，仓储"]


def test_titles_of_posts_stay_posts(reader):
    text = (
        'export default {title: "岗位", list: [{title: "店长", content: "管店"}, {title: "收银员", content: "收款"}]}'
    )
    assert reader.tree(text, path="a.js") == ["店长", "收银员"]
    assert {node.kind for node in reader.org(text, path="a.js").nodes} == {"position"}


def test_a_place_in_a_program_is_that_of_the_text(reader):
    assert reader.org("\n\nx = [{label: 'A', children: [{label: 'B'}]}]", path="a.js").nodes[1].span.column == 38


CREATED = """create table sys_dept (
  dept_id bigint not null comment '部门id', parent_id bigint default 0, dept_name varchar(30) comment '部门,名称',
  del_flag char(1) default '0', created datetime, primary key (dept_id)
) comment = '部门表';
insert into sys_dept values (1, 0, '总公司', '0', now()), (2, 1, 'Bob''s; 财务', '0', f('a', 2));
-- insert into sys_dept values (9, 0, '注释', '0', null);
insert into sys_dept values (3, 1, '旧部', '2', null);
"""


def test_rows_of_a_table_that_is_created(reader):
    assert reader.tree(CREATED, path="a.sql") == ["总公司", "└─ Bob's; 财务"]
    assert reader.told() == ["7:36 left-out"]


def test_columns_of_the_insert_in_an_order_of_its_own(reader):
    text = "INSERT INTO `d` (`name`, `pid`, `id`) VALUES ('B', 1, 2);\nINSERT INTO d (id, name) VALUES (1, N'A');"
    assert reader.tree(text, path="a.sql") == ["A", "└─ B"]


def test_columns_that_only_their_comments_tell(reader):
    text = "create table t (f1 int comment '编号', f2 int comment '上级部门编号', f3 text comment '部门名称');insert into t values (1,0,'A'),(2,1,'B');"
    assert reader.tree(text, path="a.sql") == ["A", "└─ B"]


@pytest.mark.parametrize(
    ("text", "path"), [("f()", "a.js"), ("select 1;", "a.sql"), ("insert into", "a.sql"), ("x = [", "a.js")]
)
def test_a_file_without_data_is_told(reader, text, path):
    assert reader.tree(text, path=path) == ["1:1 data-syntax"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20000,
        "{" * 20000,
        "[{a:" * 20000,
        "'" * 20001,
        "/* " * 20000,
        '"\\' * 20001,
        "(" * 20000,
        "insert into t values " + "(" * 20000,
    ],
)
def test_hostile_text_is_read_to_its_end(text):
    read_literals(SourceText("a.js", text), Findings())
    read_sql(SourceText("a.sql", text), Findings())


@given(st.text(st.sampled_from("[]{}():,'\"`a1;/*\n\\-"), max_size=60))
def test_any_text_is_read_or_told(text):
    for reader, path in ((read_literals, "a.js"), (read_sql, "a.sql")):
        findings = Findings()
        assert reader(SourceText(path, text), findings) or findings.failed


@given(
    st.lists(
        st.sampled_from(
            [
                "insert into t ",
                "(id, name)",
                " values ",
                "(1,'a')",
                ",",
                ";",
                "create table t ",
                "(id int, name text)",
                "(",
            ]
        ),
        max_size=12,
    )
)
def test_any_pieces_of_sql_are_read_or_told(pieces):
    findings = Findings()
    assert read_sql(SourceText("a.sql", "".join(pieces)), findings) or findings.failed


def test_rows_that_sql_inserts_without_names_of_columns_are_read_by_their_cells(reader):
    text = (
        "insert into t_dept values ('1', '总公司', '0', '2020-01-01'); insert into t_dept values ('2', '研发部', '1', '');\n"
        "insert into t_dept values ('3', '测试组', '2', '2020-01-01'), ('4', '行政部', '1', '2020-01-01');"
    )
    assert reader.tree(text, path="a.sql") == ["总公司", "├─ 研发部", "│  └─ 测试组", "└─ 行政部"]


def test_a_department_is_named_by_its_number_too(reader):
    text = (
        "insert into d (id, dept_no, dept_name, parent_no) values (1, 'D1', '总公司', null), (2, 'D2', '研发部', 'D1');"
    )
    assert reader.tree(text, path="a.sql") == ["总公司", "└─ 研发部"]


MILL = ["Harbour Mill", "└─ Milling", "   └─ Night shift"]
INSERTS = (
    (
        "SET IDENTITY_INSERT [dbo].[Dept] ON\n"
        "INSERT [dbo].[Dept] ([DeptID], [DeptName], [ParentID], [Made]) VALUES (1, N'Harbour Mill', NULL, CAST(N'2020' AS Date))\n"
        "INSERT [dbo].[Dept] ([DeptID], [DeptName], [ParentID], [Made]) VALUES (2, N'Milling', 1, GETDATE())\nGO\n"
        "INSERT [dbo].[Dept] ([DeptID], [DeptName], [ParentID], [Made]) VALUES (3, N'Night shift', 2, NULL)\nGO\nSELECT f(1)"
    ),
    "INSERT INTO d (id, name, parent_id)\nSELECT 1, 'Harbour Mill', NULL UNION ALL\nSELECT 2 AS id, 'Milling', 1 UNION SELECT 3, 'Night shift', 2",
    (
        "INSERT INTO d (name, parent_id) VALUES ('Harbour Mill', NULL);\n"
        "INSERT INTO d (name, parent_id) VALUES ('Milling', (SELECT id FROM d WHERE name = 'Harbour Mill'));\n"
        "INSERT INTO d (name, parent_id) SELECT 'Night shift', id FROM d WHERE name = 'Milling';"
    ),
    (
        "COPY public.d (id, name, parent_id) FROM stdin;\n1\tHarbour Mill\t\\N\n2\tMilling\t1\n3\tNight shift\t2\n\\.\n"
        "SELECT setval('d', 3, true);"
    ),
    (
        "INSERT ALL INTO d (id, name, pid) VALUES ('A', 'Harbour Mill', '') INTO d (id, name, pid) VALUES ('B', 'Milling', 'A')\n"
        "INTO d (id, name, pid) VALUES ('C', 'Night shift', 'B') SELECT 1 FROM dual;"
    ),
    (
        "insert into d set id=1, name='Harbour Mill', pid=0; insert into d set id=2, name='Milling', pid=1;"
        "insert into d set name='Night shift', id=3, pid=2;"
    ),
)


@pytest.mark.parametrize("text", INSERTS)
def test_rows_are_read_from_the_inserts_of_every_dialect(reader, text):
    assert reader.tree(text, path="a.sql") == MILL
    assert reader.told() == []


@pytest.mark.parametrize(
    "create", ["", "CREATE TABLE d (id SERIAL PRIMARY KEY, name TEXT, parent_id INT REFERENCES d(id));\n"]
)
def test_rows_without_ids_have_the_numbers_that_the_database_would_give_them(reader, create):
    insert = "INSERT INTO d (name, parent_id) VALUES ('Harbour Mill', NULL), ('Milling', 1), ('Night shift', 2);"
    text = "".join((create, insert))
    assert reader.tree(text, path="a.sql") == MILL


def test_rows_without_ids_whose_parents_have_other_numbers_are_not_numbered(reader):
    text = "INSERT INTO d (name, parent_id) VALUES ('Harbour Mill', NULL), ('Milling', 40), ('Night shift', 41);"
    assert "unknown-reference" in reader.tree(text, path="a.sql")[0]


@pytest.mark.parametrize("ids", ["A01 A02 A03", " ".join(f"5d3e0b8e-0a55-4a53-9d8b-7a2f3a5b000{n}" for n in "123")])
def test_columns_of_unknown_names_are_known_by_what_stands_in_them(reader, ids):
    one, two, three = ids.split()
    rows = f"('{one}', NULL, '晨光公司'), ('{two}', '{one}', '生产部'), ('{three}', '{two}', '质检科')"
    assert reader.tree("insert into t (f1, f2, f3) values ROWS".replace("ROWS", rows), path="a.sql") == [
        "晨光公司",
        "└─ 生产部",
        "   └─ 质检科",
    ]


def test_names_that_are_looked_up_in_another_table_are_no_rows(reader):
    assert reader.tree("insert into d (id, name) select id, name from e;", path="a.sql") == ["1:1 data-syntax"]


def test_a_list_of_python_with_who_manages_each_department(reader):
    text = (
        'TEAMS = [\n  {"code": "HR", "name": "人力资源部", "parent": None, "manager": "王敏"},  # two teams\n'
        '  {"code": "HR-1", "name": "招聘组", "parent": "HR", "manager": None},\n]\n'
    )
    assert reader.tree(text, path="a.py") == ["人力资源部", "├─ 王敏", "└─ 招聘组"]


SEEDS = (
    (
        "a.py",
        (
            '"""Departments [of, {the mill}]"""\nhq = Department(name="Harbour Mill")\nmilling = Department(name="Milling", parent_id=hq.id)\n'
            'db.session.add(hq)\nDepartment(name="Night shift", parent_id=milling.id)\n'
        ),
    ),
    ("a.py", 'root = Node("Harbour Mill")\na = Node("Milling", parent=root)\nb = Node("Night shift", a)\n'),
    (
        "a.py",
        (
            'D = [Department(id=1, name="Harbour Mill", parent_id=None), Department(id=2, name="Milling", parent_id=1),\n'
            '     Department(id=3, name="Night shift", parent_id=2)]'
        ),
    ),
    ("a.py", 'D = (("Harbour Mill", None), ("Milling", "Harbour Mill"), ("Night shift", "Milling"))'),
    ("a.js", "const D = [['Harbour Mill', ''], ['Milling', 'Harbour Mill'], ['Night shift', 'Milling']];"),
    (
        "a.py",
        (
            'MAP = {"H": {"level": 1, "name": "Harbour Mill", "parent": None}, "M": {"name": "Milling", "parent": "H"},\n'
            ' "N": {"name": "Night shift", "parent": "M"},\n'
        ),
    ),
    (
        "a.php",
        (
            "<?php return ['name' => 'Harbour Mill', 'children' => array(array('name' => 'Milling', 'children' => [\n"
            "['name' => 'Night shift']]))];"
        ),
    ),
    (
        "a.php",
        (
            "class S { function run() {\n$hq = Department::create(['name' => 'Harbour Mill', 'parent_id' => null]);\n"
            "$m = Department::create(['name' => 'Milling', 'parent_id' => $hq->id]);\n"
            "Department::create(['name' => 'Night shift', 'parent_id' => $m->id]); }}"
        ),
    ),
    (
        "a.rb",
        (
            "hq = Department.create!(name: 'Harbour Mill')\nDepartment.create!(name: 'Milling', parent: hq)\n"
            "Department.create!(name: 'Night shift', parent: Department.find_by(name: 'Milling'))\n"
        ),
    ),
    (
        "a.rb",
        (
            "[{ :name => 'Harbour Mill', :parent => nil }, { :name => 'Milling', :parent => 'Harbour Mill' },\n"
            "{ :name => 'Night shift', :parent => 'Milling' }].each { |d| Department.create(d) }"
        ),
    ),
)


@pytest.mark.parametrize(("path", "text"), SEEDS)
def test_seeds_of_python_ruby_and_php(reader, path, text):
    assert reader.tree(text, path=path) == MILL
    assert reader.told() == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", "name = CharField(max_length=100)\nsize = IntField(default=3)\n"),
        ("a.js", "function f(name: string, parent: Node) { return g('Milling', name) }"),
        ("a.js", "const colours = ['red', 'green', 'blue']; const places = [[1, 2], [3, 4], [5, 6]]"),
        ("a.py", "class Department(Base):\n    pass\nx = run('Milling', deep=f(2))\n"),
    ],
)
def test_programs_that_only_look_like_seeds_hold_no_departments(reader, path, text):
    assert reader.tree(text, path=path)[0].endswith(("data-syntax", "no-columns"))


MEMBERS = (
    "const d = [...base, {...own, label: '行政部', children: [{label: '财务部' as const, ...own}, {label: '工会'}] as Team[]}, {label: '药剂科'}] satisfies Team[];",
    "const d = {list: [{icon, label: '行政部', children: [{[Sort.A]: {b: 1}, label: '财务部'}, {label: '工会'}]}, {label: '药剂科'}] as Record<string, Team>[]} as const\nconst e = 1",
    "const d = [{label: '行政部', shown() { if (this.a) { b(); } return 1; }, async load(x) { return [x]; }, children: [{label: '财务部', sort: Sort.B, id: next(1, 2)}, {label: '工会'}]}, {label: '药剂科'}]",
)


@pytest.mark.parametrize("text", MEMBERS)
def test_what_an_object_holds_without_a_key_to_read_is_stepped_over(reader, text):
    assert reader.tree(text, path="a.ts") == TREE


def test_a_block_of_statements_is_no_object_and_what_stands_in_it_is_read(reader):
    text = "export function d() { setUp(); const e = 1; return [{label: '行政部', children: [{label: '财务部'}, {label: '工会'}]}, {label: '药剂科'}]; }"
    assert reader.tree(text, path="a.ts") == TREE
