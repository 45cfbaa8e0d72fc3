"""Organisations to measure with are the same everywhere, and of the shape that they are called by."""

import hashlib
from collections import Counter

import pytest

from tools.bench.organisations import FEWEST_REPORTS, MOST_REPORTS, Shape, organisation


def reports(boxes):
    return Counter(box.parent for box in boxes if box.parent is not None)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("size", [1, 2, 26, 500])
def test_an_organisation_has_so_many_boxes_each_after_its_manager(shape, size):
    boxes = organisation(shape, size, seed=1)
    assert len(boxes) == size
    assert boxes[0].parent is None
    assert all(box.parent is None or 0 <= box.parent < number for number, box in enumerate(boxes))


@pytest.mark.parametrize("shape", Shape)
def test_the_same_seed_gives_the_same_and_another_gives_another(shape):
    assert organisation(shape, 60, seed=1) == organisation(shape, 60, seed=1)
    assert organisation(shape, 60, seed=1) != organisation(shape, 60, seed=2)


def test_a_seed_means_the_same_on_every_machine_and_python():
    told = repr([(box.lines, box.parent) for box in organisation(Shape.UNEVEN, 100, seed=1)])
    assert hashlib.sha256(told.encode()).hexdigest()[:16] == "24322f1e42674130"


def test_balanced_managers_have_three_to_twelve_reports_but_the_last():
    *whole, _ = reports(organisation(Shape.BALANCED, 1_000, seed=3)).values()
    assert min(whole) == FEWEST_REPORTS
    assert max(whole) == MOST_REPORTS


def test_wide_is_one_manager_and_a_chain_has_none_with_two_reports():
    assert reports(organisation(Shape.WIDE, 50, seed=1)) == {0: 49}
    assert set(reports(organisation(Shape.CHAIN, 50, seed=1)).values()) == {1}


def test_a_forest_has_a_root_for_every_25_boxes():
    boxes = organisation(Shape.FOREST, 100, seed=1)
    assert [number for number, box in enumerate(boxes) if box.parent is None] == [0, 25, 50, 75]
    assert all(box.parent is None or box.parent // 25 == number // 25 for number, box in enumerate(boxes))


def test_in_an_uneven_one_a_few_have_most_of_the_reports():
    counts = sorted(reports(organisation(Shape.UNEVEN, 1_000, seed=1)).values(), reverse=True)
    assert sum(counts[:10]) > 250
    assert len(counts) < 500


@pytest.mark.parametrize("shape", [Shape.BALANCED, Shape.CHINESE])
def test_nobody_has_two_posts(shape):
    assert len({box.holder for box in organisation(shape, 100_000, seed=1)}) == 100_000


def test_chinese_names_are_chinese():
    text = "".join("".join(box.lines) for box in organisation(Shape.CHINESE, 50, seed=1))
    assert all("\u4e00" <= letter <= "\u9fff" for letter in text)
