"""The page has a place for each table, and gets nothing else changed."""

import pytest

from tests.tools.bench.test_table import results
from tools.bench.peers import PEERS
from tools.bench.report import PAGE, PICTURES, RESULTS, picture_table, report, with_parts
from tools.bench.results import write_results
from tools.bench.table import tables

TWO = "a\n<!-- bench: time -->\nold\n<!-- end of bench -->\nb\n<!-- bench: size -->\n<!-- end of bench -->\nc\n"


def test_each_part_stands_between_its_marks():
    page = with_parts(TWO, {"time": "T\n", "size": "\\1\n"})
    assert page == (
        "a\n<!-- bench: time -->\n\nT\n\n<!-- end of bench -->\nb\n"
        "<!-- bench: size -->\n\n\\1\n\n<!-- end of bench -->\nc\n"
    )
    assert with_parts(page, {"time": "T\n", "size": "\\1\n"}) == page


@pytest.mark.parametrize("parts", [{"time": ""}, {"time": "", "size": "", "memory": ""}])
def test_a_page_with_other_places_is_refused(parts):
    with pytest.raises(ValueError, match="the page has places for"):
        with_parts(TWO, parts)


def test_pictures_stand_two_in_a_row_each_below_its_name():
    lines = picture_table(["orgviz", "dot", "elk"]).splitlines()
    assert lines[2] == f"| orgviz | {PEERS['dot'].title} |"
    assert lines[3].count("](pictures/bench-") == 2
    assert lines[5] == f"| ![{PEERS['elk'].title}](pictures/bench-elk.png) |  |"


def test_the_real_page_has_a_place_for_everything(tmp_path):
    folder, page = tmp_path / "bench", tmp_path / "docs" / "performance.md"
    (folder / PICTURES).mkdir(parents=True)
    (page.parent / "pictures").mkdir(parents=True)
    page.write_text(PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    write_results(results(), folder / RESULTS)
    (folder / PICTURES / "dot.png").write_bytes(b"PNG")
    report(folder, page)
    told = page.read_text(encoding="utf-8")
    assert all(table.strip() in told for table in tables(results()).values())
    assert "![`graphviz` for Python with dot](pictures/bench-dot.png)" in told
    assert (page.parent / "pictures" / "bench-dot.png").read_bytes() == b"PNG"


def test_the_page_names_no_machine():
    told = PAGE.read_text(encoding="utf-8")
    assert "/home/" not in told
    assert "/work/" not in told
    assert "localhost" not in told
