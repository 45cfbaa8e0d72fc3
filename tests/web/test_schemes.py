"""In the other scheme everything stands out from what it lies on as WCAG asks, in every theme."""

import pytest

from orgviz.chart.make import make_chart
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutOptions
from orgviz.output import graphviz_engine
from orgviz.output.drawing import Polygon, Text
from orgviz.output.drawn_scene import draw_scene
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme, theme_names
from orgviz.style.colour import READABLE, contrast, is_dark
from orgviz.web.schemes import other_scheme, scheme_rules
from tests.browser.charts import EVERYTHING


@pytest.fixture(scope="module", params=theme_names())
def drawing(request):
    org = read_org(EVERYTHING.encode(), "everything.yaml").org
    chart = make_chart(org, load_theme(request.param), with_legend=True)
    scene = lay_out(chart, LayoutOptions(), graphviz_engine.positions)
    return draw_scene(scene, scene.background)


def test_dark_becomes_light_and_light_becomes_dark(drawing):
    scheme = other_scheme(drawing, drawing.background)
    assert is_dark(scheme.other_ground) != is_dark(scheme.ground) == scheme.dark


def test_every_letter_can_be_read_on_its_box(drawing):
    scheme = other_scheme(drawing, drawing.background)
    pale = []
    for group in drawing.groups:
        boxes = [item.fill for item in group.items if isinstance(item, Polygon) and item.fill]
        ground = boxes[0] if boxes and "node" in group.classes else drawing.background
        for item in group.items:
            if isinstance(item, Text):
                pale += [
                    (run.text, run.style.color, ground)
                    for run in item.runs
                    if contrast(scheme.texts[run.style.color], scheme.fills[ground]) < READABLE
                ]
    assert pale == []


def test_every_colour_of_the_drawing_has_a_rule(drawing):
    rules = scheme_rules(other_scheme(drawing, drawing.background))
    for group in drawing.groups:
        for item in group.items:
            if isinstance(item, Text):
                assert all(f'[fill="{run.style.color}"]' in rules for run in item.runs)
            else:
                assert item.fill is None or f'[fill="{item.fill}"]' in rules
                assert item.stroke is None or f'[stroke="{item.stroke}"]' in rules
