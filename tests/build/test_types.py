import pytest

from orgviz.diagnostics import InputError
from orgviz.model import TYPE_NAMES
from orgviz.reading import read_org


def types(text: str) -> dict[str, str | None]:
    return {node.name: node.type for node in read_org(text.encode(), "org.yaml").org.nodes}


def test_a_type_is_given_else_told_by_the_name_else_inherited():
    text = "units: [{name: A, type: project, units: [财务部, {name: B, members: [王敏]}]}, C]"
    assert types(text) == {"A": "project", "财务部": "function", "B": "project", "王敏": "project", "C": None}


def test_a_heading_gives_its_type_to_what_stands_below_it():
    assert types("units: [{name: 职能部门, units: [市场部, {name: 技术部, units: [销售组]}]}]") == {
        "职能部门": "function",
        "市场部": "function",
        "技术部": "function",
        "销售组": "operations",
    }


def test_titles_tell_only_where_there_is_no_unit():
    text = "units: [{name: 销售部, positions: [财务总监]}]\npositions: [{title: CEO, reports: [助理, VP Sales]}]"
    assert types(text) == {
        "销售部": "operations",
        "财务总监": "operations",
        "CEO": "executive",
        "助理": "executive",
        "VP Sales": "executive",
    }


def test_words_of_the_files_own_types_go_first():
    text = (
        "types: {channel: {match: [渠道, Partner]}}\nunits: [市场渠道管理部, {name: 职能部门, units: [Partner Sales]}]"
    )
    assert types(text) == {"市场渠道管理部": "channel", "职能部门": "function", "Partner Sales": "channel"}


def test_built_in_types_are_restyled_in_place_and_own_ones_follow():
    org = read_org(b"types: {x: , operations: {label: Ops, color: '#ABC'}}\nunits: [{name: A, type: X}]", "o").org
    assert [one.name for one in org.types] == [*TYPE_NAMES, "x"]
    operations = next(one for one in org.types if one.name == "operations")
    assert (operations.label, operations.color) == ("Ops", "#aabbcc")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("units: [{name: A, type: sales}]", "unknown-type"),
        ("types: {a: {color: x}}\nunits: [{name: A, type: a}]", "unknown-color"),
        ("types: {a: {color: '#12345'}}\nunits: [{name: A, type: a}]", "unknown-color"),
        ("types: {a: teal}\nunits: [{name: A, type: a}]", "wrong-shape"),
        ("types: {a: {colour: teal}}\nunits: [{name: A, type: a}]", "unknown-key"),
    ],
)
def test_bad_types_are_told(text, code):
    with pytest.raises(InputError) as caught:
        read_org(text.encode(), "org.yaml")
    assert code in [found.code for found in caught.value.diagnostics]
