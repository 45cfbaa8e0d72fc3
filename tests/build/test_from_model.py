import json

import pytest

from orgviz.diagnostics import InputError
from orgviz.model import EdgeKind
from orgviz.reading import read_org


def read(*nodes, edges=(), **top):
    return read_org(json.dumps({"nodes": nodes, "edges": edges, **top}).encode(), "org.json").org


def node(identifier, kind="unit", **more):
    return {"id": identifier, "kind": kind, "name": identifier.upper(), **more}


def codes(*nodes, edges=()):
    with pytest.raises(InputError) as caught:
        read(*nodes, edges=edges)
    return [found.code for found in caught.value.diagnostics]


def test_nodes_may_stand_in_any_order():
    org = read(node("c", parent="b"), node("b", parent="a"), node("a"))
    assert [(one.id, one.parent) for one in org.nodes] == [("a", None), ("b", "a"), ("c", "b")]


def test_ids_that_no_name_would_give_count_as_given():
    assert all(one.given_id for one in read(node("a"), node("b")).nodes)


def test_types_that_the_name_would_not_tell_count_as_given():
    org = read(node("a", type="project"), node("b", type="project", parent="a"))
    assert [(one.type, one.given_type) for one in org.nodes] == [("project", True), ("project", False)]


def test_an_assistants_edge_makes_an_assistant():
    org = read(node("a"), node("s", "position", parent="a"), edges=[{"from": "s", "to": "a", "kind": "assistant"}])
    assert org.nodes[1].assistant
    assert [edge.kind for edge in org.edges] == [EdgeKind.ASSISTANT]


@pytest.mark.parametrize(
    ("nodes", "edges", "code"),
    [
        ([node("a", head=True)], [], "bad-node"),
        ([node("a", holders=["x"])], [], "bad-node"),
        ([node("a", "person", seats=2)], [], "bad-node"),
        ([node("a", "position", head=True)], [], "bad-node"),
        ([node("a", parent="a")], [], "reporting-loop"),
        ([node("a", parent="b"), node("b", parent="a")], [], "reporting-loop"),
        ([node("a", parent="x")], [], "unknown-reference"),
        ([node("a"), node("a")], [], "duplicate-id"),
        ([{"kind": "unit", "name": "A"}], [], "missing-key"),
        ([{"id": "a", "kind": "unit"}], [], "missing-key"),
        ([node("a", "team")], [], "unknown-kind"),
        ([node("a"), "b"], [], "wrong-shape"),
        ([node("a", head="yes")], [], "wrong-shape"),
        ([node("a"), node("b")], [{"from": "a", "to": "b", "kind": "wavy"}], "unknown-kind"),
        (
            [node("a"), node("b"), node("s", "position", parent="a")],
            [{"from": "s", "to": "b", "kind": "assistant"}],
            "bad-node",
        ),
        ([], [], "nothing-to-draw"),
    ],
)
def test_what_is_no_organisation_is_told(nodes, edges, code):
    assert code in codes(*nodes, edges=edges)


@pytest.mark.parametrize("wrong", [{"kind": "team"}, {"parent": "z"}])
def test_a_node_of_unknown_kind_or_parent_leads_to_nothing_more(wrong):
    nodes = [{**node("a", "position", holders=["x"]), **wrong}, node("b", "person", parent="a", head=True)]
    assert len(codes(*nodes)) == 1
