"""`--help`, `--version`, `themes` and `doctor` answer on standard output, and fit a terminal."""

import pytest

from orgviz import __version__

VERBS = ("render", "serve", "convert", "check", "themes", "doctor")


def test_the_version_is_that_of_the_package(orgviz):
    done = orgviz("--version")
    assert (done.code, done.out.decode(), done.errors) == (0, f"orgviz {__version__}\n", "")


def test_help_names_every_verb(orgviz):
    done = orgviz("--help")
    assert (done.code, done.errors) == (0, "")
    assert all(f"\n  {verb} " in done.out.decode() for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_fits_80_columns(orgviz, verb):
    done = orgviz(verb, "--help", COLUMNS="80")
    assert (done.code, done.errors) == (0, "")
    lines = done.out.decode().splitlines()
    assert lines[0].startswith("Usage: ")
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(("arguments", "words"), [((), "render"), (("rendre", "x"), "render"), (("--x",), "--x")])
def test_no_verb_or_an_unknown_one_is_wrong_usage(orgviz, arguments, words):
    done = orgviz(*arguments)
    assert (done.code, done.out) == (2, b"")
    assert words in done.errors


def test_every_theme_that_is_listed_can_be_shown(orgviz):
    listed = orgviz("themes")
    names = listed.out.decode().split()
    assert (listed.code, listed.errors, names[0]) == (0, "", "default")
    shown = orgviz("themes", names[-1])
    assert (shown.code, shown.errors) == (0, "")
    assert f"name: {names[-1]}\n" in shown.out.decode()


def test_an_unknown_theme_is_refused_with_the_one_that_was_meant(orgviz):
    done = orgviz("themes", "defualt")
    assert (done.code, done.out) == (2, b"")
    assert "there is no theme 'defualt'" in done.errors
    assert "hint: did you mean 'default'?" in done.errors


def test_the_doctor_says_what_there_is_and_what_there_is_not(orgviz):
    healthy = orgviz("doctor")
    assert (healthy.code, healthy.errors) == (0, "")
    assert "graphviz" in healthy.out.decode()
    ill = orgviz("doctor", PATH="")
    assert (ill.code, ill.errors) == (0, "")
    line = next(line for line in ill.out.decode().splitlines() if " graphviz " in line)
    assert line.startswith("missing") or "pygraphviz" in line
