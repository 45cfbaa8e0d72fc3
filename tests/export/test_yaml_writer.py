import pytest

from orgviz.export import to_yaml
from orgviz.export.yaml_text import block, inline
from orgviz.reading import read_org
from tests.strategies import without_spans

CANONICAL = """\
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
    members: [李四, 赵六]
    positions:
      - 运营专员
      - {title: 客服专员, holder: [李四, 赵六], seats: 5, duty: 在线咨询}
      - title: 客服主管
        reports: [客服班长]
    units: [商品运营部, 活动运营部]
  - name: 直播部
    status: planned
    head: {title: 经理, holder: vacant}
positions:
  - title: CEO
    holder: Ann
    reports:
      - {title: CTO, holder: Bob}
links:
  - {from: 商品运营部, to: ops, kind: dotted}
  - {from: 活动运营部, to: 直播部, kind: collaborates, label: "a, b"}
"""


def test_canonical_yaml_looks_as_a_person_would_write_it():
    assert to_yaml(read_org(CANONICAL.encode(), "org.yaml").org) == CANONICAL


@pytest.mark.parametrize(
    "text", ["a", "王敏", "a-b", "-5", ".NET", "C++", "a:b", "a#b", "yes", "2024-01-02", "O'Neil", "a, b", "50%", "(a)"]
)
def test_plain_texts_have_no_quotes(text):
    assert inline(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "~",
        "null",
        " a",
        "a ",
        "a: b",
        "a:",
        "a #b",
        "- a",
        "#a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "[a",
        "'a",
        '"a"',
    ],
)
def test_other_texts_have(text):
    assert inline(text) == '"' + text.replace('"', '\\"') + '"'


@pytest.mark.parametrize("text", ["a, b", "[a]", "a]", "{a", "a:b", "a?"])
def test_inside_brackets_more_texts_have_quotes(text):
    assert inline(text, in_flow=True) == f'"{text}"'


@pytest.mark.parametrize("text", ["name：A", "name:A", "A head：B", "A： - B"])
def test_a_text_that_looks_like_a_mistyped_key_has_quotes(text):
    assert inline(text) == f'"{text}"'
    assert read_org(f'units: ["{text}"]'.encode(), "o").org.nodes[0].name == text


def test_texts_of_several_lines_are_blocks():
    assert block("a: b\n\n# c", "  ") == "|-\n  a: b\n\n  # c"
    assert block("a\n b", "  ") == '"a\\n b"'


def test_long_sections_stand_below_each_other():
    names = ", ".join(f"Department {number}" for number in range(20))
    text = to_yaml(read_org(f"units: [{names}]".encode(), "o").org)
    assert text.splitlines()[1:4] == ["units:", "  - Department 0", "  - Department 1"]
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("name", ["P{}", "P"])
def test_chains_of_thousands_are_written_flat_where_they_would_nest_too_deep(name):
    lines = [f"  - {{title: {name.format(n)}, id: p{n}, reports_to: p{n + 1}}}" for n in range(2_000)]
    org = read_org("\n".join(["positions:", *lines, "  - {title: Top, id: p2000}"]).encode(), "o").org
    again = read_org(to_yaml(org).encode(), "o").org
    assert without_spans(again) == without_spans(org)
