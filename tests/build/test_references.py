import pytest

from orgviz.diagnostics import InputError
from orgviz.reading import read_org


def parents(text: str) -> dict[str, str | None]:
    return {node.name: node.parent for node in read_org(text.encode(), "org.yaml").org.nodes}


def problems(text: str):
    with pytest.raises(InputError) as caught:
        read_org(text.encode(), "org.yaml")
    return caught.value.diagnostics


def test_flat_positions_find_managers_below_and_above_by_id_title_and_holder():
    text = """
positions:
  - {title: B, reports_to: a1}
  - {title: C, reports_to: B}
  - {title: D, reports_to: Ann}
  - {id: a1, title: A, holder: Ann}
"""
    assert parents(text) == {"A": None, "B": "a1", "C": "B", "D": "a1"}


def test_nested_and_flat_positions_mix():
    text = "positions: [{title: A, reports: [{title: B, reports: [C]}]}, {title: D, reports_to: C}]"
    assert parents(text) == {"A": None, "B": "A", "C": "B", "D": "C"}


def test_saying_again_what_the_nesting_says_is_fine():
    assert parents("positions: [{title: A, reports: [{title: B, reports_to: A}]}]") == {"A": None, "B": "A"}


def test_an_id_goes_before_a_name():
    text = "positions: [{title: X, id: Y}, {title: Y, id: X}, {title: Z, reports_to: X}]"
    assert parents(text)["Z"] == "X"


def test_ids_are_compared_composed():
    assert parents('positions: [{title: A, id: "e\\u0301"}, {title: B, reports_to: "\\u00e9"}]')["B"] == "é"


def test_a_chain_of_thousands_is_read():
    lines = [f"  - {{title: P{number}, reports_to: P{number + 1}}}" for number in range(5_000)]
    found = parents("\n".join(["positions:", *lines, "  - P5000"]))
    assert found["P0"] == "P1"
    assert next(iter(found)) == "P5000"


def test_a_loop_is_printed_once_from_its_first_member():
    lines = [f"  - {{title: P{n}, reports_to: P{(n + 1) % 3}}}" for n in range(3)]
    (found,) = problems("\n".join(["positions:", *lines, "  - {title: Q, reports_to: P0}"]))
    assert (found.code, found.span.line) == ("reporting-loop", 2)
    assert found.message.endswith("P0 → P1 → P2 → P0")


def test_a_long_loop_is_cut():
    lines = [f"  - {{title: P{n}, reports_to: P{(n + 1) % 100}}}" for n in range(100)]
    (found,) = problems("\n".join(["positions:", *lines]))
    assert found.message.endswith("P0 → P1 → P2 → P3 → P4 → … → P0")


def test_reporting_to_oneself_is_a_loop():
    assert [found.code for found in problems("positions: [{title: A, reports_to: A}]")] == ["reporting-loop"]


def test_reporting_to_somebody_below_is_a_loop():
    text = "positions: [{title: A, reports_to: C, reports: [{title: B, reports: [C]}]}]"
    assert [found.code for found in problems(text)] == ["reporting-loop"]


@pytest.mark.parametrize("reference", ["to: Sales", "to: ' Sales '"])
def test_an_ambiguous_name_lists_the_lines(reference):
    (found,) = problems(f"units:\n  - Sales\n  - name: B\n    units: [Sales]\nlinks:\n  - {{from: B, {reference}}}")
    assert found.code == "ambiguous-reference"
    assert "lines 2 and 4" in found.message


def test_an_unknown_name_suggests_the_nearest_with_its_line():
    (found,) = problems("units:\n  - Marketing\n  - B\nlinks:\n  - {from: B, to: marketting}")
    assert (found.code, found.hint) == ("unknown-reference", "did you mean 'Marketing' (line 2)?")


def test_thousands_of_unknown_names_are_all_told():
    lines = [f"  - {{from: A, to: unknown{number}}}" for number in range(3_000)]
    assert len(problems("\n".join(["units: [A, B]", "links:", *lines]))) == 3_000
