"""Contours: how far a subtree reaches to the left or right at each height.

A contour is a list of bands ``(bottom, x)`` from the top down; a band reaches from the bottom of the one before
(0 for the first) to its own. Every band already includes the free space that must stay under it, so two blocks
may touch vertically wherever their bands do. The idea is Reingold and Tilford's (Tidier Drawings of Trees, 1981),
with bands instead of levels because boxes differ in height (van der Ploeg, Drawing Non-layered Tidy Trees, 2014).
"""

from __future__ import annotations

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
    furthest = right[0][1] - left[0][1]
    while i < len(right) and j < len(left):
        (right_end, x), (left_end, other_x) = right[i], left[j]
        furthest = max(furthest, x - other_x)
        i += right_end <= left_end
        j += left_end <= right_end
    return furthest


def shifted(contour: Contour, dx: float, dy: float = 0.0) -> Contour:
    """Return the contour moved by (dx, dy); what is above it is not covered."""
    return [(bottom + dy, x + dx) for bottom, x in contour]


def slid(contour: Contour, along: float, away: float, nothing: float) -> Contour:
    """Return the contour moved `along` its bands and `away` from them; before it stands `nothing` (an infinity)."""
    return [(along, nothing), *((end + along, x + away) for end, x in contour)]


def merged(one: Contour, other: Contour, outward: int) -> Contour:
    """Return the outer of two contours at each place.

    >>> merged([(10, 1.0)], [(4, 3.0), (12, 0.0)], 1)
    [(4, 3.0), (10, 1.0), (12, 0.0)]
    """
    result: Contour = []
    i = j = 0
    while i < len(one) and j < len(other):
        a, b = one[i], other[j]
        end = min(a[0], b[0])
        result.append((end, max(a[1] * outward, b[1] * outward) * outward))
        i += a[0] == end
        j += b[0] == end
    return [*result, *one[i:], *other[j:]]


def over(front: Contour, behind: Contour) -> Contour:
    """Return what is seen of two contours from the side of `front`: it hides `behind` as far as it reaches."""
    reach = front[-1][0]
    return front + [band for band in behind if band[0] > reach]


def coarse(contour: Contour, outward: int) -> Contour:
    """Return the contour with few bands, never further in than it was.

    Args:
        outward: 1 for a right contour, -1 for a left one.
    """
    result: Contour = []
    for bottom, x in contour:
        if result and (result[-1][1] == x or abs(result[-1][1] - x) < 1.0):
            result[-1] = (bottom, max(result[-1][1] * outward, x * outward) * outward)
        else:
            result.append((bottom, x))
    while len(result) > MOST_BANDS:
        result = [_outer(result[i], result[min(i + 1, len(result) - 1)], outward) for i in range(0, len(result), 2)]
    return result


def _outer(upper: Band, lower: Band, outward: int) -> Band:
    return (lower[0], max(upper[1] * outward, lower[1] * outward) * outward)
