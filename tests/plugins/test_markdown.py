"""The fence in Python-Markdown and MkDocs, and the function for other fences."""

import logging
import re
from io import StringIO

import pytest

markdown = pytest.importorskip("markdown")

INLINE = "```orgviz theme='print'\nunits: [Works, {name: Sales, url: 'https://example.com'}]\n```\n"


@pytest.fixture
def folder(tmp_path):
    tmp_path.joinpath("org.yaml").write_text("title: Bakery\nunits: [Riverside, 河滨店]\n", "utf-8")
    return tmp_path


def convert(text, folder):
    # The plain fence comes along, as nearly everywhere.
    extensions = ["fenced_code", "orgviz.plugins.markdown"]
    settings = {"orgviz.plugins.markdown": {"base": str(folder)}}
    return markdown.markdown(text, extensions=extensions, extension_configs=settings)


def test_a_fence_becomes_a_chart_with_its_links(folder):
    html = convert(f"# A\n\n{INLINE}\nEnd.", folder)
    assert html.startswith("<h1>A</h1>\n<figure ")
    assert 'xlink:href="https://example.com"' in html
    assert "</figure>" in html
    assert html.endswith("<p>End.</p>")


def test_a_source_is_a_file_beside_the_pages(folder):
    html = convert(
        '```{.orgviz src="org.yaml" alt="two boxes" caption="A & <B>" #ours width=400 align=right}\n```', folder
    )
    assert '<figure id="ours"' in html
    assert 'aria-label="two boxes"' in html
    assert "<figcaption>A &amp; &lt;B&gt;</figcaption>" in html
    assert "width:400px" in html
    assert "text-align:right" in html
    assert ">河滨店</text>" in html


def test_ids_of_several_charts_do_not_clash(folder):
    ids = re.findall(r'\bid="([^"]*)"', convert(INLINE * 3, folder))
    assert len(ids) > 6
    assert len(ids) == len(set(ids))


def test_other_blocks_are_left_alone(folder):
    text = f"````\n{INLINE}````\n\n```yaml\nunits: [A]\n```\n\n    ```orgviz\n    units: [A]\n    ```\n"
    plain = markdown.markdown(text, extensions=["fenced_code"])
    assert convert(text, folder) == plain


@pytest.mark.parametrize(
    ("fence", "words"),
    [
        ("```orgviz\nunits:\n  - nmae: A\n```", "page:5: a unit has no key 'nmae'"),
        ("```orgviz theem='x'\nunits: [A]\n```", "page:3: a chart has no option 'theem'"),
        ("```orgviz\n```", "page:3: there is nothing to draw"),
        ("```orgviz <b>\nunits: [A]\n```", "page:3: '<b>' is no option of a chart"),
        ("```orgviz src='org.yaml'\nunits: [A]\n```", "not from both"),
        ("```orgviz src='none.yaml'\n```", "cannot read 'none.yaml'"),
        ("```orgviz src='../org.yaml'\n```", "'org.yaml' lies outside the folder of the pages"),
        ("```orgviz src='/etc/passwd'\n```", "cannot read 'etc/passwd'"),
        ("```orgviz src='org.yaml' theme='../x.yaml'\n```", "'x.yaml' lies outside the folder of the pages"),
        ("```orgviz src='.'\n```", "cannot read '.'"),
        ("```orgviz\nunits: ['\ud800']\n```", "page:4: "),
        ("```orgviz src='org.yaml' width='1;x'\n```", "is no width"),
    ],
)
def test_a_mistake_is_told_and_shown(fence, words, folder, caplog):
    with caplog.at_level(logging.WARNING):
        html = convert(f"Words.\n\n{fence}\n\nEnd.", folder)
    assert words in caplog.text
    assert "orgviz-error" in html
    assert "<b>" not in html
    assert html.endswith("<p>End.</p>")


def test_a_fence_that_nothing_closes_goes_to_the_end(folder):
    assert convert("```orgviz\nunits: [A]\n", folder).startswith("<figure ")


def test_the_function_for_fences_does_the_same(folder, monkeypatch):
    from orgviz.plugins.markdown import fence, validator  # noqa: PLC0415 - where there is no Markdown, it is skipped

    monkeypatch.chdir(folder)
    md = markdown.Markdown()
    options = {}
    assert validator("orgviz", {"theme": "print"}, options, {}, md)
    html = fence("units: [A, B]", "orgviz", "orgviz", options, md, attrs={"fit": "A4"}, id_value="ours", classes=[])
    assert '<figure id="ours" class="orgviz"' in html
    assert "orgviz-error" in fence("units: [", "orgviz", "orgviz", {}, md)


class TestMkDocs:
    @pytest.fixture
    def site(self, tmp_path):
        pytest.importorskip("mkdocs")
        pages = tmp_path / "pages" / "sub"
        pages.mkdir(parents=True)
        tmp_path.joinpath("mkdocs.yml").write_text(
            "site_name: T\ndocs_dir: pages\nmarkdown_extensions: [orgviz.plugins.markdown]\n", "utf-8"
        )
        tmp_path.joinpath(".git").mkdir()
        tmp_path.joinpath("outside.yaml").write_text("units: [Secret]\n", "utf-8")
        pages.joinpath("org.yaml").write_text("include: [../part.yaml]\nunits: [Riverside]\n", "utf-8")
        pages.parent.joinpath("part.yaml").write_text("units: [Kiosk]\n", "utf-8")
        return tmp_path

    def build(self, site, page, **settings):
        """Build; return the page, and what was told."""
        from mkdocs.commands.build import build  # noqa: PLC0415 - where there is none, it is skipped
        from mkdocs.config import load_config  # noqa: PLC0415 - likewise

        site.joinpath("pages/sub/index.md").write_text(page, "utf-8")
        told = StringIO()
        handler = logging.StreamHandler(told)
        log = logging.getLogger("mkdocs")
        log.addHandler(handler)
        try:
            build(load_config(str(site / "mkdocs.yml"), site_dir=str(site / "site"), **settings))
        finally:
            log.removeHandler(handler)
        return site.joinpath("site/sub/index.html").read_text("utf-8"), told.getvalue()

    def test_a_source_stands_beside_its_page_or_below_the_pages(self, site):
        html, told = self.build(site, "```orgviz src='org.yaml'\n```\n\n```orgviz src='/sub/org.yaml'\n```\n")
        assert told == ""
        assert html.count("<svg ") == 2
        assert html.count(">Kiosk</text>") == 2

    def test_a_mistake_is_told_with_the_line_in_the_file_below_its_settings(self, site):
        html, told = self.build(site, "---\ntitle: X\n---\n\n# A\n\n```orgviz\nunits:\n  - nmae: A\n```\n")
        assert "sub/index.md:9: a unit has no key 'nmae'" in told
        assert "orgviz-error" in html

    def test_a_strict_build_fails_on_a_mistake(self, site):
        from mkdocs.exceptions import Abort  # noqa: PLC0415 - where there is none, it is skipped

        with pytest.raises(Abort):
            self.build(site, "```orgviz\nunits:\n  - nmae: A\n```\n", strict=True)

    def test_nothing_outside_of_the_pages_is_read(self, site):
        site.joinpath("pages/link.yaml").symlink_to(site / "outside.yaml")
        for source in ("../../outside.yaml", "../link.yaml"):
            html, told = self.build(site, f"```orgviz src='{source}'\n```\n")
            assert "Secret" not in html
            assert "lies outside the folder of the pages" in told
            html, told = self.build(site, f"```orgviz\ninclude: [{source}]\nunits: [A]\n```\n")
            assert "Secret" not in html
            assert "lies outside the folder of the pages" in told
