"""Sentences that tell who supports whom and who works with whom, and those that only sound so."""

import pytest

from orgviz.diagnostics import Findings
from orgviz.document.read import read_document
from orgviz.text import SourceText

SHOP = """启明电商组织架构

一、市场部
二、销售部
三、采购及物流部
四、财务部
五、客服部
  1. 客服运营组
  2. 客服培训组
  3. 质检组
六、技术部

"""
TOOLS = """# Harbour Tools

## Sales Department
## Purchasing Department
## Finance Office
## Customer Care Team
## Engineering Department
## Advisory Board
## Warehouse

"""


def links(text: str) -> list[str]:
    """Return what a document tells beside its tree; a question mark behind what it only suggests."""
    found = read_document(SourceText("a.txt", text), None, Findings()).found
    assert found is not None
    name = [node.name for node in found.nodes]
    return [f"{name[link.source]} {link.kind} {name[link.target]}{'' if link.stated else '?'}" for link in found.links]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("市场部配合销售部完成促销活动。", ["市场部 supports 销售部"]),
        ("客服部负责售后，并协助市场部收集用户意见。", ["客服部 supports 市场部"]),
        ("技术部为销售部和客服部提供数据支持。", ["技术部 supports 销售部", "技术部 supports 客服部"]),
        ("市场部主办展会，由销售部协助。", ["销售部 supports 市场部"]),
        ("客服部是销售部的左右手。", ["客服部 supports 销售部"]),
        ("其他几个组辅助客服运营组。", ["客服培训组 supports 客服运营组", "质检组 supports 客服运营组"]),
        ("市场部每周与采购部对接一次，确定到货时间。", ["市场部 collaborates 采购及物流部"]),
        ("销售部应会同财务部核对账目。", ["销售部 collaborates 财务部"]),
        ("销售部和市场部密切配合，共同完成目标。", ["销售部 collaborates 市场部"]),
        ("财务部协调市场部和销售部的预算。", ["财务部 collaborates 市场部", "财务部 collaborates 销售部"]),
        ("市场部参与销售部的价格制定。", ["市场部 collaborates 销售部"]),
        ("市场部的推广策略必须结合客服部的反馈。", ["市场部 collaborates 客服部"]),
        ("客服培训组对质检组负责。", ["客服培训组 reports 质检组"]),
        ("质检组由财务部指导，结果每月公布。", ["质检组 dotted 财务部"]),
        ("市场部虚线汇报给销售部。", ["市场部 dotted 销售部"]),
    ],
)
def test_chinese_sentences_tell_relations(sentence: str, told: list[str]) -> None:
    assert links(SHOP + sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "各部门应配合财务部做好预算。",
        "员工要积极配合，主动协调。",
        "技术部提供技术支持，保障系统稳定。",
        "市场部在销售部的支持下完成任务。",
        "市场部不得与销售部协商价格。",
        "如何与市场部协作？",
        "采购部与供应商协商价格。",
        "财务部与市场部是两个独立的部门。",
        "市场部与销售部的配合程度直接影响业绩。",
        "公司支持市场部开展活动。",
        "销售部支持力度不够。",
        "客服部向市场部汇报舆情。",
        "促销方案必须结合财务部的数据。",
    ],
)
def test_chinese_sentences_without_two_ends_tell_none(sentence: str) -> None:
    assert links(SHOP + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "例如，市场部可以协助销售部布置展台。",
        "建议市场部协助销售部布置展台。",
        "如果人手不足，市场部协助销售部布置展台。",
    ],
)
def test_examples_and_advice_are_proposals(sentence: str) -> None:
    assert links(SHOP + sentence) == ["市场部 supports 销售部?"]


def test_who_takes_part_in_a_work_meets_the_unit_whose_duty_it_is() -> None:
    shop = "1. 活动部：负责促销活动的策划与执行。\n2. 客服部：解答咨询。\n3. 财务部：负责核算。\n\n"
    assert links(shop + "客服人员可以参与促销活动的策划。") == ["客服部 collaborates 活动部?"]
    assert links(shop + "客服人员可以参与年会活动的彩排。") == []


def test_a_duty_speaks_of_the_unit_above_it() -> None:
    duties = "1. 市场部\n   ① 制定推广计划；\n   ② 配合财务部核对费用。\n2. 财务部\n   ① 核算；\n   ② 配合审计。\n"
    assert links(duties) == ["市场部 supports 财务部"]


def test_a_sentence_without_subject_goes_on_with_the_last_one() -> None:
    assert links(SHOP + "市场部负责推广。并与技术部联动。") == ["市场部 collaborates 技术部"]
    assert links(SHOP + "市场部负责推广。供应商与技术部联动。") == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The Sales Department works closely with the Purchasing Department on prices.",
            ["Sales Department collaborates Purchasing Department"],
        ),
        (
            "Engineering partners with Customer Care and the Warehouse.",
            [
                "Engineering Department collaborates Customer Care Team",
                "Engineering Department collaborates Warehouse",
            ],
        ),
        ("The Warehouse coordinates deliveries with Purchasing.", ["Warehouse collaborates Purchasing Department"]),
        (
            "Sales and Finance meet every Monday and prepare the forecast together.",
            ["Sales Department collaborates Finance Office"],
        ),
        ("Customer Care assists Sales with complaints.", ["Customer Care Team supports Sales Department"]),
        ("The Warehouse provides packing services to Sales.", ["Warehouse supports Sales Department"]),
        (
            "The Advisory Board advises the Engineering Department once a year.",
            ["Advisory Board dotted Engineering Department"],
        ),
        ("Customer Care keeps a dotted line to Sales.", ["Customer Care Team dotted Sales Department"]),
        ("Customer Care could coordinate with Sales.", ["Customer Care Team collaborates Sales Department?"]),
        (
            "For instance, Engineering may help Sales with quotes.",
            ["Engineering Department supports Sales Department?"],
        ),
        (
            "The Finance Office handles invoices and liaises with the Purchasing Department.",
            ["Finance Office collaborates Purchasing Department"],
        ),
    ],
)
def test_english_sentences_tell_relations(sentence: str, told: list[str]) -> None:
    assert links(TOOLS + sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The Finance Office supports all departments.",
        "Our software supports sales of spare parts.",
        "The Warehouse works with forklifts.",
        "Sales does not work with Engineering.",
        "Their managers report to the Finance Office.",
        "If you need help, Customer Care works with you.",
        "Reports to the Finance Office are due on Monday.",
        "Is Sales working with Engineering?",
        "Everyone supports the Warehouse in December.",
        "The Manager, Sales reports to the Finance Office.",
    ],
)
def test_english_sentences_without_two_ends_tell_none(sentence: str) -> None:
    assert links(TOOLS + sentence) == []


def test_keys_tell_relations() -> None:
    roles = (
        "## Clinic Director\nReports to: Board\n\n## Nursing Lead\nReports to: Clinic Director\n"
        "Works with: Front Desk Supervisor\n\n## Front Desk Supervisor\nReports to: Clinic Director\n"
        "Coordinates with: vendors\n"
    )
    assert links(roles) == ["Nursing Lead collaborates Front Desk Supervisor"]


def test_what_the_tree_says_is_told_once() -> None:
    deputies = "院办设院长一人、副院长一人。\n副院长襄助院长处理院务。\n医务科、护理部、财务科隶属于院办。\n护理部配合院办工作。"
    assert links(deputies) == []


def test_a_pair_is_told_once() -> None:
    assert links(SHOP + "市场部与技术部对接。技术部与市场部对接。") == ["市场部 collaborates 技术部"]
