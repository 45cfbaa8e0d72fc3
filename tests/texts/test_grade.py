import copy

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from orgviz.reading import read_org
from tests.texts.documents import EMPTY, documents
from tests.texts.grade import Hits, Share, grade
from tests.texts.label import drawing_of, drawing_of_org, label_of, mistakes_of
from tests.texts.names import folded, shares_text, spellings, stem

LABEL = """
expect: structure
name: 青禾商城
children:
  - name: 运营中心
    kind: operations
    duty: 商品与活动的日常运营
    positions: [{name: 运营总监, head: true, holder: 王敏}]
    children: [{name: 商品部}, {name: 活动部}]
  - name: 客服部
    guess: service
    alt: [客户服务部]
    positions: [{name: 客服专员, count: 3}]
  - {name: 法务室, optional: true}
links:
  - {from: 客服部, to: 活动部, kind: support}
ignore: [物流公司]
must_not: [任职要求]
"""


def label(**changes):
    return label_of(yaml.safe_load(LABEL) | changes)


def drawn(**changes):
    return drawing_of(yaml.safe_load(LABEL) | changes)


def score(text, **changes):
    """Grade the tree that a file of ours describes."""
    return grade(label(**changes), drawing_of_org(read_org(text.encode(), "org.yaml").org))


def test_a_label_is_a_perfect_drawing_of_itself():
    found = grade(label(), drawn())
    assert (found.nodes, found.edges, found.links) == (Hits(7, 0, 0), Hits(6, 0, 0), Hits(1, 0, 0))
    assert (found.kinds, found.duties, found.posts) == (Share(1, 1), Share(1, 1), Share(6, 6))
    assert (found.invented, found.traps, found.notes) == (0, 0, ())


def test_nothing_drawn_is_nothing_found():
    found = grade(label(), EMPTY)
    assert (found.nodes.f1, found.edges.f1, found.links) == (0, 0, Hits(0, 0, 1))
    assert found.nodes.missing == 7


def test_what_is_read_is_graded_like_a_label():
    found = score("""
title: x
units:
  - name: 青禾商城
    units:
      - name: 运营中心
        type: operations
        duty: 负责商品与活动的日常运营工作
        positions: [运营总监]
        units: [商品部, 活动部]
      - {name: 客服部, positions: [客服专员]}
links: [{from: 客服部, to: 活动部, kind: supports}]
""")
    assert (found.nodes.f1, found.edges.f1, found.links.f1) == (1, 1, 1)
    assert (found.kinds, found.guesses, found.duties, found.posts) == (
        Share(1, 1),
        Share(1, 1),
        Share(1, 1),
        Share(6, 6),
    )


def test_several_roots_stand_in_a_frame_that_their_title_names():
    text = "title: {}\nunits: [{{name: 运营中心, positions: [运营总监], units: [商品部, 活动部]}}, 客服部]"
    assert score(text.format("青禾商城")).nodes.right == score(text.format("青禾")).nodes.right + 1


def test_an_implied_root_is_not_missed():
    text = "units: [{name: 运营中心, positions: [运营总监], units: [商品部, 活动部]}, {name: 客服部, positions: [客服专员]}]"
    found = score(text, implied=True)
    assert (found.nodes, found.edges) == (Hits(6, 0, 0), Hits(6, 0, 0))


@pytest.mark.parametrize(
    "name", ["客服", "客户服务部", "客 服 部", "客服部（临江）", "二、客服部", "**客服部**", "「客服部」"]
)
def test_a_name_may_be_written_otherwise(name):
    children = [*drawn().top.said["children"]]
    children[1] = {**children[1], "name": name, "alt": []}
    assert grade(label(), drawn(children=children)).nodes.f1 == 1


def test_a_missing_box_lowers_recall_and_an_invented_one_precision():
    children = yaml.safe_load(LABEL)["children"]
    fewer = grade(label(), drawn(children=children[:1])).nodes
    assert (fewer.precision, fewer.recall) == (1, 5 / 7)
    more = grade(label(), drawn(children=[*children, {"name": "摄影棚"}]))
    assert (more.nodes.precision, more.nodes.recall, more.invented) == (7 / 8, 1, 1)
    assert more.notes == ("invented: 摄影棚",)


