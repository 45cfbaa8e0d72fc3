"""Nest the lines of a page that has lost its layout: titles of posts below the unit before them, keys below both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import Sort, is_wide
from orgviz.document.names.keys import Key, read_key
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.names.ranks import is_top_rank
from orgviz.document.outline.nesting import Item

_TITLES = ("bare", "bold")
_BUTTONS = 3  # what stands so often alone on a line is part of the page, not of the text
_FEWEST = 2


class _Role(Enum):
    UNIT = 1
    POST = 2
    KEY = 3
    BUTTON = 4
    OTHER = 5
    SORTER = 6


@dataclass(frozen=True, slots=True)
class _Row:
    """Titles that stand beside each other, with what each of them is."""

    places: Sequence[int]
    roles: Sequence[_Role]


def nest_flat(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with titles of posts hung below the unit before them where a page shows all of them alike.

    >>> from orgviz.document.outline.lines import read_lines
    >>> from orgviz.document.outline.nesting import nest
    >>> from orgviz.text import SourceText
    >>> page = "市场部\\n市场经理\\n岗位职责\\n1. 推广\\n设计部\\n设计师\\n岗位职责\\n1. 出图"
    >>> [item.parent for item in nest_flat(nest(read_lines(SourceText("a.txt", page))))]
    [None, 0, 1, 2, None, 4, 5, 6]
    """
    row = _row(items)
    if row is None:
        return tuple(items)
    parents: dict[int, int | None] = {}
    unit: int | None = None
    name: int | None = None
    for place, role in zip(row.places, row.roles, strict=True):
        if role is _Role.UNIT:
            unit = name = place
        elif role is _Role.POST:
            parents[place] = None if is_top_rank(items[place].body.folded) else unit
            name = place
        elif role in (_Role.KEY, _Role.BUTTON, _Role.SORTER):
            parents[place] = name
        else:
            unit = name = None
    return _hung(items, parents)


def _row(items: Sequence[Item]) -> _Row | None:
    """Return the titles at the top of a page, if they are units with posts behind them, each post with its duties."""
    places = [place for place, item in enumerate(items) if item.parent is None and item.form in _TITLES]
    counts = Counter(items[place].body.folded for place in places)
    roles = [_role(items, place, counts[items[place].body.folded]) for place in places]
    told = [role for role in roles if role is not _Role.BUTTON]
    pairs = list(pairwise(told))
    if sum(pair == (_Role.UNIT, _Role.SORTER) for pair in pairs) >= _FEWEST:
        return _Row(places, roles)
    opened = sum(pair == (_Role.UNIT, _Role.POST) for pair in pairs)
    explained = sum(pair == (_Role.POST, _Role.KEY) for pair in pairs)
    units, posts = told.count(_Role.UNIT), told.count(_Role.POST)
    if opened < min(_FEWEST, units) or not units or explained < max(_FEWEST, 0.6 * posts):
        return None
    return _Row(places, roles)


def _role(items: Sequence[Item], place: int, count: int) -> _Role:
    item = items[place]
    entry = read_entry(item.body)
    is_sorting = entry.sort is Sort.GENERIC or read_key(item.body.folded) is Key.BELOW
    if count >= _FEWEST and is_sorting and promise_of(item.body.folded) is Promise.UNITS:
        return _Role.SORTER
    if read_key(item.body.folded) in (Key.DUTY, Key.OTHER) or _sorts_duties(item.body.folded):
        return _Role.KEY
    if count >= _BUTTONS:
        return _Role.BUTTON
    if entry.rest is not None or not is_wide(item.body.folded):
        return _Role.OTHER
    return {Sort.UNIT: _Role.UNIT, Sort.POST: _Role.POST}.get(entry.sort, _field(items, place))


def _field(items: Sequence[Item], place: int) -> _Role:
    """Take a field of work for a post where its duties follow as those of posts do."""
    following = items[place + 1] if place + 1 < len(items) else None
    is_explained = following is not None and read_key(following.body.folded) is Key.DUTY
    return _Role.POST if is_explained and len(items[place].body) <= 10 else _Role.OTHER


def _sorts_duties(folded: str) -> bool:
    return folded.endswith(("职责", "要求", "资格", "条件")) and len(folded) <= 6


def _hung(items: Sequence[Item], parents: dict[int, int | None]) -> tuple[Item, ...]:
    children: dict[int, list[int]] = {}
    hung = [replace(item, parent=parents.get(place, item.parent)) for place, item in enumerate(items)]
    for place, item in enumerate(hung):
        if item.parent is not None:
            children.setdefault(item.parent, []).append(place)
    return tuple(replace(item, children=tuple(children.get(place, ()))) for place, item in enumerate(hung))
