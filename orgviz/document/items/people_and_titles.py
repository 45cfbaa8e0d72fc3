"""Read a person and a title that stand below each other, each alone: a photograph's two lines, or two headings."""

from __future__ import annotations

from itertools import islice

from orgviz.document.english.titled_names import is_name_of_person
from orgviz.document.items.walked import HEADINGS, Walk, entries_below, settle
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, put
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import STRONG, Sort, is_wide, singular
from orgviz.document.names.people import is_person
from orgviz.document.names.promises import Promise, promise_of
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_OF = pattern(r",| (?:of|for|in|at) ")
_SHARE = 0.75  # of a list below a title that are people
_EACH = 0.3


def read_title_beside(walked: Walk, place: int, entry: Entry, above: int) -> bool:
    """Read a person above or below whom the title of a post stands alone."""
    return _read_holder_below(walked, place, entry, above) or _read_title_below(walked, place, entry, above)


def _read_holder_below(walked: Walk, place: int, entry: Entry, above: int) -> bool:
    """Read people below the title of a post, where nothing but people stands there, as its holders."""
    item, entity = walked.items[place], walked.state.register.entities[above]
    is_below = item.parent is not None and walked.made[item.parent] == above != ROOT
    if not is_below or entity.kind is not NodeKind.POSITION or entry.rest is not None or is_wide(entry.name.folded):
        return False
    who = _who(entry)
    if item.children or not who or not _are_people_below(walked, item.parent or 0):
        return False
    marked = (walked.items[one].mark is not None for one in walked.items[item.parent or 0].children)
    walked.state.evidence += _EACH if sum(islice(filter(None, marked), 2)) > 1 else 0
    walked.state.register.hold(above, (who,))
    settle(walked, above, Promise.OPEN, None)
    return True


def _are_people_below(walked: Walk, place: int) -> bool:
    """Whether nearly all that stand right below an item are people."""
    if place not in walked.holders:
        below = entries_below(walked, place)
        walked.holders[place] = sum(bool(_who(one)) for one in below) >= _SHARE * len(below)
    return walked.holders[place]


def _who(entry: Entry) -> str:
    """Return the person that an item names, without what is remarked in a bracket: Dr Eva Lund (part time)."""
    name = entry.name.cut(0, opening) if (opening := entry.name.folded.find(" (")) > 0 else entry.name
    return name.text if entry.rest is None and is_name_of_person(name) else ""


def _read_title_below(walked: Walk, place: int, entry: Entry, above: int) -> bool:
    """Read a heading that is a person, with the title of one post right below it, as the holder of that post."""
    item = walked.items[place]
    first = item.children[0] if item.children else None
    if first is None or item.form not in HEADINGS or entry.rest is not None or is_wide(entry.name.folded):
        return False
    is_top = place == 0 and item.mark is not None and item.form == "#" and item.mark.depth == 1
    if is_top or walked.items[first].children:
        return False  # Riverside Trust, and below it Trustees: the whole
    if walked.items[first].mark is None or not is_person(entry.name.text, entry.name.folded):
        return False
    if entry.sort is Sort.UNIT or promise_of(entry.name.folded) is not Promise.OPEN:
        return False  # Guild: Blue Veil, Known Issues
    title = walked.entry(first)
    others = [walked.entry(child) for child in item.children[1:] if walked.items[child].mark is not None]
    name = _OF.split(title.name.folded, maxsplit=1)[0]
    if title.sort is not Sort.POST or title.rest is not None or singular(name) != name:
        return False
    if any(one.sort in STRONG for one in others):
        return False
    post = put(walked.state, NodeKind.POSITION, title.named, above, "title below a person", SURE)
    walked.state.register.hold(post, (entry.name.text,))
    walked.state.evidence += 0.5
    settle(walked, post, Promise.OPEN, post)
    return True
