"""Cut runs of text into lines: each character keeps its style, what wrapping added gets that of its neighbour."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from orgviz.style.values import TextRun
from orgviz.typography.wrap import Slice

_SPACE = re.compile(r"\s")


class Cut(NamedTuple):
    """A part of a line: from where to where in the text of which run, and what wrapping added to it."""

    run: int
    start: int
    end: int
    added: str = ""


def cut_in_lines(runs: Sequence[TextRun], lines: Sequence[str]) -> list[tuple[Cut, ...]]:
    """Return of which parts of the runs each line is.

    Args:
        lines: the runs' text in order, less spaces at breaks, more hyphens or an ellipsis.
    """
    whole = "".join([run.text for run in runs])
    if len(lines) == 1 and lines[0] == whole:
        return [tuple([Cut(number, 0, len(run.text)) for number, run in enumerate(runs) if run.text])]
    plain = _SPACE.sub(" ", whole)
    ends = list(accumulate([len(run.text) for run in runs]))
    at = 0
    found = []
    for line in lines:
        places = _places(plain, line, at)
        at = places[-1] + 1 if places else at
        found.append(tuple(_cuts(runs, ends, line, places)))
    return found


def runs_of_slices(runs: Sequence[TextRun], plain: str, slices: Sequence[Slice]) -> list[tuple[TextRun, ...]]:
    """Return the parts of runs that each line is of, all of which are told as parts of the whole text.

    Args:
        plain: the text as it is drawn, as long as it is.
    """
    found = []
    for start, end, added in slices:
        parts = []
        begin = 0
        for run in runs:
            past = begin + len(run.text)
            text = plain[max(start, begin) : min(past, end)]
            if text:
                if added and end <= past:
                    text += added
                parts.append(run if text == run.text else TextRun(text, run.style))
            begin = past
        found.append(tuple(parts))
    return found


def cut_runs(runs: tuple[TextRun, ...], cuts: tuple[Cut, ...]) -> tuple[TextRun, ...]:
    """Return the parts of runs that a line is of."""
    found = []
    for number, start, end, added in cuts:
        run = runs[number]
        is_whole = not added and start == 0 and end == len(run.text)
        found.append(run if is_whole else TextRun(run.text[start:end] + added, run.style))
    return tuple(found)


def _places(plain: str, line: str, at: int) -> Sequence[int]:
    """Return where in a text each character of a line stands; what wrapping added stands where its neighbour does.

    Args:
        plain: the text, with plain spaces.
        at: where the line begins, or spaces before it.
    """
    while plain[at : at + 1] == " " and not line.startswith(" "):
        at += 1
    if plain.startswith(line, at):
        return range(at, at + len(line))
    found: list[int] = []
    for character in line:
        ahead = at
        while ahead < len(plain) and plain[ahead] != character and plain[ahead] == " ":
            ahead += 1
        if plain[ahead : ahead + 1] == character:
            at = ahead + 1
        found.append(max(0, at - 1))
    return found


def _cuts(runs: Sequence[TextRun], ends: Sequence[int], line: str, places: Sequence[int]) -> Iterator[Cut]:
    """Cut a line where its characters change from one run to the next."""
    first = 0
    while first < len(line):
        owner = bisect_right(ends, places[first])
        past = bisect_left(places, ends[owner], first)
        before = ends[owner - 1] if owner else 0
        yield _cut(owner, runs[owner].text, places[first] - before, line[first:past])
        first = past


def _cut(number: int, text: str, start: int, part: str) -> Cut:
    """Return the cut of a run's text that gives a part of a line: as much of the text as can be, the rest is added."""
    end = start
    while end - start < len(part) and text[end : end + 1] == part[end - start]:
        end += 1
    return Cut(number, start, end, part[end - start :])
