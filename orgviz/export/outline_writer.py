"""Write an `Org` as a text outline that people read and edit; read back it gives the same, but for the spans."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgviz.model import TYPE_NAMES, Edge, EdgeKind, Node, NodeKind, Org, Status, UnitType
from orgviz.source.outline_line import Ends, is_bare
from orgviz.source.outline_words import HEADER, PROPOSED, in_other_brackets, meanings

# What stands deeper goes on below a line of its own: nobody reads it there, and indentation would grow without end.
DEEPEST = 30
_SIGNS = {NodeKind.UNIT: "-", NodeKind.POSITION: "*", NodeKind.PERSON: "+"}
_VACANT = {"zh": "空缺"}


def to_outline(org: Org) -> str:
    """Return the organisation as an outline with a final line break.

    A unit stands behind ``-``, a position behind ``*``, a person behind ``+``; what is below is indented. Texts
    stand in quotes only where they would be misread without.
    """
    lines = [f"{HEADER} 1"]
    if org.title:
        lines.append(f"title: {org.title}")
    if org.given_lang:
        lines.append(f"lang: {org.lang}")
    lines.extend(_types(org.types))
    lines.append("")
    lines.extend(_items(org))
    lines.extend(_links(org.edges))
    return "\n".join(lines) + "\n"


def _types(types: Iterable[UnitType]) -> Iterator[str]:
    restyled = [one for one in types if one != UnitType(name=one.name) or one.name not in TYPE_NAMES]
    if restyled:
        yield ""
        yield "types:"
    for one in restyled:
        match = [_text(word, Ends.ATTRIBUTE) for word in one.match]
        attributes = [one.color] if one.color else []
        attributes.extend([f"match: {match[0]}", *match[1:]] if match else [])
        yield from _line("  ", f"  {_first(one.name, Ends.NAME)}", attributes, one.label)


@dataclass(frozen=True, slots=True)
class _Tree:
    """What stands below what, and which people stand behind their unit's name."""

    nodes: Sequence[Node]
    children: Mapping[str | None, Sequence[Node]]
    vacant: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A node that is still to be written, at a level."""

    node: Node
    level: int


def _items(org: Org) -> Iterator[str]:
    """Write all nodes from the roots down, with a stack of its own: they may nest to any depth."""
    children: dict[str | None, list[Node]] = {}
    for node in org.nodes:
        children.setdefault(node.parent, []).append(node)
    tree = _Tree(org.nodes, children, _VACANT.get(org.lang[:2], "vacant"))
    is_airy = any(root.id in children for root in children.get(None, ()))
    continued: list[Node] = []
    for number, root in enumerate(children.get(None, ())):
        if number and is_airy:
            yield ""
        yield from _branch([_Place(root, 0)], tree, continued)
    # Whatever goes on there may go on further: the list grows while it is read.
    for number, node in enumerate(continued, 1):
        yield ""
        yield f"continued {number}:"
        yield from _branch(_below(node, 1, tree)[::-1], tree, continued)


def _branch(waiting: list[_Place], tree: _Tree, continued: list[Node]) -> Iterator[str]:
    while waiting:
        place = waiting.pop()
        below = _below(place.node, place.level + 1, tree)
        number = None
        if below and place.level >= DEEPEST:
            continued.append(place.node)
            number, below = len(continued), []
        yield from _item(place, number, tree)
        waiting.extend(reversed(below))


def _below(node: Node, level: int, tree: _Tree) -> list[_Place]:
    written = _heads(node, tree)
    return [_Place(child, level) for child in tree.children.get(node.id, ())[len(written) :]]


def _heads(unit: Node, tree: _Tree) -> Sequence[Node]:
    """Return the heads of a unit where they stand first and their names say everything."""
    children = tree.children.get(unit.id, ())
    heads = [child for child in children if child.head]
    is_first = list(children[: len(heads)]) == heads
    return heads if is_first and all(_is_name_alone(head, tree) for head in heads) else ()


def _is_name_alone(head: Node, tree: _Tree) -> bool:
    return head.kind is NodeKind.PERSON and head.id not in tree.children and not head.duty and not _attributes(head)[1:]


def _item(place: _Place, number: int | None, tree: _Tree) -> Iterator[str]:
    node, indent = place.node, "  " * place.level
    start = f"{indent}{_SIGNS[node.kind]} {_name(node.name, Ends.NAME)}"
    if node.seats is not None:
        start += f" ×{node.seats}"
    holders = [_name(head.name, Ends.HOLDER) for head in _heads(node, tree)]
    holders.extend(_name(holder, Ends.HOLDER) for holder in node.holders)
    if node.vacant:
        holders.append(tree.vacant)
    if holders:
        start += f" = {', '.join(holders)}"
    attributes = _attributes(node)
    if number is not None:
        attributes.append(f"continued {number}")
    yield from _line(indent, start, attributes, node.duty)


def _attributes(node: Node) -> list[str]:
    found = []
    if node.head or node.assistant:
        found.append("head" if node.head else "assistant")
    if node.given_id:
        found.append(f"#{_text(node.id, Ends.ATTRIBUTE)}")
    if node.given_type and node.type:
        found.append(_quoted(node.type) if meanings(node.type) else _text(node.type, Ends.ATTRIBUTE))
    if node.status is not Status.ACTIVE:
        found.append(node.status.value)
    found.extend(_days(node.start, node.end, "from"))
    if node.fte is not None:
        found.append(f"fte: {node.fte}")
    if node.url:
        found.append(node.url if is_bare(node.url, Ends.ATTRIBUTE) else f"url: {_quoted(node.url)}")
    return found


def _links(edges: Iterable[Edge]) -> Iterator[str]:
    written = [edge for edge in edges if edge.kind is not EdgeKind.ASSISTANT]
    if written:
        yield ""
        yield "links:"
    for edge in written:
        attributes = [edge.kind.value, *_days(edge.start, edge.end, "since")]
        if edge.proposed:
            attributes.append(PROPOSED)
        start = f"  {_first(edge.source, Ends.LINK)} -> {_text(edge.target, Ends.LINK)}"
        yield from _line("  ", start, attributes, edge.label)


def _days(start: str | None, end: str | None, first: str) -> list[str]:
    if start and end:
        return [f"{start} – {end}"]
    return [f"{key} {day}" for key, day in ((first, start), ("until", end)) if day]


def _line(indent: str, start: str, attributes: Sequence[str], text: str | None) -> Iterator[str]:
    """Write a line with its attributes and its text; a text of several lines stands below."""
    if attributes:
        start += f" [{', '.join(attributes)}]"
    lines = text.split("\n") if text else []
    yield f"{start}: {lines[0]}" if len(lines) == 1 else start
    yield from (f"{indent}  | {line}".rstrip() for line in lines if len(lines) > 1)


def _first(text: str, ends: Ends) -> str:
    """Write a text that begins a line, where more characters mean something."""
    return _quoted(text) if text.startswith(("|", "#")) else _text(text, ends)


def _name(text: str, ends: Ends) -> str:
    return _text(text, ends) if in_other_brackets(text) is None else _quoted(text)


def _text(text: str, ends: Ends) -> str:
    return text if is_bare(text, ends) else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
