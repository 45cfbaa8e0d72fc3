"""The PDF of several pages: its links, bookmarks and letters are told by another program."""

import re
import shutil
import subprocess
from collections import Counter

import pypdf
import pytest

from orgviz.layout.options import LayoutOptions, page_size
from orgviz.output.brush import Letters
from orgviz.output.drawing import Drawing, Group, Polygon
from orgviz.output.fonts import Setting
from orgviz.output.raster_cairo import draw_pdf_pages
from orgviz.paged import Book, pages_of
from orgviz.pages.options import Paging
from orgviz.render_options import RenderOptions
from tests.pages.bodies import body
from tests.pages.charts import letters, reading_of

OPTIONS = RenderOptions(layout=LayoutOptions(page=page_size("A4")))


@pytest.fixture(scope="module", params=[True, False], ids=["zh", "en"])
def book(request):
    reading = reading_of(body(600, chinese=request.param))
    return reading.org, Book(pages_of(reading, OPTIONS, Paging()), OPTIONS)


@pytest.fixture(scope="module")
def pdf(book, tmp_path_factory):
    file = tmp_path_factory.mktemp("pdf") / "body.pdf"
    file.write_bytes(book[1].pdf())
    return file


def words(file, number):
    """Return the words of a page as (text, height in points, left, top)."""
    done = subprocess.run(
        ["pdftotext", "-bbox", "-f", str(number), "-l", str(number), file, "-"], check=True, capture_output=True
    )
    pattern = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<'
    return [(text, *map(float, box)) for *box, text in re.findall(pattern, done.stdout.decode())]


def links(reader):
    """Yield (page, page that it leads to) of every link, both from 1."""
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)}
    for number, page in enumerate(reader.pages, 1):
        for annotation in page.get("/Annots", []):
            destination = reader.named_destinations[annotation.get_object()["/Dest"]]
            yield number, numbers[destination.page.idnum]


def test_every_post_stands_on_one_page(pdf):
    reader = pypdf.PdfReader(pdf)
    text = [re.sub(r"\s+", "", page.extract_text()) for page in reader.pages]
    found = Counter(code for page in text for code in {f"{number:04d}" for number in range(600)} if code in page)
    assert found == Counter({f"{number:04d}": 1 for number in range(600)})


def test_links_lead_where_the_pages_say(book, pdf):
    _, made = book
    found = set(links(pypdf.PdfReader(pdf)))
    for number, page in enumerate(made.pages, 1):
        wanted = {*page.jumps.values(), *(area.page for area in page.areas), *(line.page for line in page.texts)} - {
            None
        }
        assert {target for source, target in found if source == number} == wanted
    # From the overview every page can be reached, and from each there is a way back.
    reached = {1}
    for _ in made.pages:
        reached |= {target for source, target in found if source in reached}
    assert reached == set(range(1, len(made.pages) + 1))
    assert all((number, 2) in found for number in range(3, len(made.pages) + 1))


def test_bookmarks_are_the_pages(book, pdf):
    reader = pypdf.PdfReader(pdf)

    def flat(items):
        for item in items:
            yield from flat(item) if isinstance(item, list) else [item]

    bookmarks = list(flat(reader.outline))
    assert [item.title for item in bookmarks] == [page.name for page in book[1].pages]
    assert [reader.get_destination_page_number(item) for item in bookmarks] == list(range(len(reader.pages)))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_no_letter_is_smaller_than_nine_points(book, pdf):
    for number, page in enumerate(book[1].pages, 1):
        assert min(letters(page)) >= 9 - 1e-6
        # A word is a little higher than its letters' size; none may be lower.
        assert min(bottom - top for _, _, top, _, bottom in words(pdf, number)) >= 9


def test_the_file_says_nothing_of_the_clock_and_is_always_the_same(book, pdf):
    reader = pypdf.PdfReader(pdf)
    assert set(reader.metadata) <= {"/Title", "/Producer"}
    assert pdf.read_bytes() == Book(book[1].bound, OPTIONS).pdf()


def test_fonts_are_embedded_once(pdf):
    reader = pypdf.PdfReader(pdf)
    fonts = {
        str(font.get_object()["/BaseFont"]): font.idnum
        for page in reader.pages
        for font in map(lambda name, page=page: page["/Resources"]["/Font"].raw_get(name), page["/Resources"]["/Font"])
    }
    pairs = {
        (str(page["/Resources"]["/Font"][name]["/BaseFont"]), page["/Resources"]["/Font"].raw_get(name).idnum)
        for page in reader.pages
        for name in page["/Resources"]["/Font"]
    }
    assert len(pairs) == len(fonts) <= 4


def test_names_in_bookmarks_and_links_are_only_names():
    box = (Polygon(((0, 0), (5, 0), (5, 5)), "#ffffff", None),)
    groups = (Group("a", (), box, href="#page-1"), Group("b", (), box, href="https://example.com/'a"))
    page = Drawing(9, 9, None, "en", ("sans-serif",), groups)
    names = [(page, "a' dest='p9' (b) \\", 0), (page, "王敏 👩‍🔧", 3)]
    data = draw_pdf_pages(names, Letters(Setting({})), title="(x) \\", created=None)
    assert data.startswith(b"%PDF")
