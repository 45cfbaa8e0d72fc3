"""Rosters become trees: by managers where there are any, else by departments."""

from decimal import Decimal

import pytest

from orgviz.model import EdgeKind, NodeKind


def test_managers_by_id(reader):
    assert reader.tree("工号,姓名,职位,上级工号\nE3,Cid,CTO,E1\nE1,Ann,CEO,\nE2,Bob,CFO,E1") == [
        "CEO  Ann", "├─ CTO  Cid", "└─ CFO  Bob",
    ]  # fmt: skip


def test_managers_by_name_in_english(reader):
    assert reader.tree("Name;Job Title;Reports to\nAnn;CEO;\nBob;CTO;Ann\nCid;Dev;Bob") == [
        "CEO  Ann", "└─ CTO  Bob", "   └─ Dev  Cid",
    ]  # fmt: skip


def test_managers_by_title_and_seats_of_posts(reader):
    assert reader.tree("岗位,上级岗位,人数\n总经理,,1\n厂长,总经理,1\n工人,厂长,120人") == [
        "总经理", "└─ 厂长", "   └─ 工人  ×120",
    ]  # fmt: skip


def test_managers_by_name_with_id_in_brackets(reader):
    assert reader.tree("工号,姓名,上级\n1,王敏,\n2,王敏,\n3,李四,王敏（2）") == ["王敏", "王敏", "└─ 李四"]


@pytest.mark.parametrize("nobody", ["", "0", "XX", "-", "—", "无", "Ann", "E1", "N/A"])
def test_signs_for_nobody_and_oneself_are_the_top(reader, nobody):
    assert reader.tree(f"id,name,manager\nE1,Ann,{nobody}\nE2,Bob,Ann") == ["Ann", "└─ Bob"]


def test_a_manager_without_a_row_is_the_top_where_all_have_one(reader):
    assert reader.tree("姓名,上级\n李四,王敏\n赵六,王敏\n孙七,李四") == ["王敏", "├─ 李四", "│  └─ 孙七", "└─ 赵六"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("姓名,上级\nAnn,\nBob,Anne\nCid,Ann", "3:5 unknown-reference"),
        ("姓名,职位,上级\nAnn,a,\nAnn,b,\nCid,c,Ann", "4:7 ambiguous-reference"),
        ("姓名,职位,上级\nAnn,a,Bob\nBob,b,Ann\nCid,c,", "2:7 reporting-loop"),
        ("id,name,title,manager\n1,Ann,a,\n1,Bob,b,", "3:1 duplicate-id"),
    ],
)
def test_mistakes_in_references_are_told_at_their_cell(reader, table, told):
    assert reader.tree(table) == [told]


def test_departments_that_fit_the_reporting_line_are_units(reader):
    table = (
        "姓名,职位,部门,上级\n王敏,总经理,总经办,\n李四,总监,销售部,王敏\n赵六,专员,销售部,李四\n孙七,会计,财务部,王敏"
    )
    assert reader.tree(table) == [
        "总经办", "└─ 总经理  王敏", "   ├─ 销售部", "   │  └─ 总监  李四", "   │     └─ 专员  赵六",
        "   └─ 财务部", "      └─ 会计  孙七",
    ]  # fmt: skip
    assert [node.name for node in reader.org(table).nodes if node.head] == ["总经理", "总监", "会计"]


def test_a_department_whose_people_report_to_different_others_is_not_drawn(reader):
    table = "name,title,dept,manager\nAnn,CEO,Board,\nBob,CTO,Tech,Ann\nCid,Dev,Tech,Bob\nDan,Dev,Tech,Ann\nEve,Ops,Ops,Cid\nFay,Ops,Ops,Ann"
    assert [node.name for node in reader.org(table).nodes if node.kind is NodeKind.UNIT] == []


def test_dotted_lines(reader):
    org = reader.org("工号,姓名,职位,上级工号,虚线汇报\n1,Ann,CEO,,\n2,Bob,CFO,1,-\n3,Cid,Dev,1,Bob；Ann")
    assert [(edge.source, edge.target, edge.kind) for edge in org.edges] == [
        ("3", "2", EdgeKind.DOTTED),
        ("3", "1", EdgeKind.DOTTED),
    ]


