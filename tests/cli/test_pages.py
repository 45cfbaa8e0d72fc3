"""Several pages on the command line: one PDF, or a file for each page."""

import re
from urllib.parse import unquote

import pytest

from tests.pages.bodies import body

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
