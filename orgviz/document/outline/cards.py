"""Read cards: a line that names a unit or post by a key, and lines of other keys that say more of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import read_notes
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark
from orgviz.patterns import pattern

_NAMING = pattern(
    r"(?P<key>(?:部门|科室|处室|单位|机构|中心|团队|小组|委员会|岗位|职位|职务|部署|부서|직책|팀)(?:名称|名)?"
    r"|(?:department|team|unit|division|position|role|job|committee|office|group|section)(?: name| title)?"
    r"|abteilung|stelle|referat|funktion)\s*:\s*(?=\S)"
)
_KEYED = pattern(r"[^:,。;]{2,20}:")
_FEWEST = 2  # cards from which on a document is made of them
_LONGEST = 40
_HEADING = Mark("#", depth=9)  # below any other


def carded(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with what names each card as a heading over the rest of it; others as they are.

    Several lines must begin with the same key and name a unit or post each, with a line of another key behind it.
    """
    found = {place: match for place, line in enumerate(lines) if (match := _naming(lines, place, line)) is not None}
    count = Counter(match["key"] for match in found.values())
    cards = {place: match.end() for place, match in found.items() if count[match["key"]] >= _FEWEST}
    return tuple(
        replace(line, mark=_HEADING, body=line.body.cut(cards[place]), indent=0) if place in cards else line
        for place, line in enumerate(lines)
    )


def _naming(lines: Sequence[Line], place: int, line: Line) -> re.Match[str] | None:
    """Return the key that names a card, where a line is the first of one."""
    if line.mark is not None or line.cells or place + 1 == len(lines):
        return None
    match = _NAMING.match(line.body.folded)
    following = lines[place + 1]
    if match is None or following.cells or len(line.body) - match.end() > _LONGEST:
        return None
    other = _KEYED.match(following.body.folded)
    if other is None or other[0].rstrip(": ") == match["key"]:
        return None
    sort = judge(read_notes(line.body.cut(match.end())).name.folded)
    return match if sort in (Sort.UNIT, Sort.POST, Sort.FIELD) else None
