"""Finding themes by name and by path."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from orgviz.diagnostics import InputError, OutputError, UsageError
from orgviz.style import catalogue
from orgviz.style.catalogue import load_theme, theme_files, theme_names
from orgviz.style.theme import Theme


@pytest.mark.parametrize("name", theme_names())
def test_every_shipped_theme_loads_under_its_own_name(name: str) -> None:
    assert load_theme(name).name == name


def test_an_unknown_name_lists_the_known_ones_and_suggests_one() -> None:
    with pytest.raises(UsageError, match="'corprate'; there are default, corporate, dark, print and warm") as caught:
        load_theme("corprate")
    assert caught.value.hint == "did you mean 'corporate'?"


def test_a_path_is_a_file_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text('name: own\nextends: corporate\npalette: {blue: "#0000aa"}\n', encoding="utf-8")
    theme = load_theme(str(own))
    assert theme.box("executive").edge == "#0000aa"
    assert theme.background == load_theme("corporate").background


def test_a_theme_extends_a_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text('page: {background: "#eeeeff"}\n', encoding="utf-8")
    (tmp_path / "own.yaml").write_text("extends: base.yaml\n", encoding="utf-8")
    assert load_theme(str(tmp_path / "own.yaml")).background == "#eeeeff"


def test_a_loop_is_seen_through_every_spelling_of_the_path(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "a.yaml").write_text("extends: ../x/b.yaml\n", encoding="utf-8")
    (folder / "b.yaml").write_text("extends: ../x/./a.yaml\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_theme(str(folder / "a.yaml"))
    assert [item.code for item in caught.value.diagnostics] == ["theme-loop"]


def test_a_mistake_can_be_quoted_from_the_file_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text("extends: base.yaml\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_theme(str(tmp_path / "own.yaml"))
    (finding,) = caught.value.diagnostics
    assert caught.value.sources[finding.span.path].line(finding.span.line) == "nonsense: 1"


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be read"):
        load_theme(str(tmp_path / "missing.yaml"))


def test_a_file_that_is_not_text_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes(b"name: \xff\xfe")
    with pytest.raises(OutputError, match="not UTF-8"):
        load_theme(str(tmp_path / "own.yaml"))


def test_the_files_of_a_theme_are_those_of_its_user(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("extends: warm\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text("extends: ./base.yaml\n", encoding="utf-8")
    assert theme_files(str(tmp_path / "own.yaml")) == (tmp_path / "own.yaml", tmp_path / "base.yaml")
    assert theme_files("warm") == theme_files("nothing") == ()


def test_the_files_of_a_theme_are_told_as_far_as_they_are_there(tmp_path: Path) -> None:
    own, other = tmp_path / "own.yaml", tmp_path / "other.yaml"
    own.write_text("extends: ./other.yaml\npalete: {}\n", encoding="utf-8")
    assert theme_files(str(own)) == (own, other)
    other.write_text("extends: ./own.yaml\n", encoding="utf-8")
    assert theme_files(str(own)) == (own, other)


def test_a_theme_that_comes_along_is_read_once_and_a_file_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    read_theme = catalogue.read_theme

    def noted(*given: Any) -> Theme:
        read.append(Path(given[0].path).stem)
        return read_theme(*given)

    monkeypatch.setattr(catalogue, "read_theme", noted)
    catalogue._load_shipped.cache_clear()
    (tmp_path / "own.yaml").write_text("extends: print", encoding="utf-8")
    for name in ("print", "print", str(tmp_path / "own.yaml"), str(tmp_path / "own.yaml")):
        load_theme(name)
    assert read == ["print", "own", "own"]
