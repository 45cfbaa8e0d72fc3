"""Every code has a fixture, a section in docs/errors.md and a place in the source; and all say what they should."""

import ast
import re
from pathlib import Path

import pytest

from orgviz.diagnostics import InputError, Severity
from orgviz.reading import read_org
from orgviz.readings import ReadOptions
from tests.errors.cases import OPTIONS, folders, told

ROOT = Path(__file__).parents[2]
REPORTERS = {"error", "warn", "tell", "choice", "tell_choice", "_always", "_tell", "Rule"}
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
SECTION = re.compile(r"^### (\S+)\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```([a-z]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What an example is called when it is read, by the word behind its fence.
FILES = {"outline": "example.txt", "text": "example.txt", "markdown": "example.md"}
# Too large to print, or not to be seen in print.
WITHOUT_EXAMPLES = {
    "file-loop",
    "alias-budget",
    "bad-workbook",
    "not-text",
    "not-utf8",
    "read-as",
    "too-deep",
    "too-large",
    "too-many",
    "too-long",
}


def codes_in_source() -> set[str]:
    """Return the codes that are passed to whatever reports; those of themes have a page of their own."""
    found = set()
    for path in ROOT.joinpath("orgviz").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in REPORTERS:
                constants = (arg.value for arg in node.args if isinstance(arg, ast.Constant))
                found.update(text for text in constants if isinstance(text, str) and CODE.fullmatch(text))
    return {code for code in found if not code.startswith("theme-")}


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def sections() -> dict[str, list[tuple[str, str]]]:
    text = ROOT.joinpath("docs", "errors.md").read_text(encoding="utf-8")
    return {code: EXAMPLE.findall(body) for code, body in SECTION.findall(text)}


def codes_told_about(example: tuple[str, str], code: str) -> set[str]:
    language, text = example
    options = OPTIONS.get(code, ReadOptions())
    try:
        findings = read_org(text.encode(), FILES.get(language, f"example.{language}"), options).findings
        # A note about a small example says nothing against it, but for one about notes.
        return {found.code for found in findings if found.severity is not Severity.NOTE or found.code == code}
    except InputError as error:
        return {finding.code for finding in error.diagnostics}


@pytest.mark.parametrize("folder", tuple(folders()), ids=lambda folder: folder.name)
def test_an_input_is_told_about_in_these_words(folder):
    assert told(folder) == folder.joinpath("expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", tuple(folders()), ids=lambda folder: folder.name)
def test_a_folder_shows_its_own_code_and_no_other(folder):
    assert set(re.findall(r"(?:error|warning|note)\[(.+?)\]", told(folder))) == {folder.name}


def test_source_fixtures_and_documentation_have_the_same_codes():
    assert codes_in_source() == {folder.name for folder in folders()} == set(sections())


@pytest.mark.parametrize(("code", "examples"), tuple(sections().items()), ids=tuple(sections()))
def test_the_wrong_example_is_wrong_so_and_the_right_one_is_right(code, examples):
    if code in WITHOUT_EXAMPLES:
        assert not examples
        return
    wrong, right = examples
    assert code in codes_told_about(wrong, code)
    assert codes_told_about(right, code) == set()
