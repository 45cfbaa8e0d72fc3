"""`render --deps` says what the outputs were made from, with them or not at all."""

import pytest


@pytest.fixture
def parts(folder):
    folder.joinpath("all.yaml").write_text("extends: base.yaml\ninclude: [my part.yaml]\nchanges: []\n", "utf-8")
    folder.joinpath("base.yaml").write_text("units: [Works]\n", "utf-8")
    folder.joinpath("my part.yaml").write_text("changes: [{rename: Works, to: Plant}]\n", "utf-8")
    folder.joinpath("house.yaml").write_text("extends: ./paper.yaml\n", "utf-8")
    folder.joinpath("paper.yaml").write_text("extends: print\n", "utf-8")
    return folder


def test_all_that_was_read_is_listed_but_for_built_in_themes(orgviz, parts):
    done = orgviz(
        "render", "all.yaml", "-o", "a.svg", "-o", "-", "-o", "a.txt", "--deps", "a.d", "--theme", "./house.yaml"
    )
    assert (done.code, done.errors) == (0, "")
    rules = parts.joinpath("a.d").read_text("utf-8")
    names = ["all.yaml", "base.yaml", "house.yaml", "my\\ part.yaml", "paper.yaml"]
    targets, _, wanted = rules.partition("\n\n")[0].partition(":")
    assert targets == "a.svg a.txt"
    assert sorted(line.removesuffix(" \\").strip() for line in wanted.splitlines()[1:]) == names
    assert sorted(line[:-1] for line in rules.partition("\n\n")[2].splitlines() if line) == names


def test_each_chart_of_all_views_depends_on_what_was_read(orgviz, folder):
    folder.joinpath("v.yaml").write_text("units: [A, B]\nviews: {one: {root: A}, two: {root: B}}\n", "utf-8")
    assert orgviz("render", "v.yaml", "--view", "all", "-o", "{view}.svg", "--deps", "v.d").code == 0
    assert folder.joinpath("v.d").read_text("utf-8").startswith("one.svg two.svg: \\\n  v.yaml\n")


def test_a_run_that_fails_leaves_the_rules_as_they_were(orgviz, folder):
    folder.joinpath("a.d").write_text("old")
    assert orgviz("render", "wrong.yaml", "-o", "a.svg", "--deps", "a.d").code == 1
    assert orgviz("render", "org.yaml", "-o", "none/a.svg", "--deps", "a.d").code == 3
    assert folder.joinpath("a.d").read_text() == "old"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("-o", "a.svg", "--deps", "-"), "standard output is none"),
        (("-o", "-", "--deps", "a.d"), "no file is drawn"),
    ],
)
def test_rules_that_nobody_could_include_are_refused(options, words, orgviz, folder):
    done = orgviz("render", "org.yaml", *options)
    assert done.code == 2
    assert words in done.errors
    assert not folder.joinpath("a.d").exists()


@pytest.mark.parametrize(("name", "code"), [("org.yaml", 3), ("a.svg", 2)])
def test_rules_are_written_over_no_input_and_no_output(name, code, orgviz, folder):
    before = folder.joinpath("org.yaml").read_bytes()
    assert orgviz("render", "org.yaml", "-o", "a.svg", "--deps", name).code == code
    assert folder.joinpath("org.yaml").read_bytes() == before
    assert not folder.joinpath("a.svg").exists()


def test_a_cropped_page_is_as_large_as_its_chart(orgviz, folder):
    assert orgviz("render", "org.yaml", "-o", "whole.pdf", "-o", "org.svg").code == 0
    assert orgviz("render", "org.yaml", "-o", "cropped.pdf", "--crop").code == 0
    sizes = [
        folder.joinpath(name).read_bytes().count(b"MediaBox [ 0 0 960 540 ]") for name in ("whole.pdf", "cropped.pdf")
    ]
    assert sizes == [1, 0]


def test_the_files_for_other_programs_are_told(orgviz):
    assert orgviz("plugin", "make").out.decode().rstrip().endswith("orgviz.mk")
    assert [line.split()[0] for line in orgviz("plugin").out.decode().splitlines()] == ["make", "pandoc", "quarto"]
    done = orgviz("plugin", "pandocs")
    assert done.code == 2
    assert "did you mean 'pandoc'?" in done.errors
