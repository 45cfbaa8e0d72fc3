"""A scene is drawn in parts, and looks the same however it is cut and whatever is drawn at once."""

import os
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgviz.chart.make import make_chart
from orgviz.chart.values import Portrait
from orgviz.diagnostics import ToolError
from orgviz.dot_shapes import parts_of, to_shapes
from orgviz.layout.geometry import Rect
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutKind, LayoutOptions
from orgviz.layout.pictures import PlacedPhoto
from orgviz.output import graphviz_engine
from orgviz.output.drawn_scene import draw_scene, scene_svg
from orgviz.output.svg_writer import to_svg
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme

SAMPLES = sorted(Path(__file__).parents[2].joinpath("samples").glob("*.yaml"))
KINDS = ["dotted", "collaborates", "supports"]


def scene_of(text, kind=LayoutKind.AUTO, path="org.yaml"):
    chart = make_chart(read_org(text, path).org, load_theme("default"), with_legend=True)
    return lay_out(chart, LayoutOptions(kind=kind), graphviz_engine.positions)


def random_file(seed):
    """Return an organisation of up to thirty units with links, as YAML."""
    pick = random.Random(seed)  # noqa: S311 - it only has to differ
    count = pick.randrange(2, 30)
    under = {n: pick.randrange(n) for n in range(1, count)}
    lines = ["title: Random", "units:"]

    def write(unit, depth):
        lines.append(f"{'  ' * depth}- name: Unit {unit}")
        lines.append(f"{'  ' * depth}  id: u{unit}")
        below = [child for child, parent in under.items() if parent == unit]
        if below:
            lines.append(f"{'  ' * depth}  units:")
        for child in below:
            write(child, depth + 1)

    write(0, 1)
    lines.append("links:")
    ends = {(pick.randrange(count), pick.randrange(count)) for _ in range(pick.randrange(1, 6))}
    told = [(a, b) for a, b in sorted(ends) if a != b and under.get(a) != b and under.get(b) != a] or [(0, count - 1)]
    lines += [f"  - {{from: u{a}, to: u{b}, kind: {pick.choice(KINDS)}, label: L{a}}}" for a, b in told if a != b]
    return "\n".join(lines).encode()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_looks_the_same_in_parts(path):
    scene = scene_of(path.read_bytes(), path=str(path))
    whole = draw_scene(scene, scene.background)
    assert draw_scene(scene, scene.background, most=23, workers=2) == whole
    assert scene_svg(scene, scene.background, most=40, workers=3).decode() == to_svg(whole)


@settings(max_examples=12)
@given(
    st.integers(0, 1 << 16), st.integers(3, 40), st.integers(1, 4), st.sampled_from([LayoutKind.AUTO, LayoutKind.DOT])
)
def test_any_chart_looks_the_same_however_it_is_cut(seed, most, workers, kind):
    scene = scene_of(random_file(seed), kind)
    whole = to_svg(draw_scene(scene, "#ffffff"))
    assert scene_svg(scene, "#ffffff", most=most, workers=workers).decode() == whole


def test_ids_of_its_own_keep_clear_of_the_boxes():
    scene = scene_of(b"title: T\nunits: [{name: A, id: chart-title}, {name: B, id: chart-description}]")
    svg = scene_svg(scene, None).decode()
    assert svg == to_svg(draw_scene(scene, None))
    ids = re.findall(r' id="([^"]*)"', svg)
    assert len(ids) == len(set(ids))


def test_round_pictures_are_cut_as_in_the_whole():
    photo = PlacedPhoto(Rect(1, 1, 9, 9), Portrait(name="Ann", initials="A", data=b"x", mime="image/png"))
    scene = scene_of(b"units: [A]")
    scene = replace(scene, cards=(scene.cards[0]._replace(photos=(photo,)),))
    svg = scene_svg(scene, None).decode()
    assert svg == to_svg(draw_scene(scene, None))
    assert "<clipPath" in svg


@pytest.mark.parametrize("most", [1, 2, 7, 1000])
def test_each_thing_is_in_one_part_in_the_order_of_painting(most):
    scene = scene_of(random_file(5))
    parts = parts_of(scene, most)
    for kind, count in (
        ("connectors", len(scene.connectors)),
        ("cards", len(scene.cards)),
        ("links", len(scene.links)),
        ("title", 1),
        ("legend", len(scene.legend)),
    ):
        assert [number for part in parts for number in getattr(part, kind)] == list(range(count))
    sizes = [sum(len(getattr(part, kind)) for kind in part.__slots__) for part in parts]
    assert max(sizes) <= most
    assert max(sizes) - min(sizes) <= 1


def test_a_small_chart_is_one_part_and_one_process(monkeypatch):
    begun = []
    begin = graphviz_engine.begin_drawing
    monkeypatch.setattr(graphviz_engine, "begin_drawing", lambda *given: begun.append(given) or begin(*given))
    scene = scene_of(random_file(1))
    draw_scene(scene, "#ffffff")
    assert len(begun) == 1


def test_no_more_processes_run_at_once_than_are_allowed(monkeypatch):
    running, most = [], []

    class Counted(graphviz_engine.Task):
        def __init__(self, *given):
            super().__init__(*given)
            running.append(self)
            most.append(len(running))

        def answer(self):
            answer = super().answer()
            running.remove(self)
            return answer

    monkeypatch.setattr(graphviz_engine, "Task", Counted)
    draw_scene(scene_of(random_file(2)), "#ffffff", most=4, workers=3)
    assert max(most) == 3


def test_nothing_that_a_user_wrote_reaches_graphviz():
    scene = scene_of("units: [{name: 王敏 & 'x', id: secret, units: [B]}]".encode())
    dot = "".join(to_shapes(scene, part) for part in parts_of(scene))
    assert dot.isascii()
    assert "secret" not in dot
    assert "label=<" not in dot


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a shell")
def test_a_failure_in_one_part_ends_the_others(monkeypatch, tmp_path):
    closed = []
    path = tmp_path / "dot"
    path.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    path.chmod(0o755)
    close = graphviz_engine.Task.close
    monkeypatch.setattr(graphviz_engine.Task, "close", lambda task: closed.append(task) or close(task))
    monkeypatch.setattr("orgviz.output.drawn_scene.find_engine", lambda: graphviz_engine.Engine(str(path)))
    with pytest.raises(ToolError, match="exit code 1"):
        draw_scene(scene_of(random_file(3)), "#ffffff", most=4, workers=3)
    assert len(closed) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_a_chart_of_many_parts_needs_few_addresses(tmp_path):
    units = ", ".join(
        f"{{name: Unit {number}, units: [East, West, {{name: North, units: [A, B]}}]}}" for number in range(2_500)
    )
    (tmp_path / "org.yaml").write_text(f"units: [{{name: All, units: [{units}]}}]\n", encoding="utf-8")
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (240 << 20, 240 << 20));"
        "sys.argv = ['orgviz', 'render', 'org.yaml', '-o', 'org.svg', '--no-cache', '-q'];"
        "from orgviz.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
