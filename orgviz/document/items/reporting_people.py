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
from orgviz.document.names.judging import Sort
from orgviz.document.names.notes import Named, people_in
from orgviz.document.names.people import is_person
from orgviz.document.names.promises import Promise
from orgviz.document.names.whole_titles import first_title
from orgviz.document.outline.nesting import Item
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
    is_titled = is_titled_person(entry)
    member = _member(walked, place, entry, above) if promise is Promise.PEOPLE or is_titled else None
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


def _member(walked: Walk, place: int, entry: Entry, above: int) -> int | None:
    """Return the post that a person is said to hold, or the unit whom a person without a title belongs to."""
    state, name = walked.state, entry.name
    if not is_person(name.text, name.folded):
        return None
    titled = first_title(entry.rest) if entry.rest is not None else None
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
