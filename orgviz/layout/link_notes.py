"""Labels that find no room beside their line become numbered notes: a mark on the line, the words in the legend."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from orgviz.layout.geometry import Point, Rect
from orgviz.layout.links import LinkRoute

# How far a label may reach over the edge of a box (there is no text), and away from its line, in points.
_OVER_EDGE = 1.5
_FROM_LINE = 3.0
# Circled numbers stand at three places in Unicode.
_CIRCLED = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))


def homeless(routes: Sequence[LinkRoute], boxes: Sequence[Rect]) -> list[int]:
    """Return the numbers of the links whose label would cover a box, another label, or stand away from its line."""
    labels = [route.label for route in routes]
    found = []
    for number, (route, label) in enumerate(zip(routes, labels, strict=True)):
        if label is None:
            continue
        others = (other for other in labels[:number] if other is not None)
        covered = any(label.overlaps(box, -_OVER_EDGE) for box in boxes) or any(label.overlaps(o) for o in others)
        if covered or not _near(label, route.points):
            found.append(number)
    return found


def _near(label: Rect, points: Sequence[Point]) -> bool:
    for a, b in pairwise(points):
        segment = Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
        if label.overlaps(segment, _FROM_LINE):
            return True
    return False


def marks(texts: Sequence[str]) -> dict[str, str]:
    """Return a circled number for each text, in order; equal texts share one.

    >>> marks(["a", "b", "a"])
    {'a': '①', 'b': '②'}
    """
    return {text: _circled(number) for number, text in enumerate(dict.fromkeys(texts), 1)}


def _circled(number: int) -> str:
    for first, last, code in _CIRCLED:
        if first <= number <= last:
            return chr(code + number - first)
    return f"({number})"
