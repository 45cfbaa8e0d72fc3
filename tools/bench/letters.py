"""Tell how large the letters of an SVG are on a slide: one rule for whatever program has written it.

The picture is fitted on a slide of 13.33 × 7.5 inches by its ``viewBox`` (or, without one, its ``width`` and
``height``); what counts is the smallest letter that is written, after all ``transform`` and CSS that sizes it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

SLIDE = (960.0, 540.0)  # points
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_MEDIUM = 16.0  # what CSS calls medium, and begins with
_UNSEEN = ("title", "desc", "style", "script", "metadata", "defs")
_NUMBER = re.compile(r"\s*(-?[\d.]+(?:e-?\d+)?)\s*([a-z%]*)")
_HEAD = 1_000_000  # style sheets stand in the first so many characters
_SHEET = re.compile(r"<style[^>]*>(?:\s*<!\[CDATA\[)?(.*?)(?:\]\]>\s*)?</style>", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Picture:
    """The size of a picture in its own units, and of the smallest letters in it; 0 where it has none."""

    width: float
    height: float
    smallest: float

    @property
    def on_slide(self) -> float:
        """How large the smallest letters are on a slide, in points."""
        return self.smallest * min(SLIDE[0] / self.width, SLIDE[1] / self.height)


@dataclass(frozen=True, slots=True)
class _Set:
    """How letters are set at a place: their size before `scale` makes it another."""

    size: float = _MEDIUM
    scale: float = 1.0
    is_seen: bool = True


def read_picture(svg: Path) -> Picture:
    """Read the size of an SVG file and of its smallest letters; the file may be large, and is not kept.

    Raises:
        ValueError: it is no SVG.
    """
    with svg.open(encoding="utf-8", errors="replace") as file:
        rules = dict(_rules(file.read(_HEAD)))
    width = height = 0.0
    smallest = math.inf
    above: list[_Set] = [_Set()]
    try:
        for event, element in ET.iterparse(svg, ("start", "end")):  # noqa: S314 - a program of ours has just drawn it
            if event == "end":
                place = above.pop()
                if place.is_seen and place.scale > 0 and (element.text or "").strip():
                    smallest = min(smallest, place.size * place.scale)
                element.clear()
            else:
                if len(above) == 1:
                    width, height = _size(element)
                above.append(_set(element, above[-1], rules, is_outermost=len(above) == 1))
    except ET.ParseError as error:
        raise ValueError(f"no SVG: {error}") from error
    return Picture(width, height, 0.0 if smallest == math.inf else smallest)


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _size(svg: ET.Element) -> tuple[float, float]:
    box = _numbers(svg.get("viewBox", ""))
    if len(box) == 4:
        return box[2], box[3]
    width, height = _length(svg.get("width", ""), 0), _length(svg.get("height", ""), 0)
    if not (width > 0 and height > 0):
        raise ValueError("no SVG that has a size")
    return width, height


def _set(element: ET.Element, above: _Set, rules: Mapping[str, str], *, is_outermost: bool) -> _Set:
    style = _declarations(element, rules)
    size = _length(style.get("font-size", ""), above.size)
    is_seen = above.is_seen and _name(element) not in _UNSEEN and style.get("display") != "none"
    scale = above.scale * _scale(element.get("transform", ""))
    if _name(element) == "svg" and not is_outermost:
        box = _numbers(element.get("viewBox", ""))
        wide = _length(element.get("width", ""), 0)
        scale *= wide / box[2] if len(box) == 4 and box[2] and wide else 1
    return _Set(size, scale, is_seen)


def _declarations(element: ET.Element, rules: Mapping[str, str]) -> dict[str, str]:
    """Return what is declared of an element: by attributes, then by rules, then by its own style."""
    names = [
        _name(element),
        *(f".{name}" for name in element.get("class", "").split()),
        f"#{element.get('id')}",
    ]
    told = ";".join([*(rules.get(name, "") for name in names), element.get("style", "")])
    declared = {name: value for name in ("font-size", "display") if (value := element.get(name)) is not None}
    for declaration in told.split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in ("font-size", "display"):
            declared[name.strip()] = value.replace("!important", "").strip()
    return declared


def _rules(head: str) -> Iterator[tuple[str, str]]:
    """Yield the rules of style sheets that size letters, each by the last word of its selector."""
    for selectors, declarations in _RULE.findall(" ".join(_SHEET.findall(head))):
        if "font-size" in declarations:
            for selector in selectors.split(","):
                last = re.split(r"[\s>+~]+", selector.strip())[-1]
                yield last, declarations


def _length(text: str, inherited: float) -> float:
    """Return a length in pixels; what is not understood is inherited."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return inherited
    number, unit = float(found[1]), found[2]
    if unit in ("em", "%"):
        return inherited * number / (100 if unit == "%" else 1)
    return number * _UNITS[unit] if unit in _UNITS else _MEDIUM * number if unit == "rem" else inherited


def _scale(transform: str) -> float:
    scale = 1.0
    for name, inside in _TRANSFORM.findall(transform):
        numbers = _numbers(inside)
        if name == "scale" and numbers:
            scale *= math.sqrt(abs(numbers[0] * numbers[-1]))
        elif name == "matrix" and len(numbers) == 6:
            a, b, c, d, *_ = numbers
            scale *= math.sqrt(abs(a * d - b * c))
    return scale


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", text)]
