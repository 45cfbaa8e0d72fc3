"""Rate a chart by the size of its text on the page, with a leaning to the arrangements that people expect."""

from __future__ import annotations

import math
from collections.abc import Sequence

from orgviz.layout.block import Block
from orgviz.layout.spacing import Spacing
from orgviz.lean import dataclass

# Text that is this much larger than its own size on the page is large enough: beyond, the chart that people expect
# (departments in rows) counts for more than larger text.
LARGE_ENOUGH = 1.1
STILL_LARGER = 0.15
# No text on a slide needs to be larger than this.
LARGEST = 1.4
# What one disliked arrangement in every box would cost, as a share of the text's size.
DISLIKE = 0.18
# What a further line in every text costs, likewise.
EXTRA_LINE = 0.3
# Without a page: the shape that suits most screens, and how much another one is disliked.
SCREEN, OTHER_SHAPE = 1.6, 0.3
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rating:
    """Rates the blocks of a whole chart, all with the same text in their boxes.

    Args:
        page: width and height in points; ``None`` for none.
        spacing: of the chart.
        weight: what the costs of blocks are shares of.
        extra_lines: how many lines a text has beyond its first, on average.
        area: of all boxes with the gaps between them, in square points.
    """

    page: Size | None
    spacing: Spacing
    weight: float
    extra_lines: float
    area: float

    def of(self, block: Block) -> float:
        """Return the rating of a block: the logarithm of its scale on the page, less what is disliked."""
        if self.page is None:
            width, height = self._outer(block)
            shape = OTHER_SHAPE * abs(math.log(width / height / SCREEN))
            return -0.5 * math.log(width * height) - shape - EXTRA_LINE * self.extra_lines
        scale = self.scale(block)
        # The smaller the text, the less anything else counts.
        disliked = DISLIKE * min(1.0, scale) * block.cost / self.weight
        return _of_scale(scale) - disliked - EXTRA_LINE * self.extra_lines

    def scale(self, block: Block) -> float:
        """Return by how much a chart is enlarged (over 1) or shrunk to fill its page."""
        if self.page is None:
            return 1.0
        width, height = self._outer(block)
        return min(self.page[0] / width, self.page[1] / height)

    def fill(self, block: Block) -> float:
        """Return the share of the page (without one, of the block) that is boxes."""
        if self.page is None:
            width, height = self._outer(block)
            return self.area / (width * height)
        return self.scale(block) ** 2 * self.area / (self.page[0] * self.page[1])

    def hope(self, fill: float) -> float:
        """Return the rating of a block that fills such a share and has nothing that is disliked."""
        lines = EXTRA_LINE * self.extra_lines
        if self.page is None:
            return -0.5 * math.log(self.area / fill) - lines
        return _of_scale(math.sqrt(fill * self.page[0] * self.page[1] / self.area)) - lines

    def _outer(self, block: Block) -> Size:
        margins = 2 * self.spacing.margin
        return block.width + margins, block.height + margins


def _of_scale(scale: float) -> float:
    return math.log(min(scale, LARGE_ENOUGH)) + STILL_LARGER * math.log(min(scale, LARGEST)) + 0.01 * math.log(scale)


def weight_of(reports: Sequence[Sequence[int]], roots: Sequence[int], top_down: Sequence[int]) -> float:
    """Return the sum, over all boxes with reports, of the boxes in their subtrees: what costs are shares of."""
    boxes = [1] * len(reports)
    # The trees of a forest are arranged like the reports of a box.
    total = 1.0 + (len(boxes) if len(roots) > 1 else 0)
    for box in reversed(top_down):
        if reports[box]:
            boxes[box] += sum(boxes[report] for report in reports[box])
            total += boxes[box]
    return total
