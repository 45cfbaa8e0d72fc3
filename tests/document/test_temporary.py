"""Units that are said to exist for a time, and sentences that only speak of time or of ending."""

import pytest

from orgviz.diagnostics import Findings
from orgviz.document.read import read_document
from orgviz.model import Status
from orgviz.text import SourceText

SHOP = "启明电商组织架构\n\n一、市场部\n二、销售部\n三、客服部\n\n四、工作机制\n\n"
TOOLS = "# Harbour Tools\n\n## Sales Department\n## Finance Office\n## Engineering Department\n\n## How we work\n\n"


def temporary(text: str) -> list[str]:
    """Return the units of a document that exist for a time, each with what it stands below."""
    found = read_document(SourceText("a.txt", text), None, Findings()).found
    assert found is not None
    return [
        node.name if node.parent is None else f"{found.nodes[node.parent].name} / {node.name}"
        for node in found.nodes
        if node.status is Status.TEMPORARY
    ]


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("公司可临时组建周年庆专班，活动结束后解散。", ["周年庆专班"]),
        ("为筹备新店，公司设立新店筹备组，开业后即行撤销。", ["新店筹备组"]),
        ("展会期间，销售部迅速组建展会接待组。", ["销售部 / 展会接待组"]),
        ("大促专班由市场部、客服部抽调人员组成，大促结束后即解散。", ["大促专班"]),
        ("数字化转型办公室存续至2027年12月。", ["数字化转型办公室"]),
        ("可以采用项目制，项目结束后团队解散。", []),
        ("可临时组建项目团队。", []),
        ("临时会议由主任召集。", []),
        ("公司不设立临时工作组。", []),
        ("协会解散后的财产由会员大会处理。", []),
    ],
)
def test_chinese_units_for_a_time_need_a_name_of_their_own(sentence: str, units: list[str]) -> None:
    assert temporary(SHOP + sentence) == units


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("The Move Task Force works until the new hall opens.", ["Move Task Force"]),
        ("We set up a temporary Archive Team for the duration of the audit.", ["Archive Team"]),
        ("The Harvest Crew, an ad hoc group, is disbanded in October.", ["Harvest Crew"]),
        ("A task force may be set up at any time.", []),
        ("Until 2025 the Finance Office was in Leeds.", []),
        ("The Sales Department works until 6 pm.", []),
        ("The Sales Department reports to the Finance Office until the audit is over.", []),
        ("The temporary password is sent to the Sales Department.", []),
    ],
)
def test_english_units_for_a_time_need_a_name_of_their_own(sentence: str, units: list[str]) -> None:
    assert [unit.rpartition(" / ")[2] for unit in temporary(TOOLS + sentence)] == units


def test_a_known_unit_is_marked_where_it_stands() -> None:
    text = SHOP.replace("三、客服部", "三、客服部\n四、展会组")
    assert temporary(text + "展会组在展会结束后解散。") == ["展会组"]
