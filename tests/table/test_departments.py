"""Tables of departments become units."""


def test_departments_of_one_name_stay_apart_by_their_ids(reader):
    table = "部门编号,部门名称,上级部门编号,祖级列表,人数\n1,总公司,0,0,10\n2,财务部,1,01,2\n3,分公司,1,01,3\n4,财务部,3,013,1"
    assert reader.tree(table) == ["总公司", "├─ 财务部", "└─ 分公司", "   └─ 财务部"]


def test_parents_by_name_in_english(reader):
    assert reader.tree("Department\tParent Department\tDescription\nHQ\t\tAll\nSales\tHQ\tSells") == ["HQ", "└─ Sales"]


def test_leads_members_and_duties(reader):
    org = reader.org("部门,负责人,成员,职责\n销售部,王敏,王敏、李四,卖货\n采购部,空缺,,")
    assert [(node.kind, node.name, node.head, node.vacant) for node in org.nodes] == [
        ("unit", "销售部", False, False),
        ("person", "王敏", True, False),
        ("person", "李四", False, False),
        ("unit", "采购部", False, False),
        ("position", "负责人", True, True),
    ]
    assert org.nodes[0].duty == "卖货"


def test_a_parent_without_a_row_is_the_top_where_all_have_one(reader):
    assert reader.tree("部门,上级部门\n市场部,集团\n销售部,集团") == ["集团", "├─ 市场部", "└─ 销售部"]


def test_an_id_without_a_row_is_nothing_where_all_have_it(reader):
    assert reader.tree("id,name,parent_id\n5,A,1\n6,B,1") == ["A", "B"]


def test_a_department_that_stands_in_itself_by_a_circle_is_told(reader):
    assert reader.tree("部门,上级部门\nA,B\nB,A\nC,") == ["2:3 reporting-loop"]


def test_an_unknown_parent_is_told_at_its_cell(reader):
    assert reader.tree("部门,上级部门\n总部,\n销售部,总步") == ["3:5 unknown-reference"]


def test_a_status_and_a_type_in_words(reader):
    org = reader.org("部门,状态,类型\nA,停用,职能\nB,正常,全职")
    assert [(node.status, node.type) for node in org.nodes] == [("closed", "function"), ("active", None)]


def test_one_lead_of_every_department_is_filling_material(reader):
    rows = "\n".join(f"D{number},X" for number in range(4))
    assert reader.tree(f"部门,负责人\n{rows}") == ["D0", "D1", "D2", "D3"]
    assert reader.told() == ["5:4 left-out"]


def test_people_stand_in_the_departments_of_another_table(reader):
    units = "部门编号,部门名称,上级部门编号\n1,HQ,0\n2,Sales,1"
    people = "b.csv|姓名,岗位,部门\nAnn,CEO,HQ\nBob,Rep,Sales"
    assert reader.tree(units, people) == ["HQ", "├─ CEO  Ann", "└─ Sales", "   └─ Rep  Bob"]


def test_people_are_found_by_the_id_of_their_department(reader):
    units = "dept_id,parent_id,dept_name\n1,0,HQ\n2,1,Sales"
    people = "b.csv|user_id,dept_id,nick_name\n7,2,Bob"
    assert reader.tree(people, units) == ["HQ", "└─ Sales", "   └─ Bob"]


def test_a_word_of_status_in_place_of_a_lead_is_that_of_the_department(reader):
    org = reader.org("部门,负责人,人数\n保洁班,外包,15\n客服中心,籌備中,3\n财务部,王敏,2")
    assert [(node.name, node.status) for node in org.nodes] == [
        ("保洁班", "outsourced"), ("客服中心", "planned"), ("财务部", "active"), ("王敏", "active"),
    ]  # fmt: skip
