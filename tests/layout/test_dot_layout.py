"""Graphviz's own layout: what it is asked, and that its answer is not trusted blindly."""

import pytest

from orgviz.chart.make import make_chart
from orgviz.diagnostics import ToolError
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import Direction, LayoutKind, LayoutOptions
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme

PLAIN = """graph 1 3 2
node n0 1 1.5 0.9 0.5 "" solid box black lightgrey
node n1 1 0.5 0.9 0.5 "" solid box black lightgrey
edge n0 n1 4 1 1.25 1 1.1 1 0.9 1 0.75 solid black
stop
"""


def laid_out(answer, text="units: [{name: '<b>', units: ['\"x\"']}]", direction=Direction.TB):
    asked = []

    def run(dot):
        asked.append(dot)
        return answer

    chart = make_chart(read_org(text.encode(), "org.yaml").org, load_theme("default"))
    scene = lay_out(chart, LayoutOptions(kind=LayoutKind.DOT, direction=direction), run)
    return scene, asked[0]


def test_places_are_turned_upside_down_and_into_points():
    scene, _ = laid_out(PLAIN)
    one, other = (placed.rect for placed in scene.cards)
    assert (other.x - one.x, other.y - one.y) == pytest.approx((0, 72))
    assert one.height == pytest.approx(36)


def test_lines_are_curves():
    scene, _ = laid_out(PLAIN)
    (line,) = scene.connectors
    assert line.curved
    assert len(line.points) == 4
    assert line.points[0].y < line.points[-1].y


def test_no_name_reaches_graphviz():
    _, asked = laid_out(PLAIN)
    assert "<b>" not in asked
    assert 'x"' not in asked


@pytest.mark.parametrize(("direction", "rank"), [(Direction.TB, "TB"), (Direction.LR, "LR")])
def test_the_direction_is_handed_on(direction, rank):
    _, asked = laid_out(PLAIN, direction=direction)
    assert f"rankdir={rank}" in asked


@pytest.mark.parametrize("answer", ["", "graph 1 3 2\nstop\n", "\n".join(PLAIN.split("\n")[:2]), "hello\n"])
def test_a_missing_box_is_told(answer):
    with pytest.raises(ToolError, match="did not place every box"):
        laid_out(answer)


@pytest.mark.parametrize(
    "answer",
    ["node n0", "graph 1 x y", "node n0 a b c d", "edge n0 n1 9 1 1", "node n7 1 1 1 1", "edge n0 n7 0 solid black"],
)
def test_a_garbled_answer_is_told(answer):
    with pytest.raises(ToolError, match="Graphviz"):
        laid_out(PLAIN.replace("stop", answer))
