"""What a file includes stands in it as if it were written there, and mistakes keep their own file and line."""

import os
from pathlib import Path

import pytest

from orgviz.diagnostics import InputError
from orgviz.reading import read_org


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(**files):
        for name, text in files.items():
            path = Path(name.replace("__", "/") + ".yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return read_org(Path("org.yaml").read_bytes(), "org.yaml").org

    return write


def tree(org):
    depth = {}
    for node in org.nodes:
        depth[node.id] = 0 if node.parent is None else depth[node.parent] + 1
    return " ".join("-" * depth[node.id] + node.name for node in org.nodes)


def test_units_of_an_included_file_stand_behind(project):
    assert tree(project(org="include: sales.yaml\nunits: [财务部]\n", sales="units: [销售部]\n")) == "财务部 销售部"


def test_several_files_stand_in_their_order(project):
    org = project(org="include: [b.yaml, a.yaml]\n", a="units: [甲部]\n", b="units: [乙部]\n")
    assert tree(org) == "乙部 甲部"


def test_a_file_can_stand_below_a_unit(project):
    org = project(
        org="include: {file: sales.yaml, under: 总部}\nunits: [总部]\n",
        sales="units: [销售部]\npositions: [{title: 总监}]\nlinks: [{from: 销售部, to: 总部}]\n",
    )
    assert tree(org) == "总部 -销售部 -总监"
    assert [edge.target for edge in org.edges] == ["总部"]


def test_a_file_can_stand_below_a_unit_deep_inside(project):
    org = project(
        org="include: {file: x.yaml, under: low}\nunits: [{name: 甲, units: [乙, {name: 丙, id: low, units: [丁]}]}]\n",
        x="units: [戊]\n",
    )
    assert tree(org) == "甲 -乙 -丙 --丁 --戊"


def test_names_of_files_are_seen_from_where_they_stand(project):
    org = project(
        org="include: parts/a.yaml\n", parts__a="include: b.yaml\nunits: [甲部]\n", parts__b="units: [乙部]\n"
    )
    assert tree(org) == "甲部 乙部"


def test_references_go_from_file_to_file(project):
    org = project(
        org="include: people.yaml\npositions: [{id: ceo, title: CEO}]\n",
        people="positions: [{title: CTO, reports_to: ceo}]\n",
    )
    assert tree(org) == "CEO -CTO"


def test_types_are_shared_and_told_when_they_stand_twice(project):
    types = "types: {channel: {label: 渠道}}\n"
    org = project(org="include: a.yaml\n", a=types + "units: [{name: 直播部, type: channel}]\n")
    assert org.nodes[0].type == "channel"
    with pytest.raises(InputError) as caught:
        project(org="include: a.yaml\n" + types, a=types + "units: [直播部]\n")
    assert "stands under 'types' already" in caught.value.diagnostics[0].message


def test_a_mistake_keeps_its_file_and_line(project):
    with pytest.raises(InputError) as caught:
        project(org="include: a.yaml\nunits: [甲部]\n", a="units:\n  - {name: 乙部, dty: 记账}\n")
    (one,) = caught.value.diagnostics
    assert (one.code, one.span.path, one.span.line) == ("unknown-key", "a.yaml", 2)
    assert "a.yaml" in caught.value.sources


@pytest.mark.parametrize(
    ("include", "code"),
    [
        ("../secret.yaml", "outside-project"),
        ("/etc/passwd", "outside-project"),
        ("link.yaml", "outside-project"),
        ("folder", "missing-file"),
        ("nothing.yaml", "missing-file"),
        ("{file: org.yaml}", "file-loop"),
        ("{under: 甲部}", "wrong-shape"),
        ("{file: ok.yaml, under: 乙部}", "unknown-reference"),
        ("{file: ok.yaml, under: 重名}", "ambiguous-reference"),
        ("other.yaml", "wrong-shape"),
    ],
)
def test_what_cannot_be_included_is_told(project, tmp_path, include, code):
    (tmp_path.parent / "secret.yaml").write_text("units: [秘密]\n", encoding="utf-8")
    Path("link.yaml").symlink_to(tmp_path.parent / "secret.yaml")
    Path("folder").mkdir()
    with pytest.raises(InputError) as caught:
        project(
            org=f"include: {include}\nunits: [甲部, {{name: 一, units: [重名]}}, {{name: 二, units: [重名]}}]\n",
            ok="units: [丙部]\n",
            other="extends: ok.yaml\n",
        )
    assert caught.value.diagnostics[0].code == code


@pytest.mark.usefixtures("project")
def test_the_project_is_what_is_under_version_control(tmp_path, monkeypatch):
    Path(".git").mkdir()
    Path("teams").mkdir()
    Path("shared.yaml").write_text("units: [财务部]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "teams")
    org = read_org(b"include: ../shared.yaml\n", "org.yaml").org
    assert tree(org) == "财务部"


def test_a_pipe_is_not_read(project):
    os.mkfifo("pipe.yaml")
    with pytest.raises(InputError) as caught:
        project(org="include: pipe.yaml\nunits: [甲部]\n")
    assert "it is no file" in caught.value.diagnostics[0].message
