"""Data files become units with heads and members, whatever their keys are called."""

from pathlib import Path

import pytest

from orgviz.diagnostics import Findings
from orgviz.source.yaml_reader import read_yaml_entry
from orgviz.table.teams import looks_like_teams
from orgviz.text import SourceText

PLATFORM = ["Platform", "├─ Ann", "├─ Bob", "└─ Web", "   └─ Cid"]
NESTED = "- name: Platform\n  lead: Ann\n  members: [Ann, Bob]\n  teams:\n  - {name: Web, members: [Cid]}\n"
FLAT = "teams:\n- {name: Web, members: [Cid], parent: Platform}\n- {name: Platform, lead: Ann, members: [Bob]}\n"
KEYED = "Platform: {leads: [Ann], members: [Bob]}\nWeb: {subteam-of: Platform, people: [Cid]}\n"
CHILDREN = "- {name: Platform, owner: Ann, people: [Bob], children: [web]}\n- {id: web, name: Web, people: [Cid]}\n"


@pytest.mark.parametrize("text", [NESTED, FLAT, KEYED, CHILDREN])
def test_teams_in_many_forms_are_the_same(reader, text):
    assert reader.tree(text, path="a.yaml") == PLATFORM
    assert [node.name for node in reader.org(text, path="a.yaml").nodes if node.head] == ["Ann"]


def test_a_file_for_each_team(reader):
    web = 'web.toml|name = "web"\nsubteam-of = "core"\n[people]\nleads = ["Cid"]\nmembers = ["Cid"]\n[website]\nname = "Web team"\ndescription = "Pages"\n'
    core = 'core.toml|name = "core"\n[people]\nleads = ["Ann"]\nmembers = [{ github = "Bob", roles = ["x"] }]\n'
    org = reader.org(web, core)
    assert reader.tree(web, core) == ["core", "├─ Ann", "├─ Bob", "└─ Web team", "   └─ Cid"]
    assert next(node.duty for node in org.nodes if node.name == "Web team") == "Pages"
    assert next(node.span.line for node in org.nodes if node.name == "Web team") == 7


def test_a_file_without_a_name_is_called_after_itself(reader):
    assert reader.tree("a.yaml|lead: Ann\n", "b.yaml|lead: Bob\nparent: a\n") == ["a", "├─ Ann", "└─ b", "   └─ Bob"]


def test_chinese_keys(reader):
    text = (
        "团队列表:\n- 名称: 平台组\n  负责人: 王敏\n  成员: [李四]\n  职责: 平台\n  子部门: [{名称: 数据组}, 前端组]\n"
    )
    assert reader.tree(text, path="a.yaml") == ["平台组", "├─ 王敏", "├─ 李四", "├─ 数据组", "└─ 前端组"]


def test_traditional_keys_are_those_that_are_known_as_simplified(reader):
    text = "團隊列表:\n- 名稱: 平台組\n  負責人: 王敏\n  成員: [李四]\n"
    assert reader.tree(text, path="a.yaml") == ["平台組", "├─ 王敏", "└─ 李四"]


WRAPPED = (
    'a.json|{"code": 0, "msg": "ok", "data": [{"deptId": 1, "deptName": "Platform", "children": [{"deptName": "Web"}]}]}',
    'a.json|[{"pk": 1, "fields": {"name": "Platform", "parent": null}}, {"pk": 2, "fields": {"name": "Web", "parent": 1}}]',
    'a.toml|[[department]]\nname = "Platform"\nlead = "Ann"\n[[department.team]]\nname = "Web"\n',
    "a.yaml|departments:\n  platform:\n    name: Platform\n    lead: Ann\n    teams:\n      web: {name: Web, lead: Bob}\n",
)


@pytest.mark.parametrize("text", WRAPPED)
def test_teams_are_found_in_what_is_wrapped_around_them(reader, text):
    rest = text.partition("|")[2]
    if not text.startswith("a.toml"):
        assert looks_like_teams(read_yaml_entry(SourceText("a.yaml", rest), Findings()))
    names = [line.strip("├└─│ ") for line in reader.tree(text) if line.strip("├└─│ ") not in ("Ann", "Bob")]
    assert names == ["Platform", "Web"]
    units = {node.name: node for node in reader.org(text).nodes}
    assert units["Web"].parent == units["Platform"].id


PLAIN = "organisation: Copper Museum\nupdated: May\nteams:\n- {name: Shop, lead: Ann}\nhours:\n- Monday\n- Friday\n"


def test_plain_keys_beside_a_list_of_teams_are_no_teams(reader):
    assert looks_like_teams(read_yaml_entry(SourceText("a.yaml", PLAIN), Findings()))
    assert reader.tree(PLAIN, path="a.yaml") == ["Copper Museum", "", "Shop", "└─ Ann"]


