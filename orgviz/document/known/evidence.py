"""Tell by what stands below an item whether its name is that of a unit or post, where it does not say so itself."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.names.crew import read_crew
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import STRONG, Sort, bare, is_known_field, is_wide
from orgviz.document.names.keys import Key, read_key
from orgviz.document.names.notes import people_in
from orgviz.document.names.own_class import called_behind
from orgviz.document.names.people import is_person
from orgviz.document.names.whole_titles import first_title
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_OF_UNITS = (Key.HEAD, Key.UNITS, Key.MEMBERS)
_OF_POSTS = (Key.ABOVE, Key.BELOW, Key.HOLDER)


def kind_by_what_is_below(below: Sequence[Entry]) -> NodeKind | None:
    """Return what keys and people below a name show it to be: who has a lead or teams is a unit.

    Args:
        below: the items that stand right below it.
    """
    keys = [read_key(entry.name.folded) for entry in below if entry.divider in (":", "-", "")]
    people = sum(map(is_titled_person, below))
    if any(key in _OF_UNITS for key in keys) or any(map(is_led, below)) or people > 1:
        return NodeKind.UNIT
    if any(key in _OF_POSTS for key in keys):
        return NodeKind.POSITION
    return NodeKind.UNIT if people else None


def is_titled_person(entry: Entry) -> bool:
    """Whether an item names a person and the person's post: Ann Lee - Head of Sales."""
    if entry.rest is None or not is_person(entry.name.text, entry.name.folded):
        return False
    return first_title(entry.rest) is not None


def are_fields_alike(entries: Sequence[Entry]) -> bool:
    """Whether all items are short names with a capital and nothing behind them, in a script with words.

    Fewer than half of them may be called as what is talked about is: Developer Experience.
    """
    topics = sum(entry.sort is Sort.ABSTRACT for entry in entries)
    return 2 * topics < len(entries) and all(
        entry.rest is None
        and entry.sort in (Sort.FIELD, Sort.UNIT, Sort.POST, Sort.ABSTRACT)
        and not is_wide(entry.name.folded)
        and entry.name.text[:1].isupper()
        and len(bare(entry.name.text).split()) <= 3
        for entry in entries
    )


def tells_units(below: Sequence[Entry]) -> bool:
    """Whether any name below a class of units says itself that it is one, or nothing stands there."""
    return not below or any(one.sort in STRONG or is_known_field(one.name.folded) for one in below)


def is_level_of_people(entry: Entry) -> bool:
    """Whether a title means all who lead at some level, of whom any handbook speaks: Senior Leaders."""
    return _LEVEL_OF_PEOPLE.fullmatch(entry.name.folded) is not None


_LEVEL_OF_PEOPLE = pattern(
    r"(?:senior|middle|junior|supervisory|(?:front|first)?-?line|executive|top|people|all|upper|new) "
    r"(?:leaders|managers|supervisors|executives|directors|employees)"
)
_FIRST_CLAUSE = pattern(r"[,;(。]")


def tells_its_people(entry: Entry) -> bool:
    """Whether behind the name of a post stands its holder, behind that of a unit its crew: 项目经理:陈工,向PMO汇报."""
    if entry.rest is None or entry.divider not in (":", "-"):
        return False
    if entry.sort is Sort.POST:
        stop = _FIRST_CLAUSE.search(entry.rest.folded)
        return bool(people_in(entry.rest.cut(0, stop.start()) if stop else entry.rest))
    crew = read_crew(entry.rest)
    return crew.tells or (len(crew.told) > 1 and not crew.left)


_LED = pattern(r"[(\[](?:team |tech |wg )?(?:leads?|leader|head|chair|owner|manager|led by|headed by)\b\s*:")


_LED_BY = pattern(
    r"(?:team )?(?:head|lead|leader|chair|manager|director|owner):\s"
    r"|(?:is |are )?(?:led|headed|run|managed|chaired|directed|overseen) by "
)


_BRACKET = pattern(r"\((?:led|headed|run|managed|chaired|directed|overseen) by (?!the (?:experience|example)|data)")


def is_led(entry: Entry) -> bool:
    """Whether an item says behind a name who leads it: Backend: APIs, databases (Lead: Ann Lee), Growth - led by Bo."""
    is_work = entry.sort in (Sort.FIELD, Sort.ABSTRACT) or is_known_field(entry.name.folded)  # People
    is_name = is_work and entry.sort not in STRONG and entry.name.text[:1].isupper()
    rest = entry.rest.folded if entry.rest is not None else ""
    is_bracketed = entry.named.led or _BRACKET.search(entry.name.folded) is not None
    return is_name and (is_bracketed or bool(_LED.search(rest) or _LED_BY.match(rest)))


def kind_by_text_behind(entry: Entry) -> NodeKind | None:
    """Return what the text behind a name calls what is named: Spa - This department keeps the baths."""
    if entry.rest is None or entry.sort in STRONG or not entry.name.text[:1].isupper() or entry.divider == "verb":
        return None
    called = called_behind(entry.name.folded, entry.rest.folded)
    if called is None or read_key(entry.name.folded) is not None or len(entry.name.folded.split()) > _MOST_WORDS:
        return None
    return NodeKind.UNIT if called is Sort.UNIT else NodeKind.POSITION


_MOST_WORDS = 7
