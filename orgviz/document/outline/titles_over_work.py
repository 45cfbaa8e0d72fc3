"""Read pages that show on one line the title of a post, and on the next what it does, again and again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import linked
from orgviz.patterns import pattern

_BULLET = Mark("•")
_FEWEST = 3  # such pairs in a row
_MOST = 0.6  # of the titles, that are known to be posts
_LONGEST = 60
_WORK = pattern(
    r"(?:Responsible for|In charge of|[A-Z][a-z]+(?:ly )?[a-z]*[^\Wsui]s(?: and [a-z]+s| or [a-z]+s)?) [\w'-]+,? \S"
)
_TITLE = pattern(r"[A-Z][\w'/&-]*(?: (?:[A-Z][\w'/&-]*|of|and|or|the|&|[a-z]+)){0,5}")


def titles_over_work(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with each title and the work below it on one, as an item of a list."""
    found = list(lines)
    gone: set[int] = set()
    for run in _runs(lines):
        titles = [lines[place].body.folded for place in run]
        posts = sum(judge(title) is Sort.POST for title in titles)
        if len(run) < _FEWEST or posts < _MOST * len(run):
            continue
        for place in run:
            title, work = lines[place].body, lines[place + 1].body
            found[place] = replace(lines[place], mark=_BULLET, body=linked(title, ": ", work))
            gone.add(place + 1)
    return tuple(line for place, line in enumerate(found) if place not in gone)


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the places of titles of which one pair of lines follows the other."""
    run: list[int] = []
    place = 0
    while place + 1 < len(lines):
        if _is_pair(lines[place], lines[place + 1]):
            run.append(place)
            place += 2
            continue
        yield run
        run = []
        place += 1
    yield run


def _is_pair(title: Line, work: Line) -> bool:
    are_plain = all(one.mark is None and not one.cells and not one.is_bold for one in (title, work))
    is_title = len(title.body) <= _LONGEST and _TITLE.fullmatch(title.body.text) is not None
    return are_plain and is_title and not work.after_blank and _WORK.match(work.body.text) is not None
