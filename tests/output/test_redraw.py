"""Graphviz's shapes become our drawing; what it moved or left out is an error, not a wrong picture."""

import re
from dataclasses import replace

import pytest

from orgviz.chart.make import make_chart
from orgviz.diagnostics import ToolError
from orgviz.dot_shapes import parts_of, to_shapes
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutKind, LayoutOptions
from orgviz.output import graphviz_engine, graphviz_svg
from orgviz.output.drawing import Path, Polygon, Text
from orgviz.output.drawn_scene import draw_scene
from orgviz.output.graphviz_svg import read_groups
from orgviz.output.redraw import redraw
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme

FILE = """
title: 组织架构
units:
  - name: 总公司
    id: top
    type: executive
    assistants: [{title: 秘书, id: aide}]
    units:
      - {name: 市场部, id: sales, type: operations, url: "https://example.com/a?b=1&c=2", status: planned}
      - {name: 客服部, id: service, type: service, positions: [专员]}
links:
  - {from: sales, to: service, kind: supports, label: 大促}
"""


def scene_of(text=FILE, kind=LayoutKind.AUTO, theme="default"):
    chart = make_chart(read_org(text.encode(), "org.yaml").org, load_theme(theme))
    return lay_out(chart, LayoutOptions(kind=kind), graphviz_engine.positions)


@pytest.fixture(scope="module")
def scene():
    return scene_of()


@pytest.fixture(scope="module")
def svg(scene):
    return graphviz_engine.draw(to_shapes(scene, *parts_of(scene)))


def redrawn(scene, svg):
    """Return the groups of a scene, of which Graphviz has drawn all."""
    return {group.id: group for group in redraw(scene, *parts_of(scene), svg)}


@pytest.fixture(scope="module")
def groups(scene, svg):
    return redrawn(scene, svg)


def test_every_box_line_and_piece_of_furniture_is_a_group(scene, groups):
    boxes = [card.card.id for card in scene.cards]
    lines = [f"edge-{id}" for id in boxes if id != "top"]
    legend = [f"legend{number}" for number in range(len(scene.legend))]
    assert sorted(groups) == sorted([*boxes, *lines, "link1", "title", *legend])


def test_a_box_stands_where_the_layout_put_it(scene, groups):
    for placed in scene.cards:
        outline = groups[placed.card.id].items[0]
        xs, ys = zip(*outline.points, strict=True)
        assert (min(xs), min(ys)) == pytest.approx(placed.rect[:2], abs=0.02)
        assert (max(xs), max(ys)) == pytest.approx((placed.rect.right, placed.rect.bottom), abs=0.02)


def test_texts_stand_where_the_layout_put_them(scene, groups):
    for placed in scene.cards:
        texts = [item for item in groups[placed.card.id].items if isinstance(item, Text)]
        places = [(placed.rect.x + line.x, placed.rect.y + line.baseline) for line in placed.lines]
        assert [(text.x, text.y) for text in texts] == places
        assert [text.runs for text in texts] == [line.runs for line in placed.lines]


def test_a_box_keeps_its_classes_link_and_colours(scene, groups):
    card = next(placed.card for placed in scene.cards if placed.card.id == "sales")
    group = groups["sales"]
    assert group.classes == ("node", "unit", "type-operations", "status-planned")
    assert group.href == "https://example.com/a?b=1&c=2"
    fill, strip, border = (item for item in group.items if isinstance(item, Polygon | Path))
    assert (fill.fill, strip.fill) == (card.style.fill, card.style.edge)
    assert (border.stroke, border.dash) == (card.style.border, card.style.dash)


def test_a_line_goes_just_as_it_was_laid_out(scene, groups):
    for line in scene.connectors:
        (path,) = groups[f"edge-{scene.cards[line.lower].card.id}"].items
        joints = [point for command, point in path.commands]
        assert [command for command, _ in path.commands] == ["M", *"L" * (len(line.points) - 1)]
        assert [value for joint in joints for value in joint] == pytest.approx(
            [value for point in line.points for value in point], abs=0.02
        )


def test_the_line_to_an_assistant_has_its_own_class(groups):
    assert groups["edge-aide"].classes == ("edge", "assistant")
    assert groups["edge-sales"].classes == ("edge", "solid")


def test_a_link_ends_in_an_arrow_at_its_target(scene, groups):
    (link,) = scene.links
    heads = [item for item in groups["link1"].items if isinstance(item, Polygon) and len(item.points) == 3]
    assert groups["link1"].classes == ("edge", "supports")
    assert link.points[-1] in [point for head in heads for point in head.points]


