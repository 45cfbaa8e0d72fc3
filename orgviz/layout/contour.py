"""Contours: how far a subtree reaches to the left or right at each height.

A contour is a list of bands ``(bottom, x)`` from the top down; a band reaches from the bottom of the one before
(0 for the first) to its own. Every band already includes the free space that must stay under it, so two blocks
may touch vertically wherever their bands do. The idea is Reingold and Tilford's (Tidier Drawings of Trees, 1981),
with bands instead of levels because boxes differ in height (van der Ploeg, Drawing Non-layered Tidy Trees, 2014).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TypeAlias

Band: TypeAlias = tuple[float, float]
Contour: TypeAlias = list[Band]

# More bands than this and a contour is made coarser: keeps every merge cheap in charts of any size.
MOST_BANDS = 40


def distance(right: Contour, left: Contour) -> float:
    """Return how far a block with contour `left` must move so that it clears `right` everywhere they overlap.

    >>> distance([(10, 5.0), (30, 2.0)], [(20, 0.0)])
    5.0
    """
    i = j = 0
    right_end, x = right[0]
    left_end, other_x = left[0]
    furthest = x - other_x
    while True:
        apart = x - other_x
        if apart > furthest:  # noqa: PLR1730 - for every band of every block that is tried
            furthest = apart
        end = left_end
        if right_end <= left_end:
            end = right_end
            i += 1
            if i == len(right):
                return furthest
        if left_end <= end:
            j += 1
            if j == len(left):
                return furthest
            left_end, other_x = left[j]
        right_end, x = right[i]


def shifted(contour: Contour, dx: float, dy: float = 0.0) -> Contour:
    """Return the contour moved by (dx, dy); what is above it is not covered."""
    return [(bottom + dy, x + dx) for bottom, x in contour]


def slid(contour: Contour, along: float, away: float, nothing: float) -> Contour:
    """Return the contour moved `along` its bands and `away` from them; before it stands `nothing` (an infinity)."""
    return [(along, nothing), *[(end + along, x + away) for end, x in contour]]


def merged(one: Contour, other: Contour, outward: int) -> Contour:
    """Return the outer of two contours at each place.

    >>> merged([(10, 1.0)], [(4, 3.0), (12, 0.0)], 1)
    [(4, 3.0), (10, 1.0), (12, 0.0)]
    """
    if not one or not other:
        return one or other
    result: Contour = []
    i = j = 0
    end, x = one[0]
    other_end, other_x = other[0]
    while True:
        furthest = other_x if (other_x > x) == (outward > 0) else x
        if end <= other_end:
            result.append((end, furthest))
            i += 1
            if end == other_end:
                j += 1
                if j == len(other):
                    return result + one[i:]
                other_end, other_x = other[j]
            if i == len(one):
                return result + other[j:]
            end, x = one[i]
        else:
            result.append((other_end, furthest))
            j += 1
            if j == len(other):
                return result + one[i:]
            other_end, other_x = other[j]


def merged_below(above: Contour, below: Contour, outward: int) -> Contour:
    """Return what `merged` returns, sooner where `below` begins (with a band of nothing) far down."""
    first = bisect_right(above, below[0])
    return above[:first] + merged(above[first:], below, outward)


def over(front: Contour, behind: Contour) -> Contour:
    """Return what is seen of two contours from the side of `front`: it hides `behind` as far as it reaches."""
    if not behind or behind[-1][0] <= front[-1][0]:
        return front
    reach = front[-1][0]
    return front + [band for band in behind if band[0] > reach]


def coarse(contour: Contour, outward: int) -> Contour:
    """Return the contour with few bands, never further in than it was.

    Args:
        outward: 1 for a right contour, -1 for a left one.
    """
    if len(contour) < 2:
        return contour
    result: Contour = []
    to_the_right = outward > 0
    bottom, x = contour[0]
    for next_bottom, next_x in contour:
        if -1.0 < next_x - x < 1.0 or x == next_x:
            if (next_x > x) is to_the_right:
                x = next_x
        else:
            result.append((bottom, x))
            x = next_x
        bottom = next_bottom
    result.append((bottom, x))
    while len(result) > MOST_BANDS:
        result = [_outer(result[i], result[min(i + 1, len(result) - 1)], outward) for i in range(0, len(result), 2)]
    return result


def _outer(upper: Band, lower: Band, outward: int) -> Band:
    return (lower[0], max(upper[1] * outward, lower[1] * outward) * outward)
