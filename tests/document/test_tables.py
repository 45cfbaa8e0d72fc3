"""A table within a document becomes units, posts and people by what its columns are called; other tables become nothing."""

from textwrap import dedent

import pytest

from orgviz.document.outline.columns import Column, column_of
from tests.document.outlines import outline


def told(text):
    return outline(dedent(text))


def test_a_blank_cell_of_a_unit_stands_for_the_one_above():
    assert told("""
        | 部门 | 岗位 | 人数 | 负责人 |
        |---|---|---|---|
        | 行政部 | 行政经理 | 1 | 王敏 |
        |  | 前台 | 2 | |
        | 财务部 | 会计 | 1 | 待招 |
        | 同上 | 出纳 | 若干 | — |
        | **合计** | | 4 | |
    """) == dedent("""\
        行政部
          #行政经理 x1 王敏
          #前台 x2
        财务部
          #会计 x1 vacant
          #出纳""")


def test_columns_of_levels_make_a_path():
    assert told("""
        | 一级部门 | 二级部门 | 负责人 |
        |---|---|---|
        | 技术中心 | 平台部 | 王敏 |
        | | 应用部 | 李四 |
        | 运营中心 | 客服部 | |
    """) == dedent("""\
        技术中心
          平台部
            @王敏*
          应用部
            @李四*
        运营中心
          客服部""")


def test_a_lead_with_a_title_has_a_post_and_members_are_people():
    assert told("""
        | Team | Lead | Members | Reports to |
        |---|---|---|---|
        | Platform | Ann Lee (Head of Platform) | Bo Chen, Cy Dean | Engineering |
        | Mobile | TBD | Eve Gold | Engineering |
        | Engineering | Fay Hill (CTO) | | |
    """) == dedent("""\
        Engineering
          #CTO* Fay Hill
          Platform
            #Head of Platform* Ann Lee
            @Bo Chen
            @Cy Dean
          Mobile
            #Lead* vacant
            @Eve Gold""")


def test_who_reports_to_someone_elsewhere_stays_in_his_unit_which_moves():
    assert told("""
        | 姓名 | 职务 | 部门 | 直接上级 |
        |---|---|---|---|
        | 王敏 | 总经理 | 总经办 | |
        | 李四 | 财务经理 | 财务部 | 王敏 |
        | 赵宁 | 会计 | 财务部 | 李四 |
    """) == dedent("""\
        总经办
          #总经理 王敏
            财务部
              #财务经理 李四
                #会计 赵宁""")


def test_parts_in_a_cell_are_taken_one_by_one():
    assert told("""
        | 部门 | 内设科室 | 职责 |
        |---|---|---|
        | 总务处 | 膳食科、车队 | 后勤<br>车辆 |
        | 教务处 | 考务科<br>学籍科 | 教学 |
    """) == dedent("""\
        总务处 : 后勤；车辆
          膳食科
          车队
        教务处 : 教学
          考务科
          学籍科""")


def test_a_table_of_keys_says_more_of_the_heading_above():
    assert told("""
        ## 市场部经理

        | 项目 | 内容 |
        |---|---|
        | 直接上级 | 总经理 |
        | 直接下级 | 市场专员、品牌专员 |
        | 职责 | 制定市场计划 |
    """) == dedent("""\
        #总经理
          #市场部经理 : 制定市场计划
            #市场专员
            #品牌专员""")


def test_a_form_with_two_pairs_in_a_row_names_its_post():
    assert told("""
        | 岗位名称 | 采购主管 | 所属部门 | 采购部 |
        |---|---|---|---|
        | 直接上级 | 采购经理 | 直接下级 | 采购员 |
        | 岗位职责 | 负责采购 | 编制 | 2 |
    """) == dedent("""\
        采购部
          #采购经理
            #采购主管 x2 : 负责采购
              #采购员""")


@pytest.mark.parametrize(
    "table",
    [
        "部门 | 负责人 | 人数\n---|---|---\n研发部 | 王敏 | 12\n市场部 | 李四 | 6",
        "部门\t负责人\t人数\n研发部\t王敏\t12\n市场部\t李四\t6",
        "部门      负责人      人数\n研发部    王敏        12\n市场部    李四        6",
        "│ 部门   │ 负责人 │ 人数 │\n├────────┼────────┼──────┤\n│ 研发部 │ 王敏   │ 12   │\n│ 市场部 │ 李四   │ 6    │",
    ],
)
def test_bars_tabs_gaps_and_drawn_boxes_are_all_tables(table):
    assert outline("现有部门如下。\n\n" + table) == "研发部\n  @王敏*\n市场部\n  @李四*"


