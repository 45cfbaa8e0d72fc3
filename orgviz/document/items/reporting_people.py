"""Read items that name people with their posts; of those who report to one another each holds a post of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgviz.document.items.people_lists import read_listed_person
from orgviz.document.items.walked import Walk, entries_below, has_units_below, is_told_in_record, settle
from orgviz.document.known.evidence import are_fields_alike, is_titled_person, tells_units
from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_person
from orgviz.document.known.state import SURE, State, give_duty, put
from orgviz.document.names.entry import Entry, read_entry
from orgviz.document.names.judging import Sort, bare, judge
from orgviz.document.names.notes import Named, people_in, read_notes
from orgviz.document.names.people import is_first_name, is_person
from orgviz.document.names.promises import Promise
from orgviz.document.names.whole_titles import first_title
from orgviz.document.outline.nesting import Item
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage
from orgviz.folding import fold
from orgviz.model import NodeKind


def reporting_people(items: Sequence[Item]) -> Mapping[int, str]:
    """Return the items that name a person with a post, right above or below another such item, and whom they name."""
    people = {place: who for place, item in enumerate(items) if (who := _person_of(item)) is not None}
    above = {items[place].parent for place in people}
    return {place: who for place, who in people.items() if place in above or items[place].parent in people}


def _person_of(item: Item) -> str | None:
    """Return the one person whom an item names with a post, in whatever order."""
    if item.mark is None or item.line.cells:
        return None
    entry = read_entry(item.body)
    if is_titled_person(entry):
        return entry.name.text
    if entry.sort is not Sort.POST:
        return None
    people = _people_of(entry)
    return people[0] if len(people) == 1 else None


def _people_of(entry: Entry) -> Sequence[str]:
    return entry.named.holders if entry.rest is None else people_in(entry.rest)


def put_post_of(state: State, named: Named, who: str, parent: int, rule: str) -> int:
    """Return the post of a person: one that this person or nobody is known to hold, or a new one."""
    entities = state.register.entities
    alike = [
        place
        for place in state.register.candidates(named.name.folded)
        if entities[place].kind is NodeKind.POSITION and entities[place].name.folded == named.name.folded
    ]
    held = [place for place in alike if who in entities[place].holders]
    if held and entities[held[0]].parent != ROOT:
        state.tell(named.name, f"'{state.name_of(held[0])}', named before", rule)
        return held[0]
    if held or not alike or not all(entities[place].holders for place in alike):
        return put(state, NodeKind.POSITION, named, parent, rule, SURE, anew=True)
    made = state.last = state.register.add(NodeKind.POSITION, named, parent, rule, SURE)
    state.tell(named.name, f"{NodeKind.POSITION} '{named.name.text}' below '{state.name_of(parent)}'", rule)
    return made


def read_person(walked: Walk, place: int, entry: Entry, above: int, promise: Promise) -> bool:
    """Read an item that names a person, or a person with a title; what stands below it may report to that post."""
    held = _held_by(walked, entry)
    if held is not None:
        _name_again(walked, place, held, above)
        settle(walked, above, promise, None)
        return True
    is_titled = is_titled_person(entry) or _is_titled_as_others(walked, place)
    is_member = promise is Promise.PEOPLE or is_titled or _are_people_of_unit(walked, place, above)
    member = _member(walked, place, entry, above) if is_member else None
    if member is None and read_listed_person(walked, place, above):
        member = above
    if member is None:
        return False
    walked.state.evidence += 1 if is_titled else 0
    is_told = member != above and is_told_in_record(walked, place)
    leads = is_told or (member != above and (place in walked.reporting or has_units_below(walked, place)))
    below = entries_below(walked, place) if leads and not is_told else []
    promise = Promise.UNITS if are_fields_alike(below) and tells_units(below) else promise
    settle(walked, member if leads else above, promise, member if leads else None)
    return True


def _is_person_alone(entry: Entry) -> bool:
    return entry.rest is None and is_person(entry.name.text, entry.name.folded)


_NEAR = 10  # items before and behind one that are looked at: looking at all of a long list would take ever longer


def _near(walked: Walk, place: int) -> list[Entry]:
    """Return the items of the same list that stand near one, with itself."""
    item = walked.items[place]
    near = range(max(0, place - _NEAR), min(len(walked.items), place + _NEAR + 1))
    alike = (one for one in near if walked.items[one].parent == item.parent and walked.items[one].form == item.form)
    return [walked.entry(one) for one in alike]


def _held_by(walked: Walk, entry: Entry) -> int | None:
    """Return the post of somebody who is named again with it, or with a word on the work only: Ann Lee (Sails)."""
    name = bare(entry.name.text)
    if (entry.rest is not None and entry.sort is not Sort.FIELD) or not is_person(name, fold(name)):
        return None
    behind = entry.rest.folded if entry.rest is not None else entry.name.folded[len(name) :].strip(" ()")
    register = walked.state.register
    held = register.held_by(name)
    if judge(behind) is Sort.POST:
        held = [one for one in held if register.entities[one].name.folded == behind]
    return held[0] if held else None


def _name_again(walked: Walk, place: int, held: int, above: int) -> None:
    """Say of an item that its person is known; a post without a unit stands in the one below which it is told again."""
    state, entity = walked.state, walked.state.register.entities[held]
    if entity.parent == ROOT != above and state.register.entities[above].kind is NodeKind.UNIT:
        state.register.move(held, above)
    state.tell(walked.items[place].body, f"'{entity.name.text}', named before", "person with a post")


def _is_titled_as_others(walked: Walk, place: int) -> bool:
    """Whether behind a person stands what is no known title, where most beside have one: Ann Lee - Pianist."""
    entry = walked.entry(place)
    if entry.rest is None or entry.divider not in ("-", ":", ",") or not is_person(entry.name.text, entry.name.folded):
        return False
    words = entry.rest.text.split()
    if not have_capitals(words) or len(words) > _LONGEST_TITLE or entry.rest.folded.endswith("."):
        return False
    beside = _near(walked, place)
    titled = sum(is_titled_person(one) and one.divider == entry.divider for one in beside)
    return titled > 0 and 2 * titled >= len(beside) - 1


_LONGEST_TITLE = 8


def _are_people_of_unit(walked: Walk, place: int, above: int) -> bool:
    """Whether all items of a list right below a unit are names of people, half of them by first names of many."""
    parent = walked.items[place].parent
    if parent is None or above == ROOT or walked.made[parent] != above:
        return False
    if walked.state.register.entities[above].kind is not NodeKind.UNIT or not _is_person_alone(walked.entry(place)):
        return False
    beside = _near(walked, place)
    if not all(map(_is_person_alone, beside)):
        return False
    return 2 * sum(is_first_name(one.name.folded.split(" ")[0]) for one in beside) >= len(beside)


def _titled(walked: Walk, place: int, entry: Entry) -> tuple[Named, Passage | None] | None:
    """Return the title behind a person's name, and what is said of them; nothing where none stands there."""
    if entry.rest is None:
        return None
    told = first_title(entry.rest)
    return (read_notes(entry.rest), None) if told is None and _is_titled_as_others(walked, place) else told


def _member(walked: Walk, place: int, entry: Entry, above: int) -> int | None:
    """Return the post that a person is said to hold, or the unit whom a person without a title belongs to."""
    state, name = walked.state, entry.name
    if not is_person(name.text, name.folded):
        return None
    titled = _titled(walked, place, entry)
    if titled is not None:
        title, said = titled
        rule = "person with a title"
        if place in walked.reporting:
            made = put_post_of(state, title, name.text, above, rule)
        else:
            made = put(state, NodeKind.POSITION, title, above, rule, SURE)
        state.register.hold(made, (name.text,))
        if said is not None:
            give_duty(state, made, said)
        return made
    if above == ROOT:
        return None
    add_person(state, above, name, is_head=False)
    return above
