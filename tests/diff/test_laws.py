"""What holds for the difference of any organisations."""

from collections import Counter
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgviz.diff.compare import compare
from orgviz.diff.merge import merge
from orgviz.diff.values import ChangeKind
from orgviz.model import EdgeKind, Node, NodeKind, Org, Status
from orgviz.reading import read_org
from tests.strategies import NOWHERE, orgs, without_spans

FRESH = "Zzyzx"
FEW = settings(max_examples=40)


def without_ids(org):
    """Return an organisation whose author gave no ids."""
    return replace(org, nodes=tuple(replace(node, given_id=False) for node in org.nodes))


def changed(org, node, **facts):
    return replace(org, nodes=tuple(replace(each, **facts) if each is node else each for each in org.nodes))


def below(org, node):
    """Return the ids of a node and of all below it."""
    ids = {node.id}
    for each in org.nodes:
        if each.parent in ids:
            ids.add(each.id)
    return ids


def without(org, node):
    gone = below(org, node)
    kept = tuple(each for each in org.nodes if each.id not in gone)
    edges = tuple(edge for edge in org.edges if edge.source not in gone and edge.target not in gone)
    return replace(org, nodes=kept, edges=edges)


def with_one_more(org, node):
    new = Node(id=FRESH, kind=NodeKind.UNIT, name=FRESH, span=NOWHERE, parent=node.id)
    return replace(org, nodes=(*org.nodes, new))


def moved(org, node, to):
    """Return an organisation with a node under another, which is not below it."""
    going = below(org, node)
    rest = [each for each in org.nodes if each.id not in going]
    gone = [replace(each, parent=to.id) if each is node else each for each in org.nodes if each.id in going]
    return replace(org, nodes=(*rest, *gone))


@FEW
@given(orgs(), st.booleans())
def test_an_organisation_is_no_different_from_itself(org, ids):
    org = org if ids else without_ids(org)
    assert compare(org, without_spans(org)).changes == ()


@FEW
@given(orgs(), st.data(), st.booleans())
def test_a_new_name_is_one_change(org, data, ids):
    org = org if ids else without_ids(org)
    node = data.draw(st.sampled_from(org.nodes))
    (change,) = compare(org, changed(org, node, name=FRESH)).changes
    assert change.kind in (ChangeKind.RENAMED, ChangeKind.HOLDER, ChangeKind.HEAD)


@FEW
@given(orgs(), st.data(), st.booleans())
def test_one_fact_is_one_change(org, data, ids):
    org = org if ids else without_ids(org)
    node = data.draw(st.sampled_from([node for node in org.nodes if node.kind is not NodeKind.PERSON] or [None]))
    assume(node is not None)
    facts = {"duty": FRESH, "url": "https://example.com/new", "start": "1900-01-01"}
    if node.kind is NodeKind.POSITION:
        facts |= {"seats": 99, "holders": ("Nobody else",)}
    else:
        facts["status"] = Status.OPTIONAL if node.status is not Status.OPTIONAL else Status.PLANNED
    fact = data.draw(st.sampled_from(sorted(facts)))
    new = changed(org, node, **{fact: facts[fact]})
    assert len(compare(org, new).changes) == 1


@FEW
@given(orgs(), st.data(), st.booleans())
def test_what_comes_and_goes_is_one_change(org, data, ids):
    org = org if ids else without_ids(org)
    node = data.draw(st.sampled_from([node for node in org.nodes if not node.head or node.kind is NodeKind.UNIT]))
    (change,) = compare(org, with_one_more(org, node)).changes
    assert (change.kind, change.new) == (ChangeKind.ADDED, FRESH)
    # Of two of one name that differ by their links alone, nobody can say which one went with its links.
    org = org if ids else replace(org, edges=())
    less = without(org, node)
    assume(less.nodes)
    (change,) = compare(org, less).changes
    assert (change.kind, 1 + change.units + change.posts) == (ChangeKind.REMOVED, len(org.nodes) - len(less.nodes))


@FEW
@given(orgs(), st.data(), st.booleans())
def test_a_move_is_one_change(org, data, ids):
    # Of two of one name in one place, nobody can always say which of them went.
    org = org if ids else without_ids(org)
    nameless = [node for node in org.nodes if not node.given_id]
    assume(len({(node.parent, node.kind, node.name) for node in nameless}) == len(nameless))
    units = [node for node in org.nodes if node.kind is NodeKind.UNIT]
    node = data.draw(st.sampled_from(units))
    places = [to for to in units if to.id not in below(org, node) and node.parent != to.id]
    assume(places)
    to = data.draw(st.sampled_from(places))
    found = compare(org, moved(org, node, to)).changes
    assert [change.kind for change in found] == [ChangeKind.MOVED]


def test_of_two_units_of_one_name_the_one_that_keeps_what_it_has_has_stayed():
    unit = {"kind": NodeKind.UNIT, "name": "客服部", "span": NOWHERE}
    one, other = Node(id="a", **unit), Node(id="b", **unit)
    below_one = Node(id="c", kind=NodeKind.POSITION, name="客服专员", parent="a", span=NOWHERE)
    below_other = replace(below_one, id="d", name="客服主管", parent="b")
    org = Org(nodes=(one, below_one, other, below_other))
    new = Org(nodes=(other, below_other, replace(one, parent="b"), below_one))
    assert [change.kind for change in compare(org, new).changes] == [ChangeKind.MOVED]


@FEW
@given(orgs(), orgs())
def test_backwards_what_was_added_is_removed(one, other):
    there, back = (Counter(change.kind for change in compare(*pair).changes) for pair in ((one, other), (other, one)))
    for kind, opposite in ((ChangeKind.ADDED, ChangeKind.REMOVED), (ChangeKind.LINK_ADDED, ChangeKind.LINK_REMOVED)):
        assert (there[kind], there[opposite]) == (back[opposite], back[kind])


@FEW
@given(orgs(), orgs())
def test_nothing_is_lost_in_the_chart_of_both(one, other):
    found = compare(one, other)
    org, marks = merge(found)
    seen = set()
    for node in org.nodes:
        assert node.parent is None or node.parent in seen
        seen.add(node.id)
    assert len(seen) == len(org.nodes)
    assert {node.id for node in other.nodes} <= seen
    assert set(marks.nodes) <= seen
    assert all(edge.source in seen and edge.target in seen for edge in org.edges)
    stayed = set(found.pairs.values())
    assert all(node.id in marks.nodes for node in org.nodes if node.id not in stayed)
    assert not any(org.edges[number].kind is EdgeKind.ASSISTANT for number in marks.edges)


def test_two_empty_organisations_are_no_different():
    assert compare(Org(nodes=()), Org(nodes=())).changes == ()


def test_of_equally_likely_pairs_the_same_are_found_backwards():
    one = read_org(b"units: [{name: A}]\npositions: [{title: A, id: x, assistants: [A]}]", "one.yaml").org
    other = read_org(
        b"units: [{name: A, id: x, assistants: [{title: B, id: y, assistants: [{title: A, id: z}]}], head: {title: A, id: w}}]",
        "other.yaml",
    ).org
    there, back = (Counter(change.kind for change in compare(*pair).changes) for pair in ((one, other), (other, one)))
    assert there[ChangeKind.ADDED] == back[ChangeKind.REMOVED] == 2
    assert there[ChangeKind.REMOVED] == back[ChangeKind.ADDED] == 1
