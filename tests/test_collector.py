"""The collector of cyclic garbage looks seldom while a run lasts, and as before afterwards."""

import gc

import pytest

from orgviz.collector import collector_seldom


@pytest.fixture
def as_before():
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("as_before")
def test_it_looks_seldom_in_a_run_and_as_before_afterwards():
    before = gc.get_threshold()
    with collector_seldom():
        assert gc.isenabled()
        assert gc.get_threshold()[0] > 100 * before[0]
    assert gc.get_threshold() == before


@pytest.mark.usefixtures("as_before")
def test_at_the_end_of_a_run_nothing_is_left_to_look_through_also_when_it_fails():
    kept = [[] for _ in range(1000)]

    @collector_seldom()
    def run():
        raise SystemExit(1)

    with pytest.raises(SystemExit):
        run()
    assert gc.get_freeze_count() > len(kept)
