"""Read lines without marks as a list where several in a row are made alike: a name, a stroke, and what it does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.keys import read_key
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import joined
from orgviz.patterns import pattern

_VERB = "verb"
_BULLET = Mark("•")
_FEWEST = 3
_MOST_WORDS = 6
# Lighting – hangs and works the lamps. A colon alone may stand behind anything: it needs a promise above.
_EXPLAINED = pattern(
    r"(?P<name>[A-Z][\w&'’/.()-]*(?: (?:[\w&'’/.()-]+|[–-](?! ))){0,5}?)"
    r"(?P<divider> [-–—]{1,2} |: )\S+ \S+ \S+"
)
# Estates and Facilities maintains the buildings: the name ends where small letters begin.
_TELLS = pattern(
    r"(?P<name>[A-Z][\w&'’/-]*(?: (?:(?:and|&|of) )?[A-Z][\w&'’/-]*){0,4}) "
    r"(?!is |was |has |this |as )(?P<verb>[a-z]{3,}(?<!s)s) \S+ \S"
)
_LED = pattern(r"(?P<name>[A-Z][\w&'’/ ]{2,40}?)(?P<divider> [-–—] )(?P<post>[A-Z][\w ]{2,40})")
_LONGEST = 70  # characters in which name and divider stand
_SENT_ON = pattern(r"[a-z(]")


def with_explained(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, those of such a row as items of a list, which is then judged as any other."""
    found = list(lines)
    for row in _rows(lines):
        if _is_list(lines, row):
            for place in row:
                found[place] = _as_item(lines[place])
    return tuple(found)


def _as_item(line: Line) -> Line:
    """Return a line as an item, with a stroke where the name runs on into what it does."""
    told = None if _divider(line) != _VERB else _TELLS.match(line.body.text[:_LONGEST])
    if told is None:
        return replace(line, mark=_BULLET)
    body = joined((line.body.cut(0, told.end("name")), line.body.cut(told.start("verb"))), " - ")
    return replace(line, mark=_BULLET, body=body)


def _rows(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the places of lines in a row with the same divider; a line that goes on in small letters is no break."""
    row: list[int] = []
    last = ""
    for place, line in enumerate(lines):
        divider = _divider(line)
        if divider is None and row and line.mark is None and not line.after_blank and _SENT_ON.match(line.body.text):
            continue
        if divider is None or (row and (divider != last or line.indent != lines[row[0]].indent)):
            yield row
            row = []
        if divider is not None:
            row.append(place)
            last = divider
    yield row


def _divider(line: Line) -> str | None:
    if line.mark is not None or line.cells or line.is_bold:
        return None
    start = line.body.text[:_LONGEST]
    match = _EXPLAINED.match(start) or _led(start) or _TELLS.match(start)
    if match is None or read_key(match["name"].lower()) is not None or judge(match["name"].lower()) is Sort.SENTENCE:
        return None
    return match["divider"].strip()[:1] if "divider" in match.groupdict() else _VERB


def _led(text: str) -> re.Match[str] | None:
    """Tell a name with the title of whoever leads it behind a stroke: Kitchen - Head Chef."""
    match = _LED.fullmatch(text)
    return match if match and judge(match["post"].lower()) is Sort.POST else None


def _is_list(lines: Sequence[Line], row: Sequence[int]) -> bool:
    if len(row) < _FEWEST:
        return False
    before = lines[row[0] - 1].body.folded if row[0] else ""
    is_promised = promise_of(before) in (Promise.UNITS, Promise.POSTS, Promise.MIXED)
    divider = _divider(lines[row[0]])
    if divider == _VERB:
        return is_promised and len(before) <= _LONGEST and not before.endswith(".")
    return divider != ":" or (is_promised and before.endswith(":"))
