"""Write an `Org` as canonical YAML, as a person would; read back it gives the same, but for the spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from orgviz.export.checks_written import check_lines
from orgviz.export.views_written import view_keys
from orgviz.export.yaml_text import as_key, block, inline
from orgviz.model import TYPE_NAMES, Edge, EdgeKind, Node, NodeKind, Org, Status, Tenure, UnitType, View
from orgviz.sections import Section, section_of

LINE_WIDTH = 100
VACANT = "vacant"
# Levels of posts that are nested; a level of ours is two of YAML, of which our reader takes 256.
DEEPEST = 100
# What a comment must not hold: ends of lines for YAML, and what cannot be seen.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ud800-\udfff]")

Value: TypeAlias = "str | tuple[Item, ...] | tuple[str, ...] | _Holder"
Item: TypeAlias = "str | _Holder"
Pairs: TypeAlias = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class _Holder:
    """A holder of whom more is known than a name."""

    tenure: Tenure
    photo: str | None


def to_yaml(org: Org, comments: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the organisation as YAML text with a final line break.

    Names alone are bare strings, small items stand in braces on one line, ids stand only where the author
    gave them. Links stand at the end, dotted lines among them.

    Args:
        comments: by id, what stands as a comment behind the line in which a node begins.
    """
    lines = ["version: 1"]
    if org.title:
        lines.append(f"title: {inline(org.title)}")
    if org.given_lang:
        lines.append(f"lang: {inline(org.lang)}")
    lines.extend(_types(org.types))
    lines.extend(_outline(org, comments))
    lines.extend(_links(org.edges))
    lines.extend(_views(org.views))
    lines.extend(check_lines(org.checks))
    return "\n".join(lines) + "\n"


def _types(types: Iterable[UnitType]) -> Iterator[str]:
    restyled = [one for one in types if one != UnitType(name=one.name) or one.name not in TYPE_NAMES]
    if restyled:
        yield "types:"
    for one in restyled:
        pairs = _set(("label", one.label), ("color", one.color), ("match", one.match))
        yield f"  {as_key(one.name)}: {_flow(pairs)}"


@dataclass(frozen=True, slots=True)
class _Tree:
    """What stands below what in the file, the managers of those who are written flat, and comments by id."""

    children: Mapping[str | None, Sequence[Node]]
    managers: Mapping[str, str]
    comments: Mapping[str, str]

    def pairs(self, node: Node) -> Pairs:
        """Return the keys of a node but those of its children."""
        manager = self.managers.get(node.id)
        return _pairs(node) if manager is None else (*_pairs(node), ("reports_to", manager))

    def comment(self, node: Node) -> str:
        """Return the comment about a node as it stands behind a line; nothing where there is none."""
        text = _UNSEEN.sub(" ", self.comments.get(node.id, ""))
        words = " ".join(text.split())
        return f"  # {words if len(words) <= LINE_WIDTH else words[: LINE_WIDTH - 1] + '…'}" if words else ""


def _tree(nodes: Sequence[Node], comments: Mapping[str, str]) -> _Tree:
    """Arrange nodes as they are nested; posts too deep for YAML's readers are written flat at the top.

    Whom these report to needs an id of its own where its name stands twice.
    """
    managers = _deep_posts(nodes)
    needs_id = set(managers.values())
    children: dict[str | None, list[Node]] = {}
    for node in nodes:
        written = replace(node, given_id=True) if node.id in needs_id and node.id != node.name else node
        children.setdefault(None if node.id in managers else node.parent, []).append(written)
    return _Tree(children, managers, comments)


def _deep_posts(nodes: Sequence[Node]) -> dict[str, str]:
    """Return the posts that stand too deep to be nested, and what each stands below."""
    levels: dict[str, int] = {}
    managers: dict[str, str] = {}
    for node in nodes:
        level = 0 if node.parent is None else levels[node.parent] + 1
        is_post = node.kind is not NodeKind.UNIT and not node.head and not node.assistant
        if node.parent is not None and level >= DEEPEST and is_post:
            managers[node.id] = node.parent
            level = 0
        levels[node.id] = level
    return managers


@dataclass(frozen=True, slots=True)
class _Place:
    """A node that is still to be written as an item of its section's list, indented by so many spaces."""

    node: Node
    section: Section
    indent: int


def _outline(org: Org, comments: Mapping[str, str]) -> Iterator[str]:
    """Write all nodes from the roots down, with a stack of its own: they may nest to any depth."""
    tree = _tree(org.nodes, comments)
    waiting = _below(None, tree, 0)[::-1]
    while waiting:
        place = waiting.pop()
        if isinstance(place, str):
            yield place
        else:
            yield from _item(place, tree)
            waiting.extend(reversed(_below(place.node, tree, place.indent + 2)))


def _below(parent: Node | None, tree: _Tree, indent: int) -> list[str | _Place]:
    """Return what is to be written below a node: for each section one line, or its key and then its nodes."""
    sections: dict[Section, list[Node]] = {}
    for node in tree.children.get(parent.id if parent else None, ()):
        section = section_of(node.kind, parent.kind if parent else None, head=node.head, assistant=node.assistant)
        sections.setdefault(section, []).append(node)
    written: list[str | _Place] = []
    for section, nodes in sections.items():
        line = _on_one_line(section, nodes, tree, indent)
        written.append(line or f"{' ' * indent}{section}:")
        written.extend(_Place(node, section, indent + 2) for node in nodes if line is None)
    return written


