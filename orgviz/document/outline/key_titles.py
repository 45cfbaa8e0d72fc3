"""Read keys that stand alone on a line, as a page shows them: Members, and below it the names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.keys import Key, read_key
from orgviz.document.outline.lines import Line
from orgviz.document.text.passages import Passage, behind, joined, linked

_OF_LISTS = (Key.DUTY, Key.MEMBERS, Key.UNITS, Key.BELOW, Key.OTHER)
_OF_VALUES = (Key.ABOVE, Key.HEAD, Key.HOLDER, Key.UNIT)
_OF_POSTS = (Key.ABOVE, Key.BELOW, Key.NAME)  # two of these show the page of one post
_FEWEST = 2  # titles that are keys, from which on a page is known to be made so
_LONGEST = 60


def titled_keys(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with a colon behind each title that is a key; a key with one value gets it on its line."""
    found = {place: key for place, line in enumerate(lines) if (key := _key(line)) is not None}
    titles = Counter(lines[place].body.folded for place, key in found.items() if key is not Key.OTHER)
    of_a_post = {key for key in found.values() if key in _OF_POSTS}
    if max(titles.values(), default=0) < _FEWEST and len(of_a_post) < _FEWEST:
        return tuple(lines)
    certain = {
        place: key
        for place, key in found.items()
        if titles[lines[place].body.folded] >= _FEWEST
        or key not in (Key.MEMBERS, Key.UNITS)
        or lines[place].body.folded == "composition"
    }
    return tuple(_with_colons(lines, certain))


def _with_colons(lines: Sequence[Line], found: dict[int, Key]) -> Iterator[Line]:
    place = 0
    while place < len(lines):
        line, key = lines[place], found.get(place)
        if key in _OF_VALUES and place + 1 < len(lines) and _is_value(lines[place + 1], place + 1 in found):
            yield replace(line, body=linked(line.body, ": ", lines[place + 1].body))
            place += 2
            continue
        below = _posts_below(lines, place) if key is Key.BELOW else ()
        if below:
            yield replace(line, body=linked(line.body, ": ", joined(below, "; ")))
            place += len(below) + 1
            continue
        yield replace(line, body=joined((line.body, behind(line.body, ":")), "")) if key in _OF_LISTS else line
        place += 1


def _posts_below(lines: Sequence[Line], place: int) -> tuple[Passage, ...]:
    """Return the posts that stand without marks on the lines right below a key."""
    plain = takewhile(lambda one: _is_value(one, False) and not one.after_blank, lines[place + 1 :])
    return tuple(line.body for line in takewhile(lambda one: judge(one.body.folded) is Sort.POST, plain))


def _key(line: Line) -> Key | None:
    if line.mark is not None or line.cells or is_wide(line.body.folded) or not line.body.text[:1].isupper():
        return None
    key = read_key(line.body.folded) if ":" not in line.body.folded else None
    return key if key in _OF_LISTS or key in _OF_VALUES else None


def _is_value(line: Line, is_key: bool) -> bool:
    return line.mark is None and not line.cells and not is_key and len(line.body) <= _LONGEST
