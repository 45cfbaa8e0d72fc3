"""What each part of a view shows, on one small organisation."""

import pytest

from orgviz.diagnostics import UsageError
from orgviz.export.text_tree import to_text_tree
from orgviz.model import Cut, Status, View
from orgviz.reading import read_org
from orgviz.views import apply_view, apply_views, find_node, find_view

FIRM = """\
lang: en
units:
  - name: Firm
    head: {title: CEO, holder: Ann}
    assistants: [{title: Aide, holder: Abe}]
    units:
      - name: Sales
        head: Bob
        positions: [{title: Agent, seats: 4, holder: [Cat, Dan]}]
        units: [{name: East, members: [Eva]}, West]
      - {name: Help desk, type: service, positions: [{title: Clerk, holder: Fay}]}
      - {name: Lab, status: planned, from: 2027-01-01, positions: [Chemist]}
      - {name: Sprint, type: project, status: temporary, from: 2026-10-01, until: 2026-11-15, members: [Gil]}
      - {name: Old shop, status: closed, units: [Till]}
      - {name: Mill, status: closed, until: 2026-03-31}
links:
  - {from: Agent, to: Clerk, kind: collaborates, label: calls}
  - {from: East, to: Help desk, kind: collaborates, label: visits}
  - {from: Eva, to: Sprint, kind: member, since: 2026-10-01}
  - {from: West, to: Sales, kind: dotted}
views:
  top: {depth: 2, title: The top}
"""
ORG = read_org(FIRM.encode(), "org.yaml").org


def tree(**parts):
    return [line.strip("│├└─ ") for line in to_text_tree(apply_view(ORG, View(**parts))).splitlines() if line]


def links(**parts):
    return [(edge.source, edge.target, edge.label) for edge in apply_view(ORG, View(**parts)).edges][1:]


def cuts(**parts):
    return {node.id: node.cut for node in apply_view(ORG, View(**parts)).nodes if node.cut is not None}


def test_a_root_is_shown_with_all_below_it():
    assert tree(root="Sales") == ["Sales", "Bob", "Agent  ×4  Cat, Dan  ○ 2 vacant", "East", "Eva", "West"]


def test_a_head_that_becomes_the_root_leads_nothing():
    (node,) = apply_view(ORG, View(root="CEO")).nodes
    assert not node.head


def test_a_depth_leaves_counts_behind():
    assert tree(depth=1) == ["Firm  +9 in 6 units", "CEO  Ann", "Aide  Abe"]
    assert cuts(depth=2) == {"Sales": Cut(1, 2), "Old shop": Cut(0, 0)}


def test_a_collapsed_unit_counts_its_head_too():
    assert cuts(collapse=("Sales",)) == {"Sales": Cut(6, 2)}


def test_links_end_at_the_box_that_is_collapsed_and_lines_that_become_one_are_drawn_once():
    assert links(collapse=("Sales",)) == [
        ("Sales", "Clerk", "calls"),
        ("Sales", "Help desk", "visits"),
        ("Sales", "Sprint", None),
    ]
    assert links(collapse=("Sales", "Help desk"))[0] == ("Sales", "Help desk", "calls / visits")


def test_units_alone_count_their_own_posts():
    assert tree(only_units=True)[:4] == ["Firm  +2", "Sales  +5", "East  +1", "West"]


def test_without_names_posts_stay_and_people_are_counted():
    lines = tree(hide_names=True)
    assert lines[:5] == ["Firm", "CEO", "Aide", "Sales  +1", "Agent  ×4"]
    assert not any(name in " ".join(lines) for name in ("Ann", "Abe", "Bob", "Cat", "Eva", "Gil"))


def test_a_person_with_others_below_keeps_a_place_but_neither_name_nor_id():
    org = read_org(b"positions: [{name: Ann, reports: [{title: Clerk, holder: Bob}, {name: Cat}]}]", "o").org
    shown = apply_view(org, View(hide_names=True))
    assert [(node.id, node.name, node.holders) for node in shown.nodes] == [
        ("person-1", "—", ()),
        ("Clerk", "Clerk", ()),
    ]


