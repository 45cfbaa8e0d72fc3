"""What the page knows of the chart: each box with all that the file says of it, and the lines between boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from orgviz.chart.values import Card
from orgviz.labels import cut_label, days_label, holders_label
from orgviz.layout.scene import Scene
from orgviz.model import Edge, EdgeKind, Node, Org, Status
from orgviz.vocabulary import Vocabulary, vocabulary

Json: TypeAlias = bool | int | str | Sequence["Json"] | Mapping[str, "Json"] | None

_STRAIGHT = -1


@dataclass(slots=True)
class _Known:
    """The organisation as the chart shows it.

    Args:
        number: of the card that each carded node has.
        home: for every node that is drawn, the number of the card that shows it.
        rows: for each card, the nodes that are lines in it, each with how deep it stands below others.
    """

    words: Vocabulary
    types: Mapping[str, str]
    nodes: dict[str, Node]
    number: dict[str, int] = field(default_factory=dict)
    home: dict[str, int] = field(default_factory=dict)
    rows: dict[int, list[tuple[Node, int]]] = field(default_factory=dict)


def contents(org: Org, scene: Scene) -> dict[str, Json]:
    """Return the boxes in the order of drawing, and the links between them, as plain values.

    What has nothing to say is left out of each mapping. Boxes are named by their number, from 0.
    """
    known = _known(org, scene)
    taken: set[str] = set()
    cards: list[Json] = []
    for number, placed in enumerate(scene.cards):
        own = placed.card.node not in taken
        taken.add(placed.card.node)
        cards.append(_card(placed.card, number, known) if own else _crossing(placed.card))
    return {"cards": cards, "links": list(_links(org.edges, scene, known))}


def _known(org: Org, scene: Scene) -> _Known:
    words = vocabulary(org.lang)
    labels = {one.name: one.label or words.types.get(one.name, one.name) for one in org.types}
    known = _Known(words, {**words.types, **labels}, {node.id: node for node in org.nodes})
    for number, placed in enumerate(scene.cards):
        known.number.setdefault(placed.card.node, number)
    indents: dict[str, int] = {}
    for node in org.nodes:
        if node.id in known.number:
            known.home[node.id] = known.number[node.id]
        elif node.parent in known.home and node.status is not Status.CLOSED:
            home = known.home[node.id] = known.home[node.parent]
            indents[node.id] = indents.get(node.parent, _STRAIGHT) + 1
            known.rows.setdefault(home, []).append((node, indents[node.id]))
    return known


def _card(card: Card, number: int, known: _Known) -> dict[str, Json]:
    node = known.nodes[card.node]
    said: dict[str, Json] = {
        "id": card.id,
        "unit": node.id,
        "parent": card.parent,
        "assistant": card.assistant,
        "type": known.types.get(node.type or ""),
        "cut": cut_label(node.cut, known.words) if node.cut else None,
        "url": node.url,
        **_node(node, known.words),
        "rows": [_row(row, indent, known.words) for row, indent in known.rows.get(number, ())],
    }
    return _when_said(said)


def _crossing(card: Card) -> dict[str, Json]:
    """Return what a card of a matrix says that has no node of its own: who of a unit takes part in a project."""
    rows: list[Json] = [{"name": paragraph.text} for paragraph in card.paragraphs]
    return _when_said({"id": card.id, "unit": card.id, "parent": card.parent, "name": card.tooltip, "rows": rows})


def _row(node: Node, indent: int, words: Vocabulary) -> dict[str, Json]:
    return _when_said({"unit": node.id, "head": node.head, "indent": indent or None, **_node(node, words)})


def _node(node: Node, words: Vocabulary) -> dict[str, Json]:
    """Return what units, posts and people have in common."""
    vacant = node.vacancies if node.vacant or node.holders else 0
    return {
        "name": node.name,
        "kind": node.kind.value,
        "holders": holders_label(node, words),
        "seats": node.seats if node.seats is not None and node.seats > 1 else None,
        "vacant": (words.vacant if vacant == 1 else words.vacancies.format(n=vacant)) if vacant else None,
        "status": None if node.status is Status.ACTIVE else words.statuses[node.status],
        "days": days_label(node.start, node.end, words) if node.start or node.end else None,
        "duty": node.duty,
    }


def _links(edges: Sequence[Edge], scene: Scene, known: _Known) -> Iterator[dict[str, Json]]:
    """Yield the links of the file, each with the line that is drawn for it; then lines that stand for no link."""
    drawn: dict[tuple[int, int, str], list[str]] = {}
    for placed in reversed(scene.links):
        link = placed.link
        drawn.setdefault((link.source.card, link.target.card, link.kind.value), []).append(link.id)
    for edge in edges:
        if edge.kind is EdgeKind.ASSISTANT or edge.proposed:
            continue
        source, target = known.home.get(edge.source), known.home.get(edge.target)
        if source is None or target is None:
            continue
        lines = drawn.get((source, target, edge.kind.value))
        yield _link(edge, source, target, lines.pop() if lines else None, known)
    for (source, target, kind), lines in drawn.items():
        word = known.words.edges.get(EdgeKind(kind)) if kind in set(EdgeKind) else None
        yield from (_when_said({"from": source, "to": target, "id": line, "kind": word}) for line in reversed(lines))


def _link(edge: Edge, source: int, target: int, line: str | None, known: _Known) -> dict[str, Json]:
    return _when_said(
        {
            "from": source,
            "to": target,
            "id": line,
            "kind": known.words.edges[edge.kind],
            "label": edge.label,
            "days": days_label(edge.start, edge.end, known.words) if edge.start or edge.end else None,
            "from_post": _post(edge.source, known),
            "to_post": _post(edge.target, known),
        }
    )


def _post(id: str, known: _Known) -> str | None:
    return None if id in known.number else known.nodes[id].name


def _when_said(values: Mapping[str, Json]) -> dict[str, Json]:
    """Return the values that say something; 0 does: it is the first box."""
    return {key: value for key, value in values.items() if value or (value == 0 and value is not False)}
