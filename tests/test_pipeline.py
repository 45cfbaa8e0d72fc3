"""From bytes to finished outputs: each stage once, the same bytes every time, mistakes before anything is drawn."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from orgviz import pipeline
from orgviz.chart.values import Detail
from orgviz.diagnostics import InputError, LimitError, ToolError, UsageError
from orgviz.inputs import read_input
from orgviz.layout.options import LayoutKind, LayoutOptions
from orgviz.limits import Limits
from orgviz.output import drawn_scene, graphviz_engine
from orgviz.pipeline import render
from orgviz.reading import read_org
from orgviz.readings import ReadOptions
from orgviz.render_options import Format, RenderOptions

CHECKOUT = Path(__file__).parents[1]
FILE = """
title: 组织架构
units:
  - name: 总公司
    units: [{name: 市场部, head: 王敏, duty: 品牌}, {name: 客服部, positions: [专员]}]
links:
  - {from: 市场部, to: 客服部, kind: dotted}
""".encode()


def drawn(format, data=FILE, **options):
    return render(data, "org.yaml", [format], RenderOptions(**options)).outputs[0]


@pytest.mark.parametrize(
    ("format", "start"),
    [
        (Format.SVG, b"<?xml"),
        (Format.PNG, b"\x89PNG\r\n"),
        (Format.PDF, b"%PDF-"),
        (Format.DOT, b"digraph orgviz {"),
        (Format.JSON, b"{"),
        (Format.TXT, "组织架构".encode()),
    ],
)
def test_each_format_begins_as_it_should(format, start):
    assert drawn(format).startswith(start)


def test_outputs_come_in_the_order_asked_for():
    svg, dot, again = render(FILE, "org.yaml", [Format.SVG, Format.DOT, Format.SVG], RenderOptions()).outputs
    assert (svg, dot) == (drawn(Format.SVG), drawn(Format.DOT))
    assert again == svg


def test_graphviz_draws_once_for_several_outputs(monkeypatch):
    calls = []
    begin = graphviz_engine.drawing_task
    monkeypatch.setattr(graphviz_engine, "drawing_task", lambda dot, *rest: calls.append(dot) or begin(dot, *rest))
    render(FILE, "org.yaml", [Format.SVG, Format.PDF, Format.DOT, Format.SVG], RenderOptions())
    assert len(calls) == 1


def test_a_png_that_is_too_large_is_refused_before_anything_is_drawn(monkeypatch):
    monkeypatch.setattr(graphviz_engine, "drawing_task", pytest.fail)
    with pytest.raises(LimitError, match="pixels"):
        render(FILE, "org.yaml", [Format.PNG], RenderOptions(dpi=4800 * 20))


def test_the_time_that_graphviz_may_take_reaches_it(monkeypatch):
    told = []
    begin = graphviz_engine.drawing_task
    monkeypatch.setattr(
        graphviz_engine,
        "drawing_task",
        lambda dot, engine, seconds: told.append(seconds) or begin(dot, engine, seconds),
    )
    for formats in ([Format.SVG], [Format.SVG, Format.SVG]):
        render(FILE, "org.yaml", formats, RenderOptions(timeout=7))
    assert told == [7, 7]


@pytest.mark.parametrize("background", [None, "none", "#123456"])
def test_an_svg_is_the_same_alone_and_beside_others(background):
    options = RenderOptions(background=background, id_prefix="x-")
    (alone,) = render(FILE, "org.yaml", [Format.SVG], options).outputs
    assert render(FILE, "org.yaml", [Format.SVG, Format.TXT], options).outputs[0] == alone


def test_model_formats_need_no_graphviz(monkeypatch):
    monkeypatch.setattr(drawn_scene, "find_engine", pytest.fail)
    outputs = render(FILE, "org.yaml", [Format.JSON, Format.TXT, Format.DOT], RenderOptions()).outputs
    assert [node["name"] for node in json.loads(outputs[0])["nodes"]][:2] == ["总公司", "市场部"]


def test_mistakes_are_told_before_anything_is_drawn(monkeypatch):
    monkeypatch.setattr(pipeline, "lay_out", pytest.fail)
    with pytest.raises(InputError) as caught:
        drawn(Format.SVG, b"units: [{nam: A}]")
    assert caught.value.diagnostics


def test_warnings_come_with_the_outputs():
    rendered = render(
        "units: [{name: 市场部}]\ntypes: {own: {label: X}}".encode(), "org.yaml", [Format.TXT], RenderOptions()
    )
    assert [finding.code for finding in rendered.findings] == ["unused-type"]
    assert set(rendered.sources) == {"org.yaml"}


def test_an_unknown_theme_is_a_wrong_usage():
    with pytest.raises(UsageError, match="nosuch"):
        drawn(Format.SVG, theme="nosuch")


def test_options_reach_the_chart():
    assert ">品牌<" in drawn(Format.SVG, detail=Detail.DUTIES).decode()
    assert ">品牌<" not in drawn(Format.SVG).decode()
    assert b'class="legend"' not in drawn(Format.SVG, legend=False)
    assert b'class="legend"' in drawn(Format.SVG)


def test_a_background_may_be_chosen_or_left_out():
    assert b"#123456" in drawn(Format.SVG, background="#123456")
    assert drawn(Format.SVG, background="none") != drawn(Format.SVG)


def test_graphviz_may_place_the_boxes():
    svg = drawn(Format.SVG, layout=LayoutOptions(kind=LayoutKind.DOT)).decode()
    assert 'id="市场部"' in svg
    assert svg != drawn(Format.SVG).decode()


def test_a_file_that_is_not_there_is_told():
    with pytest.raises(ToolError, match=r"cannot read 'no/such\.yaml'"):
        read_input("no/such.yaml")


def test_a_name_that_no_file_can_have_is_told():
    with pytest.raises(ToolError, match="cannot read"):
        read_input("a\0b")


def test_a_folder_is_told(tmp_path):
    with pytest.raises(ToolError, match="cannot read"):
        read_input(str(tmp_path))


def test_of_an_input_that_is_too_large_no_more_is_read_than_it_takes_to_refuse_it(tmp_path):
    path = tmp_path / "large.yaml"
    path.write_bytes(b"x" * 100)
    data, name = read_input(str(path), Limits(bytes=10))
    assert (data, name) == (b"x" * 11, str(path))
    with pytest.raises(InputError) as caught:
        read_org(data, name, ReadOptions(limits=Limits(bytes=10)))
    assert caught.value.exit_code == 4
    assert [(item.code, item.hint) for item in caught.value.diagnostics] == [
        ("too-large", "if it is meant so: --limit bytes=20")
    ]


def test_a_dash_reads_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FILE)))
    assert read_input("-") == (FILE, "<stdin>")


@pytest.mark.parametrize("sample", ["layered-ecommerce", "matrix-firm"])
def test_a_sample_gives_the_same_bytes_whatever_the_seed_of_hashes(sample):
    code = (
        "import sys; from orgviz.pipeline import *; "
        "result = render(sys.stdin.buffer.read(), 'x', [Format.DOT, Format.SVG], RenderOptions()); "
        "sys.stdout.buffer.write(b''.join(result.outputs))"
    )
    data = CHECKOUT.joinpath("samples", f"{sample}.yaml").read_bytes()
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code],
            input=data, capture_output=True, check=True, cwd=CHECKOUT, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert outputs[0] == outputs[1]
    assert outputs[0].endswith(b"</svg>\n")
