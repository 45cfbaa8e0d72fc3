"""The committed pictures and figures are those of today; `make gallery` draws them anew."""

from tools.gallery import README, page_pictures, sample_pictures, with_figures
from tools.pages import CHECKOUT, PAGES, pictures

ANEW = "run `make gallery` and look at what has changed"


def changed(made):
    return [place.name for place, svg in made if not place.exists() or place.read_bytes() != svg]


def test_every_sample_looks_as_committed():
    assert changed(sample_pictures()) == [], ANEW


def test_every_picture_of_a_page_looks_as_committed():
    assert changed(page_pictures()) == [], ANEW


def test_every_picture_but_those_of_the_bench_is_made_by_one_page():
    made = [name for page in PAGES for _, name in pictures(page)]
    assert sorted(made) == sorted(
        path.name for path in CHECKOUT.joinpath("docs/pictures").iterdir() if not path.name.startswith("bench-")
    )


def test_the_figures_are_those_of_today():
    text = README.read_text(encoding="utf-8")
    assert text == with_figures(text), ANEW
