"""A matrix: units across, projects down, who takes part at the crossings, and no line through a box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.chart.matrix import make_matrix
from orgviz.diagnostics import UsageError
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutKind, LayoutOptions
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme

ORG = """\
units:
  - name: 总部
    head: 王敏
    units:
      - {name: 产品部, positions: [产品经理, 产品助理]}
      - {name: 技术部, positions: [前端, 后端]}
      - {name: 客服部, members: [郑七]}
      - {name: 大促, type: project, head: 李四}
      - {name: 改版, type: project}
links:
"""
LINKS = ("产品经理 大促 member", "前端 大促 member", "后端 改版 member", "郑七 改版 dotted")


def read(*links):
    rows = (f"  - {{from: {a}, to: {b}, kind: {kind}}}" for a, b, kind in (link.split() for link in links))
    return read_org((ORG + "\n".join(rows) + "\n").encode(), "org.yaml").org


def scene(org):
    chart = make_matrix(org, load_theme("default"))
    return lay_out(chart, LayoutOptions(kind=LayoutKind.MATRIX), lambda _: "")


def texts(card):
    return [paragraph.text for paragraph in card.paragraphs]


def test_units_stand_across_and_projects_down():
    chart = make_matrix(read(*LINKS), load_theme("default"))
    names = [texts(card)[0] for card in chart.cards]
    assert [names[one] for one in chart.grid.columns] == ["产品部", "技术部", "客服部"]
    assert [names[one] for one in chart.grid.rows] == ["大促", "改版"]
    assert names[chart.grid.top] == "总部"


def test_who_takes_part_stands_at_the_crossing():
    chart = make_matrix(read(*LINKS), load_theme("default"))
    found = {(one.column, one.row): texts(chart.cards[one.card]) for one in chart.grid.crossings}
    assert found == {(0, 0): ["产品经理"], (1, 0): ["前端"], (1, 1): ["后端"], (2, 1): ["郑七"]}


def test_who_takes_part_in_nothing_stays_in_the_unit():
    chart = make_matrix(read(*LINKS), load_theme("default"))
    assert texts(chart.cards[chart.grid.columns[0]]) == ["产品部", "产品助理"]


def test_the_second_line_keeps_its_kind():
    placed = scene(read(*LINKS))
    assert [str(link.link.kind) for link in placed.links] == ["member", "member", "member", "dotted"]


def test_a_line_to_somebody_in_a_project_counts():
    chart = make_matrix(read("前端 李四 dotted"), load_theme("default"))
    assert [(one.column, one.row) for one in chart.grid.crossings] == [(1, 0)]


def test_posts_of_a_unit_below_a_unit_stand_in_its_column():
    org = read_org(
        ORG.replace("positions: [前端, 后端]", "units: [{name: 一组, positions: [前端]}]").encode()
        + "  - {from: 前端, to: 大促, kind: member}\n  - {from: 郑七, to: 大促, kind: member}\n".encode(),
        "org.yaml",
    ).org
    chart = make_matrix(org, load_theme("default"))
    assert [(one.column, one.row) for one in chart.grid.crossings] == [(1, 0), (2, 0)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("units: [甲, 乙]\n", "needs projects"),
        ("units: [甲, {name: 乙, type: project}]\n", "needs people in the projects"),
    ],
)
def test_what_is_no_matrix_is_told(text, message):
    with pytest.raises(UsageError, match=message):
        make_matrix(read_org(text.encode(), "org.yaml").org, load_theme("default"))


@st.composite
def matrices(draw):
    units = draw(st.integers(1, 5))
    projects = draw(st.integers(1, 5))
    pairs = draw(st.lists(st.tuples(st.integers(1, units), st.integers(1, projects)), min_size=1, unique=True))
    lines = ["units:", *(f"  - {{name: U{n}, positions: [P{n}]}}" for n in range(1, units + 1))]
    lines += [f"  - {{name: Project {n}, id: X{n}, type: project}}" for n in range(1, projects + 1)]
    lines += ["links:", *(f"  - {{from: P{a}, to: X{b}, kind: member}}" for a, b in pairs)]
    return read_org("\n".join(lines).encode(), "org.yaml").org, pairs


def crosses(line, box):
    (a, b) = (line[0], line[-1])
    left, right = min(a.x, b.x), max(a.x, b.x)
    top, bottom = min(a.y, b.y), max(a.y, b.y)
    return left < box.right - 0.1 and right > box.x + 0.1 and top < box.bottom - 0.1 and bottom > box.y + 0.1


@given(matrices())
def test_each_pair_is_drawn_once_and_no_line_runs_through_a_box(drawn):
    org, pairs = drawn
    placed = scene(org)
    assert len(placed.links) == len(pairs)
    rects = [card.rect for card in placed.cards]
    for number, one in enumerate(rects):
        for other in rects[number + 1 :]:
            apart = one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y
            assert apart
    for link in placed.links:
        assert not any(crosses(link.points, box) for box in rects)