def test_first_and_last_names_are_put_together(reader):
    assert reader.tree("First Name,Last Name,Manager\nAnn,Lee,\nBob,Ray,Ann Lee") == ["Ann Lee", "└─ Bob Ray"]


def test_a_roster_without_managers_stands_in_departments(reader):
    table = "部门,姓名,职位\n总经办,王敏,总经理\n销售部,李四,经理\n,赵六,销售员\n,孙七,销售员\n,空缺,销售员"
    assert reader.tree(table) == [
        "总经办", "└─ 总经理  王敏", "销售部", "├─ 经理  李四", "└─ 销售员  ×3  赵六、孙七  ○ 空缺",
    ]  # fmt: skip


def test_levels_of_departments_with_blank_cells_as_above(reader):
    table = "一级部门,二级部门,岗位,编制\n运营中心,客服部,客服专员,5\n,,客服主管,1\n,商品部,买手,3人\n财务部,,会计,2"
    assert reader.tree(table) == [
        "运营中心", "├─ 客服部", "│  ├─ 客服专员  ×5", "│  └─ 客服主管", "└─ 商品部", "   └─ 买手  ×3", "财务部",
        "└─ 会计  ×2",
    ]  # fmt: skip


def test_levels_in_english_by_their_words(reader):
    table = "Team,Division,Department,Name,Title\nNight,Ops,Support,Ann,Lead\n,Ops,Support,Bob,Head\n,Ops,,Cid,VP"
    assert reader.tree(table) == [
        "Ops", "├─ VP  Cid", "└─ Support", "   ├─ Head  Bob", "   └─ Night", "      └─ Lead  Ann",
    ]  # fmt: skip


def test_departments_written_as_paths(reader):
    assert reader.tree("姓名,部门\n王敏,公司/市场部\n李四,公司/销售部") == [
        "公司", "├─ 市场部", "│  └─ 王敏", "└─ 销售部", "   └─ 李四",
    ]  # fmt: skip


def test_a_slash_within_a_name_makes_no_path(reader):
    assert reader.tree("姓名,部门\n王敏,研发/测试部\n李四,销售部") == ["研发/测试部", "└─ 王敏", "销售部", "└─ 李四"]


def test_the_lead_of_a_department_is_its_head(reader):
    org = reader.org("部门,部门负责人,姓名,岗位\n销售部,王敏,王敏,经理\n销售部,王敏,李四,销售\n采购部,赵六,孙七,采购")
    assert [(node.kind, node.name, node.holders) for node in org.nodes if node.head] == [
        ("position", "经理", ("王敏",)),
        ("person", "赵六", ()),
    ]


def test_who_has_left_is_left_out_with_a_warning(reader):
    assert reader.tree("姓名,部门,状态\nA,X,在职\nB,X,离职") == ["X", "└─ A"]
    assert reader.told() == ["3:1 left-out"]


def test_a_number_of_seats_that_is_none_is_told_and_left_out(reader):
    assert reader.tree("部门,岗位,编制\nX,买手,若干") == ["X", "└─ 买手"]
    assert reader.told() == ["2:6 bad-number"]


def test_rows_without_a_name_add_up_and_are_rounded_up(reader):
    table = "Job Title,Unit,Reporting Senior Post,Number of Posts in FTE\nClerk,A,Chief,1.5\nClerk,A,Chief,2.2\nChief,A,XX,1"
    assert [(node.name, node.seats) for node in reader.org(table).nodes if node.kind is NodeKind.POSITION] == [
        ("Chief", 1),
        ("Clerk", 4),
    ]


def test_full_time_equivalents_are_kept_where_they_are_not_one_for_each_seat(reader):
    table = "姓名,部门,岗位,FTE\nA,X,买手,1\nB,X,买手,0.5\nC,X,质检,1.0\nD,X,仓管,若干"
    posts = {node.name: node.fte for node in reader.org(table).nodes if node.kind is NodeKind.POSITION}
    assert posts == {"买手": Decimal("1.5"), "质检": None, "仓管": None}
    junior = "Job Title,Unit,Reporting Senior Post,Number of Posts in FTE\nClerk,A,Chief,1.5\nClerk,A,Chief,2.2\nChief,A,XX,1"
    posts = {node.name: node.fte for node in reader.org(junior).nodes if node.kind is NodeKind.POSITION}
    assert posts == {"Chief": None, "Clerk": Decimal("3.7")}


