"""LibreOffice draws a deck as the picture looks; where a box is moved, its lines go with it."""

import io
import shutil
import subprocess

import pptx
import pytest

from orgviz.layout.options import Direction, LayoutKind
from orgviz.layout.page import single_page
from orgviz.render_options import Format
from orgviz.slides.deck import to_deck
from tests.cli.conftest import ROOT
from tests.slides.reading import drawn_file

WIDE = 960  # pixels of a slide: one for a point
# The mean of differences in lightness, of 255, once the pictures are made small.
ALIKE = 6.0
SMALL = 240, 135

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftoppm") is None,
    reason="LibreOffice (soffice) and pdftoppm (poppler-utils) draw the slides; they are not there",
)
CASES = {
    "Chinese": ("layered-ecommerce", {}),
    "assistants and links": ("tech-company", {}),
    "left to right": ("layered-ecommerce", {"direction": Direction.LR}),
    "matrix": ("matrix-firm", {"kind": LayoutKind.MATRIX}),
    "columns": ("public-body", {}),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Return what draws decks with LibreOffice: as pictures in shades of grey, 960 pixels wide."""
    folder = tmp_path_factory.mktemp("office")

    def draw(**decks):
        for name, data in decks.items():
            folder.joinpath(f"{name}.pptx").write_bytes(data)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        files = [f"{name}.pptx" for name in decks]
        subprocess.run([*command, *files], cwd=folder, check=True, capture_output=True, timeout=240)
        return {name: Picture(_pixels(folder / f"{name}.pdf")) for name in decks}

    return draw


def _pixels(pdf):
    command = ["pdftoppm", "-gray", "-singlefile", "-scale-to-x", str(WIDE), "-scale-to-y", "-1", str(pdf)]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout


class Picture:
    """Shades of grey from a portable graymap."""

    def __init__(self, pgm):
        kind, size, _, rest = pgm.split(b"\n", 3)
        assert kind == b"P5"
        self.width, self.height = map(int, size.split())
        self.rows = [rest[at : at + self.width] for at in range(0, self.width * self.height, self.width)]

    def at(self, x, y):
        return self.rows[min(self.height - 1, max(0, round(y)))][min(self.width - 1, max(0, round(x)))]

    def small(self):
        across, down = self.width // SMALL[0], self.height // SMALL[1]
        return [
            sum(sum(self.rows[y + dy][x : x + across]) for dy in range(down)) / (across * down)
            for y in range(0, down * SMALL[1], down)
            for x in range(0, across * SMALL[0], across)
        ]


def made(sample, layout):
    drawn = drawn_file(ROOT / "samples" / f"{sample}.yaml", **layout)
    return drawn, to_deck([single_page(drawn.scene)])


def picture_of(drawn, folder):
    """Return the picture's PDF as pixels: it fills its page as the slide is filled."""
    file = folder / "picture.pdf"
    file.write_bytes(drawn.output(Format.PDF))
    return Picture(_pixels(file))


@needs_office
def test_a_slide_looks_as_the_picture_does(office, tmp_path):
    charts = {name: made(*case) for name, case in CASES.items()}
    slides = office(**{name: deck for name, (_, deck) in charts.items()})
    for name, (drawn, _) in charts.items():
        wanted, found = picture_of(drawn, tmp_path), slides[name]
        assert difference(wanted, found) < ALIKE, name
        assert boxes_off(drawn.scene, wanted, found) == [], name


def difference(one, other):
    pairs = list(zip(one.small(), other.small(), strict=True))
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


def boxes_off(scene, wanted, found):
    """Return the names of boxes whose right corners are not, to two pixels, where the picture has them."""
    page = single_page(scene)
    off = []
    for placed in scene.cards:
        x = page.place.x + placed.rect.right * page.scale
        tops = (placed.rect.y, placed.rect.bottom)
        places = [
            (x + dx, page.place.y + y * page.scale + dy)
            for y, inward in zip(tops, (1, -1), strict=True)
            for dx, dy in ((-2, 2 * inward), (3, 2 * inward))
        ]
        same = [abs(wanted.at(*place) - found.at(*place)) < 6 for place in places]
        if same.count(True) < 3:
            off.append(placed.card.paragraphs[0].text)
    return off


@needs_office
def test_lines_go_with_a_box_that_is_moved(office):
    _, data = made("five-departments", {})
    deck = pptx.Presentation(io.BytesIO(data))
    group = next(shape for shape in deck.slides[0].shapes if shape.name.startswith("orgviz: "))
    ends = {line.element.find(".//{*}endCxn").get("id"): line for line in group.shapes if is_glued(line)}
    box = next(shape for shape in group.shapes if str(shape.shape_id) in ends and shape.has_text_frame)
    before = box.top / 12700, box.left / 12700 + box.width / 25400
    box.top += 40 * 12700
    out = io.BytesIO()
    deck.save(out)
    pictures = office(before=data, after=out.getvalue())
    top, middle = before
    assert reaches(pictures["after"], middle, top + 30) > 15
    assert reaches(pictures["before"], middle, top - 2) < 15


def is_glued(shape):
    end = shape.element.find(".//{*}endCxn")
    start = shape.element.find(".//{*}stCxn")
    return end is not None and start.get("id") != end.get("id") and end.get("idx") == "0"


def reaches(picture, x, y):
    """Return how far up a dark line leads from a place."""
    ground, length = picture.at(1, 1), 0
    while y - length > 0 and min(picture.at(x + dx, y - length) for dx in (-1, 0, 1)) < ground - 20:
        length += 1
    return length
