"""Join a name and the line below it that lists its parts, where a page sets both on lines of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import STRONG, Sort, is_wide, judge, judge_listed
from orgviz.document.names.notes import read_notes
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.patterns import pattern

_BETWEEN = pattern(r"\s*[、,;，；]\s*")  # in the text as written: ・ stands within Japanese names
_FEWEST = 2  # names with such a line below them from which on a page is made so
_SHARE = 0.7
_LONGEST = 24


def with_listed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with each list of units behind the name above it: ``総務課``, then ``人事係、財政係``.

    Several names must have a list of several; a line with one unit then belongs to the name above it, too, where it
    ends as those in the lists do, and not as the names.
    """
    lines = tuple(map(_with_colon, lines))
    lists = {place for place in range(1, len(lines)) if _is_title(lines[place - 1]) and _is_list(lines[place])}
    if len(lists) >= _FEWEST:
        endings = {_ending(lines[place]) for place in lists}
        titles = {_ending(lines[place - 1]) for place in lists}
        lists |= {
            place
            for place in range(1, len(lines))
            if _is_title(lines[place])
            and _ending(lines[place]) in endings - titles
            and _ending(lines[place - 1]) in titles
        }
    led = {place for place in range(1, len(lines)) if _leads(lines[place - 1]) and _is_list(lines[place])}
    joints = led | (lists if len(lists) >= _FEWEST else set())
    return tuple(_joined(lines, joints))


def _joined(lines: Sequence[Line], joints: set[int]) -> Iterator[Line]:
    for place, line in enumerate(lines):
        if place in joints:
            continue
        if place + 1 in joints:
            name = line.body.cut(0, len(line.body.folded.rstrip(": ")))
            yield replace(line, body=_with_list(name, lines[place + 1].body))
        else:
            yield line


def _with_colon(line: Line) -> Line:
    """Return a line that sets a unit and those within it apart by spaces with a colon: 総務課 人事係 財政係."""
    folded = line.body.folded
    first, space, _ = folded.partition(" ")
    is_sentence = folded.endswith("。") or f" {first}" in folded
    if not space or not is_wide(first) or line.cells or is_sentence or judge(first) is not Sort.UNIT:
        return line
    rest = line.body.cut(len(first))
    parts = [part for part in rest.split(match.span() for match in _SPACED.finditer(rest.text)) if part.text]
    are_units = all(judge_listed(part) is Sort.UNIT and _is_within(part.folded, first) for part in parts)
    if not parts or not are_units:
        return line
    return replace(line, body=_with_list(line.body.cut(0, len(first)), joined(parts, "、")))


def _is_within(name: str, outer: str) -> bool:
    """Whether a unit is of another sort than the one before it, or a branch of that: 図書館 東図書館."""
    return name[-1] != outer[-1] or (name.endswith(outer) and len(name) > len(outer))


_SPACED = pattern(r"[\s、，,]+")


def _with_list(name: Passage, listed: Passage) -> Passage:
    """Return a name with a list behind it, in the brackets that tell that it is one."""
    begin, end = (passage(sign, *listed.places[0][1:]) for sign in (": [", "]"))
    return joined((name, begin, listed, end), "")


def _is_title(line: Line) -> bool:
    """Whether a line is the name of a unit and nothing else."""
    return line.mark is None and not line.cells and len(line.body) <= _LONGEST and judge(line.body.folded) is Sort.UNIT


def _leads(line: Line) -> bool:
    """Whether an item of a list is a name with nothing but a colon behind it."""
    is_name = line.body.folded.endswith(":") and judge(line.body.folded[:-1].rstrip()) in (*STRONG, Sort.FIELD)
    return line.mark is not None and line.mark.is_bullet and is_name


def _is_list(line: Line) -> bool:
    if line.mark is not None or line.cells or ":" in line.body.folded or line.body.folded.endswith((".", "。")):
        return False
    parts = _parts(line.body)
    units = sum(judge_listed(read_notes(part).name) is Sort.UNIT for part in parts)
    return len(parts) > 1 and units >= _SHARE * len(parts)


def _parts(body: Passage) -> list[Passage]:
    return [part for part in body.split(match.span() for match in _BETWEEN.finditer(body.text)) if part.text]


def _ending(line: Line) -> str:
    folded = line.body.folded
    return folded[-1:] if is_wide(folded) else ""
