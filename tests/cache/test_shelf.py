"""Parts of what is drawn are kept by all that they depend on."""

import pytest

from orgviz.cache.shelf import Shelf, each_kept
from orgviz.cache.store import Store


@pytest.fixture
def shelf(tmp_path):
    return Shelf(Store(tmp_path / "cache"), (b"program", b"options"))


class Maker:
    """Makes pieces of the places that it is asked for."""

    def __init__(self, contents):
        self.contents, self.asked = contents, []

    def __call__(self, places):
        self.asked.append(list(places))
        return ((f"{self.contents[place]} {place}".encode(), b"") for place in places)


def kept(shelf, contents):
    maker = Maker(contents)
    return list(each_kept(shelf, contents, maker)), maker.asked


def test_what_was_made_is_not_made_again(shelf):
    first, asked = kept(shelf, ["a", "b"])
    assert asked == [[0, 1]]
    again, asked = kept(shelf, ["a", "new", "b"])
    assert asked == [[1]]
    assert again == [first[0], (b"new 1", b""), first[1]]


def test_what_cannot_be_told_is_made_each_time(shelf):
    for _ in range(2):
        assert kept(shelf, ["a", None])[0][1] == (b"None 1", b"")
    assert kept(shelf, [None, "a"])[1] == [[0]]


def test_without_a_shelf_all_is_made():
    for _ in range(2):
        assert kept(None, ["a", "b"])[1] == [[0, 1]]


def test_whatever_it_depends_on_makes_a_place_of_its_own(shelf):
    kept(shelf, ["a"])
    others = (shelf.under("view"), shelf.under("a"), Shelf(shelf.store, (b"program", b"other")), shelf.under(""))
    assert [other.get("a") for other in others] == [None] * 4
    assert shelf.get("a") is not None


def test_what_is_not_sure_is_not_kept(shelf):
    unsure = Shelf(shelf.store, shelf.base, lambda: False)
    kept(unsure, ["a"])
    assert shelf.get("a") is None


def test_what_is_damaged_is_made_anew(shelf, tmp_path):
    first, _ = kept(shelf, ["a"])
    (entry,) = (tmp_path / "cache").iterdir()
    entry.write_bytes(entry.read_bytes()[:-1] + b"x")
    assert kept(shelf, ["a"]) == (first, [[0]])
