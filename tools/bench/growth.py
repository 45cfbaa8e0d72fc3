"""Fit how a cost grows with the size: the exponent of the power that comes closest."""

from __future__ import annotations

import math
from collections.abc import Mapping

FROM_BOXES = 1_000
"""Below this, what a program needs to start hides how it grows."""


def exponent(costs: Mapping[int, float]) -> float | None:
    """Return the slope of a straight line through costs by size, both as logarithms: 1 is linear, 2 quadratic.

    Only sizes from `FROM_BOXES` count; with fewer than two of them there is none.
    """
    points = [(math.log(size), math.log(cost)) for size, cost in costs.items() if size >= FROM_BOXES and cost > 0]
    if len(points) < 2:
        return None
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread
