"""Names of files are made of any name of a view, and are safe ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.cli.view_files import output_for, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("大促期间", "大促期间"),
        ("../../etc/passwd", "etc-passwd"),
        ("/", "view"),
        ("..", "view"),
        ("CON", "view-CON"),
        ("a b:c", "a-b-c"),
        (".hidden", "hidden"),
        ("-o", "o"),
        ("x" * 300, "x" * 60),
    ],
)
def test_a_name_becomes_a_safe_one(name, safe):
    assert safe_name(name) == safe


@given(st.text(min_size=1))
def test_every_name_becomes_one_part_of_a_path(name):
    safe = safe_name(name)
    assert safe.strip("-. ") == safe != ""
    assert not set(safe) & set('/\\:*?"<>|\0\n')
    assert len(f"{safe}.svg".encode()) <= 255


@pytest.mark.parametrize(
    ("output", "several", "file"),
    [
        ("out/{view}.svg", True, "out/top.svg"),
        ("out/{view}.svg", False, "out/top.svg"),
        ("out/chart.svg", True, "out/chart-top.svg"),
        ("out/chart.svg", False, "out/chart.svg"),
        ("-", True, "-"),
        ("", True, ""),
    ],
)
def test_the_name_goes_where_it_is_wanted_or_before_the_ending(output, several, file):
    assert output_for(output, "top", several=several) == file
