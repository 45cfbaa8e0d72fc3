"""Read who has one post in each of several units: 车间主任：一车间 陈平；二车间 刘海; 组长：王敏（一组）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.people import is_person
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import Passage, linked
from orgviz.patterns import pattern

_FEWEST = 2  # units from which on the post is that of each
_LONGEST = 200
_LINE = pattern(r"(?P<post>[^:,。;()、]{2,10}):\s*(?P<each>.{6,})")
_BETWEEN = pattern(r"\s*[、,;]\s*")
_UNIT_FIRST = pattern(
    r"(?P<unit>[^\s()]{2,12}?)(?:\s+|\s*-{1,2}\s*|(?<=[部科处室组班队店厂间心区]))(?P<who>[\u4e00-\u9fff]{2,4})"
)
_WHO_FIRST = pattern(r"(?P<who>[\u4e00-\u9fff]{2,4})\s*\((?P<unit>[^()]{2,12})\)")


def posts_of_units(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with each unit, the post and its holder on one of its own."""
    return tuple(part for line in lines for part in _apart(line))


def _apart(line: Line) -> Iterator[Line]:
    found = _each(line)
    if not found:
        yield line
    for unit, post, who in found:
        yield replace(line, body=linked(linked(unit, " ", post), ":", who), lead=0)


def _each(line: Line) -> tuple[tuple[Passage, Passage, Passage], ...]:
    """Return each unit with the post and who holds it; nothing where a part says anything else."""
    match = _LINE.fullmatch(line.body.folded) if len(line.body) <= _LONGEST and not line.cells else None
    if match is None or judge(match["post"]) is not Sort.POST:
        return ()
    post, listed = line.body.cut(*match.span("post")), line.body.cut(match.start("each"))
    parts = [part for part in listed.split(one.span() for one in _BETWEEN.finditer(listed.folded)) if part.text]
    found = [(part, _told(part)) for part in parts]
    if len(found) < _FEWEST or any(told is None for _, told in found):
        return ()
    each = [(part.cut(*told.span("unit")), part.cut(*told.span("who"))) for part, told in found if told is not None]
    return tuple((unit, _rank(post, unit), who) for unit, who in each)


def _told(part: Passage) -> re.Match[str] | None:
    for form in (_UNIT_FIRST, _WHO_FIRST):
        match = form.fullmatch(part.folded.rstrip("。 "))
        who = part.cut(*match.span("who")) if match else None
        if match and who and is_person(who.text, who.folded) and judge(match["unit"]) is Sort.UNIT:
            return match
    return None


def _rank(post: Passage, unit: Passage) -> Passage:
    """Return a title without the word for the unit's class: the 主任 of 一车间 among the 车间主任."""
    lengths = range(len(post) - 2, 1, -1)
    end = next((length for length in lengths if unit.folded.endswith(post.folded[:length])), 0)
    return post.cut(end) if judge(post.folded[end:]) is Sort.POST else post
