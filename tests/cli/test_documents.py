"""Documents at the command line: which options they take, what is written of them, and what is told."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgviz.cli.app import app
from orgviz.found import Found, FoundLink, FoundNode, Trace, Understanding
from orgviz.model import EdgeKind, NodeKind
from orgviz.text import Span

TEXT = "总部\n设客服部。\n今天下雨。\n"


def read(source, section, findings):
    """Stand in for the reader of documents: a unit on each of two lines, and a proposal; or no structure."""
    first, second = Span(source.path, 1, 1), Span(source.path, 2, 2, 3)
    dropped = Trace(span=Span(source.path, 3, 1), became=None, rule="names nothing")
    if section == "9":
        findings.error("unknown-section", "there is no section '9'", first)
        return Understanding(found=None, traces=(dropped,))
    nodes = (
        FoundNode(kind=NodeKind.UNIT, name=f"总部{section or ''}", span=first),
        FoundNode(kind=NodeKind.UNIT, name="客服部", span=second, parent=0, guess="parent by the sentence in line 2"),
        FoundNode(kind=NodeKind.UNIT, name="市场部", span=second, parent=0),
    )
    link = FoundLink(source=1, target=2, kind=EdgeKind.COLLABORATES, span=second, stated=False)
    traces = (Trace(span=second, became="unit 客服部", rule="composition sentence"), dropped)
    return Understanding(found=Found(nodes=nodes, links=(link,)), traces=traces)


@pytest.fixture
def orgviz(tmp_path, monkeypatch):
    """Return what runs orgviz with the stand-in, in a folder with a document in it."""
    monkeypatch.setattr("orgviz.document.read.read_document", read)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    return lambda *arguments, **more: CliRunner().invoke(app, list(arguments), **more)


def test_yaml_has_a_quiet_comment_where_something_was_inferred_and_marks_proposals(orgviz):
    done = orgviz("convert", "a.txt")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "version: 1\n"
        "units:\n"
        "  - name: 总部\n"
        "    units:\n"
        "      - 客服部  # parent by the sentence in line 2\n"
        "      - 市场部\n"
        "links:\n"
        "  - {from: 客服部, to: 市场部, kind: collaborates, status: proposed}\n"
    )


def test_proposals_are_not_drawn_until_they_are_accepted(orgviz):
    assert orgviz("convert", "a.txt", "-o", "a.yaml").exit_code == 0
    yaml = Path("a.yaml").read_text(encoding="utf-8")
    Path("b.yaml").write_text(yaml.replace(", status: proposed", ""), encoding="utf-8")
    drawn = [
        orgviz("render", name, "-o", "-").stdout.count("edge collaborates") for name in ("a.txt", "a.yaml", "b.yaml")
    ]
    assert drawn == [0, 0, 1]


def test_the_explanation_goes_to_standard_output_and_the_model_into_its_file(orgviz):
    alone = orgviz("convert", "a.txt", "--explain")
    both = orgviz("convert", "a.txt", "--explain", "-o", "a.json")
    assert (alone.exit_code, both.exit_code, alone.stdout) == (0, 0, both.stdout)
    assert "| unit 客服部  (composition sentence)" in alone.stdout
    assert "version" not in alone.stdout
    assert Path("a.json").read_text(encoding="utf-8").startswith('{"version": 1')


def test_what_was_understood_is_explained_also_where_it_was_not_enough(orgviz):
    done = orgviz("convert", "a.txt", "--section", "9", "--explain")
    assert done.exit_code == 1
    assert "left out: names nothing" in done.stdout
    assert "error[unknown-section]" in done.stderr


@pytest.mark.parametrize("verb", ["render a.txt -o - -f txt", "convert a.txt", "check a.txt"])
def test_every_verb_takes_a_section(orgviz, verb):
    assert orgviz(*verb.split(), "--section", "2").exit_code == 0
    assert orgviz(*verb.split(), "--section", "9").exit_code == 1


def test_standard_input_is_told_from_its_text_or_by_from(orgviz):
    assert "客服部" in orgviz("convert", "-", input=TEXT).stdout
    assert "客服部" in orgviz("convert", "-", "--from", "text", input="units: [A]").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("a.txt --map name=x", "'a.txt' has no columns"),
        ("a.txt a.txt", "'a.txt' is a document: it cannot be joined with other files"),
        ("o.yaml --section 1", "'o.yaml' is no document: --section"),
        ("o.yaml --explain", "'o.yaml' is no document: --explain"),
        ("a.txt --map =x", "--map: '=x' names no column"),
        ("a.txt --map name", "--map: 'name' names no column"),
        ("a.txt --map name=x,name=y", "--map: 'name' stands twice"),
        ("a.txt --from word", "word"),
    ],
)
def test_options_that_do_not_go_with_the_input_are_wrong_usage(orgviz, arguments, words):
    Path("o.yaml").write_text("units: [A]")
    done = orgviz("convert", *arguments.split())
    assert (done.exit_code, done.stdout) == (2, "")
    assert words in done.stderr


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_document_is_told_so(orgviz, text):
    Path("a.txt").write_text(text)
    done = orgviz("convert", "a.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "a.txt:1:1: error[empty-file]" in done.stderr


def test_a_character_that_cannot_be_drawn_is_told_at_its_place(orgviz):
    Path("a.txt").write_text("总部\n\x1b客服部\n", encoding="utf-8")
    done = orgviz("check", "a.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "a.txt:2:1: error[forbidden-character]" in done.stderr
