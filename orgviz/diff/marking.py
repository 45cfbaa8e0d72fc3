"""What a chart marks at each node of the new organisation, from the changes that are told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from orgviz.chart.marks import GLYPHS, Mark, MarkKind
from orgviz.diff.facts import without
from orgviz.diff.tree import OrgTree, people_of
from orgviz.diff.values import Change, ChangeKind, Difference
from orgviz.model import NodeKind, Status
from orgviz.vocabulary import Vocabulary, vocabulary

MARK_KINDS = {
    ChangeKind.ADDED: MarkKind.ADDED,
    ChangeKind.REMOVED: MarkKind.REMOVED,
    ChangeKind.MOVED: MarkKind.MOVED,
    ChangeKind.RENAMED: MarkKind.RENAMED,
    ChangeKind.HEAD: MarkKind.HEAD,
    ChangeKind.FILLED: MarkKind.FILLED,
    ChangeKind.VACATED: MarkKind.VACATED,
    ChangeKind.HOLDER: MarkKind.HOLDER,
}
"""What is marked of each kind of change; all others are marked as changed."""
LINK_KINDS = (ChangeKind.LINK_ADDED, ChangeKind.LINK_REMOVED, ChangeKind.LINK_CHANGED)
_ORDER = list(MarkKind)


@dataclass(slots=True)
class NodeMarks:
    """Marks by the new organisation's ids, and the old ids of those whom such a mark shows as gone."""

    marks: dict[str, Mark] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)


def node_marks(difference: Difference, old: OrgTree, new: OrgTree) -> NodeMarks:
    """Return the marks of all nodes that are in the new organisation."""
    found = NodeMarks()
    words = vocabulary(difference.new.lang)
    types = {item.name: item.label for org in (difference.old, difference.new) for item in org.types}
    labels = {name: label or words.types.get(name, name) for name, label in types.items()}
    for change in difference.changes:
        if change.kind is ChangeKind.HEAD:
            _mark_head(change, found, old, new)
        elif change.new is not None and change.kind is not ChangeKind.ADDED:
            _add(found, change.new, _mark(change, words, labels))
    stayed = set(difference.pairs.values())
    for node in difference.new.nodes:
        if node.id not in stayed and node.id not in found.marks:
            found.marks[node.id] = Mark(kinds=(MarkKind.ADDED,))
    return found


def _mark(change: Change, words: Vocabulary, types: Mapping[str, str]) -> Mark:
    kind = MARK_KINDS.get(change.kind, MarkKind.CHANGED)
    kinds: tuple[MarkKind, ...] = (kind,)
    before, after = (values[0] if values else "" for values in (change.before, change.after))
    facts: tuple[tuple[str, str], ...] = ()
    if change.kind is ChangeKind.SEATS and before:
        facts = ((words.seats.format(n=before), ""),)  # the new number stands in the line anyway
    elif change.kind is ChangeKind.FTE:
        facts = ((before and f"{before} FTE", after and f"{after} FTE"),)
    elif change.kind is ChangeKind.RETYPED:
        facts = ((types.get(before, before), types.get(after, after)),)
    elif change.kind in (ChangeKind.DATES, ChangeKind.TENURE):
        facts = ((before, after),)
    elif change.kind is ChangeKind.STATUS:
        # What is closed is drawn as it was, for it would not be drawn at all.
        is_closed = after == Status.CLOSED
        old, new = words.statuses.get(Status(before), ""), words.statuses.get(Status(after), "")
        facts = (("", new),) if is_closed else ((old, ""),)
        kinds = (MarkKind.REMOVED, kind) if is_closed else kinds
    return Mark(
        kinds=kinds,
        # Who got a title stands behind it anyway.
        was=before if change.kind is ChangeKind.RENAMED and before not in change.people else None,
        left=change.before if change.kind in (ChangeKind.FILLED, ChangeKind.VACATED, ChangeKind.HOLDER) else (),
        facts=facts,
        notes=(_note(change, kind),),
    )


def _note(change: Change, kind: MarkKind) -> str:
    joiner = " / " if change.kind is ChangeKind.MOVED else ", "
    before, after = joiner.join(change.before), joiner.join(change.after)
    return f"{GLYPHS[kind]} {before or '–'} → {after or '–'}"


def _mark_head(change: Change, found: NodeMarks, old: OrgTree, new: OrgTree) -> None:
    """Mark whoever leads a unit now, with who led it before; where nobody does, the old head is drawn as gone."""
    assert change.old is not None
    assert change.new is not None
    heads = [new.nodes[number] for number in new.children[new.numbers[change.new]] if new.nodes[number].head]
    come = Counter(without(change.after, change.before))
    meant = [node for node in heads if any(come[name] for name in people_of(node) or (node.name,))] or heads
    note = _note(change, MarkKind.HEAD)
    for number, node in enumerate(meant):
        left = without(change.before, change.after) if number == 0 else ()
        _add(found, node.id, Mark(kinds=(MarkKind.HEAD,), left=left, notes=(note,)))
    if meant:
        gone = (old.nodes[number] for number in old.children[old.numbers[change.old]])
        found.hidden.update(node.id for node in gone if node.head and node.kind is NodeKind.PERSON)


def _add(found: NodeMarks, id: str, mark: Mark) -> None:
    """Put one more mark on a node."""
    before = found.marks.get(id)
    if before is None:
        found.marks[id] = mark
        return
    kinds = sorted({*before.kinds, *mark.kinds}, key=_ORDER.index)
    found.marks[id] = Mark(
        kinds=tuple(kinds),
        was=before.was or mark.was,
        left=(*before.left, *mark.left),
        facts=(*before.facts, *mark.facts),
        notes=(*before.notes, *mark.notes),
    )
