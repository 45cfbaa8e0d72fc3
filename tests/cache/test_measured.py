"""How sheets come out is kept as numbers, exactly; what makes no sense is forgotten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.cache.measured import keep_measures, recall_measures
from orgviz.cache.shelf import Shelf
from orgviz.cache.store import Store
from orgviz.pages.measures import Measure, Measures

NUMBERS = st.floats(allow_nan=False)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(Store(tmp_path / "cache"), (b"",))


@given(kept=st.dictionaries(st.text("abcdef0123456789", max_size=8), st.builds(Measure, NUMBERS, NUMBERS)))
def test_numbers_come_back_as_they_were(tmp_path_factory, kept):
    shelf = Shelf(Store(tmp_path_factory.mktemp("cache")), (b"",))
    keep_measures(shelf, Measures(used=kept))
    assert recall_measures(shelf).known == kept


def test_what_nobody_asked_for_is_not_kept_longer(shelf):
    keep_measures(shelf, Measures(used={"a": Measure(1.5, 9.0), "b": Measure(0.5, 4.5)}))
    known = recall_measures(shelf).known
    keep_measures(shelf, Measures(known, {"a": known["a"]}))
    assert set(recall_measures(shelf).known) == {"a"}


@pytest.mark.parametrize("data", [b"[]", b"{", b'{"a": 1}', b'{"a": [1]}', b'{"a": ["x", 2]}', b"\xff", b"null"])
def test_what_makes_no_sense_is_not_remembered(shelf, data):
    shelf.put("measures", data)
    assert recall_measures(shelf) == Measures()
