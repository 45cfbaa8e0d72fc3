"""Turn what a document named into the nodes and links that are handed on."""

from __future__ import annotations

from orgviz.document.known.register import ROOT, Entity, in_order
from orgviz.document.known.state import GUESSED, SURE, State
from orgviz.document.names.judging import Sort, judge
from orgviz.found import Found, FoundLink, FoundNode
from orgviz.model import EdgeKind, NodeKind, Status

ENOUGH = 1.9
ENOUGH_SAID = 1.2  # where a sentence says of two by name which stands below the other


def to_found(state: State, title: str | None, lang: str | None = None) -> Found | None:
    """Return what was found; nothing where it is not enough to be a structure."""
    _drop_guesses(state)
    register = state.register
    kept = [place for place in in_order(register) if not register.entities[place].dropped]
    if not _is_enough(state, kept):
        return None
    root = register.entities[ROOT]
    order = [ROOT, *kept] if root.name.text else kept
    numbers = {place: number for number, place in enumerate(order)}
    nodes = tuple(_node(state, place, numbers) for place in order)
    links = tuple(
        FoundLink(
            source=numbers[link.source],
            target=numbers[link.target],
            kind=link.kind,
            span=state.span(link.place),
            stated=link.stated,
        )
        for link in register.links
        if link.source in numbers and link.target in numbers and _is_news(state, link.source, link.target, link.kind)
    )
    return Found(nodes=nodes, links=links, title=None if root.name.text else title, lang=lang)


def _is_news(state: State, source: int, target: int, kind: EdgeKind) -> bool:
    """Whether a link says more than the tree does."""
    entities = state.register.entities
    along = source == target or entities[source].parent == target
    return not (along and kind in (EdgeKind.REPORTS, EdgeKind.DOTTED))


def _drop_guesses(state: State) -> None:
    """Let go of what was only the subject of a sentence and got nothing below it."""
    register = state.register
    for place in range(len(register.entities) - 1, ROOT, -1):
        entity = register.entities[place]
        alive = [child for child in register.children.get(place, ()) if not register.entities[child].dropped]
        if entity.type and not alive and not entity.holders and judge(entity.name.folded) is Sort.GENERIC:
            entity.dropped = True  # Functions, with nothing below it
        if entity.weight <= GUESSED and not alive and not entity.duties and entity.reason == "subject of a sentence":
            entity.dropped = True


def _is_enough(state: State, kept: list[int]) -> bool:
    if len(kept) < 2 or state.evidence < ENOUGH_SAID:
        return False
    return state.evidence >= ENOUGH or any(_is_said(state, place) for place in kept)


def _is_said(state: State, place: int) -> bool:
    """Whether a sentence or a key says below whom a unit or post stands."""
    entity = state.register.entities[place]
    above = state.register.entities[entity.parent].name.text
    return (
        bool(above)
        and entity.weight > GUESSED
        and (entity.reason.startswith(("said to", "key and value")) or entity.weight > SURE)
    )


def _node(state: State, place: int, numbers: dict[int, int]) -> FoundNode:
    entity = state.register.entities[place]
    is_post = entity.kind is NodeKind.POSITION
    parent = None if place == ROOT else numbers.get(entity.parent)
    return FoundNode(
        kind=entity.kind,
        name=" ".join(entity.name.text.split()),
        span=state.span(entity.name),
        parent=parent,
        type=entity.type or ("project" if entity.status is Status.TEMPORARY else None),
        duty="；".join(entity.duties) or None,
        head=_is_head(state, place, entity),
        holders=tuple(entity.holders) if is_post else (),
        seats=_seats(entity) if is_post else None,
        vacant=entity.vacant and is_post,
        status=entity.status,
        guess=entity.guess,
    )


def _seats(entity: Entity) -> int | None:
    return max(entity.seats, len(entity.holders)) if entity.seats is not None else None


def _is_head(state: State, place: int, entity: Entity) -> bool:
    if not entity.head or place == ROOT:
        return False
    parent = state.register.entities[entity.parent]
    if parent.kind is not NodeKind.UNIT or (entity.parent == ROOT and not parent.name.text):
        return False
    return not any(
        child != place and state.register.entities[child].parent == place
        for child in state.register.children.get(place, ())
    )
