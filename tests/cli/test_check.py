"""`orgviz check` tells every mistake of every file at once, to the same verdict as `orgviz render`."""

import json

import pytest


def test_a_good_file_has_nothing_to_tell(orgviz):
    done = orgviz("check", "org.yaml")
    assert (done.code, done.out, done.errors) == (0, b"", "")


def test_several_files_are_told_about_one_after_the_other(orgviz):
    done = orgviz("check", "org.yaml", "wrong.yaml", "-", "--format", "short", stdin=b"units: [{name: A, id: ''}]")
    assert (done.code, done.out) == (1, b"")
    assert [line.split(": ")[0] for line in done.errors.splitlines()] == [
        "wrong.yaml:2:5", "wrong.yaml:3:13", "<stdin>:1:23",
    ]  # fmt: skip


def test_the_verdict_and_the_words_are_those_of_render(orgviz):
    check, render = orgviz("check", "wrong.yaml"), orgviz("render", "wrong.yaml", "-o", "x.svg")
    assert (check.code, check.errors) == (render.code, render.errors) == (1, render.errors)


def test_a_file_in_which_everything_is_closed_is_refused_by_both(orgviz, folder):
    folder.joinpath("closed.yaml").write_text("units: [{name: A, status: closed}]")
    check, render = orgviz("check", "closed.yaml"), orgviz("render", "closed.yaml", "-o", "x.svg")
    assert (check.code, render.code) == (1, 1)


def test_warnings_fail_only_where_they_are_to_fail(orgviz):
    lenient, strict = orgviz("check", "warned.yaml"), orgviz("check", "warned.yaml", "--strict")
    assert (lenient.code, strict.code) == (0, 1)
    assert "warned.yaml:2:5: warning[too-many-holders]" in lenient.errors
    assert strict.errors == lenient.errors


def test_notes_are_told_by_check_alone_and_never_fail(orgviz, folder):
    folder.joinpath("noted.yaml").write_text("positions: [{title: A, holder: Ann}, {title: B, holder: Ann}]")
    strict, render = orgviz("check", "noted.yaml", "--strict"), orgviz("render", "noted.yaml", "-o", "x.svg")
    assert (strict.code, render.code, render.errors) == (0, 0, "")
    assert "note[two-posts]: 'Ann' holds two posts" in strict.errors


def test_the_file_says_how_severe_a_check_is_to_every_verb(orgviz, folder):
    text = "positions: [{title: P, holder: [A, B], seats: 1}]\ncheck: {severity: {too-many-holders: error}}"
    folder.joinpath("severe.yaml").write_text(text)
    check, render = orgviz("check", "severe.yaml"), orgviz("render", "severe.yaml", "-o", "x.svg")
    assert (check.code, render.code) == (1, 1)
    assert check.errors == render.errors


def test_programs_get_findings_as_json_on_standard_output(orgviz):
    done = orgviz("check", "wrong.yaml", "warned.yaml", "--format", "json")
    findings = json.loads(done.out)
    assert (done.code, done.errors) == (1, "")
    assert [(one["path"], one["line"], one["column"], one["severity"], one["code"]) for one in findings] == [
        ("wrong.yaml", 2, 5, "error", "unknown-key"),
        ("wrong.yaml", 3, 13, "error", "unknown-status"),
        ("warned.yaml", 2, 5, "warning", "too-many-holders"),
    ]
    assert json.loads(orgviz("check", "org.yaml", "--format", "json").out) == []


def test_github_gets_annotations_on_standard_output(orgviz):
    done = orgviz("check", "wrong.yaml", "--format", "github")
    assert (done.code, done.errors) == (1, "")
    first, second = done.out.decode().splitlines()
    assert first.startswith("::error file=wrong.yaml,line=2,col=5,title=unknown-key::")
    assert second.startswith("::error file=wrong.yaml,line=3,col=13,title=unknown-status::")


def test_a_file_that_is_not_there_hides_no_mistakes_in_the_others(orgviz):
    done = orgviz("check", "nothing.yaml", "wrong.yaml", "--format", "short")
    assert done.code == 3
    assert "wrong.yaml:3:13: error[unknown-status]" in done.errors
    assert "orgviz: error: cannot read 'nothing.yaml'" in done.errors


@pytest.mark.parametrize("arguments", ["", "org.yaml --format xml"])
def test_a_command_line_that_makes_no_sense_is_refused(orgviz, arguments):
    done = orgviz("check", *arguments.split())
    assert (done.code, done.out) == (2, b"")
    assert "Traceback" not in done.errors
