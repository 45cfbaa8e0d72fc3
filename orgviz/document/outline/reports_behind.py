"""Put on a line of its own to whom somebody reports, where it stands behind a name: Controller (reports to the CFO)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from orgviz.document.names.entry import Entry, read_entry
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.notes import people_in
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.patterns import pattern

_LONGEST = 120  # characters of a line that is a name with this behind it
_WHO = r"(?!no\b|nobody|any|who)(?:the\s|our\s)?(?P<who>[^,;:()\[\].。]{2,50}?)"
_REPORTS = r"(?:who\s)?report(?:s|ing)\s(?:directly\s|straight\s)?(?:in)?to:?\s"
_BEHIND = pattern(
    rf"(?P<name>[^.。;]{{2,80}}?)\s*(?:[(\[]\s*{_REPORTS}{_WHO}\s*[)\]]"
    rf"|(?:,|\s[-–—])\s+{_REPORTS}{_WHO.replace('who>', 'whom>')})[.]?"
)
_BEHIND_WIDE = pattern(
    r"(?P<name>[^。;]{2,60}?)\s*(?:\(\s*|,\s*)(?:直接|行政上)?(?:[向对](?P<who>[^,;:()。的]{2,20}?)(?:直接)?(?:汇报工作|汇报|报告|负责)"
    r"|(?:汇报给|汇报至|汇报对象为?:?|(?:直接|直属)?上级为?:?)(?P<whom>[^,;:()。的]{2,20}?))\s*\)?"
)


def reports_behind(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, each that tells behind a name whom it reports to with that on a line below it."""
    for line in lines:
        told = _told(line)
        if told is None:
            yield line
            continue
        name, who = told
        yield replace(line, body=name)
        key = passage("Reports to: ", *who.places[0][1:])
        yield line.item_below(joined((key, who), ""))


def _told(line: Line) -> tuple[Passage, Passage] | None:
    """Return the name that a line begins with, and to whom it reports."""
    folded = line.body.folded
    if line.cells or len(folded) > _LONGEST:
        return None
    match = _match(folded)
    if match is None:
        return None
    name, who = line.body.cut(0, match.end("name")), line.body.cut(*match.span("who" if match["who"] else "whom"))
    is_heading = line.mark is not None and line.mark.form == "#"
    return (name, who) if _is_named(read_entry(name), is_heading=is_heading) else None


def _match(folded: str) -> re.Match[str] | None:
    if "report" in folded:
        return _BEHIND.fullmatch(folded)
    return _BEHIND_WIDE.fullmatch(folded) if _TOLD.search(folded) else None


_TOLD = pattern(r"汇报|报告|负责\)|上级")


def _is_named(entry: Entry, *, is_heading: bool) -> bool:
    """Whether a line names a unit or a post, with who holds it or without: CFO, Roe - CFO."""
    if entry.sort in STRONG:
        return entry.rest is None or bool(people_in(entry.rest))
    if is_heading and entry.sort is Sort.FIELD and entry.rest is None:
        return True
    return entry.sort is Sort.FIELD and entry.rest is not None and judge(entry.rest.folded) is Sort.POST
