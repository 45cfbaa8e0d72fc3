"""Read blocks of plain lines with a unit above its posts: FINANCE, Finance Director, Accounting Technician (2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from orgviz.document.names.entry import Entry, read_entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark

_BULLET = Mark("•")
_FEWEST = 2  # blocks that are made so
_LONGEST = 60  # characters, where lines are names
_LETTERS = 3  # as many has CEO, which is no title of a section


def titled_blocks(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with those of each block as a list below its first one, where two blocks are made so."""
    blocks = [
        one for block in _blocks(lines) for one in _parts(lines, block) if _is_titled(lines[one.start : one.stop])
    ]
    if len(blocks) < _FEWEST:
        return lines
    listed = {place for block in blocks for place in block[1:]}
    return tuple(replace(line, mark=_BULLET) if place in listed else line for place, line in enumerate(lines))


def _blocks(lines: Sequence[Line]) -> Iterator[range]:
    place = 0
    while place < len(lines):
        end = place + 1
        while end < len(lines) and not lines[end].after_blank:
            end += 1
        yield range(place, end)
        place = end


def _parts(lines: Sequence[Line], block: range) -> tuple[range, ...]:
    """Return the parts of a block with a unit above its posts each, where all of it is made so; else the block."""
    if not all(is_plain(lines[place]) for place in block):
        return (block,)
    begins = [place for place in block if _is_unit(read_entry(lines[place].body))]
    parts = tuple(range(begin, end) for begin, end in pairwise((*begins, block.stop)))
    are_parts = begins[:1] == [block.start] and all(len(part) > 1 for part in parts)
    return parts if are_parts else (block,)


def _is_titled(block: Sequence[Line]) -> bool:
    """Whether a unit or a field stands above names of which some are posts, and none a unit in its own capitals."""
    if len(block) < 2 or not all(map(is_plain, block)):
        return False
    title, *below = [read_entry(line.body) for line in block]
    is_field = title.sort is Sort.FIELD or is_known_field(title.name.folded)
    if title.sort is Sort.POST or title.rest is not None or not (is_field or _is_unit(title)):
        return False
    return all(map(_is_name, below)) and below[0].sort is Sort.POST


def _is_unit(entry: Entry) -> bool:
    is_title = entry.sort is Sort.UNIT or (entry.sort is not Sort.POST and _is_in_capitals(entry))
    return is_title and entry.rest is None


def is_plain(line: Line) -> bool:
    """Whether a line at the margin is as short as a name, begins as one does, and has no mark."""
    is_bare = line.mark is None and not line.cells and not line.indent and not line.lead
    return is_bare and len(line.body) <= _LONGEST and (line.body.text[:1].isupper() or is_wide(line.body.folded))


def _is_name(entry: Entry) -> bool:
    is_alone = entry.rest is None or (entry.sort is Sort.POST and entry.divider == ":")
    if is_wide(entry.name.folded):
        return entry.sort in STRONG and is_alone and not entry.named.holders  # 主任 方圆 is the head, and read as that
    return entry.sort in STRONG and is_alone and not _is_in_capitals(entry)


def _is_in_capitals(entry: Entry) -> bool:
    return entry.name.text.isupper() and len(entry.name) > _LETTERS
