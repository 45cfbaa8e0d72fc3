"""Web pages are read as they are seen, each name at its place in the file, however the tags stand."""

import pytest

from orgviz.diagnostics import Findings, InputError
from orgviz.document.outline.web_pages import page_lines
from orgviz.document.read import read_document
from orgviz.reading import read_org
from orgviz.text import SourceText

PAGE = """<div>
<h2>Kiln Department</h2>
<ul><li>Kiln Manager</li><li>
  Glaze Officer</li></ul>
</div>
"""
PROGRAM = f"export default () => (\n{PAGE});\n"


def test_a_name_is_told_at_its_place_in_the_page():
    found = read_document(SourceText("a.html", PAGE), None, Findings()).found
    places = {node.name: (node.span.line, node.span.column) for node in found.nodes}
    assert places == {"Kiln Department": (2, 5), "Kiln Manager": (3, 9), "Glaze Officer": (4, 3)}


def test_a_program_that_only_draws_a_page_is_read_as_its_page():
    reading = read_org(PROGRAM.encode(), "page.jsx")
    assert [node.name for node in reading.org.nodes] == ["Kiln Department", "Kiln Manager", "Glaze Officer"]


def test_a_program_with_teams_as_data_is_read_as_data():
    teams = "const teams = [{name: 'Shop', lead: 'Ann'}];\n"
    assert read_org((teams + PROGRAM).encode(), "page.jsx").org.nodes[0].name == "Shop"


def test_a_program_without_a_page_is_refused_as_data():
    with pytest.raises(InputError) as refused:
        read_org(b"export const one = 1;\n", "page.jsx")
    assert [one.code for one in refused.value.diagnostics] == ["data-syntax"]


@pytest.mark.parametrize("text", ["<p>" * 500, "<div " * 500, "<p a='" * 500, "<li>{" * 500, "</p>" * 500])
def test_tags_that_never_end_are_no_trouble(text):
    assert page_lines(((1, text),)) == []
