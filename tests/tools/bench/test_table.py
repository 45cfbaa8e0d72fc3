"""Tables say as ratios who is quicker, and say plainly where a program gave up."""

import dataclasses

import pytest

from tools.bench.letters import Picture
from tools.bench.measure import Failure
from tools.bench.organisations import Shape
from tools.bench.peers import PEERS
from tools.bench.results import Cell, Measured, Results, read_results, write_results
from tools.bench.table import tables


def took(seconds, *, peak=50_000_000, size=20_000, width=960, letters=10):
    return Measured(seconds, seconds / 2, peak, size, Picture(width, 100, letters))


BALANCED = {
    "orgviz": {10: took(0.2), 1_000: took(0.4), 10_000: took(4)},
    "floor": {10: took(0.01), 1_000: took(0.1), 10_000: took(1)},
    "dot": {10: took(0.05, peak=None, width=1_920), 1_000: took(0.41), 10_000: Failure("over 120 s")},
    "elk": {10: took(1, size=10_000), 1_000: Failure("RangeError: `stack`")},
}
WIDE = {"orgviz": {10: took(0.2)}, "floor": {10: took(0.1)}, "dot": {10: took(0.4, letters=12)}}


def results(**changes):
    cells = tuple(
        Cell(shape, boxes, peer, outcome)
        for shape, found in ((Shape.BALANCED, BALANCED), (Shape.WIDE, WIDE))
        for peer, outcomes in found.items()
        for boxes, outcome in outcomes.items()
    )
    run = Results(
        machine="2 cores", versions={"orgviz": "1.0", "dot": "2.43.0"}, lacking={"d2": "there is no 'node'"},
        seed=1, limit=120, cells=cells,
    )  # fmt: skip
    return dataclasses.replace(run, **changes)


def row(table, peer):
    """Return the cells of a peer's row in a table."""
    (line,) = [
        line for line in tables(results())[table].splitlines() if line.lstrip("| *").startswith(PEERS[peer].title)
    ]
    return line[2:-2].split(" | ")[1:]


def test_times_are_ratios_to_orgviz_whose_own_are_seconds():
    assert row("time", "orgviz")[:3] == ["0.20", "0.40", "4.0"]
    assert row("time", "elk")[0] == "× 5.0"


def test_who_is_better_than_orgviz_is_bold_unless_by_a_hair():
    assert row("time", "dot")[:2] == ["**× 0.25**", "× 1.0"]
    assert row("size", "elk")[0] == "**10**"
    assert row("shapes", "dot") == ["**0.050** s, 5.0 pt", "0.40 s, **12** pt"]


def test_the_second_table_has_ratios_to_the_floor():
    assert row("floor", "floor")[:3] == ["0.010", "0.10", "1.0"]
    assert row("floor", "orgviz")[:3] == ["× 20", "× 4.0", "× 4.0"]


def test_the_last_column_is_the_exponent_of_large_sizes():
    assert row("time", "orgviz")[3] == "1.00"
    assert row("time", "dot")[3] == ""


def test_who_gave_up_is_told_and_not_asked_again():
    assert row("time", "dot")[2] == "over 120 s"
    assert row("time", "elk")[1:3] == ["fails", "–"]
    assert (
        tables(results())["failures"]
        == "- elkjs, layered (layout only), balanced, 1,000 boxes: `RangeError: 'stack'`\n"
    )


def test_it_is_told_in_what_and_where_others_are_better():
    assert tables(results())["wins"].splitlines() == [
        f"- {PEERS['dot'].title}: quicker at 10.",
        f"- {PEERS['elk'].title}: a smaller file at 10.",
    ]
    cells = [Cell(Shape.BALANCED, 10, "orgviz", took(1)), Cell(Shape.BALANCED, 10, "dot", took(1, letters=11))]
    assert tables(results(cells=cells))["wins"] == f"- {PEERS['dot'].title}: larger letters at 10.\n"
    assert tables(results(cells=cells[:1]))["wins"] == "Nobody, in this run.\n"


def test_where_orgviz_gives_up_others_are_in_seconds():
    cells = [Cell(Shape.BALANCED, 10, "orgviz", Failure("over 120 s")), Cell(Shape.BALANCED, 10, "dot", took(2))]
    assert f"| {PEERS['dot'].title} | 2.0 s |" in tables(results(cells=cells))["time"]


def test_memory_is_in_megabytes_where_it_is_known():
    assert row("memory", "orgviz")[0] == "50"
    assert row("memory", "dot")[0] == "?"


def test_letters_are_points_on_a_slide():
    assert row("letters", "orgviz")[0] == "10"
    assert row("letters", "dot")[0] == "5.0"


def test_the_floor_has_no_shape_of_its_own():
    assert all(PEERS["floor"].title not in tables(results())[table] for table in ("extent", "letters"))
    assert row("extent", "dot")[0] == "1,920 × 100"


def test_what_was_not_measured_is_said_with_its_reason():
    told = tables(results())["machine"]
    assert "`graphviz` for Python with dot 2.43.0" in told
    assert "Not measured: D2 as WebAssembly (there is no 'node')." in told
    assert "Not measured" not in tables(results(lacking={}))["machine"]


def test_without_other_shapes_there_is_no_table_of_them():
    cells = [Cell(Shape.BALANCED, 10, "orgviz", took(1))]
    assert tables(results(cells=cells))["shapes"] == ""


def test_results_are_the_same_when_they_are_read_again(tmp_path):
    write_results(results(), tmp_path / "results.json")
    assert read_results(tmp_path / "results.json") == results()


@pytest.mark.parametrize("text", ["[]", "{}", '{"cells": [{}]}', "no json"])
def test_a_file_of_something_else_is_refused(tmp_path, text):
    (tmp_path / "results.json").write_text(text)
    with pytest.raises(ValueError, match=r"results of the bench|Expecting value"):
        read_results(tmp_path / "results.json")