def _on_one_line(section: Section, nodes: Sequence[Node], tree: _Tree, indent: int) -> str | None:
    """Write a section of bare names in brackets, or its single head; nothing where that is not enough."""
    if any(node.id in tree.children for node in nodes):
        return None
    start = f"{' ' * indent}{section}: "
    names = [_bare_name(node, section, tree) for node in nodes]
    if section is Section.HEAD and len(nodes) == 1:
        name = names[0]
        line = start + (_flow(tree.pairs(nodes[0])) if name is None else inline(name))
        return line + tree.comment(nodes[0]) if len(line) <= LINE_WIDTH else None
    if None in names or any(tree.comment(node) for node in nodes):
        return None
    line = f"{start}[{', '.join(inline(name or '', in_flow=True) for name in names)}]"
    return line if len(line) <= LINE_WIDTH else None


def _bare_name(node: Node, section: Section, tree: _Tree) -> str | None:
    """Return the name alone where it says everything about a node in its section."""
    is_usual = node.kind is _BARE_KINDS[section]
    return node.name if is_usual and len(tree.pairs(node)) == 1 else None


_BARE_KINDS = {
    Section.UNITS: NodeKind.UNIT,
    Section.POSITIONS: NodeKind.POSITION,
    Section.REPORTS: NodeKind.POSITION,
    Section.ASSISTANTS: NodeKind.POSITION,
    Section.MEMBERS: NodeKind.PERSON,
    Section.HEAD: NodeKind.PERSON,
}


def _item(place: _Place, tree: _Tree) -> Iterator[str]:
    """Write one node as an item of a list: a bare name, braces on one line, or a block."""
    start = " " * place.indent + "- "
    comment = tree.comment(place.node)
    pairs = tree.pairs(place.node)
    if place.node.id not in tree.children:
        name = _bare_name(place.node, place.section, tree)
        if name is not None:
            yield start + inline(name) + comment
            return
        line = start + _flow(pairs)
        if place.node.kind is not NodeKind.UNIT and len(line) <= LINE_WIDTH and "\\n" not in line:
            yield line + comment
            return
    for number, (key, value) in enumerate(pairs):
        begin = start if number == 0 else " " * (place.indent + 2)
        yield f"{begin}{key}: {_value(value, ' ' * (place.indent + 4))}{comment if number == 0 else ''}"


def _pairs(node: Node) -> Pairs:
    """Return the keys of a node but those of its children, in the canonical order."""
    name_key = "title" if node.kind is NodeKind.POSITION else "name"
    photos = {photo.of: photo.file for photo in node.photos}
    held = [
        _Holder(tenure or Tenure(holder), photos.get(holder)) if tenure or holder in photos else holder
        for holder, tenure in node.held
    ]
    holders = (*held, VACANT) if node.vacant else tuple(held)
    return (
        (name_key, node.name),
        *_set(
            ("id", node.id if node.given_id else None),
            ("type", node.type if node.given_type else None),
            ("holder", holders[0] if len(holders) == 1 else holders),
            ("seats", None if node.seats is None else str(node.seats)),
            ("fte", None if node.fte is None else str(node.fte)),
            ("duty", node.duty),
            ("status", None if node.status is Status.ACTIVE else node.status.value),
            ("from", node.start),
            ("until", node.end),
            ("url", node.url),
            ("photo", photos.get(None)),
        ),
    )


def _links(edges: Iterable[Edge]) -> Iterator[str]:
    written = [edge for edge in edges if edge.kind is not EdgeKind.ASSISTANT]
    if written:
        yield "links:"
    for edge in written:
        pairs = _set(
            ("from", edge.source),
            ("to", edge.target),
            ("kind", edge.kind.value),
            ("label", edge.label),
            ("since", edge.start),
            ("until", edge.end),
            ("status", "proposed" if edge.proposed else None),
        )
        yield f"  - {_flow(pairs)}"


def _views(views: Sequence[View]) -> Iterator[str]:
    if views:
        yield "views:"
    for view in views:
        pairs = view_keys(view)
        line = f"  {as_key(view.name)}: {_flow(pairs)}"
        if len(line) <= LINE_WIDTH:
            yield line
        else:
            yield f"  {as_key(view.name)}:"
            yield from (f"    {name}: {_value(value, ' ' * 6)}" for name, value in pairs)


def _set(*pairs: tuple[str, Value | None]) -> Pairs:
    return tuple((key, value) for key, value in pairs if value)


def _flow(pairs: Pairs) -> str:
    inner = ", ".join(f"{key}: {_flow_value(value)}" for key, value in pairs)
    return f"{{{inner}}}"


def _flow_value(value: Value) -> str:
    return f"[{', '.join(map(_flow_item, value))}]" if isinstance(value, tuple) else _flow_item(value)


def _flow_item(item: Item) -> str:
    if isinstance(item, str):
        return inline(item, in_flow=True)
    tenure = item.tenure
    days = _set(("from", tenure.start), ("until", tenure.end), ("photo", item.photo))
    return _flow((("name", tenure.holder), *days))


def _value(value: Value, indent: str) -> str:
    return block(value, indent) if isinstance(value, str) else _flow_value(value)
