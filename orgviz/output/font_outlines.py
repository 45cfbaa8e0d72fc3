"""Turn letters into SVG path data in font units: relative, so that a letter reads the same anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgviz.lean import dataclass
from orgviz.output.font_faces import Face
from orgviz.output.font_files import OpenFont, Step
from orgviz.output.fonts import Piece, Setting

_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outlines:
    """The outlines of the letters of a drawing.

    Args:
        paths: for a face and a character, relative path data, y downwards, from the start of its baseline.
        units: for a face, how many of its units make an em.
    """

    paths: Mapping[tuple[Face, str], str]
    units: Mapping[Face, int]

    def path(self, piece: Piece, setting: Setting) -> str:
        """Return the path data of `piece`, in the units of its face, from the start of its baseline."""
        if piece.face is None:
            return ""
        units = self.units[piece.face]
        x = 0.0
        found = []
        for char in piece.text:
            outline = self.paths.get((piece.face, char), "")
            if outline:
                found.append(f"M{round(x)} 0{outline}")
            x += setting.glyphs[char, piece.style.bold].advance * units
        return "".join(found)


def read_outlines(setting: Setting) -> Outlines:
    """Read the outline of every character that `setting` uses.

    Raises:
        ToolError: a font file cannot be read.
    """
    paths: dict[tuple[Face, str], str] = {}
    units: dict[Face, int] = {}
    for face, chars in setting.characters_by_face().items():
        font = OpenFont(face)
        units[face] = font.units
        if not face.colored:
            outlines = font.outlines(chars)
            paths.update({(face, char): path_data(steps) for char, steps in zip(chars, outlines, strict=True)})
    return Outlines(paths, units)


def path_data(steps: Sequence[Step]) -> str:
    """Return the steps of an outline as relative path data with whole numbers.

    >>> path_data([("moveTo", ((0, 0),)), ("lineTo", ((10, 0),)), ("lineTo", ((10, 20),)), ("closePath", ())])
    'm0 0l10 0 0-20z'
    """
    here: _Point = (0, 0)
    start: _Point = (0, 0)
    found: list[str] = []
    last = ""
    for command, points in _commands(steps):
        if command == "z":
            found.append("z")
            here = start
        else:
            found.append(_numbers("" if command == last != "m" else command, points, here))
            here = points[-1]
            start = here if command == "m" else start
        last = command
    return "".join(found)


def _commands(steps: Sequence[Step]) -> Iterator[tuple[str, tuple[_Point, ...]]]:
    """Yield an SVG command letter with its points, rounded, for each step."""
    for method, points in steps:
        if method == "moveTo":
            yield "m", _rounded(points)
        elif method == "lineTo":
            yield "l", _rounded(points)
        elif method == "curveTo":
            yield "c", _rounded(points)
        elif method == "qCurveTo":
            yield from _quadratics(points)
        elif method == "closePath":
            yield "z", ()


def _quadratics(points: tuple[_Point | None, ...]) -> Iterator[tuple[str, tuple[_Point, ...]]]:
    """Yield the curves of a TrueType contour: halfway between two controls lies a point that is left out."""
    controls = [point for point in points if point is not None]
    if points[-1] is None:  # a closed contour without any point on it: begin between the last two controls
        controls.append(_middle(controls[-1], controls[0]))
        yield "m", _rounded((controls[-1],))
    end = controls.pop()
    if not controls:
        yield "l", _rounded((end,))
        return
    for control, following in zip(controls, [*controls[1:], None], strict=True):
        target = end if following is None else _middle(control, following)
        yield "q", _rounded((control, target))


def _middle(one: _Point, other: _Point) -> _Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _rounded(points: tuple[_Point, ...]) -> tuple[_Point, ...]:
    return tuple((round(x), -round(y)) for x, y in points)


def _numbers(command: str, points: tuple[_Point, ...], here: _Point) -> str:
    """Write a command with its points relative to `here`."""
    numbers = [str(int(part)) for x, y in points for part in (x - here[0], y - here[1])]
    joined = command + " ".join(numbers) if command else " " + " ".join(numbers)
    return joined.replace(" -", "-")  # a minus sign parts numbers as well as a space
