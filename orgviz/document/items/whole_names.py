"""Find names that hold a dash: Test Engineer - Frontend beside Test Engineer - Backend."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.names.entry import Entry, duty_words, read_entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.notes import people_in, read_notes
from orgviz.document.outline.line import TREE
from orgviz.document.outline.nesting import Item
from orgviz.document.text.marks import LEGAL

_LONGEST_FIELD = 4


def whole_names(items: Sequence[Item]) -> frozenset[int]:
    """Return the items of which the dash is a part of the name: their like stands beside them, or a field is behind.

    What is behind the dash must be short, begin with a capital and name no person.
    """
    fields: dict[str, set[str]] = {}
    found: dict[int, Entry] = {}
    for place, item in enumerate(items):
        if item.mark is None or item.mark.form in LEGAL or " - " not in item.body.folded:
            continue
        entry = read_entry(item.body)
        if _may_be_whole(entry):
            found[place] = entry
            fields.setdefault(entry.name.folded, set()).add(_field(entry))
    whole = frozenset(
        place for place, entry in found.items() if len(fields[entry.name.folded]) > 1 or _is_field_of_post(entry)
    )
    if any(items[place].form == TREE for place in whole):
        # what is drawn in one tree is written in one way
        return whole | {place for place in found if items[place].form == TREE}
    return whole


def _is_field_of_post(entry: Entry) -> bool:
    """Whether a field of work stands behind a title, with capitals as names have: Manager - Human Resources."""
    words = entry.rest.text.split() if entry.rest is not None else []
    has_capitals = all(word[:1].isupper() or word in ("of", "and", "for", "&") for word in words)
    return entry.sort is Sort.POST and has_capitals and is_known_field(_field(entry))


def _may_be_whole(entry: Entry) -> bool:
    if entry.rest is None or entry.divider != "-" or entry.sort not in STRONG or is_wide(entry.name.folded):
        return False
    rest, field = entry.rest, _field(entry)
    is_short = 0 < len(field.split()) <= _LONGEST_FIELD and rest.text[:1].isupper()
    sort = judge(field)
    is_name = sort is Sort.FIELD or (sort is Sort.UNIT and entry.sort is Sort.POST) or is_known_field(field)
    return is_short and is_name and not people_in(rest) and not duty_words(field) and "," not in field


def _field(entry: Entry) -> str:
    return read_notes(entry.rest).name.folded if entry.rest is not None else ""


def whole(item: Item) -> Entry:
    """Return an item read as one name."""
    named = read_notes(item.body)
    return Entry(named=named, sort=read_entry(item.body).sort)