def test_a_type_keeps_whoever_stands_above():
    assert tree(types=("service",)) == ["Firm", "Help desk", "Clerk  Fay"]


def test_the_posts_of_a_planned_unit_are_planned():
    assert tree(statuses=(Status.PLANNED,)) == ["Firm", "Lab  (planned from 2027-01-01)", "Chemist"]
    assert "Chemist" not in tree(statuses=(Status.ACTIVE,))


def test_a_text_is_found_in_names_titles_holders_whatever_their_capitals():
    assert tree(text="HELP") == ["Firm", "Help desk", "Clerk  Fay"]
    assert tree(text="fay") == ["Firm", "Help desk", "Clerk  Fay"]
    assert tree(text="ＣＬＥＲＫ") == ["Firm", "Help desk", "Clerk  Fay"]


@pytest.mark.parametrize(
    ("day", "there", "gone"),
    [
        ("2026-03-31", {"Mill"}, {"Sprint", "Lab", "Old shop", "Till"}),
        ("2026-04-01", set(), {"Mill", "Sprint", "Lab"}),
        ("2026-10-01", {"Sprint", "Gil"}, {"Lab", "Mill"}),
        ("2026-11-15", {"Sprint", "Gil"}, {"Lab"}),
        ("2026-11-16", set(), {"Sprint", "Gil", "Lab"}),
        ("2027-01-01", {"Lab", "Chemist"}, {"Sprint"}),
    ],
)
def test_on_a_day_there_is_what_exists_then(day, there, gone):
    ids = {node.id for node in apply_view(ORG, View(as_of=day)).nodes}
    assert there <= ids
    assert not gone & ids


def test_what_was_planned_or_is_closed_later_simply_stands_on_its_days():
    status = {node.id: node.status for day in ("2026-01-01", "2027-01-01") for node in _on(day)}
    assert (status["Mill"], status["Lab"]) == (Status.ACTIVE, Status.ACTIVE)


def _on(day):
    return apply_view(ORG, View(as_of=day)).nodes


def test_holders_come_and_go_and_a_post_that_all_have_left_is_vacant():
    text = "positions: [{title: A, holder: [{name: Ann, until: 2026-06-30}, {name: Bob, from: 2026-08-01}]}]"
    org = read_org(text.encode(), "o").org
    shown = {
        day: [(node.holders, node.vacant) for node in apply_view(org, View(as_of=day)).nodes]
        for day in ("2026-06-30", "2026-07-15", "2026-08-01")
    }
    assert shown == {
        "2026-06-30": [(("Ann",), False)],
        "2026-07-15": [((), True)],
        "2026-08-01": [(("Bob",), False)],
    }


def test_the_title_is_the_view_s_or_says_the_day():
    titled = read_org(b"title: T\nunits: [A]", "o").org
    assert apply_view(titled, View(as_of="2026-10-01")).title == "T · 2026-10-01"
    assert apply_view(titled, View(as_of="2026-10-01", title="Then")).title == "Then"
    assert apply_view(ORG, find_view(ORG, "top")).title == "The top"


def test_a_second_view_narrows_the_first():
    org = apply_views(ORG, (View(depth=2), View(root="Sales")))
    assert [(node.id, node.cut) for node in org.nodes if node.parent is None] == [("Sales", Cut(1, 2))]
    with pytest.raises(UsageError, match="'East' is not there"):
        apply_views(ORG, (View(depth=2), View(root="East")))


def test_what_the_command_line_names_is_found_by_id_name_or_holder():
    assert [find_node(ORG, text, "--root") for text in ("Sales", "Agent", "Cat")] == ["Sales", "Agent", "Agent"]


@pytest.mark.parametrize(("text", "hint"), [("Salse", "did you mean 'Sales'?"), ("zzz", None)])
def test_what_is_not_there_is_told_with_the_nearest(text, hint):
    with pytest.raises(UsageError) as caught:
        find_node(ORG, text, "--root")
    assert caught.value.hint == hint
