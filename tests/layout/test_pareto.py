"""Of all ways to draw a subtree, those are kept that no other beats; and few of them, evenly spread."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.layout.block import Arrangement, Plan
from orgviz.layout.pareto import FEW, Estimate, Room, pareto, spread

sides = st.integers(1, 30).map(float)
estimates = st.lists(st.builds(Estimate, width=sides, height=sides, plan=st.just(Plan(Arrangement.LEAF))), min_size=1)
LARGE = Room(1000, 1000)


def beats(one, other):
    return one.width <= other.width and one.height <= other.height


@given(estimates)
def test_what_is_kept_is_beaten_by_nothing(items):
    kept = pareto(list(items), 1000, LARGE)
    for item in kept:
        better = [other for other in items if beats(other, item)]
        assert all((other.width, other.height) == (item.width, item.height) for other in better)


@given(estimates)
def test_what_is_left_out_is_beaten_by_something_kept(items):
    kept = pareto(list(items), 1000, LARGE)
    assert all(any(beats(item, other) for item in kept) for other in items)


@given(estimates, st.integers(FEW, 20), st.builds(Room, sides, sides))
def test_few_are_kept_narrowest_first_the_narrowest_and_the_lowest_among_them(items, most, room):
    kept = pareto(list(items), most, room)
    assert 1 <= len(kept) <= most
    assert all(one.width < other.width and one.height > other.height for one, other in pairwise(kept))
    assert kept[0].width == min(item.width for item in items)
    assert kept[-1].height == min(item.height for item in items)


@given(estimates, st.integers(2, 20), st.builds(Room, sides, sides))
def test_something_that_fits_the_room_is_kept_where_something_does(items, most, room):
    kept = pareto(list(items), most, room)
    assert any(fits(item, room) for item in items) == any(fits(item, room) for item in kept)


@given(estimates, st.integers(2, FEW - 1), st.builds(Room, sides, sides))
def test_of_very_few_the_narrowest_and_the_lowest_that_fit_are_kept(items, most, room):
    kept = pareto(list(items), most, room)
    assert 1 <= len(kept) <= most
    assert all(one.width < other.width and one.height > other.height for one, other in pairwise(kept))
    fitting = [item for item in pareto(list(items), 1000, room) if fits(item, room)]
    assert all(end in kept for end in (*fitting[:1], *fitting[-1:]))


def test_very_few_are_spread_by_their_proportions():
    # Half of them are flat: by their places, the one between would be flat, too.
    flat = [Estimate(200.0 + step, 10.0 - step, Plan(Arrangement.LEAF)) for step in range(6)]
    square, high = (Estimate(*size, Plan(Arrangement.LEAF)) for size in ((40.0, 45.0), (5.0, 300.0)))
    assert pareto([*flat, square, high], 3, LARGE) == [high, square, flat[-1]]


def fits(item, room):
    return item.width <= room.width and item.height <= room.height


def test_of_equal_ones_the_least_disliked_is_kept():
    liked, disliked = (Estimate(5, 5, Plan(Arrangement.LEAF), cost) for cost in (1, 2))
    assert pareto([disliked, liked], 4, LARGE) == [liked]


@given(st.lists(st.integers()), st.integers(1, 20))
def test_a_spread_keeps_the_order_and_both_ends(items, most):
    kept = spread(items, most)
    assert len(kept) == min(most, len(items))
    left = iter(items)
    assert all(item in left for item in kept)
    if items:
        assert kept[0] == items[0]
        assert kept[-1] == items[-1] or most == 1


@given(st.integers(1, 500), st.integers(2, 20))
def test_a_spread_is_even(count, most):
    kept = spread(range(count), most)
    gaps = [other - one for one, other in pairwise(kept)]
    assert not gaps or max(gaps) - min(gaps) <= 1


def test_room_has_the_shape_of_the_page():
    room = Room.around(10_000, (960, 540))
    assert room.width / room.height == pytest.approx(960 / 540)
    assert room.width * room.height > 10_000
    assert Room.around(10_000, None).width > Room.around(10_000, None).height
