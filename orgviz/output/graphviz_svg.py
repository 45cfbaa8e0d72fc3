"""Read the SVG that Graphviz wrote: the shapes of each group, and nothing that was not asked for.

Only the elements that our DOT can lead to are known; anything else (a script, a link, an image) is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from orgviz.diagnostics import ToolError

_KNOWN = frozenset({"svg", "g", "title", "polygon", "polyline", "path", "ellipse", "text"})
_NUMBER = r"-?\d+(?:\.\d+)?(?:e-\d+)?"
_POINT = re.compile(rf"({_NUMBER}),({_NUMBER})")
# A polygon's corners, or a path of one stroke.
_SHAPE = re.compile(rf"M?{_NUMBER},{_NUMBER}(?:[ C]{_NUMBER},{_NUMBER})* *")


@dataclass(slots=True)
class Shape:
    """A polygon's corners, or a path's points (a start, then three for each Bézier curve)."""

    kind: str
    points: list[tuple[float, float]]
    filled: bool


@dataclass(slots=True)
class DrawnGroup:
    """A ``<g>`` of a node or an edge, in the order of painting."""

    id: str
    shapes: list[Shape] = field(default_factory=list)


def read_groups(svg: bytes) -> dict[str, DrawnGroup]:
    """Return the groups of Graphviz's SVG by id.

    Raises:
        ToolError: when it is no SVG, or holds anything that orgviz did not ask for.
    """
    reader = _Reader()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.EntityDeclHandler = reader.refuse_entity
    try:
        parser.Parse(svg, True)
    except expat.ExpatError as error:
        raise ToolError(f"Graphviz gave a picture that cannot be read: {error}") from error
    return reader.groups


class _Reader:
    def __init__(self) -> None:
        self.groups: dict[str, DrawnGroup] = {}
        self.current: DrawnGroup | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in _KNOWN:
            raise ToolError(f"Graphviz drew something that was not asked for: <{name[:40]}>")
        if name == "g":
            kind = attributes.get("class", "")
            if kind.startswith(("node", "edge")):
                self.current = DrawnGroup(attributes.get("id", ""))
                self.groups[self.current.id] = self.current
        elif self.current is not None:
            self._shape(self.current, name, attributes)

    def end(self, name: str) -> None:
        if name == "g":
            self.current = None

    def _shape(self, group: DrawnGroup, name: str, attributes: dict[str, str]) -> None:
        filled = attributes.get("fill", "none") not in ("none", "transparent")
        if name in ("polygon", "polyline"):
            group.shapes.append(Shape("polygon", _points(attributes.get("points", "")), filled))
        elif name == "path":
            group.shapes.append(Shape("path", _points(attributes.get("d", "")), filled))

    def refuse_entity(self, *_: object) -> None:
        raise ToolError("Graphviz gave a picture with an entity in it")


def _points(text: str) -> list[tuple[float, float]]:
    if not _SHAPE.fullmatch(text):
        raise ToolError("Graphviz gave a shape that cannot be read")
    return [(float(x), float(y)) for x, y in _POINT.findall(text)]
