"""The pages say what is so: their examples are right, their commands run, their links lead somewhere."""

import importlib
import re

import pytest
from typer.main import get_command

from orgviz.cli.app import app
from orgviz.diagnostics import Severity
from orgviz.layout import arrange, rating
from orgviz.reading import read_org
from tools.gallery import SAMPLES, TEXTS
from tools.pages import CHECKOUT, PAGES, blocks, follow

# Their examples are themes, and files that are wrong; each has a test of its own.
OTHERWISE_TESTED = ("themes.md", "errors.md")
# Examples of mistakes have this in the name of their file.
WRONG = "wrong"

LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
ANCHOR = re.compile(r"\]\(#([^)]+)\)")
PATH = re.compile(r"`((?:orgviz|tests|styles|samples|tools)/[\w./-]*[\w/])`")
DOTTED = re.compile(r"`(orgviz(?:\.\w+)+)\.(\w+)`")
MADE = re.compile(r"(?:^|`)make ([a-z]+)", re.MULTILINE)
OPTION = re.compile(r"`(--?[a-z][a-z-]*)`")


def name_of(page):
    return page.relative_to(CHECKOUT).as_posix()


def text_of(place):
    return CHECKOUT.joinpath(place).read_text(encoding="utf-8")


def examples():
    for page in PAGES:
        if page.name not in OTHERWISE_TESTED:
            written = [block for block in blocks(page) if block.language == "yaml"]
            files = {block.name: block.text for block in written if block.name}
            for number, block in enumerate(written):
                if WRONG not in block.name:
                    yield pytest.param(block.text, files, id=f"{name_of(page)}-{number}")


@pytest.mark.parametrize(("example", "files"), list(examples()))
def test_an_example_is_read_without_a_finding(example, files, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in files.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    findings = read_org(example.encode(), "example.yaml").findings
    assert [found for found in findings if found.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("page", [page for page in PAGES if "```console" in page.read_text("utf-8")], ids=name_of)
def test_commands_do_and_write_what_the_page_says(page):
    steps = follow(page).steps
    assert [step for step in steps if not step.true_to_word] == []
    commands = [step.command for step in steps]
    allowed = [
        WRONG in command or after == "echo $?\n" for command, after in zip(commands, [*commands[1:], ""], strict=True)
    ]
    assert [step for step, may_fail in zip(steps, allowed, strict=True) if step.failed and not may_fail] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_file(page):
    places = LINK.findall(page.read_text(encoding="utf-8"))
    assert [place for place in places if not (page.parent / place).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_within_a_page_leads_to_a_heading(page):
    text = page.read_text(encoding="utf-8")
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    assert set(ANCHOR.findall(text)) <= headings


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_everything_of_ours_that_is_named_is_there(page):
    text = page.read_text(encoding="utf-8")
    assert [path for path in PATH.findall(text) if not any(CHECKOUT.glob(path))] == []
    assert [
        f"{module}.{name}"
        for module, name in DOTTED.findall(text)
        if not hasattr(importlib.import_module(module), name)
    ] == []
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    assert set(MADE.findall(text)) <= targets | {"it"}


def test_every_page_is_in_the_index():
    index = set(LINK.findall(text_of("docs/README.md")))
    assert {page.name for page in CHECKOUT.joinpath("docs").glob("*.md")} - {"README.md"} <= index


def test_every_sample_is_shown():
    samples = (*SAMPLES, *TEXTS)
    for page, folder in (("README.md", "samples/"), ("samples/README.md", "")):
        shown = set(LINK.findall(text_of(page)))
        assert {f"{folder}{name}" for path in samples for name in (path.name, f"{path.stem}.svg")} <= shown


def sections():
    """Yield each verb's name with its section of docs/cli.md."""
    found = re.findall(r"^## ([a-z]+)\n(.*?)(?=^## |\Z)", text_of("docs/cli.md"), re.MULTILINE | re.DOTALL)
    return dict(found)


def test_every_verb_has_a_section():
    assert set(sections()) == set(get_command(app).commands)


@pytest.mark.parametrize("verb", sorted(get_command(app).commands))
def test_the_options_of_a_verb_are_those_of_the_program(verb):
    rows = "".join(row for row in sections()[verb].splitlines(keepends=True) if row.startswith("| `-"))
    told = [option for row in rows.splitlines() for option in OPTION.findall(row.split("|")[1])]
    options = [param for param in get_command(app).commands[verb].params if param.param_type_name == "option"]
    known = {name for option in options for name in (*option.opts, *option.secondary_opts)}
    assert sorted(told) == sorted(known - {"-h", "--help"})


def test_the_dislikes_in_the_page_are_those_of_the_program():
    rows = re.findall(r"`([A-Z_]+_COST)` \| ([\d.]+)", text_of("docs/layout.md"))
    costs = {name: str(value) for name, value in vars(arrange).items() if name.endswith("_COST")}
    assert dict(rows) == costs


def test_the_rating_in_the_page_is_that_of_the_program():
    size = f"log min(s, {rating.LARGE_ENOUGH}) + {rating.STILL_LARGER} log min(s, {rating.LARGEST}) + 0.01 log s"
    assert f"{size} − {rating.DISLIKE} min(s, 1) d − {rating.EXTRA_LINE} e\n" in text_of("docs/layout.md")
