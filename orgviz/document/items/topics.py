"""Tell headings that are about something from those that name a unit by its field of work."""

from __future__ import annotations

from orgviz.classify import built_in_lexicon
from orgviz.document.items.latin_lists import are_mostly_names, are_records, is_action, is_field_too
from orgviz.document.items.walked import HEADINGS, Walk, entries_below, has_names_below
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import Sort, is_known_field
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.marks import LEGAL
from orgviz.patterns import pattern


def is_topic(walked: Walk, place: int, entry: Entry, promise: Promise) -> bool:
    """Tell a heading that is about something from one that names a unit by its field of work."""
    form, name = walked.items[place].form, entry.name.folded
    if form not in HEADINGS:
        return False
    if is_action(entry.name.text) or _is_about(walked, place, entry):
        return True
    is_work = name in built_in_lexicon().words
    if not is_work and not is_field_too(name, promise) and promise_of(name) in (Promise.NOTHING, Promise.DUTIES):
        return not are_mostly_names(entries_below(walked, place))
    if form in LEGAL and not has_names_below(walked, place):
        return True  # 第一节 行政: a heading over articles
    is_promised = promise in (Promise.UNITS, Promise.POSTS, Promise.MIXED) or walked.is_outline
    return not (is_promised or is_known_field(name) or has_names_below(walked, place) or are_records(walked, place))


# A title that is about something has words that no name has: Documentation in the works.
_ABOUT = pattern(r"\s(?:in|with|at|from|to|by|about|how|why|what|your|via|into|during)\s")


def _is_about(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether an English title is no name as its neighbours are: these are names of units, with capitals throughout."""
    name = entry.name.text
    if not name.isascii() or walked.sorts_beside(place)[Sort.UNIT] < _FEWEST_NAMED or " " not in name:
        return False
    if _ABOUT.search(name):
        return True
    beside = [walked.entry(one) for one in walked.siblings(place)]
    named = [one.name.text.split() for one in beside if one.sort is Sort.UNIT]
    return not have_capitals(name.split()) and all(map(have_capitals, named)) and all(len(one) > 1 for one in named)


_FEWEST_NAMED = 2
