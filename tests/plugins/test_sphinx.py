"""The Sphinx directive: what it writes for each builder, when a page is read anew, and what it says of mistakes."""

import re
from io import StringIO

import pytest

pytest.importorskip("sphinx")
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

CHART = """
.. orgviz:: org.yaml
   :caption: Our *bakery*
   :name: ours
   :alt: three boxes

See :numref:`ours`.
"""
INLINE = """
.. orgviz::
   :width: 60%
   :align: right

   title: Shop
   units:
     - {name: Works, url: "https://example.com/w?a=1&b=2", units: [Design]}
"""


class Site:
    """A folder of pages, and what Sphinx makes of it."""

    def __init__(self, folder):
        self.source, self.target = folder / "source", folder / "target"
        self.source.mkdir()
        self.write("conf.py", 'extensions = ["orgviz.plugins.sphinx"]\nnumfig = True\n')
        self.write("org.yaml", "title: Bakery\ninclude: [part.yaml]\nunits: [Riverside, 河滨店]\n")
        self.write("part.yaml", "units: [Kiosk]\n")

    def write(self, name, text):
        self.source.joinpath(name).write_text(text, "utf-8")

    def page(self, *parts, name="index"):
        self.write(f"{name}.rst", "Page\n====\n" + "\n".join(parts))

    def build(self, builder="html", parallel=1, **settings):
        """Build; return the warnings, without the names of folders, and which pages were read."""
        warnings = StringIO()
        read = []
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                self.source, self.source, self.target / builder, self.target / "doctrees", builder,
                confoverrides=settings, status=None, warning=warnings, parallel=parallel,
            )  # fmt: skip
            app.connect("source-read", lambda _app, name, _text: read.append(name))
            app.build()
        told = strip_colors(warnings.getvalue()).replace(f"{self.source}/", "")
        return [line for line in told.splitlines() if line], read

    def text(self, name, builder="html"):
        return self.target.joinpath(builder, name).read_text("utf-8")


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


def test_html_has_the_chart_in_the_page_with_caption_number_and_links(site):
    site.page(CHART, INLINE)
    assert site.build() == ([], ["index"])
    page = site.text("index.html")
    assert page.count("<svg ") == 2
    assert 'aria-label="three boxes"' in page
    assert re.search(r'<figure class="align-default" id="ours">\s*<div class="orgviz">\s*<svg ', page)
    assert "<em>bakery</em>" in page
    assert 'href="#ours"><span class="std std-numref">Fig. 1</span>' in page
    assert 'xlink:href="https://example.com/w?a=1&amp;b=2"' in page
    assert 'class="orgviz align-right"' in page
    assert "width:60%" in page


def test_ids_are_unique_in_the_page_and_on_a_single_page(site):
    site.page(CHART, INLINE, INLINE, ".. toctree::\n\n   other\n")
    site.page(INLINE, name="other")
    assert site.build("singlehtml")[0] == []
    ids = re.findall(r'\bid="(orgviz-[^"]*)"', site.text("index.html", "singlehtml"))
    assert len(ids) == 24
    assert len(ids) == len(set(ids))


def test_names_in_charts_are_found_by_the_search_of_the_site(site):
    site.page(CHART)
    site.build()
    assert "riversid" in site.text("searchindex.js").lower()


def test_latex_takes_in_a_pdf_of_its_own_size(site):
    site.page(CHART, INLINE)
    assert site.build("latex")[0] == []
    text = next(site.target.joinpath("latex").glob("*.tex")).read_text("utf-8")
    names = re.findall(r"\\sphinxincludegraphics(?:\[width=0.600\\linewidth\])?\{(orgviz-[0-9a-f]{16}\.pdf)\}", text)
    assert len(names) == 2
    for name in names:
        data = site.target.joinpath("latex", name).read_bytes()
        assert data.startswith(b"%PDF")
        assert b"[ 0 0 960 540 ]" not in data


def test_epub_and_pages_that_want_it_get_a_picture_named_by_its_bytes(site):
    site.page(CHART, INLINE)
    site.build(orgviz_html="image")
    names = re.findall(r'src="_images/(orgviz-[0-9a-f]{16}\.svg)"', site.text("index.html"))
    assert len(names) == 2
    first = [site.target.joinpath("html/_images", name).read_bytes() for name in names]
    site.build("epub", version="1", epub_copyright="x")
    assert [site.target.joinpath("epub/_images", name).read_bytes() for name in names] == first


