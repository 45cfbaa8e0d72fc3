"""Take names off the sentences of a list that units or posts were announced for: two groups, each with its work.

A stroke is put between the name and the sentence, so that the item is read as any other of a name and its duty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.items.told_numbers import lists_counted
from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.outline.counted_leads import announces
from orgviz.document.outline.list_marks import LIST_FORMS, is_bullet
from orgviz.document.outline.nesting import Item
from orgviz.document.text.passages import joined
from orgviz.patterns import pattern

# The Harbour Board is a small group of …: the name ends where small letters begin.
_TOLD = pattern(
    r"(?:The )?(?P<name>[A-Z][\w'’&/-]*(?: (?:(?:of|for|and|the|&) )*[A-Z][\w'’&/-]*){0,6}) "
    r"(?P<told>(?:is|are|has|have|[a-z]{3,}s|(?<=[a-rt-z]s )(?!and|for|with|from|who|that)[a-z]{3,})\b(?! as\b) \S)"
)
# **Auditors** oversee …: bold type ends where the name does.
_GOES_ON = pattern(r"\s+(?P<told>(?!and\b|or\b|of\b|for\b|in\b|on\b|at\b|with\b|to\b|from\b|by\b|as\b)[a-z]{2,} \S)")
_AND_ANOTHER = pattern(r"\s+(?:and|&)\s+[A-Z]")
_ANNOUNCED = (Promise.UNITS, Promise.MIXED, Promise.POSTS)
_LONGEST = 60


def with_names_told(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items, those that begin with what was announced with a stroke behind its name."""
    known = list(items)
    for lead in items:
        if lead.children and lead.body.folded.isascii() and promise_of(lead.body.folded) in _ANNOUNCED:
            for place, end, told in _told_below(items, lead):
                known[place] = _with_stroke(items[place], end, told)
    for lists in lists_counted(items) if any(item.line.lead for item in items) else ():
        listed = next((one for one in lists if all(_is_in_bold(items[place]) for place in one)), ())
        for place in listed:
            known[place] = _with_stroke(items[place], *(_parted(items[place]) or (0, 0)))
    return tuple(known)


def _with_stroke(item: Item, end: int, told: int) -> Item:
    """Return an item with a stroke between its name and the sentence."""
    start = len(_THE) if item.body.text.startswith(_THE) else 0
    parted = joined((item.body.cut(start, end), item.body.cut(told)), " - ")
    return replace(item, line=replace(item.line, body=parted))


def _is_in_bold(item: Item) -> bool:
    """Whether an item begins with a name in bold type and goes on with what it does."""
    return is_bullet(item.form) and item.line.lead > 0 and _parted(item) is not None


_THE = "The "


def _told_below(items: Sequence[Item], lead: Item) -> list[tuple[int, int, int]]:
    """Return places of items below a lead, where their names end, and where what is told of them begins.

    Where all begin so, their names are what was announced, whatever else they could be.
    """
    listed = [place for place in lead.children if is_bullet(items[place].form) or items[place].form in LIST_FORMS]
    parted = {place: ends for place in listed if (ends := _parted(items[place])) is not None}
    joined_names = sum(_names_two(items[place]) for place in listed)
    are_told = announces(lead.body.folded) is not None or all(map(_is_in_bold, (items[one] for one in listed)))
    are_all = len(parted) + joined_names == len(listed) > 1 and are_told
    return [(place, *ends) for place, ends in parted.items() if _is_name(items[place], ends[0], are_all=are_all)]


def _is_name(item: Item, end: int, *, are_all: bool) -> bool:
    """Whether what stands before a sentence is a name; sentences about what is known as one are read as such."""
    sort = judge(item.body.folded[:end].removeprefix(_THE.lower()))
    return is_bullet(item.form) if sort is Sort.UNIT else are_all


def _names_two(item: Item) -> bool:
    """Whether two names stand before the sentence, which is read as one about both: **Cooks** and **Bakers** bake."""
    return item.line.lead > 0 and _AND_ANOTHER.match(item.body.text, item.line.lead) is not None


def _parted(item: Item) -> tuple[int, int] | None:
    """Return where the name ends that an item begins with, and where the sentence goes on; nothing for other items."""
    if item.children or not item.body.text[:1].isupper():
        return None
    if 0 < item.line.lead <= _LONGEST:
        goes_on = _GOES_ON.match(item.body.text, item.line.lead)
        return None if goes_on is None else (item.line.lead, goes_on.start("told"))
    told = _TOLD.match(item.body.text)
    if told is None or read_entry(item.body).rest is not None:
        return None
    return told.end("name"), told.start("told")
