"""Several pages on the command line: one PDF, or a file for each page."""

import re
import zipfile
from urllib.parse import unquote

import pptx
import pytest

from tests.pages.bodies import body
from tests.photos.faces import bytes_of, face

FIRM = """\
title: 启明电商
units:
  - name: 总部
    head: 王敏
    units:
      - {name: 运营中心, units: [{name: 活动组, positions: [策划]}, 商品组]}
      - {name: ../Sales:<1>, url: "https://example.com", units: [{name: sales-1, units: [East]}]}
views:
  高层: {depth: 3}
  明细: {root: 运营中心}
"""


@pytest.fixture
def firm(folder):
    for path in folder.iterdir():
        path.unlink()
    folder.joinpath("firm.yaml").write_text(FIRM, encoding="utf-8")
    return folder


def test_a_file_for_each_page_with_links_between_them(orgviz, firm):
    ended = orgviz("render", "firm.yaml", "--pages", "unit", "-o", "{unit}.svg", "-o", "all.pdf")
    assert (ended.code, ended.errors) == (0, "")
    files = {path.name for path in firm.glob("*.svg")}
    assert files == {"启明电商.svg", "目录.svg", "运营中心.svg", "Sales-1.svg", "sales-1-2.svg"}
    linked = set()
    for name in files:
        text = firm.joinpath(name).read_text("utf-8")
        found = {unquote(link) for link in re.findall(r'href="([^"]*)"', text)} - {"https://example.com"}
        assert name not in found
        linked |= found
    assert linked == files
    assert firm.joinpath("all.pdf").read_bytes().startswith(b"%PDF")


def test_a_chart_that_can_be_read_is_as_without_pages(orgviz, firm):
    assert orgviz("render", "firm.yaml", "--pages", "auto", "-o", "a.svg").code == 0
    assert orgviz("render", "firm.yaml", "-o", "b.svg").code == 0
    assert firm.joinpath("a.svg").read_bytes() == firm.joinpath("b.svg").read_bytes()


def test_each_view_has_pages(orgviz, firm):
    ended = orgviz(
        "render", "firm.yaml", "--pages", "level:2", "--view", "all", "-o", "{view}-{unit}.svg", "-o", "{view}.pdf"
    )
    assert (ended.code, ended.errors) == (0, "")
    names = {path.name for path in firm.iterdir()} - {"firm.yaml"}
    assert names == {
        "高层.pdf",
        "高层-启明电商.svg",
        "高层-目录.svg",
        "高层-运营中心.svg",
        "高层-Sales-1.svg",
        "明细.pdf",
        "明细-启明电商.svg",
    }


@pytest.mark.usefixtures("firm")
def test_the_model_is_whole_however_many_pages_there_are(orgviz):
    paged = orgviz("render", "firm.yaml", "--pages", "unit", "-f", "json", "-o", "-")
    assert paged.out == orgviz("render", "firm.yaml", "-f", "json", "-o", "-").out


@pytest.mark.parametrize(
    ("options", "error", "hint"),
    [
        (["--pages", "unit", "-o", "x.svg"], "'x.svg' can hold one page, and the chart has 5", "-o 'x-{unit}.svg'"),
        (["--pages", "unit", "-o", "-"], "standard output can take only one picture", "-o chart.pdf"),
        (["-o", "{unit}.svg"], "'{unit}' stands for the name of a page", "--pages auto"),
        (["--pages", "leaf", "-o", "x.pdf"], "a chart cannot be divided by 'leaf'", "auto, level:2, unit"),
        (["--pages", "level:x", "-o", "x.pdf"], "'x' is no level", "level:2"),
        (["--pages", "type:opertions", "-o", "x.pdf"], "no type is called 'opertions'", "'type:operations'"),
        (["--pages", "auto", "--min-text", "0pt", "-o", "x.pdf"], "'0pt' is no size of letters", "9pt, 3mm or 12px"),
        (["--pages", "auto", "--fit", "none", "-o", "x.pdf"], "--fit is none", "--fit A4"),
        (["--pages", "unit", "--layout", "matrix", "-o", "x.pdf"], "a matrix stands on one page", "--layout"),
        (["--pages", "unit", "-o", "{unit}.txt"], "would hold the whole organisation in each file", "leave out"),
    ],
)
def test_what_makes_no_sense_is_told(orgviz, firm, options, error, hint):
    ended = orgviz("render", "firm.yaml", *options)
    assert ended.code == 2
    assert error in ended.errors
    assert hint in ended.errors.splitlines()[1]
    assert {path.name for path in firm.iterdir()} == {"firm.yaml"}


