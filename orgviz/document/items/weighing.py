"""Weigh what the names of a list show together: which say that they are units, and which kind the others are."""

from __future__ import annotations

from orgviz.document.items.shown_units import is_field_with_capital, is_shown_unit, is_staffed
from orgviz.document.items.walked import Walk, entries_below, has_names_below
from orgviz.document.known.evidence import kind_by_text_behind, kind_by_what_is_below
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide
from orgviz.document.names.promises import Promise
from orgviz.model import NodeKind


def count_groups(walked: Walk, place: int, entries: list[Entry], promise: Promise) -> int:
    """Return how many names without a telling word what stands behind or below them shows to be units."""
    groups = sum(_is_latin_group(walked, one) for one in walked.siblings(place))
    others = [entry for entry in entries if not is_shown_unit(entry)]
    groups += len(entries) - len(others) + _count_staffed(others, entries, promise)
    if len(others) < len(entries):
        groups += sum(entry.sort is Sort.FIELD and is_field_with_capital(entry) for entry in entries)
    return groups


def _count_staffed(others: list[Entry], entries: list[Entry], promise: Promise) -> int:
    """Return how many more of a list are names by who works there, where half of the names in it say so themselves."""
    staffed = sum(map(is_staffed, others))
    known = sum(entry.sort in STRONG or is_known_field(entry.name.folded) for entry in entries)
    return staffed if promise is Promise.UNITS or 2 * known >= len(entries) > 1 else 0


def sort_told(entry: Entry) -> Sort:
    """Return the sort of a name, or what the text behind it calls it."""
    told = kind_by_text_behind(entry)
    return entry.sort if told is None else Sort.UNIT if told is NodeKind.UNIT else Sort.POST


def leads_to(walked: Walk, place: int) -> bool:
    """Whether a sentence leads to the list of an item."""
    parent = walked.items[place].parent
    return parent is not None and walked.items[parent].form == "lead"


def _is_latin_group(walked: Walk, place: int) -> bool:
    """Whether an item without a telling word has units or posts below it."""
    entry = walked.entry(place)
    if entry.sort is not Sort.FIELD or is_wide(entry.name.folded) or not looks_like_field(entry):
        return False
    return has_names_below(walked, place) or kind_by_what_is_below(entries_below(walked, place)) is NodeKind.UNIT


def looks_like_field(entry: Entry) -> bool:
    """Whether a name without a telling word is written as names are, or is that of a known field of work."""
    return entry.sort is Sort.FIELD and (
        is_wide(entry.name.folded)
        or entry.name.text[:1].isupper()
        or entry.name.text[:1].isdecimal()
        or is_known_field(entry.name.folded)
    )


def usual(promise: Promise, posts: int, units: int, count: int) -> NodeKind:
    """Return the kind that names without a telling word have in a list with so many posts and units."""
    if promise is Promise.POSTS or (not units and 2 * posts >= count > 1):
        return NodeKind.POSITION
    if promise is Promise.UNITS:
        return NodeKind.UNIT
    return NodeKind.POSITION if posts > units else NodeKind.UNIT
