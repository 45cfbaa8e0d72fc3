"""How many a document says that there are is held against how many it names."""

import pytest

from orgviz.diagnostics import Findings
from orgviz.document.read import read_document
from orgviz.text import SourceText


def _told(text: str, section: str | None = None) -> list[str]:
    findings = Findings()
    read_document(SourceText("a.txt", text), section, findings)
    return [item.message for item in findings.sorted() if item.code == "count-differs"]


@pytest.mark.parametrize(
    ("text", "names", "said"),
    [
        ("公司共分为5个部门：销售部、财务部、人事部和技术部。\n", 4, 5),
        ("本公司下设3个部门，分别为销售部、财务部、人事部和技术部。\n", 4, 3),
        ("研究院下设三个中心：材料中心和能源中心。\n", 2, 3),
        ("Engineering is divided into four teams: Platform, Mobile, and Data.\n", 3, 4),
        ("The agency consists of four divisions: Roads Division, Water Division and Parks Division.\n", 3, 4),
    ],
)
def test_another_number_of_names_than_the_text_says_is_told(text: str, names: int, said: int) -> None:
    assert _told(text) == [f"there are {names} names where the text says {said}"]


@pytest.mark.parametrize(
    "text",
    [
        "公司共分为4个部门：销售部、财务部、人事部和技术部。\n",
        "公司下设五个部门：销售部、财务部、人事部等。\n",
        "公司下设销售部、财务部等五个部门。\n",
        "公司设有一个办公室：行政办公室、后勤办公室。\n",
        "Engineering is divided into three teams: Platform, Mobile, and Data.\n",
        "The crew consists of four people: a crew leader and three drivers.\n",
    ],
)
def test_nothing_is_told_where_the_number_is_right_or_the_list_goes_on(text: str) -> None:
    assert _told(text) == []


def test_only_the_section_that_was_asked_for_is_held_against_its_counts() -> None:
    text = (
        "# 方案一\n\n公司下设三个部门：销售部、财务部。\n\n- 销售部\n- 财务部\n\n"
        "# 方案二\n\n公司下设两个部门：客服部、仓储部。\n\n- 客服部\n- 仓储部\n"
    )
    assert _told(text, "1") == ["there are 2 names where the text says 3"]
    assert _told(text, "2") == []
    assert _told(text) == []


@pytest.mark.parametrize(
    "line", ["公司下设三个部门：人事部、财务部、技术部", "中心分为前端组、后端组", "集团设有行政和人事部、法务部"]
)
def test_a_sentence_that_lists_units_needs_no_stop(line: str) -> None:
    findings = Findings()
    found = read_document(SourceText("a.txt", line), None, findings).found
    assert found is not None
    assert not findings.failed
    assert len(found.nodes) >= 2
