import gc

import pytest

from orgviz.diagnostics import InputError
from orgviz.reading import read_org


def test_warnings_come_with_the_organisation():
    reading = read_org(b"units: [{name: A, head: [B, B]}]", "org.yaml")
    assert [node.name for node in reading.org.nodes] == ["A", "B", "B"]
    assert [found.code for found in reading.findings] == ["repeated-head"]
    assert reading.sources["org.yaml"].text.startswith("units")


def test_mistakes_of_yaml_and_of_meaning_are_told_together():
    with pytest.raises(InputError) as caught:
        read_org(b"units:\n  - {name: A, name: B, type: x}\nlinks: !t []\n", "org.yaml")
    assert [found.code for found in caught.value.diagnostics] == ["duplicate-key", "unknown-type", "yaml-tag"]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"- a", b"a: [", b"units: []", b"", b"units: [{name: A, x: y}]"])
def test_every_failure_carries_at_least_one_finding(data):
    with pytest.raises(InputError) as caught:
        read_org(data, "org.yaml")
    assert caught.value.diagnostics
    assert caught.value.exit_code == 1


def test_a_list_of_departments_under_chinese_keys_is_read_as_one():
    text = "公司: 海港\n部门:\n  - 名称: 生产部\n    负责人: 王敏\n    下属: [{名称: 一车间}]\n  - 名称: 财务部\n"
    org = read_org(text.encode(), "org.yaml").org
    assert (org.title, [node.name for node in org.nodes]) == ("海港", ["生产部", "王敏", "一车间", "财务部"])


def test_the_collector_runs_again_afterwards():
    read_org(b"units: [A]", "org.yaml")
    assert gc.isenabled()
    with pytest.raises(InputError):
        read_org(b"", "org.yaml")
    assert gc.isenabled()
