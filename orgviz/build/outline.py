"""Read the nested lists of units, positions and people into drafts, in the order of the file."""

from __future__ import annotations

from types import MappingProxyType
from typing import TypeAlias

from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.holders import read_holders, says_vacant
from orgviz.build.keys import PERSON, POSITION, UNIT, Table
from orgviz.build.photos import read_own_photo
from orgviz.build.unknown_keys import describes_person, split_joined
from orgviz.build.values import clean_name, found_shape, tell_joined, tell_no_text
from orgviz.diagnostics import Findings
from orgviz.model import ACTIVE, PERSON_KIND, POSITION_KIND, UNIT_KIND, NodeKind, Status
from orgviz.sections import Section
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence

STATUSES = tuple(status.value for status in Status)
_SECTIONS = MappingProxyType({section.value: section for section in Section})
_UNITS, _MEMBERS, _HEAD, _ASSISTANTS = Section.UNITS, Section.MEMBERS, Section.HEAD, Section.ASSISTANTS
_NAMING = frozenset(("name", "holder", "seats"))
_COMMON = frozenset(("id", "type", "duty", "status", "from", "until", "url"))
# Keys of what says more of itself than its name, who holds it, and what stands in it.
_FURTHER = frozenset((*_COMMON, "reports_to", "dotted_to", "fte", "seats", "photo"))

# One item that is still to be read, the key under which it stands, and the draft that it stands in.
_Task: TypeAlias = tuple[Entry, Section, int | None]


def read_outline(top: Fields, findings: Findings) -> list[Draft]:
    """Return a draft for every unit, position and person, each after the one that it is nested in."""
    drafts: list[Draft] = []
    tasks = _child_tasks(top, None)[::-1]
    while tasks:
        entry, section, parent = tasks.pop()
        if isinstance(entry, Mapping):
            fields = Fields(entry, _table(entry, section), findings)
            tasks.extend(reversed(_child_tasks(fields, len(drafts))))
            draft: Draft | None = _from_mapping(fields, section, findings)
        elif isinstance(entry, Scalar):
            draft = _from_text(entry, section, findings)
        else:
            _tell_list(entry, section, findings)
            continue
        if draft is not None:
            draft.nested_in = draft.parent = parent
            drafts.append(draft)
    return drafts


def _child_tasks(fields: Fields, parent: int | None) -> list[_Task]:
    tasks: list[_Task] = []
    for key in fields.pairs:
        section = _SECTIONS.get(key)
        if section is not None:
            tasks.extend([(item, section, parent) for item in fields.items(key)])
    return tasks


def _table(entry: Mapping, section: Section) -> Table:
    """Choose the keys by what the item is; who has a name but no title is a person without a named post."""
    if section is _UNITS:
        return UNIT
    if section is _MEMBERS:
        return PERSON
    keys = [key.text for key, _ in entry.pairs]
    if "title" in keys:
        return POSITION
    if _NAMING.isdisjoint(keys) and describes_person(keys):
        return PERSON
    named_once = ("name" in keys) != ("holder" in keys)
    return PERSON if named_once and "seats" not in keys else POSITION


def _from_text(text: Scalar, section: Section, findings: Findings) -> Draft | None:
    """Read a bare string: a unit's name, a position's title, or a person's name."""
    if text.null:
        tell_no_text(text, f"in the list of '{section}'", findings)
        return None
    joined = split_joined(text.text) if text.plain else None
    if joined is not None:
        key, offset, rest = joined
        tell_joined(text, key, offset, findings)
        text = Scalar(rest, text.span)
    name = clean_name(text, findings)
    kind = _BARE_KINDS[section]
    is_vacancy = kind is PERSON_KIND and says_vacant(name)
    return Draft(
        kind=POSITION_KIND if is_vacancy else kind,
        name=name,
        span=text.span,
        head=section is _HEAD,
        assistant=section is _ASSISTANTS,
        vacant=is_vacancy,
    )


_BARE_KINDS = {
    Section.UNITS: NodeKind.UNIT,
    Section.POSITIONS: NodeKind.POSITION,
    Section.REPORTS: NodeKind.POSITION,
    Section.ASSISTANTS: NodeKind.POSITION,
    Section.MEMBERS: NodeKind.PERSON,
    Section.HEAD: NodeKind.PERSON,
}


def _from_mapping(fields: Fields, section: Section, findings: Findings) -> Draft:
    if fields.table is UNIT:
        kind, name_key = UNIT_KIND, "name"
    elif fields.table is PERSON:
        kind, name_key = PERSON_KIND, "holder" if "holder" in fields.pairs else "name"
    else:
        kind, name_key = POSITION_KIND, "title"
    draft = Draft(
        kind=kind,
        name=fields.required_name(name_key),
        span=fields.mapping.span,
        head=section is _HEAD,
        assistant=section is _ASSISTANTS,
    )
    says_more = not _FURTHER.isdisjoint(fields.pairs)
    if says_more:
        _read_further(draft, fields)
    if kind is POSITION_KIND:
        read_holders(draft, fields.items("holder"), findings)
    elif kind is PERSON_KIND and says_vacant(draft.name):
        draft.kind, draft.vacant = POSITION_KIND, True
    if says_more:
        read_own_photo(draft, fields)
    return draft


def _read_further(draft: Draft, fields: Fields) -> None:
    read_common(draft, fields)
    draft.reports_to = fields.reference("reports_to")
    draft.dotted_to = fields.references("dotted_to")
    draft.fte = fields.fte()
    if draft.kind is POSITION_KIND:
        draft.seats = fields.seats()


def read_common(draft: Draft, fields: Fields) -> None:
    """Read what every kind of node may have."""
    if _COMMON.isdisjoint(fields.pairs):
        return
    draft.id = fields.id()
    draft.given_id = draft.id is not None
    draft.type = fields.reference("type")
    draft.given_type = draft.type is not None
    draft.duty = fields.text("duty")
    draft.status = Status(fields.choice("status", STATUSES, "unknown-status") or ACTIVE)
    draft.start, draft.end = fields.dates("from")
    draft.url = fields.url()


def _tell_list(entry: Sequence, section: Section, findings: Findings) -> None:
    findings.error(
        "wrong-shape",
        f"an item in the list of '{section}' must be a name or a mapping, but here stands {found_shape(entry)}",
        entry.span,
        "one dash or one pair of brackets is too many",
    )
