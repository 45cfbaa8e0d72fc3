"""Whatever text comes in, an understanding or findings come out: the same twice, and never an exception."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgviz.diagnostics import Findings
from orgviz.document.read import read_document
from orgviz.found import Found
from orgviz.text import SourceText

# Pieces that mean something to the reader, to be put together in ways that mean nothing.
PIECES = (
    "市场部", "客服组", "经理", "王敏", "公司", "下设", "分为", "由", "组成", "设", "、", "，", "。", "；", "：", ":", "和", "等", "三个部门", "一人",
    "负责", "隶属于", "向", "汇报", "兼任", "（", "）", "(", ")", "【", "】", "“", "”", "《", "各", "除", "外", "其中", "本会", "该", "其",
    "第一条", "第一章", "一、", "（一）", "1.", "1、", "1)", "①", "A.", "a)", "i.", "- ", "* ", "• ", "# ", "## ", "**", "|", "| a | b |",
    "|---|---|", "├─ ", "└─ ", "│ ", "+-- ", "    ", "\t", "\u3000", "\n", "\n\n", "\r\n", "---", "===", "```", "<h2>", "</h2>", "<!--",
    "-->", "Sales Department", "Manager", "consists of", "reports to", "the", ", ", " and ", "Ann Lee", "Abteilung", "besteht aus",
    "부서", "팀장", "둔다", "総務部", "課長", "置く", "方案篇1", "方案篇2", "\x00", "\ufeff", "\u202e", "👩‍🔧", "e\u0301", "0", "９", "×", "=",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60).map("".join)


def read(text, section=None):
    findings = Findings()
    understanding = read_document(SourceText("a.txt", text), section, findings)
    assert understanding.found is not None or findings.failed
    if understanding.found is not None:
        check(understanding.found)
    return understanding, findings.sorted()


def check(found: Found):
    """Assert what is promised of everything that is found: parents first, ends that exist, names that are there."""
    for place, node in enumerate(found.nodes):
        assert node.parent is None or 0 <= node.parent < place
        assert node.name.strip()
        assert node.seats is None or node.seats >= 0
    for link in found.links:
        assert link.source != link.target
        assert max(link.source, link.target) < len(found.nodes)


@settings(max_examples=150, deadline=None)
@given(text=texts)
def test_any_text_is_read_and_twice_the_same(text):
    assert read(text) == read(text)


@settings(max_examples=60, deadline=None)
@given(text=texts, section=st.sampled_from(["1", "2", "方案篇1", "", "x"]))
def test_any_section_of_any_text_is_read_or_told(text, section):
    read(text, section)


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_characters_are_read(text):
    read(text)


@settings(max_examples=40, deadline=None)
@given(text=texts)
def test_lines_may_end_in_any_way(text):
    read(text.replace("\n", "\r\n"))
    read(text.replace("\n", "\r"))


DEEP = "".join(" " * depth + f"- 第{depth}组\n" for depth in range(5000))
LARGE = {
    "deep": DEEP,
    "one long line": "公司下设" + "、".join(f"第{number}车间" for number in range(12_000)) + "。",
    "one long line without marks": "市场部" * 34_000,
    "one long line in Latin letters": "the sales team and " * 5300,
    "one endless sentence": " and ".join(["The Cook Manager reports to the Purser Manager"] * 2000),
    "one endless sentence of parts": "，".join(["财务部下设的结算组负责结算"] * 1500) + "。",
    "one endless sentence of wholes": "，".join(["品牌组属于市场部"] * 3000) + "。",
    "many items": "".join(f"{number}. 第{number}车间\n" for number in range(1, 10_001)),
    "many items of one name": "- 市场部\n" * 10_000,
    "many sentences": "市场部下设推广组、文案组。\n" * 3000,
    "many units in sentences": "".join(f"第{number}厂下设一车间、二车间，厂长负责生产。\n" for number in range(2000)),
    "only punctuation": "，。、；：？！…—·（）【】《》“”\n" * 2000,
    "only marks": "- * # 1. (一) ① | ├─\n" * 3000,
    "brackets": "（" * 20_000 + "市场部" + "）" * 20_000,
    "commas": "，" * 100_000,
    "verbs": "下设分为由组成设" * 5000,
    "numbers": "1.1.1.1." * 12_000,
    "spaces": " " * 100_000 + "市场部",
    "blank lines": "\n" * 100_000,
    "table": "| 部门 | 职责 |\n|---|---|\n" + "| 市场部 | 推广 |\n" * 5000,
    "drawn tree": "总部\n" + "├─ 市场部\n│  └─ 推广组\n" * 3000,
    "strokes between words": "a " + "-- b " * 200 + ".",
    "a ruled line with an end": "市场部" + "-" * 3000 + "。\n" + "客服部 " + "——" * 60 + "，",
    "mixed": "一、市场部\r\n1. 推广组\r  (1) 文案\n\n\t\t- 经理 王敏\n\u3000\u3000• 专员×3\n" * 1500,
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_large_and_strange_texts_are_read(text):
    read(text)


ONCE_FAILED = {
    "rows longer than the header": (
        "| Person | Amt |\n|---|---|\nVereinsblatt 1\n| Ida Roth | Technische Leitung |\n| Ann Weiss | Finanzen |\n"
        "| Eva Kurz | Kasse || Eva Kurz | Kasse |\n"
    ),
    "a header of one cell over rows of two": "| 职务 |\n| 店长 | 王敏 |\n| 店员 | 李四 |\n| 店员 | 李五 |\n",
    "a number alone on its line": "NO1.\n理事会领导协会。\nNO2.外联部\n外联部负责赞助。\nNO3.宣传部\n",
}


@pytest.mark.parametrize("text", ONCE_FAILED.values(), ids=ONCE_FAILED)
def test_what_once_failed_is_read(text):
    read(text)
