"""Laws of every view: it invents nothing, keeps the order, does nothing twice, and its counts add up."""

import json
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from orgviz.diagnostics import UsageError
from orgviz.export.json_writer import to_json
from orgviz.export.yaml_writer import to_yaml
from orgviz.model import Cut, EdgeKind, NodeKind, Status, View
from orgviz.reading import read_org
from orgviz.views import apply_view, apply_views
from orgviz.views.as_of import as_of
from orgviz.views.cut import size
from orgviz.views.extent import collapsed, only_units, to_depth
from tests.strategies import without_spans
from tests.views.strategies import days, living_files, living_orgs, views


@st.composite
def seen(draw):
    """An organisation, a view of it, and what it shows, which is something."""
    org = draw(living_orgs)
    view = draw(views(org))
    return org, view, shown(org, view)


def shown(org, *applied):
    try:
        return apply_views(org, applied)
    except UsageError:
        assume(False)


def ids(org):
    return [node.id for node in org.nodes]


def is_subsequence(some, whole):
    rest = iter(whole)
    return all(one in rest for one in some)


@given(seen())
def test_a_view_never_invents_a_node_and_keeps_the_order(found):
    org, view, result = found
    assume(not view.hide_names)
    assert is_subsequence(ids(result), ids(org))


@given(seen())
def test_a_view_without_names_has_the_same_nodes_in_the_same_order_under_other_ids(found):
    org, _, result = found
    key = [(node.kind, node.span.line, node.span.column) for node in org.nodes]
    assert is_subsequence([(node.kind, node.span.line, node.span.column) for node in result.nodes], key)


@given(seen())
def test_what_is_shown_is_a_finished_organisation(found):
    _, _, result = found
    before = set()
    for node in result.nodes:
        assert node.parent is None or node.parent in before
        assert node.parent is not None or not (node.head or node.assistant)
        before.add(node.id)
    assert len(before) == len(result.nodes)
    keys = [(edge.source, edge.target, edge.kind) for edge in result.edges]
    assert len(set(keys)) == len(keys)
    assert all(edge.source in before and edge.target in before and edge.source != edge.target for edge in result.edges)
    parents = {node.id: node.parent for node in result.nodes}
    assistants = {node.id for node in result.nodes if node.assistant}
    assert {edge.source for edge in result.edges if edge.kind is EdgeKind.ASSISTANT} == assistants
    assert all(parents[edge.source] == edge.target for edge in result.edges if edge.kind is EdgeKind.ASSISTANT)


@given(seen())
def test_applying_a_view_twice_changes_nothing(found):
    _, view, result = found
    assume(not (view.hide_names and view.root is not None and view.root not in ids(result)))
    assert apply_view(result, view) == result


@given(living_orgs, st.data())
def test_narrowing_a_view_shows_no_more_of_it(org, data):
    named, own = data.draw(views(org)), data.draw(views(org))
    assume(not (named.hide_names or own.hide_names or own.as_of))
    wide, narrow = shown(org, named), shown(org, named, own)
    assert is_subsequence(ids(narrow), ids(wide))


@given(seen())
def test_what_is_shown_can_be_written_and_read(found):
    _, _, result = found
    again = read_org(to_json(result).encode(), "org.json").org
    assert without_spans(again) == without_spans(result)
    uncounted = replace(result, nodes=tuple(replace(node, cut=None) for node in result.nodes))
    assert without_spans(read_org(to_yaml(result).encode(), "org.yaml").org) == without_spans(uncounted)


def total(org):
    """Return how many people and units are shown and counted, what is closed and below it left aside."""
    closed, sums = set(), [0, 0]
    for node in org.nodes:
        if node.status is Status.CLOSED or node.parent in closed:
            closed.add(node.id)
            parts = node.cut or Cut(0, 0)
        else:
            parts = size(node)
        sums[0] += parts.posts
        sums[1] += parts.units
    return sums


@given(living_orgs, st.integers(1, 4))
def test_counts_of_a_depth_add_up(org, depth):
    assert total(to_depth(org, depth)) == total(org)


@given(living_orgs, st.data())
def test_counts_of_collapsed_boxes_add_up(org, data):
    chosen = data.draw(st.lists(st.sampled_from(ids(org)), max_size=4))
    first = collapsed(org, chosen)
    assert total(first) == total(org)
    assert total(to_depth(first, 2)) == total(org)


@given(living_orgs)
def test_counts_of_units_alone_add_up_but_for_posts_above_all_units(org):
    in_unit = set()
    for node in org.nodes:
        if node.kind is NodeKind.UNIT or node.parent in in_unit:
            in_unit.add(node.id)
    inside = replace(
        org,
        nodes=tuple(
            replace(node, parent=node.parent if node.parent in in_unit else None)
            for node in org.nodes
            if node.id in in_unit
        ),
    )
    assume(not any(node.status is Status.CLOSED for node in org.nodes if node.id not in in_unit))
    assert total(only_units(org)) == total(inside)


def exists(node, nodes, day):
    """The definition: all days are read as numbers, and whatever stands above is asked each time."""

    def number(text, other):
        return int(text.replace("-", "")) if text else other

    today = number(day, 0)
    while node is not None:
        if not number(node.start, 0) <= today <= number(node.end, 99999999):
            return False
        if node.status is Status.CLOSED and not node.end:
            return False
        node = nodes.get(node.parent)
    return True


@given(living_files(), days)
def test_as_of_shows_exactly_what_exists_on_that_day(data, day):
    org = read_org(json.dumps(data).encode(), "org.json").org
    nodes = {node.id: node for node in org.nodes}
    result = as_of(org, day)
    assert ids(result) == [node.id for node in org.nodes if exists(node, nodes, day)]
    for node in result.nodes:
        held = [
            holder
            for holder, tenure in nodes[node.id].held
            if tenure is None or ((tenure.start or "0") <= day <= (tenure.end or "9"))
        ]
        assert list(node.holders) == held
    there = set(ids(result))
    assert [(edge.source, edge.target, edge.kind) for edge in result.edges] == [
        (edge.source, edge.target, edge.kind)
        for edge in org.edges
        if edge.source in there and edge.target in there and (edge.start or "0") <= day <= (edge.end or "9")
    ]


@given(living_orgs)
def test_a_view_that_says_nothing_shows_everything(org):
    assert without_spans(replace(apply_view(org, View()), nodes=org.nodes)) == without_spans(org)
    assert ids(apply_view(org, View())) == ids(org)


def test_a_view_of_nothing_is_refused():
    org = read_org(b"units: [{name: A, from: 2026-10-01}]", "org.yaml").org
    with pytest.raises(UsageError, match="shows nothing"):
        apply_view(org, View(as_of="2026-09-30"))