def test_other_builders_write_the_organisation_as_lines(site):
    site.page(CHART, INLINE)
    for builder, name in (("text", "index.txt"), ("man", "*.1"), ("texinfo", "*.texi")):
        site.build(builder, man_pages=[("index", "page", "d", [], 1)])
        text = next(site.target.joinpath(builder).glob(name)).read_text("utf-8")
        assert "Riverside" in text
        assert "Works" in text


@pytest.mark.parametrize("builder", ["xml", "pseudoxml", "dirhtml", "gettext"])
def test_any_builder_can_take_the_pages(builder, site):
    site.page(CHART, INLINE)
    assert site.build(builder)[0] == []


@pytest.mark.parametrize("file", ["org.yaml", "part.yaml", "house.yaml"])
def test_a_page_is_read_anew_when_a_file_of_its_chart_changes(file, site):
    site.write("house.yaml", "extends: print\n")
    site.page(CHART.replace("   :name", "   :theme: ./house.yaml\n   :name"), ".. toctree::\n\n   other\n")
    site.page("words\n", name="other")
    site.build()
    assert site.build()[1] == []
    path = site.source / file
    path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")
    assert site.build()[1] == ["index"]


def test_mistakes_are_warnings_at_their_lines_and_are_shown_in_the_page(site):
    site.page(
        ".. orgviz::\n", "   units:", "     - nmae: A\n", ".. orgviz:: org.yaml\n", ".. orgviz:: none.yaml\n",
        ".. orgviz:: org.yaml\n   :theme: prnt\n", ".. orgviz::\n", ".. orgviz:: org.yaml\n   :width: wide\n",
        ".. orgviz:: org.yaml\n\n   units: [A]\n",
    )  # fmt: skip
    site.write("part.yaml", "units:\n  - {name: A, tpye: x}\n")
    warnings, _ = site.build()
    assert [line.partition(" (")[0].partition(": No ")[0] for line in warnings] == [
        "index.rst:6: WARNING: a unit has no key 'nmae'",
        "part.yaml:2: WARNING: a unit has no key 'tpye'",
        "index.rst:10: WARNING: cannot read 'none.yaml'",
        "part.yaml:2: WARNING: a unit has no key 'tpye'",
        "index.rst:15: WARNING: there is nothing to draw",
        "index.rst:17: WARNING: width: 'wide' is no width",
        "index.rst:20: WARNING: a chart is drawn from a file or from what stands here, not from both [orgviz.option]",
    ]
    page = site.text("index.html")
    assert page.count("orgviz-error") == 7
    assert "part.yaml:2: a unit has no key" in page
    assert str(site.source) not in page


def test_what_is_mended_is_drawn(site):
    site.page(CHART)
    site.write("part.yaml", "units: [{nmae: A}]\n")
    assert len(site.build()[0]) >= 1
    site.write("part.yaml", "units: [A]\n")
    assert site.build() == ([], ["index"])
    assert "<svg " in site.text("index.html")


def test_a_warning_can_be_suppressed_by_its_code(site):
    site.page(".. orgviz::\n\n   positions:\n     - {title: Engineer, holder: [Ann, Bob], seats: 1}\n")
    (warning,), _ = site.build()
    code = re.search(r"\[(orgviz\.[\w-]+)\]", warning)[1]
    site.page(".. orgviz::\n\n   positions:\n     - {title: Engineer, holder: [Ann, Bob], seats: 1}\n", "more")
    assert site.build(suppress_warnings=[code])[0] == []


def test_many_processes_write_what_one_does(site, tmp_path_factory):
    names = [f"p{number}" for number in range(8)]
    site.page(".. toctree::\n\n   " + "\n   ".join(names) + "\n")
    for name in names:
        site.page(CHART.replace("ours", f"ours-{name}"), INLINE, name=name)
    other = Site(tmp_path_factory.mktemp("other"))
    for path in site.source.iterdir():
        other.source.joinpath(path.name).write_bytes(path.read_bytes())
    assert site.build(parallel=2)[0] == []
    assert other.build()[0] == []
    assert [site.text(f"{name}.html") for name in names] == [other.text(f"{name}.html") for name in names]
