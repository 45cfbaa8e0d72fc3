"""Put what a sentence lists below its subject, for the languages whose grammar is small: the items decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import GUESSED, LISTED, SURE, State, has_head, put
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.promises import Promise
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind, Status

MANY = 400
REASON = "sentence of composition"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a sentence that leads to a list says: below whom the items stand, and what they are."""

    scope: int
    promise: Promise


def hang_parts(
    state: State, items: Iterable[Named], parent: int, *, is_maybe: bool = False, usual: NodeKind | None = None
) -> list[int]:
    """Put names below an entity; those that can be none are left out.

    Args:
        is_maybe: whether the sentence says that they may be set up, not that they are.
        usual: what a name without a telling word is; without it such names are left out.
    """
    made = []
    for item in items:
        sort = judge(item.name.folded)
        if not _is_name(item, sort, usual):
            if item.name.text:
                state.tell(item.name, None, "in a list, but no name of a unit or post")
            continue
        kind = {Sort.UNIT: NodeKind.UNIT, Sort.POST: NodeKind.POSITION}.get(sort, usual or NodeKind.UNIT)
        place = put(state, kind, item, parent, REASON, SURE if sort in STRONG else LISTED)
        if place in (ROOT, parent):
            continue
        entity = state.register.entities[place]
        if is_maybe and entity.status is Status.ACTIVE:
            entity.status = Status.OPTIONAL
        state.evidence += 1 if sort in STRONG else 0.4
        made.append(place)
    return made


def _is_name(item: Named, sort: Sort, usual: NodeKind | None) -> bool:
    if not item.name.text or len(item.name) > 60:
        return False
    return sort in STRONG or (sort is Sort.FIELD and usual is not None)


def find_part(state: State, name: Passage, scope: int, *, may_be_new: bool) -> int | None:
    """Return the entity that a name means, or a new one where it can be one."""
    register = state.register
    if not name.text or len(name) > 60:
        return None
    if register.is_root(name.folded):
        return ROOT
    known = register.find(name.folded, below=scope)
    if known is not None:
        return known
    sort = judge(name.folded)
    if not may_be_new or sort not in STRONG:
        return None
    kind = NodeKind.UNIT if sort is Sort.UNIT else NodeKind.POSITION
    return put(state, kind, Named(name=name), scope, "subject of a sentence", GUESSED if scope != ROOT else LISTED)


def mark_heads(state: State, places: Iterable[int], ending: str) -> None:
    """Say which of new posts leads its unit: the only one whose title ends in a word such as 장 or 長."""
    posts = [place for place in places if state.register.entities[place].kind is NodeKind.POSITION]
    names = {place: state.register.entities[place].name.folded for place in posts}
    heads = [place for place, name in names.items() if name.endswith(ending) and not _is_deputy(name)]
    for place in heads if len(heads) == 1 else ():
        entity = state.register.entities[place]
        parent = state.register.entities[entity.parent]
        is_single = entity.seats in (None, 1)
        if parent.kind is NodeKind.UNIT and entity.parent != ROOT and is_single and not has_head(state, entity.parent):
            entity.head = True


def _is_deputy(folded: str) -> bool:
    return folded[:1] in "副부" and len(folded) > 2 and judge(folded[1:]) is Sort.POST


def units_called(state: State, word: str, *, first: bool = False) -> list[int]:
    """Return the units whose names end in a word, or begin with it, for what each of them has; none of very many."""
    entities = state.register.entities
    if len(entities) > MANY:
        return []
    return [
        place
        for place, entity in enumerate(entities)
        if place != ROOT
        and entity.kind is NodeKind.UNIT
        and not entity.dropped
        and (entity.name.folded.startswith(word) if first else entity.name.folded.endswith(word))
    ]
