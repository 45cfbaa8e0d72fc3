"""What was understood of a document can be checked line by line: what is named is told, and what is left out says why."""

import pytest
from typer.testing import CliRunner

from orgviz.cli.app import app
from orgviz.diagnostics import Findings
from orgviz.document.read import read_document
from orgviz.text import SourceText

DOCUMENTS = {
    "zh": """
启明物业公司组织架构

公司下设客服部、工程部和保安部。客服部设主管一名、接线员三名。
保安部负责巡逻与门禁。
今天的天气很好。
欢迎大家光临，谢谢。

一、工程部
1. 水电组：负责水电维修
2. 绿化组
3. 加强沟通
""",
    "en": """
# Harbour Tools

- Sales Department
  - Sales Manager: signs the orders
- Finance Office

The Engineering Department consists of the Design Team and the Test Team.
The sun shines on the harbour.
""",
    "zh-hant": """
啟明文教協會章程

第一條 本會設秘書處、財務組、活動組。
第二條 秘書處置秘書長一人，秘書二人。
第三條 本章程經會員大會通過後施行。
""",
}


def read(text):
    understanding = read_document(SourceText("a.md", text.lstrip()), None, Findings())
    assert understanding.found is not None
    return understanding


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_node_is_told_at_its_own_place(text):
    understanding = read(text)
    told = {(trace.span.line, trace.span.column) for trace in understanding.traces if trace.became is not None}
    assert [node.name for node in understanding.found.nodes if (node.span.line, node.span.column) not in told] == []


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_line_that_says_something_is_told_of_or_left_out_with_a_reason(text):
    understanding = read(text)
    told = {trace.span.line for trace in understanding.traces}
    lines = text.lstrip().split("\n")
    assert [line for number, line in enumerate(lines, 1) if line.strip() and number not in told] == []


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_remark_has_words_and_a_place_in_the_text_and_they_are_in_order(text):
    understanding = read(text)
    lines = text.lstrip().split("\n")
    assert all(trace.rule.strip() and trace.became != "" for trace in understanding.traces)
    assert all(1 <= trace.span.column <= len(lines[trace.span.line - 1]) for trace in understanding.traces)
    places = [(trace.span.line, trace.span.column) for trace in understanding.traces]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("今天的天气很好。", "prose"),
        ("公司下设采购部、加强沟通、质检部。", "in a list, but it is"),
        ("校务委员会由校长、市场部经理组成。", "sits there by an office held elsewhere"),
        ("活动包括客服部年会、工程部聚餐、郊游。", "prose"),
    ],
)
def test_what_is_left_out_says_why(line, reason):
    text = f"公司下设客服部、市场部、财务部。公司设校长一名。\n{line}\n"
    left_out = [trace for trace in read(text).traces if trace.became is None and trace.span.line == 2]
    assert any(reason in trace.rule for trace in left_out), left_out


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("公司下设客服部、市场、财务部。\n", ["市场"]),
        ("一、部门设置\n1. 客服部\n2. 市场\n3. 财务部\n", ["市场"]),
        ("公司下设客服部、财务部、质检部。\n", []),
    ],
)
def test_a_kind_that_was_inferred_is_marked_and_one_that_was_said_is_not(text, guessed):
    nodes = read(text).found.nodes
    assert [node.name for node in nodes if node.guess is not None] == guessed


def test_a_count_that_does_not_fit_is_told():
    text = "公司下设四个部门：客服部、市场部、财务部。\n"
    assert any("3 names where the text says 4" in (trace.became or "") for trace in read(text).traces)


def test_a_unit_that_moves_says_where_to():
    text = "公司下设客服部、车队、后勤处。\n车队隶属于后勤处。\n"
    assert any(trace.became == "'车队' moves below '后勤处'" for trace in read(text).traces)


def test_what_was_inferred_is_a_comment_in_the_yaml(tmp_path):
    document = tmp_path / "a.txt"
    document.write_text("公司下设客服部、市场、财务部。\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["convert", str(document)])
    assert done.exit_code == 0
    commented = [line.strip() for line in done.stdout.splitlines() if "#" in line]
    assert commented == ["- 市场  # kind by its place in a sentence"]
