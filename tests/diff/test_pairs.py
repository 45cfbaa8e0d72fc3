"""Of a pair of organisations exactly the change is told that was made, no more, with ids and without."""

import pytest

from tests.diff.pairing import BASE, difference, pairs, told, without_ids

PAIRS = pairs()
# What comes or goes one way does the opposite the other way.
OPPOSITE = {"+": "−", "−": "+", "→": "→", "~": "~"}


def sorts(lines):
    return sorted(line[0] for line in lines)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_change_is_told_by_ids(pair):
    assert told(difference(BASE, pair.new)) == pair.told


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_change_is_told_without_ids(pair):
    assert told(difference(without_ids(BASE), without_ids(pair.new))) == pair.told


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_change_is_told_where_only_one_file_has_ids(pair):
    assert told(difference(BASE, without_ids(pair.new))) == pair.told


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_backwards_the_opposite_is_told(pair):
    for old, new in ((BASE, pair.new), (without_ids(BASE), without_ids(pair.new))):
        assert sorts(told(difference(new, old))) == sorted(OPPOSITE[line[0]] for line in pair.told)


def test_the_second_run_of_each_pair_has_no_ids():
    assert "id:" not in without_ids(BASE)
