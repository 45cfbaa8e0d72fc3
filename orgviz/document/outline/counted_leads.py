"""Let a sentence that ends in how many units or posts there are lead to the list right below it, as a colon would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from orgviz.document.names.spelled_counts import leading_number
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import joined, passage
from orgviz.patterns import pattern

_CLASSES = (
    r"(?:teams|departments|divisions|(?:sub-?)?committees|(?:working )?groups|squads|crews|branches|sections|"
    r"offices|units|boards|councils|positions|officers|roles|posts|kinds of (?:staff|employees|workers|people))"
)
_ANNOUNCED = pattern(
    r"(?:^(?:our|the|their|its)|\b(?:has|have|are|of|comprises?|includes?|in|into|among|(?:run|led|managed|governed) by"
    r"|following|these)) (?:(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) )?"
    rf"(?:[a-z-]+ ){{0,3}}?{_CLASSES}(?: (?:are|include))?[.:]$"
)


def announces(folded: str) -> re.Match[str] | None:
    """Return where a line announces the units or posts listed below it: Our work is divided among five teams."""
    return _ANNOUNCED.search(folded) if folded.endswith((".", ":")) else None


def counted_leads(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, such sentences with a colon at the end where the list has as many items as they say."""
    for place, line in enumerate(lines):
        told = announces(line.body.folded) if line.mark is None and line.body.folded.endswith("s.") else None
        if told is None or not told["count"] or leading_number(told["count"]) != _listed(lines, place + 1):
            yield line
        else:
            body = line.body.cut(0, len(line.body) - 1)
            yield replace(line, body=joined((body, passage(":", line.number, len(body) + 1)), ""))


def _listed(lines: Sequence[Line], first: int) -> int:
    """Return how many items a list has that begins at a place; what stands below them does not count."""
    begin = lines[first] if first < len(lines) else None
    if begin is None or begin.mark is None:
        return 0
    form, indent = begin.mark.form, begin.indent
    listed = takewhile(lambda line: line.mark is not None and line.indent >= indent, lines[first:])
    return sum(1 for line in listed if line.indent == indent and line.mark and line.mark.form == form)
