"""Read who holds a post that stands as a key in several units: Captain: Ann in one, Captain: Bob in the next."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.items.walked import Walk, settle
from orgviz.document.known.crews import put_crew
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, put
from orgviz.document.names.crew import read_crew
from orgviz.document.names.entry import Entry, duty_words, read_entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.keys import SAY_NO_MORE, Key, read_key
from orgviz.document.names.notes import people_in
from orgviz.document.names.promises import Promise
from orgviz.document.names.whole_titles import is_title
from orgviz.document.outline.nesting import Item
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind

_FEWEST = 2  # units with the same post from which on what stands behind it is known to be a name
_LONGEST, _MOST_WORDS = 5, 3


def held_places(items: Sequence[Item]) -> frozenset[int]:
    """Return the items that are a post and the name of its holder, by the same post in other units."""
    by_post: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        if item.mark is not None and item.form != "#" and not item.children:
            entry = read_entry(item.body)
            if entry.sort is Sort.POST and entry.divider == ":" and entry.rest is not None and _may_be_name(entry.rest):
                by_post.setdefault(entry.name.folded, []).append(place)
    held = (places for places in by_post.values() if _is_held(items, places))
    return frozenset(place for places in held for place in places)


def _is_held(items: Sequence[Item], places: Sequence[int]) -> bool:
    """Whether a post stands in several units, and its holders are not all known to be people without that."""
    entries = [read_entry(items[place].body) for place in places]
    is_any = read_key(entries[0].name.folded) is Key.HEAD and entries[0].name.folded in SAY_NO_MORE
    are_people = all(entry.rest is not None and people_in(entry.rest) for entry in entries)
    return len({items[place].parent for place in places}) >= _FEWEST and not is_any and not are_people


def _may_be_name(rest: Passage) -> bool:
    """Whether a text is short, and neither a duty nor a unit, post or field of work."""
    folded = rest.folded
    if not rest.text.replace(" ", "").replace(".", "").isalpha() or judge(folded) in (*STRONG, Sort.GENERIC):
        return False
    if is_wide(folded):
        return len(folded) <= _LONGEST and not duty_words(folded) and not is_known_field(folded)
    words = rest.text.split()
    return len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words) and not is_known_field(folded)


def read_held(walked: Walk, place: int, entry: Entry, above: int) -> bool:
    """Put a post with its holder in its unit, where the document shows that the text behind it is a name."""
    if place not in walked.held or above == ROOT or entry.rest is None:
        return False
    if walked.state.register.entities[above].kind is not NodeKind.UNIT:
        return False
    made = put(walked.state, NodeKind.POSITION, entry.named, above, "key and value", SURE, anew=True)
    entity = walked.state.register.entities[made]
    walked.state.register.hold(made, (entry.rest.text,))
    entity.head = entity.head or read_key(entry.name.folded) is Key.HEAD
    walked.state.evidence += 0.5
    settle(walked, above, Promise.NOTHING, None)
    return True


def is_told_post(walked: Walk, place: int, rest: Passage) -> bool:
    """Whether the text behind a title is what its holder does, and no post: by itself, or by the posts beside it.

    Lead: Planner of the whole day is told so beside Stage Manager: Keeps the clock, not beside Deputy: Site Engineer.
    """
    if is_wide(rest.folded) or not is_title(rest):
        return True
    if have_capitals(rest.text.split()):
        return False
    beside = [walked.entry(one) for one in walked.siblings(place) if one != place]
    told = [entry.rest for entry in beside if entry.sort is Sort.POST and entry.rest is not None]
    return bool(told) and not any(is_title(one) or people_in(one) for one in told)


def read_crew_line(walked: Walk, place: int, above: int) -> bool:
    """Read a line of its own below a unit that counts its posts, or says who holds them: 前台1人，司机2人."""
    item, register = walked.items[place], walked.state.register
    if item.form != "key" or not is_wide(item.body.folded) or register.entities[above].kind is not NodeKind.UNIT:
        return False
    crew = read_crew(item.body)
    is_whole = bool(crew.told) and not crew.left and all(clause.post for _, clause in crew.told)
    if above == ROOT or not is_whole or read_key(item.body.folded.partition(":")[0]) is not None:
        return False
    put_crew(walked.state, above, crew)
    settle(walked, above, Promise.NOTHING, None)
    return True
