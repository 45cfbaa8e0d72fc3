"""Connectors are glued to boxes, end where their sites are, and lie where the picture's lines lie."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from orgviz.layout.options import PAGES, Direction, LayoutKind
from orgviz.layout.page import single_page
from orgviz.slides.deck import to_deck
from orgviz.slides.wires import wire
from tests.cli.conftest import ROOT
from tests.laws.test_scenes import scenes
from tests.slides.reading import Deck, drawn_file, rect_of

POINT = 1.0
SAMPLES = ("layered-ecommerce", "tech-company", "public-body", "matrix-firm", "five-departments")
LAYOUTS = ({}, {"direction": Direction.LR}, {"kind": LayoutKind.TREE, "page": PAGES["a4"]}, {"page": None})


def off(one, other):
    return max(abs(one.x - other.x), abs(one.y - other.y))


def beside(point, parts):
    """Return how far a point is from the nearest of some level or upright parts."""
    return min(
        max(min(a.x, b.x) - point.x, point.x - max(a.x, b.x), min(a.y, b.y) - point.y, point.y - max(a.y, b.y), 0.0)
        for a, b in parts
    )


def made(sample, layout):
    scene = drawn_file(ROOT / "samples" / f"{sample}.yaml", **layout).scene
    page = single_page(scene)
    return page, Deck(to_deck([page])).slide()


def on_page(page, point):
    return type(point)(page.place.x + point.x * page.scale, page.place.y + point.y * page.scale)


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
@pytest.mark.parametrize("sample", SAMPLES)
def test_each_end_is_at_the_site_that_it_is_glued_to(sample, layout):
    _, slide = made(sample, layout)
    glued = [line for line in slide.lines if line.start]
    assert len(glued) >= len(slide.boxes) - 2
    for line in glued:
        assert off(line.path[0], slide.site(*line.start)) < POINT
        assert off(line.path[-1], slide.site(*line.end)) < POINT


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
@pytest.mark.parametrize("sample", SAMPLES)
def test_each_line_of_the_picture_is_covered_and_no_other_is_drawn(sample, layout):
    page, slide = made(sample, layout)
    scene = page.scene
    lines = [connector.points for connector in scene.connectors] + [link.points for link in scene.links]
    wanted = [tuple(on_page(page, point) for point in part) for line in lines for part in pairwise(line)]
    found = [part for line in slide.lines if line.start for part in pairwise(line.path)]
    assert max(beside(point, found) for part in wanted for point in samples(part)) < POINT
    assert max(beside(point, wanted) for part in found for point in samples(part)) < POINT


def samples(part):
    a, b = part
    return [type(a)(a.x + (b.x - a.x) * share / 8, a.y + (b.y - a.y) * share / 8) for share in range(9)]


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
@pytest.mark.parametrize("sample", SAMPLES)
def test_each_line_of_the_tree_is_one_connector_from_box_to_box(sample, layout):
    page, slide = made(sample, layout)
    boxes = list(slide.boxes)
    pairs = [(line.start[0], line.end[0]) for line in slide.lines if line.start and line.start[0] != line.end[0]]
    wanted = [(boxes[one.upper], boxes[one.lower]) for one in page.scene.connectors]
    wanted += [(boxes[one.link.source.card], boxes[one.link.target.card]) for one in page.scene.links]
    assert sorted(pairs) == sorted(wanted)


def test_a_box_that_is_moved_stays_glued_and_its_ends_go_with_it():
    _, slide = made("layered-ecommerce", {})
    number, shape = next((n, shape) for n, shape in slide.boxes.items() if "运营部门" in shape[0][0].get("name"))
    glue = [(line.start, line.end) for line in slide.lines]
    before = {line.start: slide.site(*line.start) for line in slide.lines if line.start and line.start[0] == number}
    off_ = shape.find("./{*}spPr/{*}xfrm/{*}off")
    off_.set("x", str(int(off_.get("x")) + 127_000))
    again = type(slide)(slide.root, slide.targets)
    assert [(line.start, line.end) for line in again.lines] == glue
    assert before
    for site, point in before.items():
        assert again.site(*site).x == pytest.approx(point.x + 10)


@settings(max_examples=60, deadline=None)
@given(scenes())
def test_any_scene_is_wired_whole(scene):
    """Each connector and each link leads from its box to its box, and parts follow each other without a gap."""
    wiring = wire(scene)
    tree = [(one.source, one.target) for one in wiring.tree if not one.is_arm]
    assert tree == [(one.upper, one.lower) for one in scene.connectors]
    for link, wires in zip(scene.links, wiring.links, strict=True):
        if len(link.points) > 1:
            assert (wires[-1].source, wires[-1].target) == (link.link.source.card, link.link.target.card)
            assert all(off(a.points[-1], b.points[0]) < 0.1 for a, b in pairwise(wires))
            assert [one.arrow for one in wires[:-1]] == [False] * (len(wires) - 1)


def test_boxes_stand_where_the_picture_has_them():
    page, slide = made("tech-company", {})
    for placed, shape in zip(page.scene.cards, slide.boxes.values(), strict=True):
        corner = on_page(page, type(slide.lines[0].path[0])(placed.rect.x, placed.rect.y))
        assert off(corner, rect_of(shape)) < 0.01


def test_curves_of_graphviz_become_straight_connectors_between_the_same_places():
    page, slide = made("layered-ecommerce", {"kind": LayoutKind.DOT})
    tree = [line for line in slide.lines if "→" in line.element[0][0].get("name")]
    assert len(tree) == len(page.scene.connectors)
    for line, connector in zip(tree, page.scene.connectors, strict=True):
        ends = on_page(page, connector.points[0]), on_page(page, connector.points[-1])
        assert off(line.path[0], ends[0]) < POINT
        assert off(line.path[-1], ends[1]) < POINT
        assert off(ends[0], slide.site(*line.start)) < POINT
