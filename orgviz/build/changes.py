"""Apply the changes of a variant, in their order: add, remove, move, merge, rename, set, unlink."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType

from orgviz.build.change_set import set_fields
from orgviz.build.change_tables import CHANGES, UNLINKED
from orgviz.build.entry_drafts import read_below
from orgviz.build.fields import Fields
from orgviz.build.values import found_shape
from orgviz.build.variant_plan import Plan
from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.sections import Section
from orgviz.source.entries import Entry, Mapping
from orgviz.wording import listed, nearest, quoted

SECTIONS = (Section.UNITS, Section.POSITIONS, Section.HEAD, Section.ASSISTANTS, Section.MEMBERS, Section.REPORTS)
_KEEPS = ("children",)
_MEANT = MappingProxyType(
    {
        "delete": "remove", "drop": "remove", "删除": "remove", "刪除": "remove", "撤销": "remove", "裁撤": "remove",
        "insert": "add", "create": "add", "新增": "add", "增加": "add", "添加": "add",
        "移动": "move", "移動": "move", "调整": "move", "划归": "move", "合并": "merge",
        "合併": "merge", "join": "merge",
        "改名": "rename", "更名": "rename", "change": "set", "update": "set", "修改": "set",
    }
)  # fmt: skip


def apply_changes(plan: Plan, changes: Iterable[Entry], findings: Findings) -> None:
    """Change a plan as a file says; what is wrong with a change is told at its line, and the others go on."""
    for entry in changes:
        verb = _verb(entry, findings)
        if verb is not None and isinstance(entry, Mapping):
            _DOERS[verb](plan, Fields(entry, CHANGES[verb], findings), findings)


def _verb(entry: Entry, findings: Findings) -> str | None:
    """Return what a change does; report one that says nothing, or two things."""
    if not isinstance(entry, Mapping):
        findings.error(
            "wrong-shape",
            f"a change is a mapping such as {{rename: A, to: B}}, but here stands {found_shape(entry)}",
            entry.span,
        )
        return None
    keys = [key.text for key, _ in entry.pairs]
    verbs = [key for key in keys if key in CHANGES]
    if len(verbs) == 1:
        return verbs[0]
    if verbs:
        message, hint = f"one change cannot {listed(verbs, 'and')}", "write each as a change of its own"
    else:
        near = _MEANT.get(keys[0].lower()) or nearest(keys[0], CHANGES) if keys else None
        message = f"a change must say what it does: {listed(CHANGES)}"
        hint = f"did you mean '{near}'?" if near else "write, for instance, {move: A, under: B}"
    findings.error("unknown-change", message, entry.span, hint)
    return None


def _find(plan: Plan, fields: Fields, key: str, findings: Findings) -> int | None:
    reference = fields.reference(key)
    return plan.find(reference, findings) if reference is not None else None


def _all_of(plan: Plan, fields: Fields, key: str, findings: Findings) -> list[int]:
    found = [plan.find(reference, findings) for reference in fields.references(key)]
    if not found and key in fields.pairs:
        findings.error("missing-value", f"nothing stands behind '{key}'", fields.pairs[key][0].span)
    return [place for place in found if place is not None]


def _spot(plan: Plan, fields: Fields, findings: Findings) -> tuple[int | None, int | None] | None:
    """Return the parent that a change names, and the place among its children; nothing where it is wrong.

    ``under`` names the parent, ``before`` and ``after`` a sibling; without any of them it is the top.
    """
    given = [key for key in ("under", "before", "after") if key in fields.pairs]
    if "before" in given and "after" in given:
        findings.error("unknown-change", "a change says 'before' or 'after', not both", fields.mapping.span)
        return None
    places = {key: _find(plan, fields, key, findings) for key in given}
    if any(place is None for place in places.values()):
        return None
    under = places.pop("under", None)
    if not places:
        return under, None
    (key, beside), *_ = places.items()
    assert beside is not None
    parent = plan.draft(beside).parent
    if "under" in given and parent != under:
        name, above = (quoted(plan.draft(one).name) for one in (beside, under or 0))
        findings.error("unknown-change", f"{name} does not stand under {above}", fields.pairs[key][1].span)
        return None
    return parent, plan.children[parent].index(beside) + (key == "after")


def _add(plan: Plan, fields: Fields, findings: Findings) -> None:
    spot = _spot(plan, fields, findings)
    if spot is None:
        return
    parent, at = spot
    above = None if parent is None else plan.draft(parent).kind
    wanted = _wanted_section(fields)
    if not fields.items("add") and "add" in fields.pairs:
        findings.error("missing-value", "nothing stands behind 'add'", fields.pairs["add"][0].span)
    for entry in fields.items("add"):
        section = wanted or _usual_section(entry, above)
        if section is Section.HEAD and at is None:
            at = sum(plan.draft(one).head for one in plan.children.get(parent, ()))  # who leads stands first
        new = plan.graft(read_below(entry, section, above, findings), parent)
        for number, place in enumerate(new):
            if at is not None:
                plan.move(place, parent, at + number)
                at += 1 if number == 0 else 0


def _wanted_section(fields: Fields) -> Section | None:
    """Return what ``as`` says that new entries are, in the singular or the plural."""
    value = fields.value("as")
    if value is None:
        return None
    word = value.text.strip().lower()
    found = next((one for one in SECTIONS if word in (one.value, one.value.removesuffix("s"))), None)
    if found is None:
        fields.tell(
            "as",
            "unknown-change",
            f"{quoted(value.text)} is nothing that can be added",
            value.span,
            f"'as' is one of {listed(one.value for one in SECTIONS)}",
        )
    return found


def _usual_section(entry: Entry, above: NodeKind | None) -> Section:
    """Return where a new entry belongs: what has a title is a post, all else a unit."""
    is_post = isinstance(entry, Mapping) and any(key.text in ("title", "holder", "seats") for key, _ in entry.pairs)
    if above is NodeKind.POSITION:
        return Section.REPORTS
    return Section.POSITIONS if is_post else Section.UNITS


def _remove(plan: Plan, fields: Fields, findings: Findings) -> None:
    keep = fields.choice("keep", _KEEPS, "unknown-change")
    for place in _all_of(plan, fields, "remove", findings):
        if plan.drafts[place] is None:
            continue
        if keep:
            parent = plan.draft(place).parent
            at = plan.children[parent].index(place)
            for number, child in enumerate(list(plan.children.get(place, ()))):
                plan.move(child, parent, at + number)
                plan.draft(child).head = False  # of a unit that is gone
        plan.remove(place)


def _move(plan: Plan, fields: Fields, findings: Findings) -> None:
    moved = _all_of(plan, fields, "move", findings)
    if not moved:
        _spot(plan, fields, findings)  # tells what is wrong there as well
    for number, place in enumerate(moved):
        spot = _spot(plan, fields, findings)
        if spot is None:
            return
        parent, at = spot
        if parent is not None and parent in plan.below(place):
            name, above = quoted(plan.draft(place).name), quoted(plan.draft(parent).name)
            findings.error(
                "reporting-loop", f"{name} cannot move below {above}, which stands below it", fields.mapping.span
            )
            continue
        if at is not None and plan.draft(place).parent == parent and plan.children[parent].index(place) < at:
            at -= 1
        follows = "after" in fields.pairs
        plan.move(place, parent, None if at is None else at + (number if follows else 0))


def _merge(plan: Plan, fields: Fields, findings: Findings) -> None:
    """Put all that several units have into one of them, or into a new name that the first then has."""
    units = list(dict.fromkeys(_all_of(plan, fields, "merge", findings)))
    into = fields.scalar("into")
    if into is None or not units:
        fields.required_name("into")
        return
    wanted = into.text.strip()
    target = next((one for one in units if wanted in (plan.draft(one).name, _id(plan, one))), None)
    if target is None and (known := plan.ids.get(wanted, next(iter(plan.names.get(wanted, ())), None))) is not None:
        target = known if plan.drafts[known] is not None else None
    if target is None:
        target = units[0]
        _call(plan, target, fields.required_name("into"))
    for unit in units:
        if unit == target:
            continue
        if target in plan.below(unit):
            name, above = quoted(plan.draft(target).name), quoted(plan.draft(unit).name)
            findings.error(
                "reporting-loop", f"{above} cannot go into {name}, which stands below it", fields.mapping.span
            )
            continue
        _pour(plan, unit, target)


def _pour(plan: Plan, unit: int, target: int) -> None:
    """Hang all that stands below a unit below another, its head as one more post, and its links with it."""
    for child in list(plan.children.get(unit, ())):
        plan.move(child, target)
        plan.draft(child).head = False
    for line in plan.lines:
        line.source = target if line.source == unit else line.source
        line.target = target if line.target == unit else line.target
    plan.lines = [line for line in plan.lines if line.source != line.target]
    name, id = plan.draft(unit).name, _id(plan, unit)
    plan.remove(unit)
    plan.names[name] = [target]
    if id is not None:
        plan.ids[id] = target


def _id(plan: Plan, place: int) -> str | None:
    known = plan.draft(place).id
    return known.text if known is not None else None


def _rename(plan: Plan, fields: Fields, findings: Findings) -> None:
    place = _find(plan, fields, "rename", findings)
    name = fields.required_name("to")
    if place is not None and name:
        _call(plan, place, name)


def _call(plan: Plan, place: int, name: str) -> None:
    """Give a draft another name; it is still found by the old one."""
    plan.draft(place).name = name
    plan.call(place)


def _set(plan: Plan, fields: Fields, findings: Findings) -> None:
    place = _find(plan, fields, "set", findings)
    if place is not None:
        set_fields(plan, place, fields, findings)
        plan.call(place)


def _unlink(plan: Plan, fields: Fields, findings: Findings) -> None:
    pair = fields.pairs.get("unlink")
    if pair is None or not isinstance(pair[1], Mapping):
        return
    link = Fields(pair[1], UNLINKED, findings)
    ends = [_find(plan, link, key, findings) for key in ("from", "to")]
    if None in ends:
        return
    kind = link.scalar("kind")
    kept = [
        line
        for line in plan.lines
        if {line.source, line.target} != set(ends)
        or (kind is not None and line.edge.kind.value != kind.text.strip().lower())
    ]
    if len(kept) == len(plan.lines):
        findings.error("unknown-reference", "there is no such link to take away", pair[1].span)
    plan.lines = kept


_DOERS: MappingProxyType[str, Callable[[Plan, Fields, Findings], None]] = MappingProxyType(
    {"add": _add, "remove": _remove, "move": _move, "merge": _merge, "rename": _rename, "set": _set, "unlink": _unlink}
)
