"""Contours: what stands side by side must keep clear at every height, and no further."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.layout.contour import MOST_BANDS, coarse, distance, merged, over, shifted

xs = st.integers(-50, 50).map(float)


@st.composite
def contours(draw, most=6):
    """Bands from the top down."""
    bottom, bands = 0.0, []
    for step in draw(st.lists(st.integers(1, 20), min_size=1, max_size=most)):
        bottom += step
        bands.append((bottom, draw(xs)))
    return bands


def at(contour, y):
    """Return how far a contour reaches at a height, or nothing below its end."""
    return next((x for bottom, x in contour if y < bottom), None)


def heights(*some):
    """Return a height in every band that some contours have."""
    ends = sorted({0.0, *(bottom for contour in some for bottom, _ in contour)})
    return [(one + other) / 2 for one, other in pairwise(ends)]


@given(contours(), contours())
def test_the_distance_is_enough_and_no_more(right, left):
    found = distance(right, left)
    gaps = [at(right, y) - at(left, y) for y in heights(right, left) if None not in (at(right, y), at(left, y))]
    assert found == max(gaps)


@given(contours(), xs, xs)
def test_shifting_moves_both_ways(contour, dx, dy):
    assert shifted(shifted(contour, dx, dy), -dx, -dy) == contour


@given(contours(), contours())
def test_what_is_in_front_hides_what_is_behind(front, behind):
    seen = over(front, behind)
    for y in heights(front, behind):
        assert at(seen, y) == (at(behind, y) if at(front, y) is None else at(front, y))


@given(contours(), contours(), st.sampled_from([1, -1]))
def test_the_outer_of_two_contours_is_the_outer_at_every_height(one, other, outward):
    outer = merged(one, other, outward)
    for y in heights(one, other):
        both = [x for x in (at(one, y), at(other, y)) if x is not None]
        assert at(outer, y) == max(both, key=lambda x: x * outward)


@given(contours(most=200), st.sampled_from([1, -1]))
def test_a_coarse_contour_has_few_bands_and_never_reaches_less_far(contour, outward):
    rough = coarse(contour, outward)
    assert len(rough) <= MOST_BANDS
    assert rough[-1][0] == contour[-1][0]
    for y in heights(contour):
        assert at(rough, y) * outward >= at(contour, y) * outward


@given(contours())
def test_a_contour_of_few_bands_stays_what_it_is(contour):
    for y in heights(contour):
        assert at(coarse(contour, 1), y) == pytest.approx(at(contour, y), abs=1)
