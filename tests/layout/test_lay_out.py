"""Title, legend and links around a placed tree."""

import pytest

from orgviz.chart.make import make_chart
from orgviz.layout.furniture import MOST_GROWTH, growth
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import PAGES, Direction, LayoutKind, LayoutOptions
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme


def scene_of(text, **options):
    chart = make_chart(read_org(text.encode(), "org.yaml").org, load_theme("default"))
    return lay_out(chart, LayoutOptions(**options), lambda _: "")


def row_y(scene, card, text):
    """Return the middle of the line of a card that begins with a text."""
    placed = scene.cards[card]
    line = next(line for line in placed.lines if line.runs[0].text.startswith(text))
    return placed.rect.y + line.baseline - 0.35 * line.runs[0].style.size


POSTS = """
units:
  - name: 总公司
    units:
      - {name: 市场部, positions: [文案, {title: 策划, id: plan}, 设计]}
      - {name: 运营部, head: {title: 运营经理, id: ops, holder: 王敏}, positions: [{title: 活动专员, id: event}]}
links: [{from: plan, to: event, kind: collaborates}, {from: plan, to: ops, kind: dotted}]
"""


def test_a_link_between_posts_ends_level_with_the_lines_that_name_them():
    scene = scene_of(POSTS)
    for link, text in zip(scene.links, ("活动专员", "运营经理"), strict=True):
        assert link.points[0].y == pytest.approx(row_y(scene, 1, "策划"), abs=0.5)
        assert link.points[-1].y == pytest.approx(row_y(scene, 2, text), abs=0.5)


def test_a_link_between_units_ends_anywhere_on_their_sides():
    scene = scene_of("{units: [{name: A, units: [B, C]}], links: [{from: B, to: C, kind: dotted}]}")
    (link,) = scene.links
    for point, number in ((link.points[0], 1), (link.points[-1], 2)):
        rect = scene.cards[number].rect
        assert rect.x - 0.1 <= point.x <= rect.right + 0.1
        assert rect.y - 0.1 <= point.y <= rect.bottom + 0.1


def test_a_chart_from_left_to_right_is_the_other_laid_on_its_side():
    text = "units: [{name: A, units: [{name: B, units: [D, E]}, C]}]"
    scene = scene_of(text, kind=LayoutKind.TREE, direction=Direction.LR)
    for line in scene.connectors:
        upper, lower = scene.cards[line.upper].rect, scene.cards[line.lower].rect
        assert lower.x > upper.right
    assert scene.cards[1].rect.bottom < scene.cards[4].rect.y


def test_a_title_goes_into_a_free_corner_and_moves_nothing():
    text = "{units: [{name: A long name of a company, units: [B, C, D, E, F, G, H, I]}]}"
    plain, titled = scene_of(text), scene_of(text.replace("{units", "{title: T, units", 1))
    assert titled.title
    assert [card.rect for card in plain.cards] == [card.rect for card in titled.cards]


def test_a_title_without_a_free_corner_stands_above():
    plain, titled = scene_of("units: [A]"), scene_of("{title: The whole organisation at one glance, units: [A]}")
    assert titled.cards[0].rect.y > plain.cards[0].rect.y
    assert max(text.baseline for text in titled.title) < titled.cards[0].rect.y
    assert titled.width >= max(text.x + text.width for text in titled.title)


def test_a_legend_moves_no_box():
    text = "units: [{name: A, units: [{name: B, type: support}, {name: C, type: project}]}]"
    plain, explained = scene_of(text.replace("support", "project")), scene_of(text)
    assert explained.legend
    assert [card.rect for card in plain.cards] == [card.rect for card in explained.cards]


@pytest.mark.parametrize(("scale", "factor"), [(2.0, 1.0), (0.6, 1.0), (0.3, 2.0), (0.01, MOST_GROWTH)])
def test_furniture_grows_where_the_chart_is_shrunk(scale, factor):
    assert growth(scale) == pytest.approx(factor)


@pytest.mark.parametrize("page", [PAGES["16:9"], (540.0, 960.0)])
def test_a_chart_takes_the_shape_of_its_page(page):
    units = ", ".join(f"U{number}" for number in range(150))
    scene = scene_of(f"units: [{{name: A, units: [{units}]}}]", page=page)
    assert scene.page == page
    assert page[0] / page[1] / 1.6 < scene.width / scene.height < page[0] / page[1] * 1.6


def test_siblings_of_about_equal_text_are_equally_high():
    scene = scene_of("units: [{name: 总公司, units: [市场部, 国际商务与战略合作发展部, 财务部]}]")
    assert len({card.rect.height for card in scene.cards[1:]}) == 1
