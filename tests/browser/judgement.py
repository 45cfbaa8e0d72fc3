"""Judge what a browser measured: lengths in points, each function a list of faults or one figure."""

from collections.abc import Iterator
from itertools import combinations
from math import sqrt
from typing import Any

Box = tuple[float, float, float, float]
Seen = dict[str, Any]

SLIDE = (960.0, 540.0)
FUZZ = 0.1  # the script rounds to hundredths; a browser's letters are a little wider than a font's tables say
MARGIN = 2.5
READABLE = 4.5  # contrast, WCAG 2 level AA
SOLID = {"solid", "assistant"}


def texts(seen: Seen) -> Iterator[Seen]:
    """Yield every text of a chart: in its boxes, then elsewhere."""
    for node in seen["nodes"]:
        yield from node["texts"]
    yield from seen["others"]


def sticking_out(seen: Seen) -> list[str]:
    """Return texts that stick out of their box, or out of the picture."""
    picture = (0.0, 0.0, seen["width"], seen["height"])
    inside = [(text, node["box"]) for node in seen["nodes"] for text in node["texts"]]
    inside += [(text, picture) for text in seen["others"]]
    inside += [({"text": node["id"], "box": node["box"]}, picture) for node in seen["nodes"]]
    return [text["text"] for text, box in inside if not within(text["box"], box)]


def overlapping(seen: Seen) -> list[tuple[str, str]]:
    """Return pairs of boxes that overlap, and of texts in one box that do."""
    pairs = [*combinations([(node["id"], node["box"]) for node in seen["nodes"]], 2)]
    for node in seen["nodes"]:
        pairs += combinations([(text["text"], text["box"]) for text in node["texts"]], 2)
    return [(one, other) for (one, first), (other, second) in pairs if overlap(first, second)]


def covered(seen: Seen) -> list[tuple[str, str]]:
    """Return texts outside of the boxes (titles, labels of links, the legend) that lie on a box or on each other."""
    boxes = [(node["id"], shrunk(node["box"])) for node in seen["nodes"]]
    return [
        (text["text"], name)
        for place, text in enumerate(seen["others"])
        for name, box in [*boxes, *((other["text"], other["box"]) for other in seen["others"][:place])]
        if overlap(text["box"], box)
    ]


def crossed(seen: Seen) -> list[tuple[str, str]]:
    """Return solid lines that pass through a box, each with that box."""
    return [
        (edge["id"], node["id"])
        for edge in seen["edges"]
        if SOLID & set(edge["classes"])
        for node in seen["nodes"]
        if any(strictly_in(node["box"], *point) for point in edge["points"])
    ]


def pale(seen: Seen) -> list[tuple[str, float]]:
    """Return texts that do not stand out enough from what is painted behind them."""
    return [(text["text"], text["contrast"]) for text in texts(seen) if text["contrast"] < READABLE]


def scale(seen: Seen, page: tuple[float, float] = SLIDE) -> float:
    """Return by how much a chart is scaled to fit on a page; it is never enlarged."""
    return min(1.0, page[0] / seen["width"], page[1] / seen["height"])


def smallest_name(seen: Seen, page: tuple[float, float] = SLIDE) -> float:
    """Return the size of the smallest name on a page; a box's name is its largest text."""
    sizes = (max(size for text in node["texts"] for size in text["sizes"]) for node in seen["nodes"])
    return min(sizes) * scale(seen, page)


def smallest_text(seen: Seen, page: tuple[float, float] = SLIDE) -> float:
    """Return the size of the smallest text in a box on a page."""
    sizes = (size for node in seen["nodes"] for text in node["texts"] for size in text["sizes"])
    return min(sizes) * scale(seen, page)


def fill(seen: Seen, page: tuple[float, float] = SLIDE) -> float:
    """Return how well the boxes fill a page, from 0 to 1: as a length, so the root of their share of its area."""
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in (node["box"] for node in seen["nodes"]))
    return scale(seen, page) * sqrt(area / (page[0] * page[1]))


def within(inner: Box, outer: Box) -> bool:
    return (
        outer[0] <= inner[0] + FUZZ
        and outer[1] <= inner[1] + FUZZ
        and inner[2] <= outer[2] + FUZZ
        and inner[3] <= outer[3] + FUZZ
    )


def overlap(one: Box, other: Box) -> bool:
    return (
        one[0] + FUZZ < other[2] and other[0] + FUZZ < one[2] and one[1] + FUZZ < other[3] and other[1] + FUZZ < one[3]
    )


def shrunk(box: Box) -> Box:
    """Return a box without its margin, where there is nothing to be read."""
    return box[0] + MARGIN, box[1] + MARGIN, box[2] - MARGIN, box[3] - MARGIN


def strictly_in(box: Box, x: float, y: float) -> bool:
    """Whether a point lies inside a box, and not in its border."""
    return box[0] + 1 < x < box[2] - 1 and box[1] + 1 < y < box[3] - 1
