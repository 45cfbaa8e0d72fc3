"""Views on the command line: cuts by options, views of the file, and each view in a file of its own."""

import json

import pytest

FIRM = """\
title: 启明电商
units:
  - name: 总部
    head: 王敏
    units:
      - {name: 运营中心, units: [{name: 活动组, positions: [策划]}, 商品组]}
      - {name: 大促组, type: project, status: temporary, from: 2026-10-01, until: 2026-11-15}
views:
  高层: {depth: 2}
  "运营/明细": {root: 运营中心, title: 运营中心}
"""


@pytest.fixture
def firm(folder):
    folder.joinpath("firm.yaml").write_text(FIRM, encoding="utf-8")
    return folder


def lines(ended):
    assert ended.code == 0, ended.errors
    return [line.strip("│├└─ ") for line in ended.out.decode().splitlines()]


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (["--root", "运营中心"], ["运营中心", "活动组", "策划", "商品组"]),
        (["--depth", "2"], ["总部", "王敏", "运营中心  +1 人 · 2 个部门", "大促组  (临时 10-01 – 11-15)"]),
        (["--collapse", "运营中心", "--type", "operations"], ["总部", "运营中心  +1 人 · 2 个部门"]),
        (["--only-units", "--root", "活动组"], ["活动组  +1 人"]),
        (["--hide-names", "--depth", "1"], ["总部  +2 人 · 4 个部门"]),
        (["--filter", "status=temporary"], ["总部", "大促组  (临时 10-01 – 11-15)"]),
        (["--filter", "type=project"], ["总部", "大促组  (临时 10-01 – 11-15)"]),
        (["--filter", "text=策划"], ["总部", "运营中心", "活动组", "策划"]),
        (["--view", "运营/明细", "--depth", "1"], ["运营中心  +1 人 · 2 个部门"]),
    ],
)
@pytest.mark.usefixtures("firm")
def test_options_cut(orgviz, options, shown):
    assert lines(orgviz("render", "firm.yaml", "-f", "txt", "-o", "-", *options))[2:] == shown


@pytest.mark.usefixtures("firm")
def test_a_day_is_said_in_the_title(orgviz):
    told = lines(orgviz("render", "firm.yaml", "-f", "txt", "-o", "-", "--as-of", "2026-12-01"))
    assert told[0] == "启明电商 · 2026-12-01"
    assert not any("大促组" in line for line in told)


@pytest.mark.parametrize(
    ("options", "error", "hint"),
    [
        (["--root", "运营中"], "--root: no unit, position or person is called '运营中'", "did you mean '运营中心'?"),
        (["--collapse", "活动"], "--collapse: no unit, position or person is called '活动'", "did you mean '活动组'?"),
        (["--view", "高"], "--view: no view is called '高'", "did you mean '高层'?"),
        (["--type", "projct"], "--type: no type is called 'projct'", "did you mean 'project'?"),
        (["--filter", "status=temp"], "--filter: 'temp' is no status", "did you mean 'temporary'?"),
        (["--filter", "project"], "--filter: 'project' filters by nothing", "write status=…, type=… or text=…"),
        (["--as-of", "2026-13-01"], "--as-of: '2026-13-01' is not a date", "write year-month-day"),
        (
            ["--root", "大促组", "--as-of", "2027-01-01"],
            "this view shows nothing: '大促组' is not there on 2027-01-01",
            "",
        ),
        (["--filter", "text=zzz"], "this view shows nothing", ""),
        (["--view", "运营/明细", "--root", "大促组"], "shows nothing: '大促组' is not there", ""),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest_and_nothing_is_written(firm, orgviz, options, error, hint):
    ended = orgviz("render", "firm.yaml", "-o", "a.svg", *options)
    assert ended.code == 2
    assert error in ended.errors
    assert hint in ended.errors
    assert not firm.joinpath("a.svg").exists()


def test_each_view_has_its_own_files(firm, orgviz):
    firm.joinpath("out").mkdir()
    ended = orgviz("render", "firm.yaml", "--view", "all", "-o", "out/{view}.svg", "-o", "chart.txt")
    assert ended.code == 0, ended.errors
    assert sorted(path.name for path in firm.joinpath("out").iterdir()) == ["运营-明细.svg", "高层.svg"]
    assert firm.joinpath("chart-高层.txt").read_text("utf-8").startswith("启明电商\n")
    assert firm.joinpath("chart-运营-明细.txt").read_text("utf-8").startswith("运营中心\n")


def test_one_view_may_name_its_file_too(firm, orgviz):
    assert orgviz("render", "firm.yaml", "--view", "高层", "-o", "{view}.svg", "-o", "b.svg").code == 0
    assert firm.joinpath("高层.svg").read_bytes() == firm.joinpath("b.svg").read_bytes()


@pytest.mark.parametrize(
    ("views", "outputs", "error"),
    [
        ("  a/b: {depth: 1}\n  a-b: {depth: 2}\n", ["-o", "{view}.svg"], "would both be written to 'a-b.svg'"),
        ("  a: {depth: 1}\n  A: {depth: 2}\n", ["-o", "x.svg"], "would both be written to 'x-A.svg'"),
        ("  a: {depth: 1}\n  b: {depth: 2}\n", ["-f", "svg", "-o", "-"], "standard output can take only one chart"),
        ("  a: {depth: 1}\n  b: {depth: 2}\n", ["-o", "no/{view}.svg"], "there is no folder 'no'"),
        ("  a: {depth: 1}\n  b: {text: zzz}\n", ["-o", "{view}.svg"], "the view 'b' shows nothing"),
    ],
)
def test_all_views_are_written_or_none(folder, orgviz, views, outputs, error):
    folder.joinpath("v.yaml").write_text(f"units: [A, B]\nviews:\n{views}", encoding="utf-8")
    ended = orgviz("render", "v.yaml", "--view", "all", *outputs)
    assert ended.code in (2, 3)
    assert error in ended.errors
    assert not list(folder.glob("*.svg"))


def test_a_file_without_views_has_none_to_draw(orgviz):
    ended = orgviz("render", "org.yaml", "--view", "all", "-o", "{view}.svg")
    assert (ended.code, "the input has none" in ended.errors) == (2, True)


def test_a_place_for_a_view_needs_a_view(orgviz):
    assert "--view all" in orgviz("render", "org.yaml", "-o", "{view}.svg").errors


@pytest.mark.usefixtures("firm")
def test_a_view_can_be_looked_at_as_data(orgviz):
    model = json.loads(orgviz("convert", "firm.yaml", "--view", "高层", "-f", "json").out)
    assert [(node["id"], node.get("cut")) for node in model["nodes"]][2] == ("运营中心", {"posts": 1, "units": 2})
    assert "运营中心  # +1 人 · 2 个部门" in orgviz("convert", "firm.yaml", "--depth", "2").out.decode()


def test_a_view_that_was_written_as_data_is_drawn_the_same(firm, orgviz):
    assert orgviz("convert", "firm.yaml", "--view", "高层", "-o", "top.json").code == 0
    for options in (["firm.yaml", "--view", "高层", "-o", "a.svg"], ["top.json", "-o", "b.svg"]):
        assert orgviz("render", *options).code == 0
    assert firm.joinpath("a.svg").read_bytes() == firm.joinpath("b.svg").read_bytes()
