"""PNG and PDF are compared with the same picture of Graphviz."""

import shutil

import pytest
from PIL import Image

from tools.bench.measure import Run
from tools.bench.pixels import Compared, compare


@pytest.mark.skipif(shutil.which("neato") is None, reason="no Graphviz on this machine")
def test_both_draw_as_many_pixels(tmp_path):
    compared = compare(9, "png", tmp_path, rounds=1)
    assert min(compared.ours.seconds, compared.graphviz.seconds) > 0
    with Image.open(tmp_path / "chart.png") as ours, Image.open(tmp_path / "graphviz.png") as other:
        assert ours.size == pytest.approx(other.size, rel=0.01)


def test_a_row_says_how_many_times_as_long():
    row = Compared(Run(0.5, 0.4, None), Run(0.25, 0.1, None)).row(1_000, "pdf")
    assert row == "| 1,000 | PDF | 0.50 | 0.25 | × 2.0 | × 4.0 |"
