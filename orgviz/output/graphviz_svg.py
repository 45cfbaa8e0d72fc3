"""Read the SVG that Graphviz wrote: the shapes of each group, and nothing that was not asked for.

Only the elements that our DOT can lead to are known; anything else (a script, a link, an image) is refused.
"""

from __future__ import annotations

import math
import re
from itertools import chain
from typing import TypeAlias
from xml.parsers import expat

from orgviz.diagnostics import ToolError

Points: TypeAlias = list[tuple[float, float]]
Groups: TypeAlias = dict[str, list[str]]
"""For each ``<g>`` of a node or an edge, by its id, the shapes in the order of painting, for `polygon` or `curve`."""

_KNOWN = frozenset({"svg", "g", "title", "ellipse", "text"})
# The attribute in which a shape has its points.
_SHAPES = {"polygon": "points", "polyline": "points", "path": "d"}
_KINDS = ("node", "edge")
_NUMBERS = re.compile(r"[-.,0-9e ]+")


def read_groups(svg: bytes) -> Groups:
    """Return the shapes of Graphviz's SVG.

    Raises:
        ToolError: when it is no SVG, or holds anything that orgviz did not ask for.
    """
    groups: Groups = {}
    shapes: list[str] | None = None

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal shapes
        if name in _SHAPES:
            if shapes is not None:
                shapes.append(attributes.get(_SHAPES[name], ""))
        elif name == "g":
            # There are no groups in groups but the first, which is of neither kind.
            shapes = groups.setdefault(attributes.get("id", ""), []) if _is_drawn(attributes) else None
        elif name not in _KNOWN:
            raise ToolError(f"Graphviz drew something that was not asked for: <{name[:40]}>")

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = start
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(svg, True)
    except expat.ExpatError as error:
        raise ToolError(f"Graphviz gave a picture that cannot be read: {error}") from error
    return groups


def _is_drawn(attributes: dict[str, str]) -> bool:
    return attributes.get("class", "").startswith(_KINDS)


def _refuse_entity(*_: object) -> None:
    raise ToolError("Graphviz gave a picture with an entity in it")


def polygon(shape: str) -> Points:
    """Return the corners of a shape that is a polygon.

    Raises:
        ToolError: when it is none.
    """
    if not _NUMBERS.fullmatch(shape):
        raise _unreadable()
    try:
        points = [(float(x), float(y)) for x, y in [pair.split(",") for pair in shape.split()]]
    except ValueError:
        raise _unreadable() from None
    if "e" in shape and not all(map(math.isfinite, chain.from_iterable(points))):
        raise _unreadable()
    return points


def curve(shape: str) -> Points:
    """Return the points of a shape that is one stroke: its start, and three for each Bézier curve.

    Raises:
        ToolError: when it is none.
    """
    start, letter, rest = shape.partition("C")
    if not (start.startswith("M") and letter):
        raise _unreadable()
    points = polygon(f"{start[1:]} {rest}")
    if len(points) % 3 != 1:
        raise _unreadable()
    return points


def _unreadable() -> ToolError:
    return ToolError("Graphviz gave a shape that cannot be read")
