"""Read pages that show people: a name on one line, the title on the next, or both on a line without any mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.entry import Entry, read_entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.notes import read_notes
from orgviz.document.names.people import is_person
from orgviz.document.outline.lines import Line
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import Passage, linked

_BULLET = Mark("•")
_FEWEST = 2  # people from which on a page is one of people
_LONGEST = 70
_LEAST_LINES = 2  # of a block of names below a title
_SHARE = 0.6
_LOW_SHARE = 0.35  # where several titles have such a block


def shown_people(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with each person and title on one, as an item of a list below the title of its section."""
    pairs = dict(_pairs(lines))
    alone = {place for place, line in enumerate(lines) if place not in pairs and _is_titled(line)}
    if len(pairs) + len(alone) < _FEWEST:
        return tuple(lines)
    found: list[Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if place in pairs:
            body = linked(line.body, pairs[place], lines[place + 1].body)
            found.append(replace(line, mark=line.mark or _BULLET, is_bold=False, body=body))
            place += 2
            continue
        found.append(replace(line, mark=_BULLET, is_bold=False) if place in alone else line)
        place += 1
    return tuple(found)


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield where two lines are a person and a title, with what stands between them when they are one."""
    place = 0
    while place + 1 < len(lines):
        line, following = lines[place], lines[place + 1]
        between = _between(line, following) if _may_be_part(line) and _may_be_title(line, following) else None
        if between is not None:
            yield place, between
        place += 1 if between is None else 2


def _between(line: Line, following: Line) -> str | None:
    if _is_person(line.body) and _is_post(following.body):
        return f", {following.mark.number}. " if following.mark else ", "
    is_plain_post = line.mark is None and not line.is_bold and _is_post(line.body)
    return ": " if is_plain_post and _is_person(following.body) else None


def _may_be_part(line: Line) -> bool:
    return not line.cells and len(line.body) <= _LONGEST and (line.mark is None or line.mark.form == "#")


def _may_be_title(line: Line, following: Line) -> bool:
    """Whether a line has no mark, or below a heading a number that belongs to the title: 2. Vorsitzende."""
    mark = following.mark
    is_ranked = mark is not None and mark.form == "1." and (mark.number or 0) in (1, 2, 3)
    is_heading = line.mark is not None and line.mark.form == "#"
    return _is_plain(replace(following, mark=None) if is_ranked and is_heading else following)


def _is_plain(line: Line) -> bool:
    return not line.cells and line.mark is None and len(line.body) <= _LONGEST


def _is_person(body: Passage) -> bool:
    return not is_wide(body.folded) and is_person(body.text, body.folded)


def _is_post(body: Passage) -> bool:
    """Whether a line is a title and no more, perhaps with its field behind a comma."""
    if is_wide(body.folded) or ":" in body.folded or body.folded.endswith("."):
        return False
    title = body.folded.split(",", 1)[0]
    return body.text[:1].isupper() and judge(read_notes(body.cut(0, len(title))).name.folded) is Sort.POST


def _is_titled(line: Line) -> bool:
    """Whether a line without a mark names a person and the title: Ann Lee, Director of Music."""
    if not _is_plain(line) or line.is_bold or is_wide(line.body.folded[:1]):
        return False
    entry = read_entry(line.body)
    return entry.rest is not None and entry.divider != ":" and _is_person(entry.name) and _is_post(entry.rest)


def listed_blocks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with those of blocks without bullets as items of lists below the titles that stand alone.

    Several titles must have such a block, and its lines must be names, for the most part.
    """
    blocks = tuple(_blocks(lines))
    entries = [read_entry(lines[place].body) for block in blocks for place in block]
    certain = sum(entry.sort in STRONG for entry in entries)
    if len(blocks) < _FEWEST and not 2 < len(entries) == certain:
        return tuple(lines)
    if sum(map(_is_likely, entries)) < (_SHARE if len(blocks) == _FEWEST else _LOW_SHARE) * len(entries):
        return tuple(lines)
    listed = {place for block in blocks for place in block}
    return tuple(replace(line, mark=_BULLET) if place in listed else line for place, line in enumerate(lines))


def _blocks(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the lines below each title that stands between two blank lines."""
    place = 1
    while place < len(lines):
        end = place + 1
        while end < len(lines) and not lines[end].after_blank:
            end += 1
        block = lines[place:end]
        if end - place >= _LEAST_LINES and _is_alone(lines, place - 1) and _are_names(block):
            yield range(place, end)
        place = end


def _is_alone(lines: Sequence[Line], place: int) -> bool:
    title = lines[place]
    is_title = _is_plain(title) and not title.indent and not is_wide(title.body.folded) and ":" not in title.body.folded
    return is_title and title.after_blank and lines[place + 1].after_blank


def _are_names(block: Sequence[Line]) -> bool:
    if any(not _is_plain(line) or line.indent or line.is_bold or is_wide(line.body.folded) for line in block):
        return False
    entries = [read_entry(line.body) for line in block]
    return all(
        entry.sort in (*STRONG, Sort.FIELD, Sort.ABSTRACT) and entry.rest is None and entry.name.text[:1].isupper()
        for entry in entries
    )


def _is_likely(entry: Entry) -> bool:
    return entry.rest is None and (entry.sort in STRONG or is_known_field(entry.name.folded))
