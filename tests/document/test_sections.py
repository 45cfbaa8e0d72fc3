"""A document that counts several organisations is read one at a time, by number or by name."""

import pytest

from orgviz.diagnostics import Findings
from orgviz.document.read import read_document
from orgviz.text import SourceText

PLANS = """
方案篇1

公司下设市场部、销售部、财务部。

方案篇2

学校下设教务处、总务处、学生处。

方案篇3

医院下设内科、外科、药房。
"""
EXAMPLES = """
# Example 1: Bakery

- Sales Department
- Baking Team
- Finance Office

# Example 2: Clinic

- Nursing Department
- Front Desk Team
- Medical Board
"""
ONE = """
方案篇1

公司下设市场部、销售部、财务部。
"""


def read(text, section=None):
    findings = Findings()
    return read_document(SourceText("a.txt", text.lstrip()), section, findings), findings.sorted()


def names(text, section=None):
    understanding, findings = read(text, section)
    assert findings == ()
    assert understanding.found is not None
    return [node.name for node in understanding.found.nodes]


@pytest.mark.parametrize(
    ("text", "section", "units"),
    [
        (PLANS, "1", ["市场部", "销售部", "财务部"]),
        (PLANS, "3", ["内科", "外科", "药房"]),
        (PLANS, "方案篇2", ["教务处", "总务处", "学生处"]),
        (PLANS, " 2 ", ["教务处", "总务处", "学生处"]),
        (EXAMPLES, "2", ["Nursing Department", "Front Desk Team", "Medical Board"]),
        (EXAMPLES, "Example 1: Bakery", ["Sales Department", "Baking Team", "Finance Office"]),
        (ONE, "1", ["市场部", "销售部", "财务部"]),
        (ONE, None, ["市场部", "销售部", "财务部"]),
    ],
)
def test_a_section_is_chosen_by_its_number_or_its_name(text, section, units):
    assert names(text, section)[-3:] == units


def test_nothing_of_the_other_sections_is_read():
    everything = " ".join(names(PLANS, "2"))
    assert not any(name in everything for name in ("市场部", "销售部", "财务部", "内科", "外科", "药房"))


def test_without_a_choice_the_sections_are_told_with_their_lines():
    understanding, findings = read(PLANS)
    assert understanding.found is None
    assert [finding.code for finding in findings] == ["several-sections"]
    assert "1: 方案篇1 (line 1); 2: 方案篇2 (line 5); 3: 方案篇3 (line 9)" in findings[0].message
    assert findings[0].span.line == 1
    assert "--section 1" in (findings[0].hint or "")


def test_all_sections_are_handed_on_with_the_one_that_was_chosen():
    understanding, _ = read(PLANS, "2")
    assert [(one.number, one.name, one.span.line) for one in understanding.sections] == [
        (1, "方案篇1", 1),
        (2, "方案篇2", 5),
        (3, "方案篇3", 9),
    ]
    assert {trace.span.line for trace in understanding.traces} == {7}


@pytest.mark.parametrize(("section", "told"), [("4", "'4'"), ("方案篇9", "'方案篇9'"), ("0", "'0'"), ("", "''")])
def test_a_section_that_does_not_exist_is_told_with_those_that_do(section, told):
    understanding, findings = read(PLANS, section)
    assert understanding.found is None
    assert [finding.code for finding in findings] == ["unknown-section"]
    assert told in findings[0].message
    assert "3: 方案篇3" in (findings[0].hint or "")


def test_a_document_of_one_organisation_has_section_1_only():
    text = "公司下设市场部、销售部、财务部。\n"
    assert names(text, "1")[-3:] == ["市场部", "销售部", "财务部"]
    _, findings = read(text, "2")
    assert [finding.code for finding in findings] == ["unknown-section"]


@pytest.mark.parametrize(
    "text",
    [
        "方案篇1\n\n请先阅读说明。\n\n方案篇2\n\n公司下设市场部、销售部、财务部。\n",
        "市场部1\n市场部2\n\n公司下设市场部、销售部、财务部。\n",
        "方案篇1\n\n公司下设市场部、销售部、财务部。\n\n方案篇3\n\n完。\n",
    ],
)
def test_titles_that_do_not_count_organisations_make_no_sections(text):
    understanding, findings = read(text)
    assert findings == ()
    assert understanding.sections == ()
    assert understanding.found is not None
