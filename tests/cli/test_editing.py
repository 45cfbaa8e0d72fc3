"""The verbs for whoever writes a file: init, schema, fmt."""

import json

import pytest

from orgviz.cli.editing import SchemaOf, StartFrom, StartIn
from orgviz.diagnostics import Findings, Severity
from orgviz.pipeline import render
from orgviz.render_options import Format, RenderOptions
from orgviz.schema.make import SchemaKind
from orgviz.source.yaml_reader import read_yaml
from orgviz.starters.catalogue import SHOWS, Language, Starter, starter_text
from orgviz.text import SourceText
from tests.cli.conftest import run
from tests.fmt.test_laws import formatted
from tests.schema.documents import as_editors_see, validator

MODELINE = "# yaml-language-server: $schema=orgviz.schema.json\n"
UNTIDY = "units:\n- name:   A # x\n  head: B\n"
TIDY = "units:\n  - name: A  # x\n    head: B\n"
EACH = [(starter, language) for starter in Starter for language in Language]


@pytest.mark.parametrize(("starter", "language"), EACH)
def test_a_starter_is_right_tidy_and_as_its_schema_says(starter, language):
    text = starter_text(starter, language)
    assert formatted(text) == text
    root = read_yaml(SourceText("starter", text), Findings())
    assert list(validator().iter_errors(as_editors_see(root))) == []
    drawn = render(text.encode(), "starter.yaml", [Format.SVG], RenderOptions())
    assert [found for found in drawn.findings if found.severity is not Severity.NOTE] == []


def test_the_command_line_offers_what_there_is():
    assert [str(one) for one in StartFrom] == [str(one) for one in Starter] == [str(one) for one in SHOWS]
    assert [str(one) for one in StartIn] == [str(one) for one in Language]
    assert [str(one) for one in SchemaOf] == [str(one) for one in SchemaKind]


def test_init_writes_a_file_with_its_schema_and_says_what_is_next(folder, orgviz):
    folder.joinpath("org.yaml").unlink()
    done = orgviz("init", LC_ALL="C")
    assert (done.code, done.out) == (0, b"")
    assert done.errors.endswith("next: orgviz render org.yaml -o org.svg\n")
    assert folder.joinpath("org.yaml").read_text("utf-8").startswith(MODELINE + "# A small shop")
    assert json.loads(folder.joinpath("orgviz.schema.json").read_text("utf-8"))["title"]


def test_init_speaks_the_language_of_the_terminal(orgviz):
    assert "小店" in orgviz("init", "-", LC_ALL="zh_CN.UTF-8").out.decode()
    assert "A small shop" in orgviz("init", "-o", "-", LC_ALL="de_DE.UTF-8").out.decode()
    assert "A small shop" in orgviz("init", "-", "--lang", "en", LC_ALL="zh_CN.UTF-8").out.decode()


def test_init_does_not_write_over_a_file_unless_told_to(folder, orgviz):
    before = folder.joinpath("org.yaml").read_bytes()
    done = orgviz("init")
    assert (done.code, folder.joinpath("org.yaml").read_bytes()) == (2, before)
    assert "--force" in done.errors
    assert orgviz("init", "--force").code == 0
    assert folder.joinpath("org.yaml").read_bytes() != before


def test_init_leaves_a_file_alone_that_only_has_the_name_of_the_schema(folder, orgviz):
    folder.joinpath("orgviz.schema.json").write_text("{}")
    assert orgviz("init", "new.yaml").code == 2
    assert not folder.joinpath("new.yaml").exists()
    assert folder.joinpath("orgviz.schema.json").read_text() == "{}"
    assert orgviz("init", "new.yaml", "--no-schema").code == 0
    assert not folder.joinpath("new.yaml").read_text("utf-8").startswith("# yaml-language")


@pytest.mark.parametrize("name", ["org.json", "org", "nowhere/org.yaml"])
def test_init_writes_yaml_into_folders_that_are_there(orgviz, name):
    done = orgviz("init", name)
    assert done.code in (2, 3)
    assert done.errors.startswith("orgviz: error: ")


def test_init_lists_what_it_can_start_from(orgviz):
    assert [line.split()[0] for line in orgviz("init", "--list").out.decode().splitlines()] == [*Starter]


def test_the_schema_beside_is_no_table_of_a_folder(folder, orgviz):
    for name in ("org.yaml", "wrong.yaml", "warned.yaml"):
        folder.joinpath(name).unlink()
    folder.joinpath("staff.csv").write_text("name,manager\nAnn,\nBob,Ann\n")
    orgviz("schema", "-o", "orgviz.schema.json")
    assert orgviz("render", ".", "-f", "txt", "-o", "-").out.decode() == "Ann\n└─ Bob\n"


