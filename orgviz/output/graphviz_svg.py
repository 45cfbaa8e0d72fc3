"""Read the SVG that Graphviz wrote: the shapes of each group, and nothing that was not asked for.

Only the elements that our DOT can lead to are known; anything else (a script, a link, an image) is refused.
"""

from __future__ import annotations

import math
import re
from typing import TypeAlias
from xml.parsers import expat

from orgviz.diagnostics import ToolError

Numbers: TypeAlias = list[float]
"""Points, x and y by turns."""
Groups: TypeAlias = dict[str, list[str]]
"""For each ``<g>`` of a node or an edge, by its id, the shapes in the order of painting, for `polygon` or `curve`."""

_KNOWN = frozenset({"svg", "g", "title", "ellipse", "text"})
# The attribute in which a shape has its points.
_SHAPES = {"polygon": "points", "polyline": "points", "path": "d"}
_KINDS = ("node", "edge")
_NUMBERS = re.compile(r"[-.,0-9e ]+")
# What Graphviz writes of a box or line that has nothing but shapes, and a comment that announces the next.
_REGULAR = re.compile(
    r'<g id="(\w+)" class="(?:node|edge)">\n<title>[^<]*</title>\n'
    r"((?:<(?:polygon|polyline|path) [^<>]*/>\n)+)</g>\n(?:<!-- [^<>]* -->\n)?"
)
_POINTS = re.compile(r' (?:points|d)="([^"]*)"')
# Nearly all boxes, from one corner to the one beside it, and most lines: from end to end.
_UPRIGHT = re.compile(r"([-.0-9]+),([-.0-9]+) ([-.0-9]+),\2 \3,([-.0-9]+) \1,\4 \1,\2")
_STRAIGHT = re.compile(r"M([-.0-9]+),([-.0-9]+)C\1,\2 ([-.0-9]+),([-.0-9]+) \3,\4")


def read_groups(svg: bytes) -> Groups:
    """Return the shapes of Graphviz's SVG.

    Nearly all of it is regular, and taken as it stands; what is left then is read by a parser of XML.

    Raises:
        ToolError: when it is no SVG, or holds anything that orgviz did not ask for.
    """
    groups: Groups = {}

    def take(match: re.Match[str]) -> str:
        identifier, drawn = match.groups()
        shapes = _POINTS.findall(drawn)
        if len(shapes) != drawn.count("\n") or identifier in groups:
            return match[0]
        groups[identifier] = shapes
        return ""

    _parse(_REGULAR.sub(take, svg.decode("utf-8", "surrogateescape")), groups)
    return groups


def _parse(svg: str, groups: Groups) -> None:
    """Add what a parser finds in an SVG; all that is not known is refused."""
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
        parser.Parse(svg.encode("utf-8", "surrogateescape"), True)
    except expat.ExpatError as error:
        raise ToolError(f"Graphviz gave a picture that cannot be read: {error}") from error


def _is_drawn(attributes: dict[str, str]) -> bool:
    return attributes.get("class", "").startswith(_KINDS)


def _refuse_entity(*_: object) -> None:
    raise ToolError("Graphviz gave a picture with an entity in it")


def polygon(shape: str) -> Numbers:
    """Return the corners of a shape that is a polygon.

    Raises:
        ToolError: when it is none.
    """
    if not _NUMBERS.fullmatch(shape):
        raise unreadable()
    try:
        numbers = list(map(float, shape.replace(",", " ").split()))
    except ValueError:
        raise unreadable() from None
    if not numbers or len(numbers) != 2 * shape.count(",") or ("e" in shape and not all(map(math.isfinite, numbers))):
        raise unreadable()
    return numbers


def upright(shape: str) -> Numbers | None:
    """Return x and y of the first corner and of the one across, of a shape that is an upright rectangle; else nothing.

    Its corners follow each other along a level side first. This takes a third of the time of `polygon`.

    Raises:
        ToolError: when its numbers are none.
    """
    return _four(_UPRIGHT.fullmatch(shape))


def straight(shape: str) -> Numbers | None:
    """Return x and y of both ends of a shape that is one stroke without a bend; else nothing.

    Raises:
        ToolError: when its numbers are none.
    """
    return _four(_STRAIGHT.fullmatch(shape))


def _four(match: re.Match[str] | None) -> Numbers | None:
    if match is None:
        return None
    try:
        return list(map(float, match.groups()))
    except ValueError:
        raise unreadable() from None


def curve(shape: str) -> Numbers:
    """Return the points of a shape that is one stroke: its start, and three for each Bézier curve.

    Raises:
        ToolError: when it is none.
    """
    if not shape.startswith("M") or "C" not in shape:
        raise unreadable()
    numbers = polygon(shape[1:].replace("C", " ", 1))
    if len(numbers) % 6 != 2:
        raise unreadable()
    return numbers


def unreadable() -> ToolError:
    """Return what to raise of a shape that is none of ours."""
    return ToolError("Graphviz gave a shape that cannot be read")