def test_a_member_that_is_only_a_title_is_a_position(reader):
    text = "- name: Shop\n  lead: {title: Keeper, person: Ann}\n  members:\n  - {title: Clerk, count: 3}\n  - {title: Guard, status: vacant}\n"
    assert reader.tree(text, path="a.yaml") == ["Shop", "├─ Keeper  Ann", "├─ Clerk  ×3", "└─ Guard  ○ vacant"]


def test_the_users_words_for_keys(reader):
    text = '[{"bezeichnung": "A", "leute": {"alle": ["X"]}}, {"bezeichnung": "B", "oben": "A"}]'
    columns = {"name": "bezeichnung", "members": "leute.alle", "parent": "oben"}
    assert reader.tree(text, path="a.json", columns=columns) == ["A", "├─ X", "└─ B"]


def test_members_with_titles_are_positions(reader):
    assert reader.tree("A:\n  lead: {name: Ann, title: CTO}\n  members: {Bob: Dev}\n", path="a.yaml") == [
        "A", "├─ CTO  Ann", "└─ Dev  Bob",
    ]  # fmt: skip


def test_nested_people_with_titles_are_positions(reader):
    text = '{"name": "Ann", "title": "CEO", "children": [{"name": "Bob", "title": "CTO"}]}'
    assert reader.tree(text, path="a.json") == ["CEO  Ann", "└─ CTO  Bob"]


def test_flat_rows_of_people_are_a_table(reader):
    text = '[{"id": 1, "name": "Ann", "title": "CEO", "managerId": null}, {"id": 2, "name": "Bob", "title": "CTO", "managerId": 1}]'
    assert reader.tree(text, path="a.json") == ["CEO  Ann", "└─ CTO  Bob"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {name: A, lead: X, parent: B}\n- {name: C, lead: Y}\n", "1:32 unknown-reference"),
        ("- {name: A, lead: X, parent: B}\n- {name: B, lead: Y, parent: A}\n", "1:32 reporting-loop"),
        ("- [1]\n", "1:1 no-columns"),
        ("- {foo: A}\n", "1:1 no-columns"),
    ],
)
def test_mistakes_are_told(reader, text, told):
    places = reader.tree(text, path="a.yaml")
    assert [place.split()[1] for place in places] == [told.split()[1]]


@pytest.mark.parametrize("text", [NESTED, FLAT, KEYED, CHILDREN])
def test_teams_look_like_teams(text):
    assert looks_like_teams(read_yaml_entry(SourceText("a.yaml", text), Findings()))


@pytest.mark.parametrize(
    "text",
    [
        "units: [A]",
        "unit:\n- {name: A, head: X}",
        "positions: [{title: CEO, holder: Ann}]",
        "position: [{title: CEO, holder: Ann}]",
        "运营中心: {head: 王敏, units: [A]}",
        "- {name: A, units: [B]}",
        "departments: [A, B]",
        "title: A",
    ],
)
def test_our_own_language_with_a_mistake_does_not(text):
    assert not looks_like_teams(read_yaml_entry(SourceText("a.yaml", text), Findings()))


def test_no_example_of_a_mistake_looks_like_teams():
    for path in sorted(Path(__file__).parents[1].glob("errors/*/*.yaml")):
        text = path.read_bytes().decode("utf-8", "replace")
        root = read_yaml_entry(SourceText(path.name, text), Findings())
        assert root is None or not looks_like_teams(root), path


def test_a_deep_nest_is_read(reader):
    text = '{"name":"a","children":[' * 100 + '{"name":"z"}' + "]}" * 100
    assert len(reader.org(text, path="a.json").nodes) == 101


@pytest.mark.parametrize(
    "text", ["a = [", "a = " + "[" * 5000, "[" + ".".join("a" * 5000) + "]\nx=1", "x = 1" + "0" * 5000, ""]
)
def test_hostile_toml_is_told(reader, text):
    assert reader.org(text, path="a.toml") is None
    assert reader.findings.failed


BARE = (
    ("a.yaml", "晨光公司:\n  技术部:\n    - 前端组\n    - 后端组\n  市场部:\n"),
    ("a.yaml", "- 晨光公司:\n  - 技术部:\n    - 前端组\n    - 后端组\n  - 市场部\n"),
    ("a.json", '{"晨光公司": {"技术部": {"前端组": {}, "后端组": {}}, "市场部": {}}}'),
    ("a.js", "export const org = {'晨光公司': {'技术部': ['前端组', '后端组'], '市场部': []}}"),
)


@pytest.mark.parametrize(("path", "text"), BARE)
def test_data_that_is_nothing_but_names_is_a_tree_of_units(reader, path, text):
    assert reader.tree(text, path=path) == ["晨光公司", "├─ 技术部", "│  ├─ 前端组", "│  └─ 后端组", "└─ 市场部"]


