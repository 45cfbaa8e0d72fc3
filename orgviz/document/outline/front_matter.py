"""Read what the front matter of a page shows its readers: the title, and lists of units or people as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.notes import read_notes
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.document.text.skipped import front_length_of_page
from orgviz.patterns import pattern

_TITLE = pattern(r"title\s*[:=]\s*(?=\S)", re.IGNORECASE)
_HEADING = pattern(r"#\s|={3,}\s*$|\s*<h1\b", re.IGNORECASE)
_PAIR = pattern(r"(?P<indent>\s*)(?P<dash>-\s+)?(?P<key>[\w-]{1,30})\s*:(?:\s+(?P<value>\S.*)|\s*)$")
_QUOTES = "'\""
_FEWEST = 3  # records that are a list
_SHARE = 0.6  # of the records name a unit or a post
_BLOCK = pattern(r"[|>][+-]?\s*$")


@dataclass(slots=True)
class _Record:
    """One item of a list: where its dash stands, and its values by their keys."""

    number: int
    indent: int
    values: dict[str, list[Passage]] = field(default_factory=dict)


def front_lines(lines: Sequence[str]) -> Iterator[Line]:
    """Yield the title as a heading, where the page has none of its own, and rows for the lists of units or people.

    The title of a post is that of a page about the post, and nothing on it stands below.
    """
    end = front_length_of_page(lines)
    front = lines[:end]
    if not any(_HEADING.match(text) for text in lines[end:]):
        titles = [
            _value(text[match.end() :], number, match.end() + 1)
            for number, text in enumerate(front, 1)
            if (match := _TITLE.match(text)) is not None
        ]
        yield from (
            Line(title.line, 0, Mark("#", depth=1), title, after_blank=True)
            for title in titles
            if judge(title.folded) is not Sort.POST
        )
    for records in _lists(front):
        yield from _rows(records)


def _value(written: str, number: int, column: int) -> Passage:
    """Return a value without its quotes."""
    text = written.rstrip()
    if text[:1] in _QUOTES and text.endswith(text[0]) and len(text) > 1:
        return passage(text[1:-1], number, column + 1)
    return passage(text, number, column)


def _lists(front: Sequence[str]) -> Iterator[list[_Record]]:
    """Yield the lists of records, each as far as its dashes stand one below the other."""
    records: list[_Record] = []
    key = ""
    for number, text in enumerate(front, 1):
        match = _PAIR.match(text)
        if match is None:
            if records and key and text.startswith(" ") and text.strip():
                start = len(text) - len(text.lstrip())
                records[-1].values[key].append(_value(text[start:], number, start + 1))
            continue
        indent = len(match["indent"])
        if match["dash"] is not None and (not records or indent <= records[-1].indent):
            if records and indent < records[-1].indent:
                yield records
                records = []
            records.append(_Record(number, indent))
        elif records and indent <= records[-1].indent:
            yield records
            records = []
        key = match["key"].lower() if records else ""
        if records:
            value = match["value"] or ""
            is_block = _BLOCK.match(value) is not None
            kept = [] if is_block or not value else [_value(value, number, match.start("value") + 1)]
            records[-1].values[key] = kept
    yield records


def _rows(records: Sequence[_Record]) -> Iterator[Line]:
    """Yield the rows of a table, with a header, where most records name a unit or a post."""
    keys = list(dict.fromkeys(key for record in records for key in record.values))
    if len(records) < _FEWEST or len(keys) < 2 or _named(records) < _SHARE * len(records):
        return
    first = records[0].number
    yield _row(first, [passage(key, first, 1) for key in keys], after_blank=True)
    for record in records:
        values = [record.values.get(key) or [passage("", record.number, 1)] for key in keys]
        yield _row(record.number, [joined(value, " ") for value in values], after_blank=False)


def _row(number: int, cells: Sequence[Passage], *, after_blank: bool) -> Line:
    return Line(number, 0, None, cells[0], after_blank=after_blank, cells=tuple(cells))


def _named(records: Sequence[_Record]) -> int:
    """Return how many of the records name a unit or a post in one of their values."""
    return sum(
        any(judge(read_notes(one).name.folded) in STRONG for values in record.values.values() for one in values)
        for record in records
    )