def test_a_shared_job_of_an_organogram_has_the_shares_of_both(reader):
    header = "Post Unique Reference,Name,Job Title,Organisation,Unit,Reports to Senior Post,FTE"
    org = reader.org(f"{header}\nP1,Ann,Head,Office,Law,XX,0.6\nP1,Bob,Head,Office,Law,XX,0.5\n")
    (head,) = [node for node in org.nodes if node.kind is NodeKind.POSITION]
    assert (head.holders, head.fte) == (("Ann", "Bob"), Decimal("1.1"))


SENIOR = "senior.csv|Post Unique Reference,Name,Job Title,Organisation,Unit,Reports to Senior Post,FTE\nP1,Ann,Head,Office,Law,XX,1\nP2,N/D,Deputy,Office,Law,P1,1\n"
JUNIOR = "junior.csv|Organisation,Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE\nOffice,Law,P2,G7,Adviser,1\nOffice,Law,P2,G6,Adviser,2.5\n"


@pytest.mark.parametrize("order", [(SENIOR, JUNIOR), (JUNIOR, SENIOR)])
def test_senior_and_junior_posts_of_two_files_are_one_tree(reader, order):
    assert reader.tree(*order) == [
        "Office", "", "Law", "└─ Head  Ann", "   └─ Deputy", "      └─ Adviser  ×4",
    ]  # fmt: skip


def test_a_long_chain_is_read(reader):
    rows = "\n".join(f"{number},n{number},{number - 1 or ''}" for number in range(1, 3001))
    assert len(reader.org(f"id,name,manager id\n{rows}").nodes) == 3000


def test_a_hundred_thousand_rows_are_read(reader):
    rows = "\n".join(f"{number},n{number},t,d{number % 50},{number // 10 or ''}" for number in range(1, 100_001))
    assert len(reader.org(f"id,name,title,department,x\n{rows}").nodes) == 100


def test_a_long_table_of_managers_is_read(reader):
    rows = "\n".join(f"{number},n{number},t,{number // 10 or ''}" for number in range(1, 20_001))
    assert len(reader.org(f"id,name,title,manager id\n{rows}").nodes) == 20_000


def test_a_word_of_status_in_place_of_a_name_is_that_of_the_post(reader):
    assert reader.tree("姓名,职位,部门\n外包,保洁员,行政部\n王敏,主任,行政部") == [
        "行政部", "├─ 保洁员  (外包)", "└─ 主任  王敏",
    ]  # fmt: skip


def test_a_post_whose_status_is_vacant_is_vacant(reader):
    assert reader.tree("name,title,department,status\n,Baker,Shop,vacant\nAnn,Clerk,Shop,open") == [
        "Shop", "├─ Baker  ○ vacant", "└─ Clerk  Ann",
    ]  # fmt: skip


def test_levels_stand_as_their_names_do_where_the_words_are_in_no_order(reader):
    table = "Department,Division,Title\nWorks,Roads,Foreman\nWorks,Drains,Foreman\nCulture,Parks,Gardener"
    assert [line.lstrip(" │├└─") for line in reader.tree(table)] == [
        "Works", "Roads", "Foreman", "Drains", "Foreman", "Culture", "Parks", "Gardener",
    ]  # fmt: skip


def test_levels_whose_names_leave_a_doubt_stand_by_their_words(reader):
    table = "Department,Division,Title\nOffice,East,Clerk\nOffice,West,Clerk\nStore,West,Porter"
    assert [line.lstrip(" │├└─") for line in reader.tree(table)] == [
        "East", "Office", "Clerk", "West", "Office", "Clerk", "Store", "Porter",
    ]  # fmt: skip


def test_whom_a_post_is_responsible_to(reader):
    table = "Post,Responsible to\nDean,\nBursar,Dean\nClerk,Bursar"
    assert reader.tree(table) == ["Dean", "└─ Bursar", "   └─ Clerk"]