@pytest.mark.parametrize(
    "table",
    [
        "| 活动 | 经理 | 专员 | 主管 |\n|---|---|---|---|\n| 评审 | R | A | C |\n| 发布 | I | R | A |",
        "| Role | Read | Write |\n|---|---|---|\n| Admin | ✓ | ✓ |\n| Editor | ✓ | |",
        "| Role | Description |\n|---|---|\n| Owner | full access |\n| Editor | may change texts |\n| Member | may read |",
        "| 时间 | 部门 | 主题 |\n|---|---|---|\n| 9:00 | 财务部 | 报账 |\n| 10:00 | 人事部 | 招聘 |",
        "| Plan | Price | Seats |\n|---|---|---|\n| Team | 20 | 5 |\n| Company | 90 | 50 |",
        "| Package | Depends on | Notes |\n|---|---|---|\n| agent | ledger | small |\n| manager | agent | fast |",
        "| 区域 | 周一 | 周末 |\n|---|---|---|\n| 总馆 | 9:00 | 10:00 |\n| 分馆 | 9:30 | 10:30 |",
    ],
)
def test_marks_rights_prices_and_times_are_no_structure(table):
    assert outline(table) == ""


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("所属部门", Column.UNIT),
        ("Working Group", Column.UNIT),
        ("부서", Column.UNIT),
        ("岗位职责", Column.DUTY),
        ("担当領域", Column.DUTY),
        ("Aufgaben", Column.DUTY),
        ("メンバー数", Column.SEATS),
        ("인원", Column.SEATS),
        ("Leitung", Column.HEAD),
        ("下属科室", Column.BELOW),
        ("单价", Column.TIME_OR_PRICE),
        ("天气", None),
    ],
)
def test_columns_are_known_in_several_languages(name, column):
    assert column_of(name) is column


def test_a_column_of_units_may_hold_posts_but_one_such_name_is_a_unit():
    assert told("""
        ## Areas

        | Area | Owner | Scope |
        |---|---|---|
        | Storage | @jf | disks |
        | Query Planner | @li | statistics |
        | Replication | @rob | logs |
    """).splitlines()[-4:] == ["Query Planner : statistics", "  @@li*", "Replication : logs", "  @@rob*"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "source | relation | target | |\n---|---|---|---\nClerk | reports to | Office Manager | |\n"
                "Office Manager | reports to | Director | |\n"
            ),
            "#Director\n  #Office Manager\n    #Clerk",
        ),
        (
            "部门 | 关系 | 部门\n--- | --- | ---\n客服一组 | 隶属于 | 客服部\n客服部 | 隶属于 | 运营中心\n",
            "运营中心\n  客服部\n    客服一组",
        ),
        (
            "| 上 | 关系 | 下 |\n|---|---|---|\n| 总经理 | 领导 | 财务总监 |\n| 财务总监 | 领导 | 出纳 |\n",
            "#总经理\n  #财务总监\n    #出纳",
        ),
        (
            (
                "Our offices, as exported:\n\nunit,parent,lead\nBoard,,\nYouth department,Board,\n"
                "Training group,Youth department,\n"
            ),
            "Board\n  Youth department\n    Training group",
        ),
        (
            (
                "<table><tr><th>部门</th><th>岗位</th></tr>\n<tr><td rowspan=2>生产部</td><td>车间主任</td></tr>\n"
                "<tr><td>操作工</td></tr></table>\n"
            ),
            "生产部\n  #车间主任\n  #操作工",
        ),
        (
            "課 | 係 |\n総務課 | 総務係 |\n住民税務課 | 住民税係 |\n",
            "総務課\n  総務係\n住民税務課\n  住民税係",
        ),
        (
            "| Bereich | Abteilung | Stellen |\n|---|---|---|\n| Technik | Werkstatt | 4 |\n| | Einkauf | 2 |\n",
            "Technik\n  Werkstatt\n  Einkauf",
        ),
    ],
)
def test_tables_of_many_writings_are_read(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "| 用户 | 关系 | 对象 |\n|---|---|---|\n| 访客 | 包含 | 订单 |\n| 会员 | 包含 | 商品 |\n",
        "| 时间 | 部门 | 负责人 |\n|---|---|---|\n| 周一 9:00 | 市场部 | 王敏 |\n| 周二 9:00 | 财务部 | 李四 |\n",
        "| Module | Owner | Description |\n|---|---|---|\n| auth | core | login |\n| mailer | core | mail |\n",
    ],
)
def test_tables_of_other_things_give_nothing(text):
    assert not told(text)
