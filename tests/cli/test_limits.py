"""Limits are changed on the command line, name themselves where they refuse, and leave old files alone."""

import signal

import pytest

from orgviz.cli.limiting import in_time, read_limits
from orgviz.diagnostics import LimitError, UsageError
from orgviz.limits import LIMITS, Limits

LINKED = "units: [A, B, C]\nlinks:\n  - {from: A, to: B}\n  - {from: B, to: C}\n"


@pytest.mark.parametrize(
    ("name", "most", "text", "place"),
    [
        ("bytes", 20, "units: [A, B, C, D, E, F]\n", "1:1"),
        ("entries", 3, "units: [A, B, C]\n", "1:9"),
        ("boxes", 2, "units: [A, B, C]\n", "1:15"),
        ("boxes", 3, "units:\n  - {name: A, units: [B]}\n  - {name: C, units: [D]}\n", "3:23"),
        ("links", 1, LINKED, "4:5"),
    ],
)
@pytest.mark.parametrize("verb", ["render", "check", "convert", "stats"])
def test_what_is_too_much_in_all_names_its_limit_and_ends_with_4(orgviz, folder, verb, name, most, text, place):
    folder.joinpath("large.yaml").write_text(text)
    output = ["-o", "chart.svg"] if verb == "render" else []
    ended = orgviz(verb, "large.yaml", *output, "--limit", f"{name}={most}")
    assert (ended.code, ended.out) == (4, b"")
    assert ended.errors.startswith(f"large.yaml:{place}: error[too-")
    assert f"--limit {name}={2 * most}" in ended.errors
    assert not folder.joinpath("chart.svg").exists()


@pytest.mark.parametrize(
    ("name", "most", "text"),
    [
        ("depth", 3, "units: [{name: A, units: [B]}]\n"),
        ("aliases", 2, "units: [&a {name: A}, *a]\n"),
        ("name", 3, "units: [Assembly]\n"),
        ("text", 3, "units: [{name: A, duty: bread}]\n"),
    ],
)
def test_what_is_too_much_at_one_place_is_a_mistake(orgviz, folder, name, most, text):
    folder.joinpath("large.yaml").write_text(text)
    assert orgviz("check", "large.yaml", "--limit", f"{name}={most}").code == 1
    assert orgviz("check", "large.yaml").code in (0, 1)


@pytest.mark.parametrize(
    ("name", "most", "file", "text"),
    [
        ("lines", 2, "org.txt", "The sales team has two parts.\nIt is led by Ann.\nBob is in it.\n"),
        ("characters", 40, "org.txt", "The sales department consists of support and retail.\n"),
        ("boxes", 2, "org.csv", "name,manager\n" + "A,B\n" * 30),
    ],
)
def test_documents_and_tables_have_limits_of_their_own(orgviz, folder, name, most, file, text):
    folder.joinpath(file).write_text(text)
    ended = orgviz("check", file, "--limit", f"{name}={most}")
    assert ended.code == 4, ended.errors
    assert f"--limit {name}={2 * most}" in ended.errors


def test_the_number_of_findings_that_are_told_is_a_limit(orgviz):
    ended = orgviz("render", "wrong.yaml", "-o", "chart.svg", "--limit", "findings=1")
    assert (ended.code, ended.errors.count("error[")) == (1, 1)
    assert "… and " in ended.errors


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_drawn(orgviz, folder):
    ended = orgviz("render", "org.yaml", "-o", "chart.png", "--limit", "megapixels=1", "--dpi", "600")
    assert ended.code == 4
    assert "the limit is 1 megapixels" in ended.errors
    assert "--limit megapixels=2" in ended.errors
    assert not folder.joinpath("chart.png").exists()


def test_a_file_cannot_change_limits(orgviz, folder):
    folder.joinpath("own.yaml").write_text("units: [A]\nlimits: {boxes: 5}\n")
    assert orgviz("check", "own.yaml").code == 1


@pytest.mark.parametrize("setting", ["boxes", "boxes=", "boxes=-1", "boxes=0", "boxes=many", "boxes=１", "boxes=1e3"])
def test_a_limit_that_is_no_number_is_wrong_usage(setting):
    with pytest.raises(UsageError, match="gives no whole number"):
        read_limits([setting])


def test_an_unknown_limit_is_wrong_usage_and_near_ones_are_named():
    with pytest.raises(UsageError, match="'bytez' is no limit") as caught:
        read_limits(["bytez=1"])
    assert caught.value.hint == "did you mean 'bytes'?"


def test_the_last_of_two_settings_counts_and_others_stay():
    assert read_limits(["links=1", "links=7"]) == Limits(links=7)
    assert read_limits([]) is LIMITS


def test_what_takes_too_long_is_ended_and_the_clock_is_put_back():
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(LimitError, match="takes longer than 300 seconds") as caught, in_time(300):
        signal.raise_signal(signal.SIGALRM)
    assert "--limit seconds=600" in caught.value.hint
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
