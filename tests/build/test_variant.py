"""A variant is the organisation that it extends, changed as its file says."""

from pathlib import Path

import pytest

from orgviz.diagnostics import InputError
from orgviz.export.text_tree import to_text_tree
from orgviz.export.yaml_writer import to_yaml
from orgviz.reading import read_org

BASE = """\
title: 启明电商
types:
  channel: {label: 渠道, match: [直播]}
units:
  - name: 运营中心
    head: 王敏
    units: [商品部, {name: 活动部, type: channel}]
  - name: 客服部
    positions: [{title: 主管}, {title: 专员, seats: 3}]
  - {name: 财务部, id: fin}
links:
  - {from: 活动部, to: 客服部, kind: collaborates}
  - {from: fin, to: 客服部, kind: supports}
"""


@pytest.fixture
def variant(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("base.yaml").write_text(BASE, encoding="utf-8")

    def read(changes, **more):
        lines = ["extends: base.yaml", "changes:", *(f"  - {change}" for change in changes)]
        text = "\n".join([*lines, *(f"{key}: {value}" for key, value in more.items())]) + "\n"
        return read_org(text.encode(), "variant.yaml").org

    return read


def lines(org):
    """Return the tree, indented, without seats and heads."""
    depth = {}
    shown = []
    for node in org.nodes:
        depth[node.id] = 0 if node.parent is None else depth[node.parent] + 1
        shown.append("  " * depth[node.id] + node.name)
    return shown


def links(org):
    return [(edge.source, edge.target, edge.kind.value) for edge in org.edges]


def told(reading, *arguments):
    """Return the errors and the words of all findings of what cannot be read."""
    with pytest.raises(InputError) as caught:
        reading(*arguments)
    return caught.value.diagnostics


def test_without_changes_it_is_the_base(variant):
    org = variant([])
    base = read_org(BASE.encode(), "base.yaml").org
    assert (to_yaml(org), org.title, org.types) == (to_yaml(base), base.title, base.types)


@pytest.mark.parametrize(
    ("change", "tree"),
    [
        ("{remove: 客服部}", "运营中心 |   王敏 |   商品部 |   活动部 | 财务部"),
        ("{remove: [商品部, fin]}", "运营中心 |   王敏 |   活动部 | 客服部 |   主管 |   专员"),
        ("{remove: 运营中心, keep: children}", "王敏 | 商品部 | 活动部 | 客服部 |   主管 |   专员 | 财务部"),
        ("{move: 客服部, under: 运营中心}", "运营中心 |   王敏 |   商品部 |   活动部 |   客服部 |     主管 |     专员 | 财务部"),
        ("{move: 活动部, before: 商品部}", "运营中心 |   王敏 |   活动部 |   商品部 | 客服部 |   主管 |   专员 | 财务部"),
        ("{move: 商品部, after: 客服部}", "运营中心 |   王敏 |   活动部 | 客服部 |   主管 |   专员 | 商品部 | 财务部"),
        ("{move: 财务部, before: 运营中心}", "财务部 | 运营中心 |   王敏 |   商品部 |   活动部 | 客服部 |   主管 |   专员"),
        ("{rename: 客服部, to: 客户部}", "运营中心 |   王敏 |   商品部 |   活动部 | 客户部 |   主管 |   专员 | 财务部"),
        ("{merge: [商品部, 活动部], into: 运营组}", "运营中心 |   王敏 |   运营组 | 客服部 |   主管 |   专员 | 财务部"),
        ("{merge: [fin, 客服部], into: 财务部}", "运营中心 |   王敏 |   商品部 |   活动部 | 财务部 |   主管 |   专员"),
        ("{add: 直播部}", "运营中心 |   王敏 |   商品部 |   活动部 | 客服部 |   主管 |   专员 | 财务部 | 直播部"),
        ("{add: [甲部, 乙部], before: 活动部}", "运营中心 |   王敏 |   商品部 |   甲部 |   乙部 |   活动部 | 客服部 |   主管 |   专员 | 财务部"),
        ("{add: {title: 班长}, under: 客服部}", "运营中心 |   王敏 |   商品部 |   活动部 | 客服部 |   主管 |   专员 |   班长 | 财务部"),
        ("{add: 组员, under: 客服部/专员}", "运营中心 |   王敏 |   商品部 |   活动部 | 客服部 |   主管 |   专员 |     组员 | 财务部"),
    ],
)  # fmt: skip
def test_a_change_does_what_it_says(variant, change, tree):
    assert " | ".join(lines(variant([change]))) == tree


def test_changes_follow_each_other(variant):
    org = variant(["{rename: 客服部, to: 客户部}", "{add: 私域组, under: 客服部}", "{remove: 客户部/私域组}"])
    assert "私域组" not in " ".join(lines(org))
    assert "客户部" in lines(org)


def test_a_path_may_use_an_old_name(variant):
    org = variant(["{rename: 客服部, to: 客户部}", "{set: 客服部/专员, seats: 5}"])
    assert next(node for node in org.nodes if node.name == "专员").seats == 5


def test_links_go_with_what_they_link(variant):
    org = variant(["{rename: 客服部, to: 客户部}", "{merge: [商品部, 活动部], into: 商品部}"])
    assert links(org) == [("商品部", "客户部", "collaborates"), ("fin", "客户部", "supports")]


def test_links_of_what_is_gone_are_gone(variant):
    assert links(variant(["{remove: 活动部}"])) == [("fin", "客服部", "supports")]


def test_a_link_is_taken_away(variant):
    assert links(variant(["{unlink: {from: fin, to: 客服部}}"])) == [("活动部", "客服部", "collaborates")]


def test_own_units_and_links_stand_behind(variant):
    org = variant([], units="[法务部]", links="[{from: 法务部, to: fin}]")
    assert lines(org)[-1] == "法务部"
    assert links(org)[-1] == ("法务部", "fin", "collaborates")


def test_fields_are_set_and_taken_away(variant):
    org = variant(
        [
            "{set: fin, duty: 记账, head: {title: 会计, holder: 李四}}",
            "{set: 客服部/专员, seats: 5}",
            "{set: 运营中心, head: null}",
        ]
    )
    nodes = {node.name: node for node in org.nodes}
    assert nodes["财务部"].duty == "记账"
    assert (nodes["会计"].head, nodes["会计"].holders, nodes["会计"].parent) == (True, ("李四",), "fin")
    assert nodes["专员"].seats == 5
    assert "王敏" not in nodes


def test_a_moved_unit_takes_the_type_of_its_new_place(variant):
    before = {node.name: node.type for node in variant([]).nodes}
    after = {
        node.name: node.type for node in variant(["{move: 客服部, under: fin}", "{rename: 客服部, to: 二组}"]).nodes
    }
    assert (before["客服部"], after["二组"]) == ("service", before["财务部"])


def test_written_and_read_again_it_is_the_same(variant):
    org = variant(["{merge: [商品部, 活动部], into: 运营组}", "{add: {name: 直播部, type: channel}, under: 运营中心}"])
    again = read_org(to_yaml(org).encode(), "again.yaml").org
    assert (to_yaml(again), to_text_tree(again)) == (to_yaml(org), to_text_tree(org))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("{move: 运营中心, under: 活动部}", "reporting-loop"),
        ("{merge: [运营中心], into: 活动部}", "reporting-loop"),
        ("{remove: 客户部}", "unknown-reference"),
        ("{remove: 删}", "unknown-reference"),
        ("{unlink: {from: 商品部, to: 客服部}}", "unknown-reference"),
        ("{set: 客服部}", "missing-value"),
        ("{set: 客服部, seats: 4}", "unknown-key"),
        ("{set: 财务部, from: 2026-13-01}", "bad-date"),
        ("{add: {name: 一, units: [{nome: 二}]}}", "unknown-key"),
        ("{rename: 客服部}", "missing-key"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(variant, change, code):
    assert [(one.code, one.span.path, one.span.line) for one in told(variant, [change])][:1] == [
        (code, "variant.yaml", 3)
    ]


def test_all_mistakes_are_told_at_once(variant):
    findings = told(variant, ["{remove: 甲}", "{move: 乙, under: 丙}", "{rename: 客服部, to: 客户部}", "{drop: fin}"])
    assert [one.span.line for one in findings] == [3, 4, 4, 6]


def test_a_name_that_stands_twice_needs_its_path(variant):
    Path("base.yaml").write_text(
        "units: [{name: 东区, units: [一组]}, {name: 西区, units: [一组]}]\n", encoding="utf-8"
    )
    assert lines(variant(["{remove: 西区/一组}"])) == ["东区", "  一组", "西区"]
    assert "stands for 2 different things" in told(variant, ["{remove: 一组}"])[0].message


@pytest.mark.usefixtures("variant")
def test_variants_extend_variants():
    Path("middle.yaml").write_text("extends: base.yaml\nchanges: [{remove: fin}]\n", encoding="utf-8")
    org = read_org("extends: middle.yaml\nchanges: [{remove: 客服部}]\n".encode(), "last.yaml").org
    assert lines(org) == ["运营中心", "  王敏", "  商品部", "  活动部"]


@pytest.mark.usefixtures("variant")
def test_files_that_extend_each_other_are_told():
    Path("a.yaml").write_text("extends: b.yaml\n", encoding="utf-8")
    Path("b.yaml").write_text("extends: a.yaml\n", encoding="utf-8")
    assert "in a circle" in told(read_org, Path("a.yaml").read_bytes(), "a.yaml")[0].message


@pytest.mark.parametrize(
    ("name", "text"),
    [("base.txt", "一、销售部\n1. 渠道组\n2. 直营组\n"), ("base.csv", "姓名,职位,部门\n王敏,经理,销售部\n")],
)
def test_any_kind_of_file_can_be_extended(tmp_path, monkeypatch, name, text):
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(text, encoding="utf-8")
    org = read_org(f"extends: {name}\nchanges: [{{rename: 销售部, to: 营销部}}]\n".encode(), "v.yaml").org
    assert "营销部" in lines(org)[0]


def test_mistakes_of_the_base_are_told_there(variant):
    Path("base.yaml").write_text("units: [{nmae: 一}]\n", encoding="utf-8")
    assert {one.span.path for one in told(variant, [])} == {"base.yaml"}
