"""Lay out organisations of many sizes, without reading or drawing any, and print seconds and memory for each.

python -m tools.layout_speed 1000 100000 1000000
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections.abc import Sequence

from orgviz.chart.values import Card, Chart, Paragraph, Part
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutOptions
from orgviz.style.values import BoxStyle, LineStyle, TextRun, TextStyle

NAME, HEAD = TextStyle(10.0, "#111111", bold=True), TextStyle(9.0, "#444444")
BOX, LINE = BoxStyle("#ffffff", "#666666"), LineStyle("#666666")


def chart_of(boxes: int, fewest: int = 3, most: int = 12) -> Chart:
    """Return the chart of an organisation in which everybody who has reports has between so few and so many."""
    parents: list[int | None] = [None]
    upper = 0
    while len(parents) < boxes:
        parents += [upper] * min(fewest + upper * 7 % (most - fewest + 1), boxes - len(parents))
        upper += 1
    return chart_under(parents)


def chart_under(parents: Sequence[int | None]) -> Chart:
    """Return the chart of boxes that stand under these."""
    cards = tuple(_card(number, parent) for number, parent in enumerate(parents))
    return Chart(
        name="", lang="en", cards=cards, links=(), legend=(), title=None, background="#ffffff",
        solid=LINE, assistant=LINE, fonts=(),
    )  # fmt: skip


def _card(number: int, parent: int | None) -> Card:
    texts = ((Part.NAME, f"Department of matter {number}", NAME), (Part.HEAD, f"Head of matter {number}", HEAD))
    paragraphs = tuple(Paragraph(part, (TextRun(text, style),)) for part, text, style in texts)
    return Card(id=f"n{number}", node=f"{number}", classes=(), paragraphs=paragraphs, style=BOX, parent=parent)


def main() -> None:
    """Print a line for each size that is given."""
    gc.disable()
    for boxes in map(int, sys.argv[1:]):
        chart = chart_of(boxes)
        start = time.process_time()
        scene = lay_out(chart, LayoutOptions(), str)
        seconds = time.process_time() - start
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        size = f"{scene.width:.0f} x {scene.height:.0f} points"
        print(f"{boxes:9,} boxes {seconds:8.3f} s {megabytes:6,} MB at most so far  {size}", flush=True)


if __name__ == "__main__":
    main()
