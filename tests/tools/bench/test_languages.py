"""Every language says the same boxes and lines."""

import json
import re

import pytest

from orgviz.diagnostics import Severity
from orgviz.reading import read_org
from tools.bench.languages import to_boxes, to_d2, to_dot, to_mermaid, to_mind_map, to_wbs, to_yaml
from tools.bench.organisations import Box, Shape, organisation

THREE = (
    Box("Head", "Ann Hill", None),
    Box("Lead", "Bob Dale", 0),
    Box("Aide", "Eve Field", 1),
    Box("Clerk", "Ines", 0),
)


@pytest.mark.parametrize("shape", Shape)
def test_orgviz_reads_the_boxes_and_who_reports_to_whom_without_a_warning(shape):
    boxes = organisation(shape, 60, seed=2)
    reading = read_org(to_yaml(boxes).encode(), "chart.yaml")
    assert [found for found in reading.findings if found.severity is not Severity.NOTE] == []
    by_id = {node.id: node for node in reading.org.nodes}
    assert len(by_id) == len(boxes)
    for number, box in enumerate(boxes):
        node = by_id[f"b{number}"]
        assert node.name == box.title
        assert node.parent == (None if box.parent is None else f"b{box.parent}")


def test_programs_of_ours_get_boxes():
    assert json.loads(to_boxes(THREE))[1] == {"id": "b1", "lines": ["Lead", "Bob Dale"], "parent": "b0"}


@pytest.mark.parametrize(
    ("write", "node", "edge"),
    [
        (to_dot, r'b1 [label="Lead\nBob Dale"]', "b0 -> b1"),
        (to_mermaid, 'b1["Lead<br/>Bob Dale"]', "b0 --> b1"),
        (to_d2, r'b1: "Lead\nBob Dale"', "b0 -> b1"),
    ],
)
def test_languages_of_graphs_get_nodes_and_edges(write, node, edge):
    lines = write(THREE).splitlines()
    assert node in lines
    assert [line for line in lines if re.fullmatch(r"b\d --?> b\d", line)] == [
        edge, edge.replace("b0", "b1", 1).replace("b1", "b2", 2).replace("b2", "b1", 1), edge.replace("b1", "b3"),
    ]  # fmt: skip


def test_plantuml_gets_trees_in_the_order_of_a_walk():
    told = r"* Head\nAnn Hill,** Lead\nBob Dale,*** Aide\nEve Field,** Clerk\nInes"
    assert to_wbs(THREE).splitlines() == ["@startwbs", *told.split(","), "@endwbs"]
    assert to_mind_map(THREE).splitlines()[1:-1] == told.split(",")


def test_a_forest_gets_one_more_root_for_plantuml():
    assert to_wbs((Box("A", "B", None), Box("C", "D", None))).splitlines()[1:-1] == ["* All", r"** A\nB", r"** C\nD"]


def test_a_deep_chain_is_written_without_recursion():
    boxes = organisation(Shape.CHAIN, 3_000, seed=1)
    assert to_wbs(boxes).count("\n") == 3_002