def test_lists_of_texts_in_a_program_are_departments_where_they_end_so(reader):
    text = "const colours = ['red', 'green', 'blue'];\nexport const parts = ['Sales team', 'Press team', 'Night team'];"
    assert reader.tree(text, path="a.js") == ["Sales team", "Press team", "Night team"]


def test_posts_among_bare_names_are_posts(reader):
    org = reader.org("Mill:\n  Sales department: [Sales manager, Clerk]\n  Press team: []\n", path="a.yaml")
    assert [(node.name, node.kind) for node in org.nodes][2] == ("Sales manager", "position")


@pytest.mark.parametrize(
    "text",
    ["a:\n  b:\n    - c\n    - d\n", "技术部: 王敏\n市场部: 李四\n财务部: 赵六\n", "units:\n  技术部:\n    - 前端组\n"],
)
def test_nested_texts_that_are_no_departments_are_no_teams(text):
    assert not looks_like_teams(read_yaml_entry(SourceText("a.yaml", text), Findings()))


BESIDE = """{"company": "Linden Works", "director": {"name": "Eva Roth", "title": "Managing Director"},
"board": [{"title": "Chair", "name": "Paul Hahn"}, {"title": "Member", "name": "Ute Funk"}],
"departments": [{"name": "Sales", "positions": [{"title": "Clerk", "name": "Tom Lenz"}]}, {"name": "Repair"}]}"""


def test_people_with_titles_beside_the_teams_and_in_them_are_posts_with_their_holders(reader):
    assert [line.split("  ") for line in reader.tree(BESIDE, path="a.json")] == [
        ["Linden Works"],
        [""],
        ["Managing Director", "Eva Roth"],
        ["Chair", "Paul Hahn"],
        ["Member", "Ute Funk"],
        ["Sales"],
        ["└─ Clerk", "Tom Lenz"],
        ["Repair"],
    ]


def test_a_list_of_people_alone_is_no_list_beside_teams(reader):
    text = '{"people": [{"name": "Ann", "title": "Owner"}, {"name": "Bob", "title": "Baker", "manager": "Ann"}]}'
    assert reader.tree(text, path="a.json") == ["Owner  Ann", "└─ Baker  Bob"]


COUNTED = """{"enterprise": "蓝湖物业", "tree": {"orgName": "蓝湖物业", "leader": "周平", "childList": [
  {"orgName": "客服中心", "leader": "李静", "jobs": [{"jobName": "前台", "num": 2}, {"jobName": "管家", "num": 6}], "childList": []},
  {"orgName": "工程部", "leader": null, "childList": [{"orgName": "强电组", "childList": null}]}]}}"""


def test_posts_that_a_team_counts_stand_in_it_and_keys_may_be_put_together_of_two_words(reader):
    org = reader.org(COUNTED, path="a.json")
    assert [(node.name, node.seats) for node in org.nodes if node.kind == "position"] == [("前台", 2), ("管家", 6)]
    assert [node.name for node in org.nodes if node.kind == "unit"] == ["蓝湖物业", "客服中心", "工程部", "强电组"]


def test_a_list_of_titles_without_numbers_or_people_is_no_list_of_posts(reader):
    text = '[{"orgName": "A", "lead": "Ann Lee", "posts": [{"title": "Hello", "date": "today"}]}, {"orgName": "B", "lead": "Bo Ray"}]'
    assert [node.name for node in reader.org(text, path="a.json").nodes if node.kind == "position"] == []


def test_a_unit_with_a_title_beside_it_is_led_by_that_post(reader):
    text = (
        "- name: 远山公司\n  title: CEO\n  children:\n  - name: 研发部\n    title: 研发总监\n    children:\n"
        "    - {name: 张三, title: 工程师}\n    - {name: Mill Team, title: Mill Lead}\n"
    )
    assert reader.tree(text, path="a.yaml") == [
        "远山公司",
        "├─ CEO",
        "└─ 研发部",
        "   ├─ 研发总监",
        "   ├─ 工程师  张三",
        "   └─ Mill Team",
        "      └─ Mill Lead",
    ]


def test_what_is_named_as_a_post_below_a_unit_is_one(reader):
    text = "- {name: 总裁办, description: 总裁办, children: [{name: 财务总监}, {name: 秘书组}, {name: 秘书}]}\n"
    assert reader.tree(text, path="a.yaml") == ["总裁办", "├─ 财务总监", "├─ 秘书", "└─ 秘书组"]
    kinds = [str(node.kind) for node in reader.org(text, path="a.yaml").nodes]
    assert sorted(kinds) == ["position", "position", "unit", "unit"]
