"""Read an item that is no name: a duty, a sentence, or a heading that only sorts."""

from __future__ import annotations

from orgviz.document.chinese.classed_lists import read_classed_list
from orgviz.document.chinese.composition import read_colon_list
from orgviz.document.english.supervised import read_supervised
from orgviz.document.items.latin_lists import is_action
from orgviz.document.items.leads import read_lead
from orgviz.document.items.walked import HEADINGS, Walk, entries_below, settle
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import give_duty
from orgviz.document.languages.prose import read_prose
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import STRONG, Sort, is_wide
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.outline.paragraphs import Shape, shape_of
from orgviz.document.text.capitals import have_capitals
from orgviz.patterns import pattern

# Team Statistics: a topic, not a list of teams.
_OF_ONE_UNIT = pattern(r"(?:team|department|group|division|committee|board|office) [a-z]")


def read_no_name(walked: Walk, place: int, entry: Entry, above: int, promise: Promise) -> None:
    """Read an item that is no name: a duty, a sentence, or a heading that only sorts."""
    state, item = walked.state, walked.items[place]
    folded = item.body.folded
    if entry.divider == ":" and read_classed_list(state, item.body, above):
        settle(walked, above, Promise.OPEN, None)
        return
    if entry.sort in (Sort.GENERIC, Sort.ABSTRACT):
        _read_sorting(walked, place, entry, above)
        return
    is_heading = item.form in HEADINGS and not (item.form == "一、" and promise is Promise.DUTIES)
    if item.children and is_wide(folded) and item.form not in ("#", "bold", "bare") and shape_of(folded) is Shape.LEAD:
        read_lead(walked, place, above)
        return
    owner = None if item.parent is None else walked.made[item.parent]
    understood = read_prose(state, item.body, above)
    is_owned = owner is not None and owner == above != ROOT and not is_heading
    understood = understood or (owner == above and read_supervised(state, item.body, above))
    if not understood and is_owned and promise in (Promise.OPEN, Promise.DUTIES):
        give_duty(state, above, item.body)
        state.tell(item.body, f"duty of '{state.name_of(above)}'", "item below a name")
        settle(walked, above, Promise.DUTIES, None)
        return
    if not understood:
        state.tell(item.body, None, "no name of a unit or post")
    below = promise_of(folded) if is_heading else Promise.OPEN
    if _TIME.match(folded) or (is_heading and is_action(item.body.text)):
        below = Promise.NOTHING
    if below is Promise.OPEN and is_heading:
        is_title = place == 0 and item.form == "#"
        below = Promise.OPEN if entry.sort is Sort.FIELD or is_title else Promise.NOTHING
    settle(
        walked, above, below if understood or below is not Promise.OPEN else promise_if_list(promise, is_heading), None
    )


# When something is done, which stands below it: 9:00, 09:30 to 12:00, Monday 5 pm.
_TIME = pattern(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:at|from) )?"
    r"\d{1,2}(?:[:h]\d{2}\b(?!:)|(?:[:.]\d{2})? ?[ap]\.?m\b)"
)
# How one unit is made, which need not be told by its parts.
_SHAPES = pattern(r"(?:structure|organi[sz]ation|set-?up)")


def _names_units(walked: Walk, place: int) -> bool:
    """Whether items below a heading are written as names of units are: not Local outreach and training."""
    return any(
        entry.sort in (*STRONG, Sort.FIELD) and have_capitals(entry.name.text.split())
        for entry in entries_below(walked, place)
    )


def _read_sorting(walked: Walk, place: int, entry: Entry, above: int) -> None:
    """Read a heading that only sorts, and what stands behind its colon."""
    state, item = walked.state, walked.items[place]
    folded = item.body.folded
    below = promise_of(folded)
    is_of_one = _OF_ONE_UNIT.match(folded) is not None
    if entry.sort is Sort.ABSTRACT and (is_of_one or below in (Promise.OPEN, Promise.PEOPLE)):
        below = Promise.OPEN if place == 0 and item.form == "#" else Promise.NOTHING
    if below is Promise.UNITS and _SHAPES.fullmatch(folded) and above != ROOT and not _names_units(walked, place):
        below = Promise.DUTIES
    state.tell(item.body, None, f"a heading that only sorts ({entry.sort})")
    is_listed = entry.divider == ":" and is_wide(folded) and read_colon_list(state, item.body, above)
    if entry.rest is not None and not is_listed:
        read_prose(state, entry.rest, above)
    settle(walked, above, below, None)


def promise_if_list(promise: Promise, is_heading: bool) -> Promise:
    """Return what stands below an item that was left out: nothing, where its own list was one of other things."""
    return Promise.OPEN if promise is Promise.OPEN or is_heading else promise
