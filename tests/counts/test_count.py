"""Counting: the definitions of the page, laws that hold for every organisation, and a count by brute force."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.counts.count import count
from orgviz.counts.labels import count_labels
from orgviz.counts.people import is_beside, person_key
from orgviz.counts.tally import FULL_TIME, NOTHING
from orgviz.diagnostics import InputError
from orgviz.model import NodeKind, Status
from orgviz.reading import read_org
from tests.strategies import orgs


def counted(text):
    return count(read_org(text.encode(), "org.yaml").org)


def read_failing(text):
    with pytest.raises(InputError) as caught:
        read_org(text.encode(), "org.yaml")
    return caught.value.diagnostics


def post(keys):
    return f"positions: [{{title: P, {keys}}}]"


@pytest.mark.parametrize(
    ("text", "seats", "filled", "vacant", "people"),
    [
        (post("holder: Ann"), 1, 1, 0, 1),
        (post("holder: [Ann, Bob]"), 2, 2, 0, 2),
        (post("holder: vacant"), 1, 0, 1, 0),
        (post("holder: [Ann, vacant]"), 2, 1, 1, 1),
        (post("seats: 5"), 5, 5, 0, 5),
        (post("seats: 5, holder: [Ann, Bob]"), 5, 2, 3, 2),
        (post("seats: 5, holder: vacant"), 5, 0, 5, 0),
        (post("seats: 1, holder: [Ann, Bob]"), 2, 2, 0, 2),
        (post("status: planned"), 1, 0, 1, 0),
        (post("status: planned, seats: 3, holder: Ann"), 3, 1, 2, 1),
        ("positions: [P]", 1, 1, 0, 1),
        ("units: [{name: A, head: Ann, members: [Bob, Cid]}]", 3, 3, 0, 3),
        ("units: [{name: A, head: Ann}, {name: B, head: Ann}]", 2, 2, 0, 1),
        ("units: [{name: A, head: 王敏}, {name: B, head: 王敏（兼）}]", 2, 2, 0, 1),
        ("units: [A, {name: B, status: closed, members: [Ann]}]", 0, 0, 0, 0),
        ("units: [A, {name: B, status: planned, positions: [P]}]", 1, 0, 1, 0),
    ],
)
def test_seats_and_people_are_counted_as_the_page_says(text, seats, filled, vacant, people):
    counts = counted(text)
    tally = counts.seats
    assert (tally.seats, tally.filled, tally.vacant, counts.people) == (seats, filled, vacant, people)


def test_whoever_holds_two_posts_is_one_person_and_two_posts():
    counts = counted(
        "units: [{name: A, units: [{name: B, head: Ann}, {name: C, positions: [{title: P, holder: Ann}]}]}]"
    )
    assert (counts.people, counts.seats.posts) == (1, 2)
    assert [counts.nodes[id].all_people for id in "ABC"] == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "id", "direct", "total"),
    [
        ("units: [{name: A, head: Ann, members: [B, C], units: [X, Y]}]", "A", 4, 4),
        ("units: [{name: A, units: [{name: X, head: [B, C], members: [D]}]}]", "A", 2, 3),
        ("units: [{name: A, units: [{name: X, status: planned}, Y]}]", "A", 1, 1),
        ("units: [{name: A, head: {title: H, reports: [P, Q]}, positions: [{title: R, seats: 3}]}]", "A", 5, 5),
        ("positions: [{title: A, assistants: [S], reports: [{title: B, reports: [C, D]}]}]", "A", 2, 4),
        ("positions: [{title: A, reports: [{title: B, holder: vacant, reports: [C]}]}]", "A", 0, 1),
    ],
)
def test_reports_go_to_heads_and_posts(text, id, direct, total):
    reports = counted(text).nodes[id].reports
    assert (reports.direct, reports.total) == (direct, total)


def test_levels_are_those_of_reporting_and_of_units():
    counts = counted(
        "units: [{name: A, head: Ann, units: [{name: B, head: Bob, positions: [{title: P, reports: [Q]}]}]}]"
    )
    assert (counts.levels, counts.unit_levels, counts.units) == (4, 2, 2)


def test_who_is_outsourced_or_external_is_external_with_all_below():
    text = "units: [{name: A, members: [Ann]}, {name: B, status: outsourced, units: [{name: C, members: [Bob]}]}]"
    assert counted(text).seats.external == 1


@given(orgs())
def test_filled_and_vacant_seats_are_all_seats(org):
    counts = count(org)
    for tally in (counts.seats, *(each.total for each in counts.nodes.values()), *(one.seats for one in counts.types)):
        assert tally.filled + tally.vacant == tally.seats >= tally.posts
        assert 0 <= tally.named <= tally.filled
        assert tally.external <= tally.filled


@given(orgs())
def test_totals_add_up_from_their_parts(org):
    counts = count(org)
    roots = [id for id, each in counts.standing.items() if each.node.parent is None]
    assert sum((counts.nodes[id].total for id in roots), NOTHING) == counts.seats
    assert sum((one.seats for one in counts.types), NOTHING) == counts.seats
    assert sum(one.units for one in counts.types) == counts.units
    for id in counts.nodes:
        below = [other for other, each in counts.standing.items() if each.node.parent == id]
        units = [other for other in below if counts.standing[other].node.kind is NodeKind.UNIT]
        assert counts.nodes[id].all_people <= counts.nodes[id].people + sum(counts.nodes[o].all_people for o in below)
        if counts.standing[id].node.kind is NodeKind.UNIT and len(units) == len(below):
            assert counts.nodes[id].total == sum((counts.nodes[other].total for other in units), NOTHING)


@given(orgs())
def test_numbers_equal_a_count_by_brute_force(org):
    counts = count(org)
    nodes = {node.id: node for node in org.nodes}

    def above(node):
        while node is not None:
            yield node
            node = nodes.get(node.parent)

    def stands(node):
        return all(each.status is not Status.CLOSED for each in above(node))

    def people(members):
        names, unnamed = set(), 0
        for node in members:
            held = node.holders if node.kind is NodeKind.POSITION else [node.name]
            names |= {person_key(name) for name in held}
            planned = any(each.status is Status.PLANNED for each in above(node))
            if not held and not node.vacant and not planned:
                unnamed += node.seats or 1
        return len(names) + unnamed

    posts = [node for node in org.nodes if node.kind is not NodeKind.UNIT and stands(node)]
    assert counts.seats.posts == len(posts)
    assert counts.people == people(posts)
    assert list(counts.nodes) == [node.id for node in org.nodes if stands(node)]
    for id in counts.nodes:
        assert counts.nodes[id].all_people == people([node for node in posts if id in [a.id for a in above(node)]])
        if nodes[id].kind is NodeKind.UNIT:
            nearest = {node.id: next((a.id for a in above(node) if a.kind is NodeKind.UNIT), None) for node in posts}
            assert counts.nodes[id].people == people([node for node in posts if nearest[node.id] == id])


@given(orgs())
def test_every_report_is_counted_once(org):
    counts = count(org)
    for id, each in counts.nodes.items():
        reports = each.reports
        assert 0 <= reports.direct <= reports.total, id
    leaders = [id for id in counts.nodes if counts.nodes[id].reports.direct]
    roots = [i for i, each in counts.standing.items() if each.node.parent is None]
    assert sum(counts.nodes[id].reports.direct for id in leaders) == sum(
        counts.nodes[root].reports.total for root in roots
    )


@given(st.integers(1, 400), st.integers(1, 7))
def test_a_name_counts_once_however_deep_and_often_it_stands(depth, people):
    text = "".join(
        f"{'  ' * n * 2}- name: U{n}\n{'  ' * n * 2}  head: P{n % people}\n{'  ' * n * 2}  units:\n"
        for n in range(min(depth, 60))
    )
    text = "units:\n" + text.rsplit("\n", 2)[0] + "\n"
    counts = counted(text)
    assert counts.people == counts.nodes["U0"].all_people == min(people, depth, 60)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("财务总监（兼）", True), ("兼财务总监", True), ("代总经理", True), ("acting CFO", True), ("CFO (interim)", True),
        ("财务总监", False), ("Interimsmanagerin", False), ("代理商管理", False), ("兼容测试", False), ("代运营", False), ("代部长", True), ("Practice lead", False), ("兼职讲师", True),
    ],
)  # fmt: skip
def test_words_tell_that_a_post_is_held_beside_another(text, beside):
    assert is_beside(text) is beside


def test_boxes_say_how_many_are_in_them_and_in_all():
    text = "units: [{name: A, head: Ann, units: [{name: B, members: [Bob, Cid]}, C]}]"
    assert count_labels(counted(text)) == {"A": "1 / 3", "B": "2 / 2"}
    assert count_labels(counted("positions: [{title: X, reports: [{title: Y, reports: [Z]}]}]")) == {
        "X": "1 / 2", "Y": "1 / 1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "all_seats", "filled"),
    [
        (post("holder: Ann"), 1, 1),
        (post("holder: Ann, fte: 0.5"), 0.5, 0.5),
        (post("holder: vacant, fte: 0.5"), 0.5, 0),
        (post("seats: 5, holder: [Ann, Bob], fte: 4.5"), 4.5, 1.8),
        (post("seats: 3, holder: [Ann], fte: 1"), 1, 0.333),
        (post("fte: 0"), 0, 0),
        ("units: [{name: A, members: [{name: Ann, fte: '0,8'}, Bob]}]", 1.8, 1.8),
    ],
)
def test_full_time_equivalents_are_those_of_all_seats_or_one_for_each(text, all_seats, filled):
    seats = counted(text).seats
    assert (seats.fte / FULL_TIME, seats.filled_fte / FULL_TIME) == (all_seats, filled)


@pytest.mark.parametrize("value", ["half", "-1", "0.1234", "1e3", "１", "100000", "[1]", "50%"])
def test_a_share_that_is_no_number_is_told(value):
    findings = read_failing(post(f"holder: Ann, fte: {value}"))
    assert [finding.code for finding in findings] in (["bad-number"], ["wrong-shape"])


@given(orgs())
def test_full_time_equivalents_add_up_and_no_more_are_filled_than_there_are(org):
    counts = count(org)
    assert sum(each.seats.fte for each in counts.types) == counts.seats.fte
    assert 0 <= counts.seats.filled_fte <= counts.seats.fte
