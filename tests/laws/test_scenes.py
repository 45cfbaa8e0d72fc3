"""Laws of whole charts: everything is on the canvas, text is in its card, and the same input gives the same bytes."""

import json
from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgviz.chart.make import make_chart
from orgviz.chart.values import Detail
from orgviz.dot import to_dot
from orgviz.layout.geometry import Rect
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import PAGES, Direction, LayoutKind, LayoutOptions
from orgviz.model import EdgeKind
from orgviz.pipeline import render
from orgviz.render_options import Format, RenderOptions
from orgviz.style.catalogue import load_theme
from tests.laws.strategies import files
from tests.strategies import orgs, read

NEAR = 0.01
THEME = load_theme("default")

options = st.builds(
    LayoutOptions,
    kind=st.sampled_from([LayoutKind.COMPACT, LayoutKind.TREE]),
    direction=st.sampled_from(Direction),
    page=st.sampled_from([*PAGES.values(), None]),
)


def no_graphviz(_):
    raise AssertionError("only the layout 'dot' asks Graphviz for places")


def chart_of(org, detail=Detail.POSITIONS):
    chart = make_chart(org, THEME, detail)
    assume(chart.cards)
    return chart


@st.composite
def scenes(draw):
    """Scenes of organisations with every kind of text and of lines."""
    chart = chart_of(draw(orgs() | files().map(read)), draw(st.sampled_from(Detail)))
    return lay_out(chart, draw(options), no_graphviz)


def is_inside(inner, outer):
    return (
        inner.x >= outer.x - NEAR
        and inner.y >= outer.y - NEAR
        and inner.right <= outer.right + NEAR
        and inner.bottom <= outer.bottom + NEAR
    )


def text_rect(text):
    size = text.run.style.size
    return Rect(text.x, text.baseline - 0.8 * size, text.width, size)


def entry_rects(entry):
    """Return what an entry of the legend covers: a note has no sample."""
    sample, text = entry
    size = text.run.style.size
    words = Rect(text.x, text.baseline - 0.8 * size, text.width, size)
    return (words,) if sample is None else (sample.rect, words)


def furniture(scene):
    """Yield what title and legend cover."""
    yield from (text_rect(text) for text in scene.title)
    for entry in scene.legend:
        yield from entry_rects(entry)


def segments(points):
    return [Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)) for a, b in pairwise(points)]


@given(scenes())
def test_everything_is_on_the_canvas(scene):
    canvas = Rect(0, 0, scene.width, scene.height)
    lines = [segment for line in (*scene.connectors, *scene.links) for segment in segments(line.points)]
    for rect in (*(card.rect for card in scene.cards), *lines, *furniture(scene)):
        assert is_inside(rect, canvas)


@given(scenes())
def test_the_labels_of_links_are_on_the_canvas(scene):
    canvas = Rect(0, 0, scene.width, scene.height)
    assert all(is_inside(link.label, canvas) for link in scene.links if link.label is not None)


@given(scenes())
def test_title_and_legend_cover_nothing_and_each_other_neither(scene):
    taken = [card.rect for card in scene.cards]
    taken += [segment for connector in scene.connectors for segment in segments(connector.points)]
    for rect in furniture(scene):
        assert not any(rect.overlaps(other, -NEAR) for other in taken)
    for rect, other in combinations(furniture(scene), 2):
        assert not rect.overlaps(other, -1)


@given(scenes())
def test_every_line_of_text_is_in_its_card_and_in_its_room(scene):
    for placed in scene.cards:
        for line in placed.lines:
            size = line.runs[0].style.size
            start = line.x - (line.width / 2 if line.centered else 0)
            assert line.width <= line.room + NEAR
            assert start >= placed.card.style.edge_width
            assert start + line.width <= placed.rect.width
            assert line.baseline - 0.8 * size >= 0
            assert line.baseline + 0.2 * size <= placed.rect.height


@given(scenes())
def test_lines_of_text_in_a_card_do_not_overlap(scene):
    for placed in scene.cards:
        rects = []
        for line in placed.lines:
            size = line.runs[0].style.size
            start = line.x - (line.width / 2 if line.centered else 0)
            rects.append(Rect(start, line.baseline - 0.8 * size, line.width, size))
        assert not any(one.overlaps(other, -NEAR) for one, other in combinations(rects, 2))


@given(scenes())
def test_boxes_keep_apart_and_have_whole_even_sizes(scene):
    rects = [card.rect for card in scene.cards]
    assert not any(one.overlaps(other, 2) for one, other in combinations(rects, 2))
    assert all(rect.width % 2 == 0 and rect.height % 2 == 0 for rect in rects)


@given(orgs(), options, st.data())
def test_links_move_no_box(org, layout, data):
    links = [edge for edge in org.edges if edge.kind is not EdgeKind.ASSISTANT]
    left_out = data.draw(st.sets(st.sampled_from(links))) if links else ()
    fewer = replace(org, edges=tuple(edge for edge in org.edges if edge not in left_out))
    scene = lay_out(chart_of(org), layout, no_graphviz)
    other = lay_out(chart_of(fewer), layout, no_graphviz)
    assert [card.rect for card in scene.cards] == [card.rect for card in other.cards]
    assert [line.points for line in scene.connectors] == [line.points for line in other.connectors]


@given(orgs(), options)
def test_the_same_organisation_gives_the_same_scene_and_dot(org, layout):
    one, other = (lay_out(chart_of(org), layout, no_graphviz) for _ in range(2))
    assert one == other
    assert to_dot(one) == to_dot(other)


@settings(max_examples=8)
@given(files())
def test_the_same_file_gives_the_same_svg(data):
    org = read(data)
    one, other = (render(org_bytes(data), "org.json", [Format.SVG], RenderOptions()).outputs for _ in range(2))
    assert one == other
    assert all(f'id="{card.id}"'.encode() in one[0] for card in chart_of(org).cards)


def org_bytes(data):
    return json.dumps(data).encode()


@given(files(), st.sampled_from(Direction))
def test_every_card_of_the_chart_stands_in_the_scene_in_its_order(data, direction):
    chart = chart_of(read(data))
    scene = lay_out(chart, LayoutOptions(direction=direction), no_graphviz)
    assert tuple(placed.card for placed in scene.cards) == chart.cards
    assert {line.lower: line.upper for line in scene.connectors} == {
        number: card.parent for number, card in enumerate(chart.cards) if card.parent is not None
    }
