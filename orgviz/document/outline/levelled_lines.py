"""Nest lines that say of each name which level it has: Division: Works, Section: Roads; Level 2: Sales Manager."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from orgviz.document.names.judging import STRONG, judge
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern
from orgviz.table.words import words

_BULLET = Mark("•")
_STEP = 2
_FEWEST = 3  # lines with a level
_SHARE = 0.6  # of all lines have one: in records that also hold other things, it is one field among many
# What is divided so is an organisation; a book may have sections and units too, and a course its levels.
_CLASSES = pattern(
    r"directorate|division|department|dept|bureau|branch|team|squad|事业部|中心|部门|部|科室|科|处室|处|班组|小组|组|团队|[一二三四五]级部门"
)
_NUMBERED = pattern(r"(?:level|lvl|tier|l) ?\d|第?[一二三四五六]级(?:部门|机构|单位|组织|团队|岗位)?")
_KEYED = pattern(r"(?P<key>[^:;,]{1,16}):\s*(?P<name>[^:;]{2,80})")
_NEXT = pattern(r"\s*;\s*(?=[^:;,]{1,16}:)")
_LISTED = pattern(r"、")
_LOWEST = {"unit": (1, 9), "subunit": (1, 10), "岗位": (1, 11)}


@dataclass(frozen=True, slots=True)
class _Told:
    """A name with the word for its level, folded, and the rank of that, the smallest for the highest."""

    key: str
    rank: tuple[int, int]
    name: Passage


def levelled_lines(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with each such name as an item of an outline, where most lines tell the level of one."""
    told = {place: found for place, line in enumerate(lines) if (found := _told(line))}
    every = [one for found in told.values() for one in found]
    counts = Counter(one.key for one in every)
    if len(every) < _FEWEST or len(counts) < 2 or len(told) < _SHARE * len(lines) or max(counts.values()) < 2:
        return lines
    named = sum(judge(one.name.folded.partition(",")[0]) in STRONG for one in every)
    if 2 * named < len(every) and not any(_CLASSES.fullmatch(key) for key in counts):
        return lines
    return tuple(_nested(lines, told))


def _told(line: Line) -> tuple[_Told, ...]:
    """Return the names of a line with their levels; nothing where any part of it tells something else."""
    if line.cells:
        return ()
    found: list[_Told] = []
    for part in line.body.split(match.span() for match in _NEXT.finditer(line.body.folded)):
        match = _KEYED.fullmatch(part.folded)
        rank = _rank(match["key"].strip()) if match else None
        if match is None or rank is None:
            return ()
        name = part.cut(*match.span("name"))
        names = name.split(sign.span() for sign in _LISTED.finditer(name.folded))
        found.extend(_Told(match["key"].strip(), rank, one) for one in names if one.text)
    return tuple(found)


def _rank(key: str) -> tuple[int, int] | None:
    rank = _LOWEST.get(key) or words().level(key)
    return rank if rank is None or rank[0] or _NUMBERED.fullmatch(key) else None


def _nested(lines: Sequence[Line], told: Mapping[int, Sequence[_Told]]) -> Iterator[Line]:
    ranks = sorted({one.rank for found in told.values() for one in found})
    is_indented = len({lines[place].indent for place in told}) > 1
    indent, crowd = 0, ranks[-1:]  # below which of several names on a line those of the next level stand is not said
    for place, line in enumerate(lines):
        for one in told.get(place, ()):
            rank = min(one.rank, *crowd)
            indent = line.indent if is_indented and len(told[place]) == 1 else _STEP * ranks.index(rank)
            yield replace(line, mark=_BULLET, indent=indent, body=one.name, is_bold=False, lead=0)
        if place in told:
            of_line = [one.rank for one in told[place]]
            is_within = crowd[0] != ranks[-1] and min(of_line) >= crowd[0]
            is_crowd = len(of_line) > 1 and len(set(of_line)) == 1
            crowd = crowd if is_within else of_line[:1] if is_crowd else ranks[-1:]
        else:
            yield line if is_indented else replace(line, indent=indent + _STEP)