def test_schema_writes_json_to_standard_output_or_a_file(folder, orgviz):
    for kind in SchemaKind:
        written = orgviz("schema", kind).out
        assert json.loads(written)["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert orgviz("schema", kind, "-o", "s.json").code == 0
        assert folder.joinpath("s.json").read_bytes() == written
    assert orgviz("schema").out == orgviz("schema", "org").out
    assert orgviz("schema", "nothing").code == 2


def test_convert_adds_the_line_for_editors_and_the_schema(folder, orgviz):
    plain = orgviz("convert", "org.yaml").out.decode()
    assert orgviz("convert", "org.yaml", "--modeline").out.decode() == MODELINE + plain
    assert not folder.joinpath("orgviz.schema.json").exists()
    assert orgviz("convert", "org.yaml", "--modeline", "-o", "new.yaml").code == 0
    assert folder.joinpath("new.yaml").read_text("utf-8") == MODELINE + plain
    assert folder.joinpath("orgviz.schema.json").exists()
    assert orgviz("convert", "org.yaml", "--modeline", "-f", "json").code == 2


def test_fmt_writes_what_changes_and_nothing_else(folder, orgviz):
    folder.joinpath("a.yaml").write_text(UNTIDY)
    folder.joinpath("b.yaml").write_text(TIDY)
    before = folder.joinpath("b.yaml").stat()
    done = orgviz("fmt", "a.yaml", "b.yaml")
    assert (done.code, done.out, done.errors) == (0, b"", "a.yaml: formatted\n")
    assert folder.joinpath("a.yaml").read_text() == TIDY
    assert folder.joinpath("b.yaml").stat().st_mtime_ns == before.st_mtime_ns


def test_fmt_checks_and_shows_without_writing(folder, orgviz):
    folder.joinpath("a.yaml").write_text(UNTIDY)
    folder.joinpath("b.yaml").write_text(TIDY)
    checked = orgviz("fmt", "--check", "a.yaml", "b.yaml")
    assert (checked.code, checked.out) == (1, b"a.yaml\n")
    assert orgviz("fmt", "--check", "b.yaml").code == 0
    shown = orgviz("fmt", "--diff", "a.yaml", "b.yaml")
    assert (shown.code, shown.out.decode().splitlines()[3:5]) == (0, [" units:", "-- name:   A # x"])
    assert orgviz("fmt", "--check", "--diff", "a.yaml").code == 1
    assert folder.joinpath("a.yaml").read_text() == UNTIDY


def test_fmt_goes_from_standard_input_to_standard_output(folder):
    assert run("fmt", "-", folder=folder, stdin=UNTIDY.encode()).out.decode() == TIDY
    wrong = run("fmt", "-", folder=folder, stdin=b"units: [")
    assert (wrong.code, wrong.out) == (1, b"")
    assert run("fmt", "-", "org.yaml", folder=folder, stdin=b"").code == 2


@pytest.mark.parametrize(
    "wrong",
    [b"units: [A\n", b"a: b\na: c\n", b"units:\n\t- A\n", "units: [部门]\n".encode("gbk"), b"", b"a: !!str b\n"],
)
def test_fmt_tells_a_mistake_leaves_the_file_alone_and_goes_on(folder, orgviz, wrong):
    folder.joinpath("a.yaml").write_bytes(wrong)
    folder.joinpath("b.yaml").write_text(UNTIDY)
    done = orgviz("fmt", "a.yaml", "b.yaml")
    assert done.code == 1
    assert "a.yaml:" in done.errors
    assert folder.joinpath("a.yaml").read_bytes() == wrong
    assert folder.joinpath("b.yaml").read_text() == TIDY


def test_fmt_formats_a_file_that_says_something_wrong(folder, orgviz):
    folder.joinpath("wrong.yaml").write_text("units:\n- nmae: A\n")
    assert orgviz("fmt", "wrong.yaml").code == 0
    assert folder.joinpath("wrong.yaml").read_text() == "units:\n  - nmae: A\n"


@pytest.mark.parametrize(("name", "code"), [("org.json", 2), ("staff.csv", 2), ("missing.yaml", 3), (".", 3)])
def test_fmt_is_for_yaml_files(orgviz, name, code):
    done = orgviz("fmt", name)
    assert (done.code, done.out) == (code, b"")
    assert done.errors.startswith("orgviz: error: ")


def test_fmt_keeps_the_mode_of_a_file_and_follows_a_link(folder, orgviz):
    real = folder.joinpath("real.yaml")
    real.write_text(UNTIDY)
    real.chmod(0o640)
    folder.joinpath("link.yaml").symlink_to(real)
    assert orgviz("fmt", "link.yaml").code == 0
    assert (real.read_text(), real.stat().st_mode & 0o777) == (TIDY, 0o640)
    assert folder.joinpath("link.yaml").is_symlink()
