"""A scene is drawn in parts, and looks the same however it is cut and whatever is drawn at once."""

import os
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgviz.chart.make import make_chart
from orgviz.chart.values import Portrait
from orgviz.diagnostics import LimitError, ToolError
from orgviz.dot_shapes import parts_of, to_shapes
from orgviz.layout.cards import SetCard
from orgviz.layout.geometry import Rect
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutKind, LayoutOptions
from orgviz.layout.pictures import PlacedPhoto
from orgviz.output import graphviz_engine
from orgviz.output.drawn_scene import draw_scene, svg_in_pieces
from orgviz.output.svg_writer import to_svg
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme
from orgviz.style.values import LineStyle

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


def scene_svg(*given, **named):
    return b"".join(svg_in_pieces(*given, **named))


@pytest.fixture(params=[False, True], ids=["in one process", "in copies of it"])
def with_copies(request, monkeypatch):
    """Let parts be drawn by copies of this process, or not, whatever other threads it has."""
    if request.param and sys.platform != "linux":
        pytest.skip("only there a copy is safe")
    monkeypatch.setattr("orgviz.output.forks.may_fork", lambda: request.param)
    monkeypatch.setattr("orgviz.output.forks.copies_with_room", lambda at_once: at_once)


@pytest.mark.usefixtures("with_copies")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_looks_the_same_in_parts(path):
    scene = scene_of(path.read_bytes(), path=str(path))
    whole = draw_scene(scene, scene.background)
    assert draw_scene(scene, scene.background, most=23, workers=2) == whole
    assert scene_svg(scene, scene.background, most=40, workers=3).decode() == to_svg(whole)


@pytest.mark.usefixtures("with_copies")
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    scene = replace(scene, cards=(scene.cards[0]._replace(setting=SetCard(9, 9, (), (photo,))),))
    svg = scene_svg(scene, None).decode()
    assert svg == to_svg(draw_scene(scene, None))
    assert "<clipPath" in svg


@pytest.mark.parametrize(("most", "at_once"), [(1, 1), (2, 1), (7, 1), (1000, 1), (7, 4), (1, 1000), (1000, 4)])
def test_each_thing_is_in_one_part_in_the_order_of_painting(most, at_once):
    scene = scene_of(random_file(5))
    parts = parts_of(scene, most, at_once)
    for kind, count in (
        ("connectors", len(scene.connectors)),
        ("cards", len(scene.cards)),
        ("links", len(scene.links)),
        ("title", 1),
        ("legend", len(scene.legend)),
    ):
        assert [number for part in parts for number in getattr(part, kind)] == list(range(count))
    works = [sum(len(getattr(part, kind)) for kind in part.__slots__) + len(part.cards) for part in parts]
    assert max(works) <= most + 1
    assert max(works) - min(works) <= 3


def test_parts_keep_all_busy_to_the_end():
    scene = scene_of(random_file(5))
    assert [len(parts_of(scene, 10, at_once)) % at_once for at_once in (1, 2, 3, 4)] == [0] * 4
    assert len(parts_of(scene, 1000, 4)) == 1


@pytest.mark.parametrize(("boxes", "at_once", "parts"), [(900, 8, 1), (2_100, 8, 2), (9_000, 1, 2), (9_000, 4, 4)])
def test_what_is_worth_it_is_drawn_at_once(boxes, at_once, parts):
    scene = scene_of(b"units: [A]")
    scene = replace(scene, cards=scene.cards * boxes, connectors=(None,) * boxes)
    assert len(parts_of(scene, at_once=at_once)) == parts


def test_a_small_chart_is_one_part_and_one_process(monkeypatch):
    begun = []
    begin = graphviz_engine.drawing_task
    monkeypatch.setattr(graphviz_engine, "drawing_task", lambda *given: begun.append(given) or begin(*given))
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


def test_how_things_look_is_said_once_for_those_that_follow_each_other():
    scene = scene_of(b"units: [{name: A, units: [B, C, D, E]}]")
    plain, dashed = LineStyle("#111111"), LineStyle("#111111", dash=(3.0, 2.0))
    styles = [plain, dashed, dashed, plain]
    connectors = [line._replace(style=style) for line, style in zip(scene.connectors, styles, strict=True)]
    dot = to_shapes(replace(scene, connectors=tuple(connectors)), *parts_of(scene))
    assert dot.count("\nedge [style=solid") == 3
    drawn = graphviz_engine.draw(dot).decode().split('<g id="')
    assert {part[:2]: "dasharray" in part for part in drawn if part.startswith("c")} == {
        "c0": False, "c1": True, "c2": True, "c3": False,
    }  # fmt: skip
    assert dot.count("\nnode [") == 1 + len({box.card.style for box in scene.cards})


@pytest.mark.skipif(sys.platform != "linux", reason="only there a copy is safe")
@pytest.mark.parametrize(
    ("script", "error"),
    [("exit 1", ToolError), ("echo '<svg></svg>'", ToolError), ("exec sleep 60", LimitError)],
    ids=["fails", "draws nothing", "hangs"],
)
def test_a_failure_in_a_copy_is_the_failure_of_the_whole(monkeypatch, fake, script, error):
    scene = scene_of(random_file(3))
    raised = []
    for copies in (False, True):
        monkeypatch.setattr("orgviz.output.forks.may_fork", lambda copies=copies: copies)
        monkeypatch.setattr("orgviz.output.forks.copies_with_room", lambda at_once: at_once)
        monkeypatch.setattr("orgviz.output.drawn_scene.find_engine", lambda: fake(script))
        with pytest.raises(error) as found:
            scene_svg(scene, "#ffffff", most=12, workers=3, seconds=0.3)
        # Which of them is the first to fail is left open.
        raised.append((type(found.value), str(found.value).partition(", on ")[0], found.value.hint))
    assert raised[0] == raised[1]


@pytest.mark.skipif(sys.platform != "linux", reason="only there a copy is safe")
def test_a_large_chart_is_drawn_by_copies_and_a_small_one_is_not(monkeypatch):
    asked = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: asked.append(1) or fork())
    monkeypatch.setattr("orgviz.output.forks.may_fork", lambda: True)
    monkeypatch.setattr("orgviz.output.forks.copies_with_room", lambda at_once: at_once)
    scene = scene_of(random_file(3))
    scene_svg(scene, "#ffffff", workers=2)
    scene_svg(scene, "#ffffff", most=12, workers=1)
    assert asked == []
    scene_svg(scene, "#ffffff", most=12, workers=2)
    assert len(asked) == len(parts_of(scene, 12, 2)) > 1
    monkeypatch.setattr("orgviz.output.forks.copies_with_room", lambda _: 1)
    scene_svg(scene, "#ffffff", most=12, workers=2)
    assert len(asked) == len(parts_of(scene, 12, 2))


def test_one_process_alone_holds_less_of_a_large_chart_at_a_time(monkeypatch):
    begun = []
    begin = graphviz_engine.drawing_task
    monkeypatch.setattr(graphviz_engine, "drawing_task", lambda *given: begun.append(given) or begin(*given))
    scene = scene_of(random_file(5))
    whole = to_svg(draw_scene(scene, "#ffffff"))
    for most in (60, 16):
        begun.clear()
        assert scene_svg(scene, "#ffffff", most=most, workers=1).decode() == whole
        parts = len(parts_of(scene, most))
        assert len(begun) == (parts if parts <= 4 else len(parts_of(scene, most // 4)))
    assert parts > 4


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