def test_letters_that_cannot_be_larger_are_told(orgviz, folder):
    folder.joinpath("body.json").write_text(body(30), "utf-8")
    ended = orgviz("render", "body.json", "--pages", "auto", "--min-text", "40pt", "--fit", "500x500", "-o", "x.pdf")
    assert ended.code == 0
    assert "letters are smaller than 40 points" in ended.errors
    assert (
        orgviz(
            "render", "body.json", "--pages", "auto", "--min-text", "40pt", "--fit", "500x500", "-o", "x.pdf", "-q"
        ).errors
        == ""
    )


def test_the_day_stands_on_every_page(orgviz, firm):
    ended = orgviz("render", "firm.yaml", "--pages", "unit", "--as-of", "2026-10-01", "-o", "{unit}.svg")
    assert ended.code == 0
    assert all("2026-10-01" in path.read_text("utf-8") for path in firm.glob("*.svg"))


def decks(folder, name):
    return [
        [
            paragraph.text
            for shape in every(slide.shapes)
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
        ]
        for slide in pptx.Presentation(str(folder / name)).slides
    ]


def every(shapes):
    for shape in shapes:
        yield shape
        yield from every(shape.shapes) if hasattr(shape, "shapes") else ()


def test_in_a_template_each_page_says_its_title_once(orgviz, firm):
    pptx.Presentation().save(str(firm / "company.pptx"))
    asked = ("render", "firm.yaml", "--pages", "unit", "-o")
    assert orgviz(*asked, "own.pptx").code == 0
    ended = orgviz(*asked, "filled.pptx", "--template", "company.pptx", "-o", "beside.pdf")
    assert (ended.code, ended.errors) == (0, "")
    for own, filled in zip(decks(firm, "own.pptx"), decks(firm, "filled.pptx"), strict=True):
        assert filled[0] == own[0]
        assert filled.count(own[0]) == own.count(own[0]) - 1


def test_pages_for_a_template_are_laid_out_for_its_room(orgviz, folder):
    folder.joinpath("body.yaml").write_text(body(80), encoding="utf-8")
    pptx.Presentation().save(str(folder / "company.pptx"))
    ended = orgviz(
        "render", "body.yaml", "--pages", "auto", "--fit", "A3", "-o", "x.pptx", "--template", "company.pptx"
    )
    assert (ended.code, ended.errors) == (0, "")
    sizes = [
        run.font.size.pt
        for slide in pptx.Presentation(str(folder / "x.pptx")).slides
        for shape in every(slide.shapes)
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size is not None
    ]
    assert min(sizes) >= 8.9


def test_pages_of_one_name_are_found_again_in_a_standing_deck(orgviz, firm):
    same = "units: [{name: Top, units: [{name: Sales, units: [{name: Sales, units: [A, B]}, C]}, D]}]\n"
    firm.joinpath("same.yaml").write_text(same, encoding="utf-8")
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[5])
    deck.save(str(firm / "deck.pptx"))
    counts = []
    for _ in range(2):
        ended = orgviz("render", "same.yaml", "--pages", "unit", "--into", "deck.pptx", "-o", "deck.pptx")
        assert (ended.code, ended.errors) == (0, "")
        counts.append(decks(firm, "deck.pptx"))
    assert counts[0] == counts[1]
    assert [texts[0] for texts in counts[0]].count("Sales") == 2


def test_a_background_is_that_of_all_pages_in_every_format(orgviz, firm):
    asked = ("render", "firm.yaml", "--background", "#ffeecc", "-o", "x.drawio", "-o", "x.pptx")
    for pages, count in (("none", 1), ("unit", 5)):
        assert orgviz(*asked, "--pages", pages).code == 0
        assert firm.joinpath("x.drawio").read_text("utf-8").count(' background="#ffeecc"') == count
        with zipfile.ZipFile(firm / "x.pptx") as archive:
            themes = [archive.read(name).lower() for name in archive.namelist() if "/theme" in name]
        assert any(b"ffeecc" in theme for theme in themes)


def test_the_list_of_pages_has_the_background_of_a_dark_theme_in_drawio(orgviz, firm):
    assert orgviz("render", "firm.yaml", "--pages", "unit", "--theme", "dark", "-o", "x.drawio").code == 0
    grounds = re.findall(r' background="([^"]*)"', firm.joinpath("x.drawio").read_text("utf-8"))
    assert (len(grounds), len(set(grounds))) == (5, 1)


def test_boxes_that_go_on_elsewhere_keep_their_photos(orgviz, firm):
    firm.joinpath("wangmin.jpg").write_bytes(bytes_of(face(1)))
    lead = "name: Sales, head: {title: Head, holder: {name: 王敏, photo: wangmin.jpg}}"
    firm.joinpath("lead.yaml").write_text(f"units: [{{name: Top, units: [{{{lead}, units: [A, B]}}]}}]\n", "utf-8")
    assert orgviz("render", "lead.yaml", "--pages", "unit", "-o", "{unit}.svg").code == 0
    page = firm.joinpath("Sales.svg").read_text("utf-8")
    assert "↑" in page
    assert "data:image/jpeg" in page
