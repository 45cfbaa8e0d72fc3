"""What Python programs may call."""

from pathlib import Path

import pytest

from orgviz.api import to_graphviz, to_svg
from orgviz.chart.values import Detail
from orgviz.diagnostics import InputError
from orgviz.render_options import RenderOptions


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "org.yaml"
    path.write_text("units: [{name: 运营中心, head: 王敏, units: [客服部, 市场部]}]", encoding="utf-8")
    return path


def test_a_chart_is_given_as_svg(file):
    svg = to_svg(file)
    assert svg.endswith("</svg>\n")
    assert "王敏" in svg
    assert "王敏" not in to_svg(file, RenderOptions(detail=Detail.NAMES))[svg.index('class="node') :].split("<text")[1]


def test_a_chart_is_given_as_a_source_that_graphviz_draws_as_it_stands(file):
    source = to_graphviz(file)
    assert source.engine == "neato"
    assert "客服部" in source.pipe(format="svg", encoding="utf-8", neato_no_op=2)


def test_mistakes_are_raised_with_their_places(tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("units: [{nmae: A}]", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        to_svg(Path(wrong))
    assert [str(found.span).removeprefix(str(tmp_path)) for found in caught.value.diagnostics] == ["/wrong.yaml:1:10"]
