from pathlib import Path

import pytest

from orgviz.cli.inputs import ReadArguments, files_read, read_columns
from orgviz.diagnostics import ToolError
from orgviz.inputs import read_inputs
from orgviz.source.kind import InputKind


@pytest.mark.parametrize(
    ("maps", "columns"),
    [
        ([], {}),
        (["name=Full Name,manager=Boss"], {"name": "Full Name", "manager": "Boss"}),
        (["name = A ", "id=B"], {"name": "A", "id": "B"}),
        (["name=Last, first,id=No"], {"name": "Last, first", "id": "No"}),
        (["name=a=b"], {"name": "a=b"}),
    ],
)
def test_columns_are_told_by_our_name_of_them(maps, columns):
    assert read_columns(maps) == columns


def test_the_options_of_a_command_are_those_of_the_reader():
    options = ReadArguments(kind=InputKind.CSV, section="2", maps=("name=N",)).options()
    assert (options.kind, options.section, options.columns) == (InputKind.CSV, "2", {"name": "N"})


def test_a_folder_stands_for_its_data_by_name(tmp_path):
    for name in ("b.toml", "a.yaml", ".c.yaml", "d.md", "e.txt", "f.pdf", "C.CSV"):
        tmp_path.joinpath(name).write_text(name)
    tmp_path.joinpath("sub.yaml").mkdir()
    assert read_inputs([str(tmp_path)]) == [
        (name.encode(), str(tmp_path / name)) for name in sorted(["b.toml", "a.yaml", "C.CSV"])
    ]


def test_a_folder_without_data_is_refused_with_what_it_could_hold(tmp_path):
    tmp_path.joinpath("a.md").write_text("A")
    with pytest.raises(ToolError, match="it is a folder without tables") as caught:
        read_inputs([str(tmp_path)])
    assert ".csv" in caught.value.hint
    assert ".md" not in caught.value.hint


def test_the_files_that_were_read_are_the_inputs_what_they_name_and_the_look(tmp_path):
    theme = tmp_path / "own.yaml"
    theme.write_text("extends: warm\n", encoding="utf-8")
    found = files_read([(b"", "a.yaml"), (b"", "<stdin>")], ["a.yaml", "b.yaml"], theme=str(theme), font=Path("f.ttf"))
    assert found == (Path("a.yaml"), Path("b.yaml"), theme, Path("f.ttf"))
    assert files_read([(b"", "a.yaml")], [], theme="warm") == (Path("a.yaml"),)
