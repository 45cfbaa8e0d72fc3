"""The exponent is that of the power by which a cost grows."""

import pytest

from tools.bench.growth import exponent


@pytest.mark.parametrize("power", [0.75, 1, 2])
def test_a_power_is_found_again(power):
    assert exponent({size: 0.01 * size**power for size in (1_000, 3_000, 30_000)}) == pytest.approx(power)


def test_the_start_of_a_program_does_not_count():
    assert exponent({10: 5, 200: 5, 1_000: 1, 10_000: 10}) == pytest.approx(1)


def test_noise_is_averaged_in_logarithms():
    assert exponent({1_000: 1, 10_000: 20, 100_000: 100}) == pytest.approx(1)


def test_one_large_size_has_no_exponent():
    assert exponent({10: 1, 1_000: 2}) is None
    assert exponent({}) is None
