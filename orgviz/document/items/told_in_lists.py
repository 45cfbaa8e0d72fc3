"""Take names off the sentences of a list that units were announced for: it is led by two groups, each with its work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.outline.list_marks import is_bullet
from orgviz.document.outline.nesting import Item
from orgviz.document.text.passages import joined

# The Harbour Board is a small group of …: the name ends where small letters begin.
_TOLD = re.compile(
    r"(?:The )?(?P<name>[A-Z][\w'’&/-]*(?: (?:(?:of|for|and|the|&) )*[A-Z][\w'’&/-]*){0,6}) "
    r"(?P<told>(?:is|are|has|have|[a-z]{3,}s)\b(?! as\b) \S)"
)


def with_names_told(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items, those that begin with the name of a unit with a stroke behind it."""
    return tuple(_named(items, item) for item in items)


def _named(items: Sequence[Item], item: Item) -> Item:
    told = _TOLD.match(item.body.text) if item.parent is not None and is_bullet(item.form) else None
    if told is None or item.parent is None or not _is_announced(items[item.parent]):
        return item
    name = item.body.cut(*told.span("name"))
    if read_entry(item.body).rest is not None or judge(name.folded) is not Sort.UNIT:
        return item
    return replace(item, line=replace(item.line, body=joined((name, item.body.cut(told.start("told"))), " - ")))


def _is_announced(lead: Item) -> bool:
    return promise_of(lead.body.folded) in (Promise.UNITS, Promise.MIXED)
