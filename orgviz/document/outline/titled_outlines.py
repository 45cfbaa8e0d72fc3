"""Read outlines by indentation or drawn branches that stand below a unit in a line of its own, at the same margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.entry import Entry, read_entry
from orgviz.document.names.judging import STRONG, Sort, is_wide
from orgviz.document.outline.line import TREE, Line
from orgviz.document.outline.titled_blocks import is_plain
from orgviz.patterns import pattern

_LONGEST = 60  # characters, where lines are names
_STEP = 4  # columns that what stands below a title is moved by
_SHARE = 0.5  # of the names below a title that must say what they are
# What is over a list, and names nobody of whom it is one.
_LIST = pattern(r"安排|名册|名录|通讯录|值班|排班|\b(?:list|proposal|draft|roster|rota)$")
_FEWEST = 2  # units below the name of the whole
_MOST = 2000  # lines of a text that may be one outline


def titled_outlines(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with each outline of posts moved below the unit above it: Fire Department, Fire Chief, …."""
    if not any(_is_within(line) for line in lines):
        return lines
    moved = {place for block in _titled(lines) for place in block}
    return tuple(
        replace(line, indent=line.indent + _STEP, after_blank=False) if place in moved else line
        for place, line in enumerate(lines)
    )


def _titled(lines: Sequence[Line]) -> Iterator[range]:
    """Yield where the outlines stand, each without its title."""
    titles = [place for place in range(len(lines)) if _is_title(lines, place)]
    if (titles == [0] and _is_one_outline(lines)) or _names_whole(lines):
        yield range(1, len(lines))
        return
    for number, title in enumerate(titles):
        end = titles[number + 1] if number + 1 < len(titles) else len(lines)
        block = range(title + 1, next((at for at in range(title + 2, end) if _ends(lines[at])), end))
        if _is_outline_of_posts(lines[block.start : block.stop]):
            yield block


def _is_one_outline(lines: Sequence[Line]) -> bool:
    """Whether an empty line parts the first line from all others, which are one outline."""
    if len(lines) > _MOST or not lines[1].after_blank or any(line.after_blank for line in lines[2:]):
        return False
    return _is_outline(lines[1:])


def _names_whole(lines: Sequence[Line]) -> bool:
    """Whether the first line is a unit or a field, and all others are an outline of units: Elm Hotel, Kitchen, …."""
    tops = [place for place, line in enumerate(lines) if not _is_within(line)]
    if len(lines) > _MOST or tops[:2] != [0, 1] or len(tops) <= _FEWEST or not all(map(is_plain, lines[:1])):
        return False
    title, *units = [read_entry(lines[place].body) for place in tops]
    if title.sort not in (Sort.UNIT, Sort.FIELD) or title.rest is not None or not _is_outline(lines[1:]):
        return False
    if _LIST.search(title.name.folded):
        return False
    are_open = all(place + 1 < len(lines) and _is_within(lines[place + 1]) for place in tops[1:])
    return are_open and all(unit.sort in (Sort.UNIT, Sort.FIELD) and not unit.named.holders for unit in units)


def _is_title(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is a unit or a field, and a post stands right below it at the same margin."""
    if place + 1 >= len(lines) or not is_plain(lines[place]) or not is_plain(lines[place + 1]):
        return False
    title, below = read_entry(lines[place].body), read_entry(lines[place + 1].body)
    sorts = (Sort.UNIT,) if is_wide(title.name.folded) else (Sort.UNIT, Sort.FIELD)
    is_unit = title.sort in sorts and title.rest is None and not title.named.holders
    return is_unit and below.sort is Sort.POST


def _ends(line: Line) -> bool:
    """Whether a line at the margin is a unit behind an empty one: the outline before it is at its end."""
    if _is_within(line):
        return False
    return not is_plain(line) or (line.after_blank and read_entry(line.body).sort is not Sort.POST)


def _is_outline_of_posts(lines: Sequence[Line]) -> bool:
    tops = [read_entry(line.body) for line in lines if not _is_within(line)]
    return _is_outline(lines) and all(top.sort is Sort.POST for top in tops)


def _is_outline(lines: Sequence[Line]) -> bool:
    if not any(map(_is_within, lines)) or not all(_is_within(line) or is_plain(line) for line in lines):
        return False
    entries = [read_entry(line.body) for line in lines]
    return all(map(_is_name, entries)) and sum(one.sort in STRONG for one in entries) >= _SHARE * len(entries)


def _is_name(entry: Entry) -> bool:
    return entry.sort not in (Sort.SENTENCE, Sort.ABSTRACT) and len(entry.name) <= _LONGEST


def _is_within(line: Line) -> bool:
    """Whether a line stands below another by its indent, or as a branch of a drawn tree."""
    if line.cells or (line.mark is not None and line.mark.form != TREE):
        return False
    return line.indent > 0 or line.mark is not None
