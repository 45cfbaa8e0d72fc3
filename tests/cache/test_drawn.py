"""What was drawn is remembered with all that it was made from."""

import pytest

from orgviz.cache.drawn import Drawn, digests, recall, remember
from orgviz.cache.store import Store


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "cache")


def test_files_and_words_come_back_in_their_order(store):
    drawn = Drawn((("b.svg", b"<svg/>"), ("a.png", b""), ("组织.pdf", b"\0\xff")), ("a warning",))
    remember(store, "k", drawn)
    assert recall(store, "k") == drawn
    assert recall(store, "other") is None


def test_a_changed_file_makes_it_forgotten(store, tmp_path):
    part = tmp_path / "part.yaml"
    part.write_bytes(b"units: [A]")
    absent = str(tmp_path / "absent")
    remember(store, "k", Drawn((("a", b"1"),), (), digests([str(part), absent])))
    assert recall(store, "k") is not None
    part.write_bytes(b"units: [B]")
    assert recall(store, "k") is None
    part.unlink()
    assert recall(store, "k") is None


def test_a_file_that_appears_makes_it_forgotten(store, tmp_path):
    absent = tmp_path / "absent"
    remember(store, "k", Drawn((("a", b"1"),), (), digests([str(absent)])))
    assert recall(store, "k") is not None
    absent.write_bytes(b"")
    assert recall(store, "k") is None