def test_a_box_under_another_parent_is_found_but_its_line_is_wrong():
    children = copy.deepcopy(yaml.safe_load(LABEL)["children"])
    children[1]["children"] = [children[0]["children"].pop()]
    found = grade(label(), drawn(children=children))
    assert (found.nodes.f1, found.edges) == (1, Hits(5, 1, 1))
    assert found.notes == ("parent: 活动部 hangs from 客服部, not 运营中心",)


def test_parts_may_hang_from_the_post_that_leads_their_unit():
    children = copy.deepcopy(yaml.safe_load(LABEL)["children"])
    children[0]["positions"][0]["children"] = children[0].pop("children")
    assert grade(label(), drawn(children=children)).edges.f1 == 1


def test_a_unit_drawn_as_a_post_is_found_but_of_the_wrong_sort():
    children = copy.deepcopy(yaml.safe_load(LABEL)["children"])
    children[0]["positions"].append(children[0]["children"].pop())
    found = grade(label(), drawn(children=children))
    assert (found.nodes.f1, found.posts) == (1, Share(5, 6))


@pytest.mark.parametrize("key", ["optional", "group"])
def test_what_may_be_left_out_costs_nothing_either_way(key):
    children = copy.deepcopy(yaml.safe_load(LABEL)["children"])
    children[0][key] = True
    flat = [*children[0]["children"], *children[1:]]
    positions = children[0]["positions"]
    wanted = label(children=children)
    assert grade(wanted, drawn(children=children)).edges.f1 == 1
    assert grade(wanted, drawn(children=flat, positions=positions)).edges.f1 == 1


def test_what_is_ignored_costs_nothing_and_is_passed_over():
    children = copy.deepcopy(yaml.safe_load(LABEL)["children"])
    found = grade(label(), drawn(children=[{"name": "物流公司", "children": children}]))
    assert (found.invented, found.edges.f1) == (0, 1)


def test_parts_of_an_open_box_are_not_counted():
    children = copy.deepcopy(yaml.safe_load(LABEL)["children"])
    children[1]["open"] = True
    more = copy.deepcopy(children)
    more[1]["children"] = [{"name": "夜班组"}]
    assert grade(label(children=children), drawn(children=more)).invented == 0


def test_another_parent_may_be_allowed():
    children = copy.deepcopy(yaml.safe_load(LABEL)["children"])
    moved = copy.deepcopy(children)
    moved[1]["children"] = [moved[0]["children"].pop()]
    children[0]["children"][1]["alt_parent"] = "客服部"
    assert grade(label(children=children), drawn(children=moved)).edges.f1 == 1


def test_a_trap_is_counted():
    children = yaml.safe_load(LABEL)["children"]
    assert grade(label(), drawn(children=[*children, {"name": "任职要求："}])).traps == 1


def test_names_that_stand_twice_are_told_apart_by_their_parents():
    children = [{"name": name, "positions": [{"name": "主管"}]} for name in ("甲部", "乙部")]
    found = grade(label(children=children), drawn(children=children[::-1]))
    assert (found.nodes.f1, found.edges.f1) == (1, 1)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], Hits(0, 0, 1)),
        ([{"from": "客服部", "to": "活动部", "kind": "dotted"}], Hits(1, 0, 0)),
        ([{"from": "活动部", "to": "客服部", "kind": "supports"}], Hits(0, 1, 1)),
        ([{"from": "客户服务部", "to": "活动", "kind": "supports"}], Hits(1, 0, 0)),
        ([{"from": "商品部", "to": "活动部", "kind": "supports"}], Hits(0, 1, 1)),
    ],
)
def test_a_link_has_its_two_ends_in_their_order(links, expected):
    assert grade(label(), drawn(links=links)).links == expected


