"""Read records that say who somebody is by a key: Role: Tester and Name: Ann Lee, or Role: Tester below Ann Lee."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import people_in, read_notes
from orgviz.document.names.people import is_person
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import Passage, linked
from orgviz.patterns import pattern

_ROLE = pattern(
    r"(?:team |project )?(?:roles?|position|job title|title)\s*:\s*(?=\S)|(?:团队)?(?:角色|职务|职位|岗位)\s*:\s*(?=\S)"
)
_KEY_OF_DUTY = pattern(r"(?:roles?|角色)\s*:")  # said of what somebody does, too
_NAME = pattern(r"(?:full )?name\s*:|姓名\s*:|(?:held|filled) by\s*:")
_FEWEST = 2  # records from which on such keys are read so
_NEAR = 8  # lines of a record
_LONGEST = 60


def role_records(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with each person and role on one, where at least two records have both."""
    found = {place: record for place in range(len(lines)) if (record := _record(lines, place)) is not None}
    if len(found) < _FEWEST:
        return tuple(lines)
    gone = {other for _, other in found.values()}
    return tuple(_written(lines, found, gone))


def _written(lines: Sequence[Line], found: dict[int, tuple[Passage, int]], gone: set[int]) -> Iterator[Line]:
    for place, line in enumerate(lines):
        if place in found:
            yield replace(line, body=found[place][0], lead=0)
        elif place not in gone:
            yield line


def _record(lines: Sequence[Line], place: int) -> tuple[Passage, int] | None:
    """Return what the first line of a record is to say, with the line that says it now; nothing where none begins."""
    line = lines[place]
    if line.cells or len(line.body) > _LONGEST:
        return None
    if line.mark is not None and line.mark.form == "#" and is_person(line.body.text, line.body.folded):
        return _below_person(lines, place)
    role = _role(line) if _KEY_OF_DUTY.match(line.body.folded) else None
    if role is None:
        return None
    name = next((one for one in _block(lines, place) if _NAME.match(lines[one].body.folded)), None)
    if name is None:
        return None
    who = lines[name].body
    who = who.cut(who.folded.index(":") + 1)
    people = people_in(who.cut(len(who) - len(who.folded.lstrip()))) if who.text.strip() else ()
    return (linked(role, ": ", who) if people else role), name


def _below_person(lines: Sequence[Line], place: int) -> tuple[Passage, int] | None:
    for one in _block(lines, place):
        role = _role(lines[one])
        if role is not None:
            return linked(lines[place].body, " - ", role), one
    return None


def _block(lines: Sequence[Line], place: int) -> Iterator[int]:
    """Yield the lines behind the first of a record that belong to it: no title, and no record of another."""
    first = lines[place]
    is_role = _role(first) is not None
    for one in range(place + 1, min(place + 1 + _NEAR, len(lines))):
        line = lines[one]
        is_title = line.mark is not None and line.mark.form == "#"
        is_next = is_role and line.indent <= first.indent and _role(line) is not None
        if line.cells or is_title or is_next:
            return
        yield one


def _role(line: Line) -> Passage | None:
    """Return the title behind a key that says which role somebody has."""
    key = _ROLE.match(line.body.folded)
    if key is None or len(line.body) > _LONGEST:
        return None
    value = line.body.cut(key.end())
    for end in (len(value), *(one.start() for one in re.finditer(r"\s*[,、/&]", value.folded))):
        title = value.cut(0, end)
        if judge(read_notes(title).name.folded) is Sort.POST:
            return title
    return None