def test_graphviz_own_places_give_curves():
    scene = scene_of(kind=LayoutKind.DOT)
    groups = {group.id: group for group in draw_scene(scene, scene.background).groups}
    (path,) = groups["edge-sales"].items
    assert {command for command, _ in path.commands} == {"M", "C"}


def test_the_smallest_chart_is_drawn():
    scene = scene_of("units: [A]")
    (group,) = draw_scene(scene, scene.background).groups
    assert [item.plain for item in group.items if isinstance(item, Text)] == ["A"]


def test_a_dashed_strip_is_a_dashed_line():
    scene = scene_of("units: [{name: A, units: [{name: B, id: b, type: operations}]}]", theme="print")
    groups = {group.id: group for group in draw_scene(scene, scene.background).groups}
    (strip,) = (item for item in groups["b"].items if isinstance(item, Path))
    assert strip.dash == next(card.card.style.edge_dash for card in scene.cards if card.card.id == "b")


@pytest.mark.parametrize("dash", [(), (3.0, 2.0)])
def test_a_strip_stays_in_its_box(dash):
    scene = scene_of("units: [{name: A, units: [{name: B, type: operations}]}]")
    placed = scene.cards[1]
    style = replace(placed.card.style, edge="#123456", edge_width=500.0, edge_dash=dash)
    cards = (scene.cards[0], placed._replace(card=replace(placed.card, style=style)))
    group = draw_scene(replace(scene, cards=cards), scene.background).groups[-1]
    fill, strip, border = (item for item in group.items if not isinstance(item, Text))
    if dash:
        assert strip.stroke_width == placed.rect.width
    else:
        assert set(strip.points) == set(border.points) == set(fill.points)


def test_a_moved_box_is_refused(scene, svg):
    with pytest.raises(ToolError, match=r"moved 'sales' by 9\.0 points"):
        redrawn(scene, shifted(svg, "n2", 9))


def test_a_resized_box_is_refused(scene, svg):
    with pytest.raises(ToolError, match="moved 'sales'"):
        redrawn(scene, shifted(svg, "n2", 9, only_first=True))


def test_a_moved_line_is_refused(scene, svg):
    with pytest.raises(ToolError, match=r"moved 'edge-sales' by 9\.0 points"):
        redrawn(scene, shifted(svg, "c1", 9))


@pytest.mark.parametrize(
    ("name", "id"), [("n0", "top"), ("n2", "sales"), ("c1", "edge-sales"), ("l0", "link1"), ("s0", "legend0")]
)
def test_what_is_missing_is_refused(scene, svg, name, id):
    without = svg.decode().replace(f'id="{name}"', 'id="elsewhere"')
    with pytest.raises(ToolError, match=f"did not draw '{id}'"):
        redrawn(scene, without.encode())


def test_a_box_without_four_corners_is_refused(scene, svg):
    without = re.sub(r'(id="n2".*? points="[^ ]* [^ ]*)[^"]*', r"\1", svg.decode(), count=1, flags=re.DOTALL)
    with pytest.raises(ToolError, match="a shape that cannot be read"):
        redrawn(scene, without.encode())


def test_the_parser_finds_what_is_found_without_it(svg):
    groups = {}
    graphviz_svg._parse(svg.decode(), groups)
    assert read_groups(svg) == groups


def shifted(svg, name, by, *, only_first=False):
    """Return the picture with the shapes of a group moved to the right."""
    text = svg.decode()
    start = text.index(f'id="{name}"')
    end = text.index("</g>", start)

    def moved(match):
        points = [point.split(",") for point in match[2].replace("C", " C").split()]
        for point in points[:1] if only_first else points:
            letter = point[0][:1] if point[0][:1] in "MC" else ""
            point[0] = f"{letter}{float(point[0].removeprefix(letter)) + by}"
        return f'{match[1]}="{" ".join(",".join(point) for point in points).replace(" C", "C")}"'

    return (text[:start] + re.sub(r'\b(points|d)="([^"]*)"', moved, text[start:end]) + text[end:]).encode()


@pytest.mark.parametrize("name", ["n2", "c0"])
def test_the_helper_that_moves_a_shape_moves_it(svg, name):
    before, after = read_groups(svg)[name][0], read_groups(shifted(svg, name, 9))[name][0]
    first = [float(re.search(r"-?[\d.]+", shape)[0]) for shape in (before, after)]
    assert first[1] == pytest.approx(first[0] + 9)
