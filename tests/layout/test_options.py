"""The pages that `--fit` knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.diagnostics import UsageError
from orgviz.layout.options import LayoutOptions, page_size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("16:9", (960, 540)),
        ("4:3", (720, 540)),
        ("A4", (842, 596)),
        ("a4", (842, 596)),
        ("A4-portrait", (596, 842)),
        ("A4-landscape", (842, 596)),
        ("a3-Portrait", (842, 1190)),
        ("Letter", (792, 612)),
        ("16:9-portrait", (540, 960)),
        (" 16:9 ", (960, 540)),
        ("none", None),
        ("None", None),
        ("1200x800", (1200, 800)),
        ("1200 × 800 pt", (1200, 800)),
        ("1200*800", (1200, 800)),
        ("10x5in", (720, 360)),
        ("96x48px", (72, 36)),
        ("254x25.4mm", (720, 72)),
        ("25.4x2.54cm", (720, 72)),
    ],
)
def test_a_page_is_named_or_measured(text, size):
    found = page_size(text)
    assert found == (None if size is None else pytest.approx(size))


@pytest.mark.parametrize(
    "text",
    ["", "A5", "A4-", "A4-upright", "0x100", "100x0", "0.0x5", "-5x5", "1e9x5", "nanxnan", "infxinf", "5", "x", "5x", "5x5m",
     "1234567x5", "5x5x5", "none-portrait", "16:9:1", "５x５px", "widescreen"],
)  # fmt: skip
def test_what_is_no_page_is_told_with_those_that_are(text):
    if text == "５x５px":  # digits of any script are digits
        assert page_size(text) == (3.75, 3.75)
        return
    with pytest.raises(UsageError, match="there is no page") as caught:
        page_size(text)
    assert f"'{text}'" in str(caught.value)
    assert "16:9" in caught.value.hint


def test_a_long_text_is_cut_in_the_message():
    with pytest.raises(UsageError) as caught:
        page_size("9" * 10_000)
    assert len(str(caught.value)) < 100


@given(st.text())
def test_any_text_is_a_page_or_a_wrong_usage(text):
    try:
        size = page_size(text)
    except UsageError:
        return
    assert size is None or min(size) > 0


def test_a_slide_is_the_page_unless_told_otherwise():
    assert LayoutOptions().page == (960, 540)
