"""PowerPoint files from the command line: options that go together, decks that may be written, bytes that repeat."""

import io
import sys

import pptx
import pytest

from tests.cli.conftest import run
from tests.cli.test_determinism import PLACES, SAMPLES

ORG = "title: Bakery\nlang: en\nunits: [{name: Works, from: 2026-01-01, units: [Design, Assembly]}]\n"


@pytest.fixture
def folder(tmp_path):
    tmp_path.joinpath("org.yaml").write_text(ORG, encoding="utf-8")
    deck = pptx.Presentation()
    for _ in range(2):
        deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "Standing"
    deck.save(str(tmp_path / "deck.pptx"))
    return tmp_path


def notes(data):
    deck = pptx.Presentation(io.BytesIO(data))
    return deck.slides[-1].notes_slide.notes_text_frame.text.split("\n")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_bytes_are_the_same_in_every_place(sample, tmp_path):
    decks = []
    for number, place in enumerate(PLACES):
        folder = tmp_path / f"folder {number}"
        folder.mkdir()
        assert run("render", sample, "-o", "chart.pptx", folder=folder, **place).code == 0
        decks.append(folder.joinpath("chart.pptx").read_bytes())
    assert len(set(decks)) == 1


def test_the_date_inside_is_fixed_or_the_one_that_builders_ask_for(folder):
    dates = []
    for name, epoch in (("a", None), ("b", "1700000000")):
        done = run("render", "org.yaml", "-o", f"{name}.pptx", folder=folder, SOURCE_DATE_EPOCH=epoch)
        assert done.code == 0, done.errors
        deck = pptx.Presentation(str(folder / f"{name}.pptx"))
        assert deck.core_properties.created == deck.core_properties.modified
        dates.append(deck.core_properties.created.year)
    assert dates == [2000, 2023]
    for epoch in ("99999999999999999", "soon"):
        assert run("render", "org.yaml", "-o", "c.pptx", folder=folder, SOURCE_DATE_EPOCH=epoch).code == 2


def test_notes_name_the_input_without_its_folder_and_the_day(folder):
    done = run("render", folder / "org.yaml", "-o", "a.pptx", "--as-of", "2026-10-01", folder=folder)
    assert done.code == 0, done.errors
    data = folder.joinpath("a.pptx").read_bytes()
    assert notes(data) == ["Bakery · 2026-10-01", "Source: org.yaml", "As of 2026-10-01"]
    assert run("render", "-", "-f", "pptx", "-o", "b.pptx", folder=folder, stdin=ORG.encode()).code == 0
    assert notes(folder.joinpath("b.pptx").read_bytes()) == ["Bakery"]


def test_a_deck_may_go_to_standard_output_and_stand_beside_a_picture(folder):
    done = run("render", "org.yaml", "-f", "pptx", "-o", "-", folder=folder)
    assert (done.code, done.errors) == (0, "")
    assert len(pptx.Presentation(io.BytesIO(done.out)).slides) == 1
    assert run("render", "org.yaml", "-o", "a.svg", "-o", "a.pptx", folder=folder).code == 0
    assert folder.joinpath("a.pptx").read_bytes() == done.out


def test_a_standing_deck_may_be_written_over_by_itself_with_the_chart_in_it(folder):
    for _ in range(2):
        done = run("render", "org.yaml", "--into", "deck.pptx", "--slide", "2", "-o", "deck.pptx", folder=folder)
        assert done.code == 0, done.errors
    slides = pptx.Presentation(str(folder / "deck.pptx")).slides
    assert [[shape.name for shape in slide.shapes][1:] for slide in slides] == [[], ["orgviz: Bakery"]]


def test_a_template_and_another_format_never_write_over_a_deck(folder):
    before = folder.joinpath("deck.pptx").read_bytes()
    cases = [
        (("--template", "deck.pptx", "-o", "deck.pptx"), 3, "is the input and is not overwritten"),
        (("--into", "deck.pptx", "-o", "a.pptx", "-o", "./x/../deck.pptx", "-f", "svg"), 2, "is for PowerPoint files"),
    ]
    folder.joinpath("x").mkdir()
    for arguments, code, words in cases:
        done = run("render", "org.yaml", *arguments, folder=folder)
        assert done.code == code
        assert words in done.errors
    assert folder.joinpath("deck.pptx").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--template", "deck.pptx", "--into", "deck.pptx", "-o", "a.pptx"), 2, "give one of them"),
        (("--slide", "1", "-o", "a.pptx"), 2, "--into deck.pptx"),
        (("--slide", "0", "--into", "deck.pptx", "-o", "a.pptx"), 2, "--slide"),
        (("--slide", "3", "--into", "deck.pptx", "-o", "a.pptx"), 2, "'deck.pptx' has 2 slides, and no slide 3"),
        (("--template", "deck.pptx", "-o", "a.svg"), 2, "--template is for PowerPoint files"),
        (("--into", "none.pptx", "-o", "a.pptx"), 3, "--into: cannot read 'none.pptx'"),
        (("--into", "", "-o", "a.pptx"), 3, "--into: cannot read ''"),
        (("--template", ".", "-o", "a.pptx"), 3, "--template: cannot read '.'"),
        (("--template", "org.yaml", "-o", "a.pptx"), 3, "'org.yaml' is no PowerPoint file"),
    ],
)
def test_what_does_not_go_together_is_told_and_nothing_is_written(folder, arguments, code, words):
    done = run("render", "org.yaml", *arguments, folder=folder)
    assert done.code == code, done.errors
    assert words in done.errors
    assert not folder.joinpath("a.pptx").exists()


def test_other_formats_load_nothing_of_it(folder):
    code = (
        "import sys; sys.argv = ['orgviz', 'render', 'org.yaml', '-o', 'a.svg']\n"
        "from orgviz.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in ('pptx', 'lxml') or 'slides.deck' in name))"
    )
    done = run("-c", code, folder=folder, command=(sys.executable,))
    assert done.out.decode().strip() == ""


def test_a_difference_can_be_a_slide(folder):
    folder.joinpath("new.yaml").write_text(ORG.replace("Assembly", "Oven"), encoding="utf-8")
    done = run("diff", "org.yaml", "new.yaml", "-o", "diff.pptx", folder=folder)
    assert done.code == 0, done.errors
    texts = [
        shape.text_frame.text
        for shape in pptx.Presentation(str(folder / "diff.pptx")).slides[0].shapes
        if shape.has_text_frame
    ]
    assert "Bakery" in texts[0]


@pytest.mark.parametrize("options", [(), ("--pages", "unit"), ("--template", "deck.pptx"), ("--into", "deck.pptx")])
def test_without_the_extra_the_line_that_installs_it_is_told(options, folder):
    # lxml comes with python-pptx: neither may be asked for before that is said.
    bare = "import sys; sys.modules.update(pptx=None, lxml=None); from orgviz.cli import main; main()"
    command = (sys.executable, "-c", bare)
    done = run("render", "org.yaml", "-o", "x.svg", "-o", "x.pptx", *options, folder=folder, command=command)
    assert done.code == 3, done.errors
    assert "hint: pip install 'orgviz[pptx]'" in done.errors
    assert not folder.joinpath("x.svg").exists()
