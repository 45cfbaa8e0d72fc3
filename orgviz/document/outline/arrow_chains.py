"""Read a chain of command that is drawn downwards: a post, an arrow alone on the next line, the post below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.entry import masked, read_entry
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.outline.lines import LAST_BRANCH, TREE, Line
from orgviz.document.text.marks import Mark
from orgviz.text import SourceText

_ARROW = re.compile(r"\s*(?:[>|│┃]+\s*)?[↓⬇⇓⇩▼▽🡓|│┃]\ufe0f?\s*$")
_BESIDE = re.compile(r"\s{3,}|\t+|\s+\|\s+")
# What is drawn with arrows too, and does not say who stands below whom.
_NO_CHAIN = re.compile(
    r"流程|审批|步骤|路径|工作流|process|approv|escalat|workflow|pipeline|journey|lifecycle|steps?\b|career|promotion|晋升|流转"
)
_LONGEST = 60
_BEFORE = 3  # lines above a chain that may say what it is
_SHARE = 0.6  # of a chain's names that must say what they are


def chained(lines: Sequence[Line], source: SourceText) -> tuple[Line, ...]:
    """Return the lines with those of each chain as branches of a drawn tree, each below the one before."""
    lines = _listed_below(lines)
    texts = source.text.split("\n")
    if not any(_is_arrow(text) for text in texts):
        return tuple(lines)
    lines = [line for line in lines if line.cells or not _is_arrow(line.body.text)]
    found: list[Line] = []
    place = 0
    while place < len(lines):
        end = place
        while end + 1 < len(lines) and _leads_down(lines[end], lines[end + 1], texts):
            end += 1
        chain = lines[place : end + 1]
        if end > place and _are_names(chain) and not _says_otherwise(lines, place):
            found.extend(_branches(chain))
        else:
            found.extend(chain)
        place = end + 1
    return tuple(found)


def _is_arrow(text: str) -> bool:
    return _ARROW.fullmatch(text.strip()) is not None


def _leads_down(line: Line, following: Line, texts: Sequence[str]) -> bool:
    """Whether nothing but arrows stands between two lines without a mark."""
    if line.mark is not None or following.mark is not None or line.cells or following.cells:
        return False
    between = [text for text in texts[line.number : following.number - 1] if text.strip()]
    return bool(between) and len(_names(line)) == 1 and all(_is_arrow(text) for text in between)


def _names(line: Line) -> list[tuple[int, int]]:
    """Return where the names begin and end that stand side by side on a line."""
    begin, found = 0, []
    for gap in _BESIDE.finditer(line.body.text):
        found.append((begin, gap.start()))
        begin = gap.end()
    return [*found, (begin, len(line.body.text))]


def _are_names(chain: Sequence[Line]) -> bool:
    entries = [read_entry(line.body.cut(*span)) for line in chain for span in _names(line)]
    strong = sum(entry.sort in STRONG for entry in entries)
    return strong >= _SHARE * len(entries) and all(
        entry.sort not in (Sort.SENTENCE, Sort.ABSTRACT) and len(entry.name) <= _LONGEST for entry in entries
    )


def _says_otherwise(lines: Sequence[Line], place: int) -> bool:
    return any(_NO_CHAIN.search(line.body.folded) for line in lines[max(0, place - _BEFORE) : place])


def _branches(chain: Sequence[Line]) -> Iterator[Line]:
    for depth, line in enumerate(chain):
        for begin, end in _names(line):
            mark = Mark(TREE, LAST_BRANCH)
            yield replace(line, mark=mark, indent=4 * depth, body=line.body.cut(begin, end), is_bold=False)


_BELOW = re.compile(r"(?P<above>[^<>→⇒=]{2,40}?)\s*(?:-{1,2}>|=>|→|⇒)\s*(?P<below>[^<>→⇒=]{2,160})")
_COMMAS = re.compile(r"\s*[,、;]\s*")
_FEWEST = 2


def _listed_below(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with those that say with one arrow each who stands below whom as lists: CEO -> COO, CFO."""
    found = {place: match for place, line in enumerate(lines) if (match := _arrowed(line)) is not None}
    if len(found) < _FEWEST or any(_says_otherwise(lines, place) for place in found):
        return lines
    whole: list[Line] = []
    for place, line in enumerate(lines):
        match = found.get(place)
        if match is None:
            whole.append(line)
            continue
        whole.append(replace(line, mark=Mark("•"), body=line.body.cut(*match.span("above")), indent=0))
        below = line.body.cut(*match.span("below"))
        parts = below.split(comma.span() for comma in _COMMAS.finditer(masked(below.folded)))
        item = replace(line, mark=Mark("-"), indent=4, after_blank=False)
        whole.extend(replace(item, body=part) for part in parts if part.text)
    return whole


def _arrowed(line: Line) -> re.Match[str] | None:
    """Return where a line without a mark names one unit or post, an arrow, and others."""
    match = _BELOW.fullmatch(line.body.folded) if line.mark is None and not line.cells else None
    entry = read_entry(line.body.cut(*match.span("above"))) if match else None
    return match if entry is not None and entry.sort in STRONG and entry.rest is None else None
