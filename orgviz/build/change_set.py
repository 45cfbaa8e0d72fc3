"""Set fields of a node that a variant changes: each as the outline reader reads it; ``null`` takes it away."""

from __future__ import annotations

from types import MappingProxyType

from orgviz.build.drafts import Draft
from orgviz.build.entry_drafts import read_below
from orgviz.build.fields import Fields
from orgviz.build.keys import PERSON, POSITION, UNIT
from orgviz.build.variant_plan import Plan
from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.sections import Section
from orgviz.source.entries import Entry, Mapping, Scalar
from orgviz.wording import quoted

# What each key of a file sets in a draft.
_SETS = MappingProxyType(
    {
        "name": ("name",), "title": ("name",), "id": ("id", "given_id"), "type": ("type", "given_type"),
        "duty": ("duty",), "status": ("status",), "from": ("start",), "until": ("end",), "url": ("url",),
        "holder": ("holders", "tenures", "vacant", "photos"), "seats": ("seats",), "fte": ("fte",),
        "photo": ("photos",),
    }
)  # fmt: skip
_TABLES = {NodeKind.UNIT: UNIT, NodeKind.POSITION: POSITION, NodeKind.PERSON: PERSON}
_SECTIONS = {NodeKind.UNIT: Section.UNITS, NodeKind.POSITION: Section.POSITIONS, NodeKind.PERSON: Section.MEMBERS}


def set_fields(plan: Plan, place: int, change: Fields, findings: Findings) -> None:
    """Set on the draft at a place what a change gives beside its verb."""
    draft = plan.draft(place)
    given = {key: pair for key, pair in change.pairs.items() if key != "set"}
    if not given:
        findings.error("missing-value", "the change sets nothing", change.mapping.span, "write, for instance, duty: …")
    allowed = _TABLES[draft.kind].keys
    for key, (written, _) in given.items():
        if key not in allowed:
            findings.error("unknown-key", f"a {draft.kind} has no {quoted(key)} to set", written.span)
    head = given.pop("head", None)
    known = {key: pair for key, pair in given.items() if key in allowed}
    if known:
        new = _read(draft, known, change, findings)
        if new is not None:
            _copy(draft, new, known)
    if head is not None and draft.kind is NodeKind.UNIT:
        _set_head(plan, place, head[1], findings)


def _read(draft: Draft, given: dict[str, tuple[Scalar, Entry]], change: Fields, findings: Findings) -> Draft | None:
    """Read what is given as the outline reader reads such an item."""
    span = change.mapping.span
    key = "title" if draft.kind is NodeKind.POSITION else "name"
    pairs = tuple(given.values())
    if not {"name", "title"} & set(given):
        pairs = ((Scalar(key, span), Scalar(draft.name, span)), *pairs)
    if draft.kind is NodeKind.POSITION and "holder" not in given and "seats" not in given and draft.seats:
        pairs = (*pairs, (Scalar("seats", span), Scalar(str(draft.seats), span)))
    drafts = read_below(Mapping(pairs, span), _SECTIONS[draft.kind], NodeKind.UNIT, findings)
    return drafts[0] if drafts else None


def _copy(draft: Draft, new: Draft, given: dict[str, tuple[Scalar, Entry]]) -> None:
    for key in given:
        for name in _SETS.get(key, ()):
            setattr(draft, name, getattr(new, name))
    if "holder" in given and new.seats is not None and "seats" not in given:
        draft.seats = new.seats


def _set_head(plan: Plan, place: int, entry: Entry, findings: Findings) -> None:
    """Put another head in the place of those that a unit has; ``null`` leaves it without."""
    for child in list(plan.children.get(place, ())):
        if plan.draft(child).head:
            plan.remove(child)
    if isinstance(entry, Scalar) and entry.null:
        return
    new = plan.graft(read_below(entry, Section.HEAD, NodeKind.UNIT, findings), place)
    for number, head in enumerate(new):
        plan.move(head, place, number)
