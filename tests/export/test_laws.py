"""What is written reads back as the same organisation, and is written again as the same text."""

import json

from hypothesis import given

from orgviz.export import to_json, to_yaml
from orgviz.reading import read_org
from tests.strategies import orgs, without_spans


@given(orgs())
def test_yaml_reads_back_as_the_same_organisation(org):
    assert without_spans(read_org(to_yaml(org).encode(), "org.yaml").org) == without_spans(org)


@given(orgs())
def test_json_reads_back_as_the_same_organisation(org):
    assert without_spans(read_org(to_json(org).encode(), "org.json").org) == without_spans(org)


@given(orgs())
def test_canonical_yaml_stays_as_it_is(org):
    text = to_yaml(org)
    assert to_yaml(read_org(text.encode(), "org.yaml").org) == text


@given(orgs())
def test_json_is_json(org):
    model = json.loads(to_json(org))
    assert [node["name"] for node in model["nodes"]] == [node.name for node in org.nodes]
    assert [(edge["from"], edge["to"]) for edge in model["edges"]] == [(e.source, e.target) for e in org.edges]


@given(orgs())
def test_nodes_stand_behind_their_parents_and_ids_are_unique(org):
    seen = set()
    for node in org.nodes:
        assert node.parent is None or node.parent in seen
        assert node.id not in seen
        seen.add(node.id)
