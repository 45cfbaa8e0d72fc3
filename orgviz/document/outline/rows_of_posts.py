"""Read lines in a row as a list that are each a post, a colon and its work; some may be called by their work: 美宣."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.keys import read_key
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark
from orgviz.patterns import pattern

_BULLET = Mark("•")
_FEWEST = 4
_POST = pattern(r"(?P<name>[\u4e00-\u9fff]{2,8}):\s*[^\s:][^:]*")


def posts_in_rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, those of such a row as items of a list: 社长:…, 总务:…, 文书:…, 美宣:…."""
    found = list(lines)
    for row in _rows(lines):
        posts = sum(judge(name) is Sort.POST for name in row.values())
        if len(row) >= _FEWEST and len(row) / 2 <= posts < len(row):
            for place in row:
                found[place] = replace(found[place], mark=_BULLET)
    return tuple(found)


def _rows(lines: Sequence[Line]) -> Iterator[dict[int, str]]:
    """Yield the places of lines in a row that each begin with such a name, with it."""
    row: dict[int, str] = {}
    for place, line in enumerate(lines):
        name = _name(line)
        if row and (name is None or line.after_blank or line.indent != lines[place - 1].indent):
            yield row
            row = {}
        if name is not None:
            row[place] = name
    if row:
        yield row


def _name(line: Line) -> str | None:
    """Return the name of a post with which a line begins, or of the work by which a post may be called."""
    match = None if line.mark or line.cells or line.is_bold else _POST.fullmatch(line.body.folded)
    if match is None or judge(match["name"]) not in (Sort.POST, Sort.FIELD):
        return None
    return match["name"] if judge(match["name"]) is Sort.POST or read_key(match["name"]) is None else None