def test_a_link_of_two_equals_may_be_drawn_from_either_end():
    links = [{"from": "客服部", "to": "活动部", "kind": "collaboration"}]
    turned = [{"from": "活动部", "to": "客服部", "kind": "collaborates"}]
    assert grade(label(links=links), drawn(links=turned)).links == Hits(1, 0, 0)


def test_a_report_may_be_drawn_as_a_line_of_the_tree():
    links = [{"from": "活动部", "to": "运营中心", "kind": "reports"}]
    assert grade(label(links=links), drawn(links=[])).links == Hits(1, 0, 0)


def test_without_structure_every_box_is_invented():
    none = label_of({"expect": "none"})
    assert grade(none, EMPTY).nodes.f1 == 1
    assert grade(none, drawn()).nodes.f1 == 0
    assert grade(none, drawn()).invented == 7


@pytest.mark.parametrize("document", tuple(documents()), ids=lambda document: document.name)
def test_every_label_is_a_perfect_drawing_of_itself(document):
    if document.label.drawing is not None:
        found = grade(document.label, drawing_of(yaml.safe_load(document.label_path.read_text(encoding="utf-8"))))
        assert (found.nodes.f1, found.edges.f1, found.invented, found.notes) == (1, 1, 0, ())


@given(st.data())
def test_damage_never_raises_a_score(data):
    children = copy.deepcopy(yaml.safe_load(LABEL)["children"])
    group = data.draw(st.sampled_from([children, children[0]["children"], children[0]["positions"]]))
    before = grade(label(), drawn(children=children))
    damage = data.draw(st.sampled_from(["lose", "rename", "double"]))
    place = data.draw(st.integers(0, len(group) - 1))
    if damage == "lose":
        group.pop(place)
    elif damage == "rename":
        group[place] = {"name": "别的"}
    else:
        group.append({"name": group[place]["name"]})
    after = grade(label(), drawn(children=children))
    assert after.nodes.f1 <= before.nodes.f1
    assert after.edges.f1 <= before.edges.f1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sales & Marketing", "sales and  marketing"), ("The Board", "board"), ("（一）市场部", "市场部"), ("1.2. 总务处", "总务处"),
        ("ＩＴ 部", "IT部"), ("• 财务部：", "财务部"), ("第三章 总务处", "总务处"), ("_Ops_", "ops"), ("A – B", "a - b"),
    ],
)  # fmt: skip
def test_names_fold_to_the_same(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("市场部", "市场"), ("Sales team", "Sales"), ("客服部（北京）", "客服")])
def test_names_have_the_same_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("市场部", "市容部"), ("IT", "HR"), ("一部", "二部")])
def test_other_names_stay_apart(one, other):
    assert not spellings(one) & spellings(other)
    assert stem(one) != stem(other)


def test_half_of_a_duty_is_enough():
    assert shares_text("咨询与售后服务", "负责咨询与售后")
    assert not shares_text("咨询与售后服务", "负责采购")
    assert not shares_text("", "负责采购")


@pytest.mark.parametrize(
    ("changes", "mistake"),
    [
        ({"expect": "maybe"}, "'expect' must be"),
        ({"titel": "x"}, "'titel' is no key"),
        ({"name": ""}, "has no name"),
        ({"implied": "yes"}, "true or left out"),
        ({"children": [{"name": "A"}, {"name": "A"}]}, "stands twice"),
        ({"children": [{"name": "A", "kinds": "x"}]}, "'kinds' is no key"),
        ({"children": [{"name": "A", "kind": "x"}]}, "'x' is no type"),
        ({"children": [{"name": 5}]}, "no text"),
        ({"links": [{"from": "A", "kind": "support"}]}, "lacks 'to'"),
        ({"links": [{"from": "A", "to": "B", "kind": "likes"}]}, "no kind of link"),
        ({"expect": "none"}, "no structure"),
    ],
)
def test_a_mistake_in_a_label_is_found(changes, mistake):
    assert any(mistake in told for told in mistakes_of(yaml.safe_load(LABEL) | changes))


def test_a_right_label_has_no_mistakes():
    assert list(mistakes_of(yaml.safe_load(LABEL))) == []
