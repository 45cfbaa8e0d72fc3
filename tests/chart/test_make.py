"""What gets a box of its own, whom it stands under, and where links end."""

from dataclasses import replace

from orgviz.chart.make import make_chart
from orgviz.chart.values import Detail, End
from orgviz.model import EdgeKind
from orgviz.reading import read_org


def names(chart):
    return [card.paragraphs[0].text for card in chart.cards]


def test_units_have_cards_and_their_positions_do_not(chart):
    made = chart("units: [{name: A, head: Ann, positions: [P], members: [Bob], units: [B]}]")
    assert names(made) == ["A", "B"]
    assert [card.parent for card in made.cards] == [None, 0]


def test_positions_outside_of_units_have_cards(chart):
    made = chart("positions: [{title: CEO, reports: [CTO, {title: CFO, reports: [Clerk]}]}]")
    assert names(made) == ["CEO", "CTO", "CFO", "Clerk"]
    assert [card.parent for card in made.cards] == [None, 0, 0, 2]


def test_assistants_and_all_under_them_have_cards(chart):
    made = chart("units: [{name: A, assistants: [{title: Aide, reports: [Driver]}], positions: [P], units: [B]}]")
    assert names(made) == ["A", "Aide", "Driver", "B"]
    assert [(card.parent, card.assistant) for card in made.cards] == [(None, False), (0, True), (1, False), (0, False)]
    assert "assistant" in made.cards[1].classes


def test_every_card_follows_the_one_it_stands_under_in_order_of_reading(chart):
    made = chart("units: [{name: A, units: [{name: B, units: [C]}, D]}, E]")
    assert names(made) == ["A", "B", "C", "D", "E"]
    assert all(card.parent is None or card.parent < number for number, card in enumerate(made.cards))


def test_what_is_closed_is_left_out_with_all_below_it(chart):
    made = chart(
        "units: [{name: A, units: [{name: B, status: closed, units: [C]}, D], positions: [{title: P, status: closed}]}]"
    )
    assert names(made) == ["A", "D"]
    assert len(made.cards[0].paragraphs) == 1


def test_links_to_what_is_closed_are_left_out(chart):
    made = chart(
        "{units: [{name: A, status: closed}, B, C], links: [{from: A, to: B, kind: dotted}, {from: B, to: C, kind: dotted}]}"
    )
    assert [(link.id, link.source.card, link.target.card) for link in made.links] == [("link1", 0, 1)]


POSTS = """
units:
  - {name: A, head: {title: H, id: h, holder: Ann}, positions: [{title: P, id: p}, {title: Q, id: q}]}
  - {name: B, members: [{name: Bob, id: bob}, Cem]}
links:
  - {from: q, to: bob, kind: supports, label: "on\\nFridays"}
  - {from: h, to: B, kind: dotted}
"""


def test_a_link_ends_at_the_line_that_names_the_post(chart):
    made = chart(POSTS)
    assert [(link.source, link.target) for link in made.links] == [(End(0, 3), End(1, 1)), (End(0, 1), End(1))]


def test_a_link_ends_at_the_card_where_the_post_is_not_written(chart):
    made = chart(POSTS, Detail.HEADS)
    assert [(link.source, link.target) for link in made.links] == [(End(0), End(1)), (End(0, 1), End(1))]


def test_a_link_tells_its_ends_and_its_label(chart):
    link = chart(POSTS).links[0]
    assert link.kind is EdgeKind.SUPPORTS
    assert link.tooltip.startswith("Q → Bob: on")
    assert link.label is not None


def test_a_link_between_a_box_and_its_own_line_is_not_drawn(chart):
    made = chart("{units: [{name: A, positions: [P]}], links: [{from: A, to: P, kind: supports}]}")
    assert made.links == ()


def test_the_classes_of_a_card_tell_kind_type_status_and_vacancy(chart):
    made = chart("units: [{name: A, type: support, status: planned, units: [B]}]")
    assert [card.classes for card in made.cards] == [
        ("node", "unit", "type-support", "status-planned"),
        ("node", "unit", "type-support"),
    ]
    (card,) = chart("positions: [{title: X, holder: vacant}]").cards
    assert card.classes == ("node", "position", "vacant")


def test_a_chart_without_a_title_is_called_by_its_roots(chart):
    made = chart("units: [A, B, C, D]")
    assert (made.name, made.title) == ("A, B, C…", None)


def test_a_chart_is_called_by_its_title(chart):
    made = chart("{title: 组织架构, units: [A]}")
    assert (made.name, made.title.text) == ("组织架构", "组织架构")


def test_links_come_with_their_cards(chart):
    (card,) = chart('units: [{name: A, url: "https://example.com/a"}]').cards
    assert card.href == "https://example.com/a"


def test_a_chain_of_thousands_is_no_deeper_than_a_short_one(chart):
    rows = [f"  - {{id: p{n}, title: P, reports_to: p{n - 1}}}" for n in range(1, 3000)]
    made = chart("\n".join(["positions:", "  - {id: p0, title: P}", *rows]))
    assert made.cards[-1].parent == 2998


def test_nodes_that_do_not_stand_in_the_order_of_reading_are_put_into_it(theme):
    made = read_org(b"units: [{name: A, units: [B]}, {name: C, units: [D]}]", "org.yaml").org
    a, b, c, d = made.nodes
    by_level = make_chart(replace(made, nodes=(a, c, b, d)), theme)
    assert names(by_level) == ["A", "B", "C", "D"]
    assert [card.parent for card in by_level.cards] == [None, 0, None, 2]
