"""Divide numbered items whose name runs into a sentence: 1. Department of Works The Surveyor directs the yards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.outline.line import Line
from orgviz.patterns import pattern

_FEWEST = 2  # such items in a document: one alone may be a sentence
_LONGEST = 60
_LEAST_BEHIND = 24  # characters: less is a note behind a name
_NAME = r"[A-Z][\w'’/-]*(?:,? (?:[A-Z][\w'’/-]*|of|and|the|for|&)){0,8}?"
_SENTENCE = pattern(
    rf"(?P<name>{_NAME})(?P<sign>\.)? (?=(?:The|This|These|Its|Each|All|An?|Staff|Two|Three) [\w'’-]+ [\w'’-]+ )"
)


def names_before_sentences(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, each such item as its name and a paragraph below it, where several items are so."""
    found = {place: match for place, line in enumerate(lines) if (match := _divided(line)) is not None}
    sorts = {place: judge(match["name"].lower()) for place, match in found.items()}
    known = {place for place, sort in sorts.items() if sort in STRONG}
    # A field of work is the name of a unit only where a stop ends it and others stand beside it.
    fields = {place for place, match in found.items() if match["sign"] and sorts[place] is Sort.FIELD}
    kept = known | fields if len(known | fields) >= _FEWEST else set()
    for place, line in enumerate(lines):
        if place not in kept:
            yield line
            continue
        match = found[place]
        yield replace(line, body=line.body.cut(*match.span("name")), lead=0)
        yield replace(line, body=line.body.cut(match.end()), mark=None, lead=0, after_blank=False)


def _divided(line: Line) -> re.Match[str] | None:
    if line.mark is None or line.mark.number is None or line.cells or line.is_bold or not line.body.folded.isascii():
        return None
    match = _SENTENCE.match(line.body.text)
    if match is None or match.end("name") > _LONGEST or len(line.body) - match.end() < _LEAST_BEHIND:
        return None
    return match
