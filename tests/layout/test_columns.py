"""Cutting a list of reports into columns, against all cuts that there are."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.layout.block import Choices, leaf
from orgviz.layout.columns import _Table, cut, least_height
from orgviz.layout.pareto import Effort
from orgviz.layout.spacing import Spacing

GAP = 6.0
SPACING = Spacing(sibling=10, stack=GAP, hook=8)
EFFORT = Effort(blocks=8, estimates=8, widths=20)

heights = st.lists(st.sampled_from([10.0, 18.0, 25.5, 40.0]), min_size=1, max_size=8)


def all_cuts(length):
    """Yield every way to cut a list into columns."""
    for count in range(length):
        for places in combinations(range(1, length), count):
            yield tuple(zip((0, *places), (*places, length), strict=True))


def height_of(heights, group):
    first, past = group
    return sum(heights[first:past]) + GAP * (past - first - 1)


@given(heights, st.floats(5, 400))
def test_a_cut_has_all_items_in_their_order(items, limit):
    groups = cut(items, GAP, limit)
    assert [at for first, past in groups for at in range(first, past)] == list(range(len(items)))
    assert all(first < past for first, past in groups)


@given(heights, st.floats(40, 400))
def test_no_cut_has_fewer_columns_within_the_height(items, limit):
    groups = cut(items, GAP, limit)
    assert all(height_of(items, group) <= limit for group in groups)
    fitting = (other for other in all_cuts(len(items)) if all(height_of(items, group) <= limit for group in other))
    assert len(groups) == min(map(len, fitting))


def test_what_is_higher_than_the_limit_stands_alone():
    assert cut([10, 90, 10, 10], GAP, 30) == ((0, 1), (1, 2), (2, 4))


@given(heights, st.integers(1, 8))
def test_the_least_height_is_the_least_of_all_cuts(items, count):
    found = least_height(items, GAP, count)
    cuts = (groups for groups in all_cuts(len(items)) if len(groups) <= count)
    best = min(max(height_of(items, group) for group in groups) for groups in cuts)
    assert best <= found + 1e-9
    assert found <= best + 0.26
    assert len(cut(items, GAP, found)) <= count


# For each report: a narrow and high way to draw it, and perhaps a wide and low one.
reports = st.lists(
    st.tuples(st.sampled_from([40.0, 60.0, 90.0]), st.sampled_from([20.0, 30.0, 70.0]), st.booleans()),
    min_size=1,
    max_size=6,
).map(
    lambda items: [
        Choices.of([leaf(width, height), leaf(2 * width, height / 2)] if wide else [leaf(width, height)])
        for width, height, wide in items
    ]
)


@given(reports, st.sampled_from([20.0, 40.0, 75.0, 110.0, 300.0]))
def test_no_cut_within_the_height_is_narrower(reports, height):
    table = _Table.of(reports, SPACING, EFFORT)
    found = table.narrowest_cut(height)
    widths = [width_of_cut(reports, groups, height) for groups in all_cuts(len(reports))]
    fitting = [width for width in widths if width is not None]
    if not fitting:
        assert found == ()
        return
    own = width_of_cut(reports, tuple(group[:2] for group in found), height)
    assert own == pytest.approx(min(fitting), abs=0.02 * len(reports))


def width_of_cut(reports, groups, height):
    """Return the least width of columns at these cuts, or nothing where one of them must be higher."""
    width = 0.0
    for first, past in groups:
        column = reports[first:past]
        limits = sorted({block.width for choices in column for block in choices.blocks})
        fitting = [
            limit for limit in limits if (within := height_within(column, limit)) is not None and within <= height
        ]
        if not fitting:
            return None
        width += fitting[0] + SPACING.sibling + (SPACING.hook if past - first > 1 else 0)
    return width


def height_within(column, limit):
    """Return how high a column is when nothing in it is wider than the limit."""
    heights = []
    for choices in column:
        narrow = [block.height for block in choices.blocks if block.width <= limit]
        if not narrow:
            return None
        heights.append(min(narrow))
    return sum(heights) + GAP * (len(heights) - 1)


def test_the_groups_of_a_cut_fit_their_limits():
    reports = [Choices.of(blocks) for blocks in ([leaf(40, 70), leaf(80, 35)], [leaf(60, 20)], [leaf(90, 20)])]
    table = _Table.of(reports, SPACING, EFFORT)
    for first, past, limit in table.narrowest_cut(75):
        for choices in reports[first:past]:
            assert choices.blocks[choices.lowest_within(table.limits[limit])].width <= table.limits[limit]


def test_the_lowest_block_within_a_width_is_taken_and_the_narrowest_if_all_are_wider():
    choices = Choices.of([leaf(10, 30), leaf(20, 20), leaf(30, 10)])
    assert [choices.lowest_within(limit) for limit in (5, 10, 25, 30, 99)] == [0, 0, 1, 2, 2]
