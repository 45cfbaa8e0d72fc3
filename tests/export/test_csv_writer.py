"""A roster in CSV reads back as the same tree."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.build import build_org
from orgviz.diagnostics import Findings
from orgviz.export.csv_writer import guarded, to_csv
from orgviz.model import EdgeKind, Node, NodeKind, Org
from orgviz.reading import read_org
from orgviz.table.read import read_table_sources
from orgviz.text import SourceText
from tests.strategies import NOWHERE


def read(text: str) -> Org:
    findings = Findings()
    root = read_table_sources([SourceText("a.csv", text)], {}, findings)
    org = build_org(root, findings) if root is not None else None
    assert org is not None, findings.sorted()
    return org


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_csv(read_org(text.encode(), "a.yaml").org))))


def test_the_header_is_in_the_language_of_the_chart():
    assert rows("units: [市场部]")[0] == ["编号", "上级编号", "部门", "职位", "姓名"]
    assert rows("units: [市場部門]")[0] == ["編號", "上級編號", "部門", "職位", "姓名"]
    assert rows("units: [Sales]")[0] == ["ID", "Parent ID", "Department", "Job title", "Name"]


def test_a_row_is_a_unit_a_holder_a_vacancy_or_a_person():
    text = (
        "units:\n- name: A\n  members: [Eve]\n  positions:\n  - {title: Dev, holder: [Ann, Bob], seats: 4}\n  - Clerk\n"
    )
    assert rows(text)[1:] == [
        ["A", "", "A", "", "", ""],
        ["Eve", "A", "A", "", "Eve", ""],
        ["Dev", "A", "A", "Dev", "Ann", "4"],
        ["Dev", "A", "A", "Dev", "Bob", "4"],
        ["Dev", "A", "A", "Dev", "vacant", "4"],
        ["Clerk", "A", "A", "Clerk", "", ""],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "'=1", "''-x"])
def test_formulas_are_guarded_and_read_back_as_they_were(text):
    assert guarded(text) == f"'{text}"
    assert read(to_csv(org_of(Node(id=text, kind=NodeKind.UNIT, name=text, span=NOWHERE)))).nodes[0].name == text


def org_of(*nodes: Node) -> Org:
    return Org(nodes=nodes)


words = st.text("abcdefgh市场部王敏李四", min_size=1, max_size=5).map(lambda text: f"q{text}")


@st.composite
def plain_orgs(draw: st.DrawFn) -> Org:
    nodes: list[Node] = []
    for number in range(draw(st.integers(1, 12))):
        above = draw(st.sampled_from(nodes)) if nodes and draw(st.booleans()) else None
        kind = draw(st.sampled_from(NodeKind))
        in_unit = above is not None and above.kind is NodeKind.UNIT
        holders = tuple(draw(st.lists(words, max_size=3))) if kind is NodeKind.POSITION else ()
        node = Node(
            id=f"{number}x{draw(words)}",
            kind=kind,
            name=draw(words),
            span=NOWHERE,
            parent=above.id if above else None,
            holders=holders,
        )
        if in_unit and kind is not NodeKind.UNIT:
            node = replace(node, head=draw(st.booleans()))
        if kind is NodeKind.POSITION and draw(st.booleans()):
            node = replace(node, seats=draw(st.integers(max(1, len(holders)), 9)))
        nodes.append(node)
    return org_of(*nodes)


def essence(org: Org) -> set[tuple[object, ...]]:
    return {(n.id, n.kind, n.name, n.parent, n.holders, n.seats, n.head) for n in org.nodes}


@given(plain_orgs())
def test_units_posts_people_holders_and_parents_read_back(org):
    assert essence(read(to_csv(org))) == essence(org)


def test_what_else_a_table_holds_reads_back():
    text = (
        "units:\n- name: 市场部\n  id: m\n  type: support\n  status: planned\n  from: 2026-01-01\n  until: 2026-12-31\n"
        "  url: https://example.com\n  duty: |\n    一\n    二\n  assistants: [{title: 助理, holder: 王敏}]\n"
        "  positions:\n  - {title: 专员, holder: vacant}\n"
        "- {name: 财务部, dotted_to: m}\n"
    )
    before = read_org(text.encode(), "a.yaml").org
    after = read(to_csv(before))
    kept = (
        "id",
        "name",
        "type",
        "given_type",
        "status",
        "start",
        "end",
        "url",
        "duty",
        "assistant",
        "vacant",
        "parent",
    )
    assert [[getattr(node, name) for name in kept] for node in after.nodes] == [
        [getattr(node, name) for name in kept] for node in before.nodes
    ]
    assert [(edge.source, edge.target) for edge in after.edges if edge.kind is EdgeKind.DOTTED] == [("财务部", "m")]
