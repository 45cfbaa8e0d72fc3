import pytest

from orgviz.export.outline_writer import to_outline
from orgviz.reading import read_org
from tests.strategies import read

YAML = """\
version: 1
title: 启明电商
lang: zh-CN
types:
  channel: {label: 渠道, color: teal, match: [渠道, 直播]}
units:
  - name: 运营中心
    id: ops
    type: operations
    duty: |-
      商品、活动
      用户与数据
    from: 2026-10-01
    until: 2026-11-15
    url: https://example.com/ops
    head: 王敏
    assistants: [运营助理]
    members: [钱七]
    positions:
      - {title: 客服专员, holder: [李四, 赵六], seats: 5, duty: 在线咨询}
      - title: 客服主管
        holder: vacant
        reports: [客服班长]
    units: [商品运营部, "直播: 自播"]
  - name: 直播部
    status: planned
    until: 2027-01-31
    head: {title: 经理, holder: [Ann, Bob]}
links:
  - {from: 商品运营部, to: ops, kind: dotted, since: 2026-10-01, until: 2026-11-15}
  - {from: 直播部, to: ops, kind: collaborates, label: "大促"}
"""
OUTLINE = """\
orgviz outline 1
title: 启明电商
lang: zh-CN

types:
  channel [teal, match: 渠道, 直播]: 渠道

- 运营中心 = 王敏 [#ops, operations, 2026-10-01 – 2026-11-15, https://example.com/ops]
  | 商品、活动
  | 用户与数据
  * 运营助理 [assistant]
  + 钱七
  * 客服专员 ×5 = 李四, 赵六: 在线咨询
  * 客服主管 = 空缺
    * 客服班长
  - 商品运营部
  - "直播: 自播"

- 直播部 [planned, until 2027-01-31]
  * 经理 = Ann, Bob [head]

links:
  商品运营部 -> ops [dotted, 2026-10-01 – 2026-11-15]
  直播部 -> ops [collaborates]: 大促
"""


def test_an_outline_looks_as_a_person_would_write_it():
    assert to_outline(read_org(YAML.encode(), "org.yaml").org) == OUTLINE


def test_names_alone_stand_close_together():
    assert to_outline(read({"units": ["销售部", "市场部"]})) == "orgviz outline 1\n\n- 销售部\n- 市场部\n"


@pytest.mark.parametrize(
    "name", ["Sales (EMEA)", "R&D", "a:b", "C++", "市场部（华东）", "O'Neil", "a=b", "a -> b", "50% x", "#1"]
)
def test_ordinary_names_have_no_quotes(name):
    assert f"\n- {name}\n" in to_outline(read({"units": [name]}))


@pytest.mark.parametrize("name", ["a: b", "a：b", "a = b", "a [b]", "a ×2", '"a"', "[a", "a:", "a (head)"])
def test_names_that_would_be_misread_have_quotes(name):
    assert f"\n- {name}\n" not in to_outline(read({"units": [name]}))


@pytest.mark.parametrize("name", ["Smith, John", "李四、王五", "李四，王五"])
def test_holders_with_commas_have_quotes(name):
    assert f'* CEO = "{name}", Ann' in to_outline(read({"positions": [{"title": "CEO", "holder": [name, "Ann"]}]}))


def test_a_vacancy_is_told_in_the_language_of_the_chart():
    assert "* CEO = vacant" in to_outline(read({"positions": [{"title": "CEO", "holder": "vacant"}]}))


def test_a_type_that_is_called_like_another_attribute_has_quotes():
    org = read({"types": {"head": {"label": "X"}}, "units": [{"name": "A", "type": "head"}]})
    assert '- A ["head"]' in to_outline(org)


def test_a_head_of_whom_more_is_told_has_a_line_of_its_own():
    org = read({"units": [{"name": "A", "head": {"name": "Ann", "duty": "Everything"}}]})
    assert "- A\n  + Ann [head]: Everything\n" in to_outline(org)


def test_heads_stay_behind_what_stands_before_them():
    org = read({"units": [{"name": "A", "members": ["Bob"], "head": "Ann"}]})
    assert "- A\n  + Bob\n  + Ann [head]\n" in to_outline(org)


def test_what_stands_very_deep_goes_on_at_the_margin():
    nodes = [{"id": f"{n}", "kind": "unit", "name": f"U{n}", "parent": f"{n - 1}" if n else None} for n in range(500)]
    lines = to_outline(read({"nodes": nodes, "edges": []})).splitlines()
    assert max(map(len, lines)) < 100
    assert {"continued 1:", "continued 2:"} <= set(lines)
