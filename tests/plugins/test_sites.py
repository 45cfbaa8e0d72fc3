"""The small sites of docs/sites are built by what each is for, and a browser shows their charts."""

import html
import json
import re

import pytest

from tests.browser.conftest import open_page
from tools.sites import BUILDERS, MissingError, build_pandoc, build_sphinx

MEASURE = """
<script>
const box = element => element.getBoundingClientRect();
const charts = [...document.querySelectorAll("svg[role]")].map(svg => ({
  title: svg.querySelector("title")?.textContent ?? "",
  width: box(svg).width,
  height: box(svg).height,
  smallest: Math.min(...[...svg.querySelectorAll("text")].map(text => box(text).height)),
  inside: [...svg.querySelectorAll("text")].every(text =>
    box(text).left >= box(svg).left - 1 && box(text).right <= box(svg).right + 1),
  texts: [...svg.querySelectorAll("text")].map(text => text.textContent),
  links: [...svg.querySelectorAll("a")].map(a => a.href.baseVal),
}));
const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
const result = document.createElement("pre");
result.id = "measured";
result.textContent = JSON.stringify({
  charts, twice: ids.filter((id, place) => ids.indexOf(id) !== place),
  overflow: document.documentElement.scrollWidth - window.innerWidth,
});
document.body.append(result);
</script>
"""


@pytest.fixture(scope="module", params=BUILDERS)
def page(request, tmp_path_factory):
    try:
        return BUILDERS[request.param](tmp_path_factory.mktemp(request.param))
    except MissingError as error:
        pytest.skip(str(error))


def test_a_site_has_its_three_charts(page):
    text = page.read_text("utf-8")
    assert text.count("<svg ") == 3
    assert all(f">{name}</text>" in text for name in ("Riverside Bakery", "河滨店", "Delivery"))
    assert "orgviz-error" not in text


@pytest.mark.needs_browser
def test_a_browser_shows_the_charts(page, browser):
    measured_page = page.with_name("measured.html")
    measured_page.write_text(page.read_text("utf-8").replace("</body>", MEASURE + "</body>"), "utf-8")
    shown = re.search(r'<pre id="measured">(.*?)</pre>', open_page(browser, measured_page), re.DOTALL)
    measured = json.loads(html.unescape(shown[1]))
    first, part, written = measured["charts"]
    assert measured["twice"] == []
    assert measured["overflow"] <= 0
    assert first["links"] == ["https://example.com/production"]
    assert "Riverside Bakery" in first["texts"]
    assert "河滨店" in part["texts"]
    assert "Delivery" in written["texts"]
    for chart in (first, part, written):
        assert chart["inside"]
        assert chart["width"] > 200
        assert chart["height"] > 100
        assert chart["smallest"] > 8


def test_sphinx_makes_latex_of_the_site(tmp_path):
    try:
        folder = build_sphinx(tmp_path, "latex")
    except MissingError as error:
        pytest.skip(str(error))
    assert len(list(folder.glob("orgviz-*.pdf"))) == 3


def test_pandoc_makes_office_files_of_the_document(tmp_path):
    try:
        build_pandoc(tmp_path, "docx", "pptx", "tex")
    except MissingError as error:
        pytest.skip(str(error))
    assert {path.name for path in tmp_path.iterdir()} == {
        f"handbook.{ending}" for ending in ("html", "docx", "pptx", "tex")
    }
