"""Short names that a document gives are found wherever it uses them."""

import pytest

from orgviz.diagnostics import Findings
from orgviz.document.read import read_document
from orgviz.text import SourceText


def names(text: str) -> list[str]:
    """Return all names in a document, in its order."""
    found = read_document(SourceText("a.txt", text), None, Findings()).found
    assert found is not None
    return [node.name for node in found.nodes]


@pytest.mark.parametrize(
    "given",
    ['综合管理部(以下简称"综管部")', "综合管理部（简称：综管部）", "综合管理部（下称综管部）"],
)
def test_a_short_name_in_brackets_is_the_unit_before_it(given: str) -> None:
    text = f"公司下设{given}、市场部、财务部。\n综管部负责行政事务，并与财务部对接。\n"
    assert names(text)[-3:] == ["综合管理部", "市场部", "财务部"]


def test_a_short_name_in_a_sentence_is_its_subject() -> None:
    text = "公司下设综合管理部、市场部、财务部。\n综合管理部简称“综管部”，承担人事。\n综管部负责行政事务。\n"
    assert "综管部" not in names(text)


def test_a_short_name_for_the_organisation_makes_no_unit() -> None:
    text = "启明股份有限公司（以下简称公司）依法设立。\n公司下设市场部、财务部、技术部。\n"
    assert names(text) == ["启明股份有限公司", "市场部", "财务部", "技术部"]


@pytest.mark.parametrize(
    "given",
    ["Shared Service Centre (SSC)", 'Shared Service Centre ("SSC")', 'Shared Service Centre (hereinafter "the SSC")'],
)
def test_letters_stand_for_the_words_before_them(given: str) -> None:
    text = (
        f"# Harbour Tools\n\nThe company consists of the {given}, the Sales Department and the Finance Office.\n\n"
        "The SSC keeps the books. The SSC works closely with the Sales Department.\n"
    )
    found = read_document(SourceText("a.txt", text), None, Findings()).found
    assert found is not None
    assert [found.nodes[link.source].name.split(" (")[0] for link in found.links] == ["Shared Service Centre"]


def test_what_stands_in_brackets_otherwise_is_no_name() -> None:
    text = "公司下设市场部(负责推广)、财务部(三人)、技术部。\n负责推广的同事很忙。\n"
    assert names(text)[-1] == "技术部"
