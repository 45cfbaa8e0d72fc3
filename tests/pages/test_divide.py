"""Laws of a divided chart: everything is on one page of its own, can be read, and marks lead where they say."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgviz.model import Status
from orgviz.pages.marks import DOWN, UP
from orgviz.pages.table import Table
from tests.pages.bodies import body
from tests.pages.charts import bodies_of, bound, division_for, letters, nodes_on, org_of, pages_for
from tests.strategies import orgs


@st.composite
def organisations(draw):
    """Trees of units of any shape, with lists of posts, and links across."""
    count = draw(st.integers(3, 40))
    units = [{"name": f"Unit {number}", "id": f"u{number}"} for number in range(count)]
    for number in range(1, count):
        above = units[draw(st.integers(max(0, number - draw(st.integers(1, 30))), number - 1))]
        above.setdefault("units", []).append(units[number])
    for unit in units:
        posts = draw(st.sampled_from((0, 0, 1, 3, 8, 25)))
        unit["positions"] = [{"title": f"Post {place}", "id": f"{unit['id']}p{place}"} for place in range(posts)]
        if draw(st.booleans()):
            unit["head"] = "Ann"
    ends = st.integers(0, count - 1).map(lambda number: f"u{number}")
    links = draw(st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]), max_size=6, unique=True))
    pairs = {tuple(sorted(pair)): pair for pair in links}
    return {
        "units": [units[0]],
        "links": [{"from": one, "to": other, "kind": "collaborates"} for one, other in pairs.values()],
    }


MODES = st.sampled_from(("auto", "level:2", "level:3", "unit", "type:project"))
BODIES = [body(600), body(600, chinese=False), *map(json.dumps, bodies_of(150))]


def check(org, pages, fit="A4"):
    division = division_for(org, pages, fit)
    if division is None:
        return
    made = bound(division)
    every_node_is_on_one_page(org, division)
    assert all(size >= 9 - 1e-6 for page in made for size in letters(page))
    marks_lead_where_they_say(division, made)
    for page in made:
        everything_stands_on_its_page(page)


def every_node_is_on_one_page(org, division):
    shown = [id for sheet in division.sheets for id in division.trial.parts.shown(sheet)]
    closed = set()
    for node in org.nodes:
        if node.status is Status.CLOSED or node.parent in closed:
            closed.add(node.id)
    assert sorted(shown) == sorted(node.id for node in org.nodes if node.id not in closed)


def marks_lead_where_they_say(division, made):
    own = {}
    charts = [page for page in made if page.scene is not None]
    for sheet, page in zip(division.sheets, charts, strict=True):
        for box in sheet.boxes:
            own[division.trial.parts.tree.ids[box]] = page
    for number, page in enumerate(made, 1):
        cards = {placed.card.id: placed.card for placed in page.scene.cards} if page.scene else {}
        for id, target in page.jumps.items():
            card = cards[id]
            assert target != number
            assert card.node in nodes_on(made[target - 1])
            mark = next(text for text in texts(card) if text.startswith((DOWN, UP)))
            assert re.search(r"\d+", mark)[0] == str(target)
            # Both ways: where it goes on below, that page is the node's own; where up, the mark there leads here.
            if mark.startswith(DOWN):
                assert own[card.node] is made[target - 1]
        for text in page.texts:
            assert text.page is None or 1 <= text.page <= len(made)
        for area in page.areas:
            assert made[area.page - 1].scene is not None


def texts(card):
    return [paragraph.text for paragraph in card.paragraphs if paragraph.part == "page"]


def everything_stands_on_its_page(page):
    if page.place is not None:
        top = max(line.text.baseline for line in page.texts if line.text.baseline < page.height / 2)
        bottom = min(
            line.text.baseline - line.text.run.style.size for line in page.texts if line.text.baseline > page.height / 2
        )
        assert top < page.place.y + 1e-6
        assert page.place.bottom < bottom + 1e-6
        assert page.place.x >= 0
        assert page.place.right <= page.width
    for line in page.texts:
        assert line.text.x >= 0
        assert line.text.x + line.text.width <= page.width + 1e-6
        assert line.text.baseline <= page.height


@settings(max_examples=15)
@given(organisations(), MODES, st.sampled_from(("A4", "16:9", "A4-portrait", "A3")))
def test_any_organisation_is_divided_by_the_laws(data, mode, fit):
    check(org_of(data), mode, fit)


@pytest.mark.parametrize(("data", "fit"), [*((data, "A4") for data in BODIES), (BODIES[0], "16:9")])
def test_large_and_awkward_bodies_are_divided_by_the_laws(data, fit):
    check(org_of(data), "auto", fit)


@settings(max_examples=12)
@given(organisations())
def test_auto_makes_no_page_of_one_box_where_a_part_of_more_can_be_made(data):
    division = division_for(org_of(data))
    if division is None:
        return
    tree = division.trial.parts.tree
    for sheet in division.sheets[1:]:
        alone = len(sheet.boxes) == 1 and not sheet.down and sheet.turns == 1
        # Such a box fills its page: with any other of its siblings it could not be read.
        assert not alone or len(tree.rows[sheet.boxes[0]]) > 20


@settings(max_examples=12)
@given(organisations())
def test_auto_divides_only_where_it_must(data):
    division = division_for(org_of(data))
    if division is None:
        return
    trial = division.trial
    table = Table(trial.parts.tree, division.sheets)
    heaviest = max(len(sheet.boxes) for sheet in division.sheets)
    for key in list(table.at)[1:]:
        sheet, above = table.at[key], table.at[table.above(key)] if table.at[key].turn == 1 else None
        if (
            above is None
            or sheet.turns > 1
            or len(sheet.ups) > 1
            or above.turns > 1
            or len(sheet.boxes) + len(above.boxes) > heaviest
        ):
            continue
        # What would stand above it and the sheet itself cannot be read on one page.
        assert trial.spare(table.union(table.above(key), key)) < 1


def test_the_same_organisation_is_divided_the_same_way():
    assert pages_for(org_of(body(150))) == pages_for(org_of(body(150)))


def test_a_chart_that_can_be_read_is_one_page_without_anything_around_it():
    (page,) = pages_for(org_of({"units": [{"name": "A", "units": ["B", "C"]}]}))
    assert page.texts == ()


def test_a_level_that_is_asked_for_has_a_page_for_each_box_with_something_below_it():
    data = {
        "units": [{"name": "Top", "units": [{"name": "A", "units": ["A1", "A2"]}, {"name": "B", "units": ["B1"]}, "C"]}]
    }
    pages = pages_for(org_of(data), "level:2")
    assert [page.name for page in pages] == ["Top", "Contents", "A", "B"]
    assert nodes_on(pages[0]) == {"Top", "A", "B", "C"}
    assert nodes_on(pages[2]) == {"A", "A1", "A2"}
    assert [page.level for page in pages] == [0, 0, 0, 0]


def test_each_unit_with_units_below_has_a_page_of_its_own_if_asked_for():
    data = {"units": [{"name": "Top", "units": [{"name": "A", "units": [{"name": "A1", "units": ["A2"]}]}]}]}
    pages = pages_for(org_of(data), "unit")
    assert [(page.name, page.level) for page in pages] == [("Top", 0), ("Contents", 0), ("A", 0), ("A1", 1)]


def test_a_type_that_is_asked_for_has_pages():
    data = {
        "units": [
            {
                "name": "Top",
                "units": [{"name": "Works", "type": "project", "units": ["A2"]}, {"name": "B", "units": ["B1"]}],
            }
        ]
    }
    assert [page.name for page in pages_for(org_of(data), "type:project")] == ["Top", "Contents", "Works"]


def test_who_leads_a_part_is_said_above_it_by_name():
    data = {
        "units": [
            {"name": "Top", "units": [{"name": "A", "head": {"title": "Chief", "holder": "Bob"}, "units": ["A1"]}]}
        ]
    }
    (stand_in,) = (
        placed.card for placed in pages_for(org_of(data), "level:2")[0].scene.cards if placed.card.node == "A"
    )
    assert [paragraph.text for paragraph in stand_in.paragraphs] == ["A", "Bob", "+1 in 1 unit", f"{DOWN} p. 3"]


def test_a_link_to_another_page_is_told_at_both_ends():
    data = {
        "units": [{"name": "Top", "units": [{"name": "A", "units": ["A1"]}, {"name": "B", "units": ["B1"]}]}],
        "links": [{"from": "A1", "to": "B1", "kind": "supports", "label": "help"}],
    }
    pages = pages_for(org_of(data), "level:2")
    told = [text for page in pages if page.scene for placed in page.scene.cards for text in texts(placed.card)]
    assert "help ↗ B1 p. 4" in told
    assert "help ↙ A1 p. 3" in told
    assert [area.page for area in pages[2].areas] == [4]


def test_a_list_that_is_too_long_goes_on_on_the_next_pages():
    data = {"units": [{"name": "Depot", "positions": [f"Driver {number:03d}" for number in range(900)]}]}
    pages = pages_for(org_of(data))
    charts = [page for page in pages if page.scene]
    count = len(charts)
    assert count > 1
    assert [page.scene.cards[0].card.paragraphs[0].text for page in charts] == [
        f"Depot ({number}/{count})" for number in range(1, count + 1)
    ]
    rows = [p.text for page in charts for p in page.scene.cards[0].card.paragraphs if p.text.startswith("Driver")]
    assert rows == [f"Driver {number:03d}" for number in range(900)]


def test_a_long_list_of_pages_takes_several():
    data = {"units": [{"name": f"Root {number:03d}", "positions": ["a", "b"]} for number in range(300)]}
    pages = pages_for(org_of(data))
    listed = [page for page in pages if page.name == "Contents"]
    assert len(listed) > 2
    assert listed == list(pages[1 : 1 + len(listed)])
    entries = [line.text.run.text for page in listed for line in page.texts]
    assert all(f"Root {number:03d}" in entries for number in range(300))


def test_small_parts_of_neighbours_share_a_page_each_below_its_own_unit():
    number = iter(range(10_000))

    def unit(depth):
        own = next(number)
        below = [unit(depth - 1) for _ in range((5, 6, 5, 3)[depth - 1])] if depth else []
        return {
            "name": f"Unit {own}",
            "positions": [f"Post {own}-{post}" for post in range(2 + own % 5)],
            "units": below,
        }

    org = org_of({"units": [unit(3)]})
    division = division_for(org)
    shared = [sheet for sheet in division.sheets if len(sheet.ups) > 1]
    check(org, "auto")
    for sheet in shared:
        tree = division.trial.parts.tree
        assert {tree.parents[box] for box in sheet.boxes} - set(sheet.boxes) == set(sheet.ups)


@settings(max_examples=12)
@given(orgs())
def test_whatever_can_be_written_can_be_divided(org):
    division = division_for(org, "unit", "300x250", "6pt")
    if division is not None:
        every_node_is_on_one_page(org, division)
        marks_lead_where_they_say(division, bound(division))
