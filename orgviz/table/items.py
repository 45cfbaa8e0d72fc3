"""Units, posts and people of a table, tied into a tree, and written as the entries of the YAML language."""

from __future__ import annotations

from collections.abc import Sequence as Listing
from dataclasses import dataclass, field

from orgviz.model import NodeKind
from orgviz.sections import Section, section_of
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.text import Span

# Values of one text, in the order in which a file has them.
TEXTS = ("id", "type", "seats", "fte", "duty", "status", "from", "until", "url", "photo")


@dataclass(slots=True, kw_only=True, eq=False)
class Item:
    """A unit, a position or a person; `name` is a position's title.

    Args:
        parent: the item above it, once that is known.
        texts: by the keys of the YAML language, those of `TEXTS`.
        photos: by the name of a holder.
        aliases: further names under which others refer to it.
    """

    kind: NodeKind
    name: Scalar
    parent: Item | None = None
    head: bool = False
    assistant: bool = False
    holders: list[Scalar] = field(default_factory=list)
    texts: dict[str, Scalar] = field(default_factory=dict)
    photos: dict[str, Scalar] = field(default_factory=dict)
    dotted: list[Scalar] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    @property
    def id(self) -> str | None:
        """The id that the table gives."""
        found = self.texts.get("id")
        return found.text if found else None

    def set_text(self, key: str, value: Scalar | None) -> None:
        """Set a value where there is one and none was set before."""
        if value is not None:
            self.texts.setdefault(key, value)


def to_entries(items: Listing[Item], title: Scalar | None, path: str) -> Mapping:
    """Return the items as one file of the YAML language; nesting follows `parent`, which holds no loop."""
    start = Span(path, 1, 1)
    below: dict[int | None, list[Item]] = {}
    for item in items:
        below.setdefault(id(item.parent) if item.parent else None, []).append(item)
    order: list[Item] = []
    waiting = list(below.get(None, ()))
    while waiting:
        item = waiting.pop()
        order.append(item)
        waiting.extend(below.get(id(item), ()))
    made: dict[int, Mapping] = {}
    for item in reversed(order):
        made[id(item)] = _entry(item, below.get(id(item), ()), made)
    pairs = [(_key("title", start), title)] if title else []
    sections = _sections(None, below.get(None, ()), made, start)
    return Mapping((*pairs, *sections), start)


def _entry(item: Item, below: Listing[Item], made: dict[int, Mapping]) -> Mapping:
    span = item.name.span
    pairs: list[tuple[Scalar, Entry]] = [
        (_key("title" if item.kind is NodeKind.POSITION else "name", span), item.name),
    ]
    pairs += [(_key(name, item.texts[name].span), item.texts[name]) for name in TEXTS if name in item.texts]
    if item.holders:
        holders = tuple(_holder(item, one) for one in item.holders)
        pairs.append((_key("holder", span), Sequence(holders, item.holders[0].span)))
    if item.dotted:
        pairs.append((_key("dotted_to", span), Sequence(tuple(item.dotted), item.dotted[0].span)))
    return Mapping((*pairs, *_sections(item, below, made, span)), span)


def _holder(item: Item, name: Scalar) -> Entry:
    photo = item.photos.get(name.text)
    if photo is None:
        return name
    return Mapping(((_key("name", name.span), name), (_key("photo", photo.span), photo)), name.span)


def _sections(
    above: Item | None, below: Listing[Item], made: dict[int, Mapping], span: Span
) -> list[tuple[Scalar, Entry]]:
    sections: dict[Section, list[Entry]] = {}
    for item in below:
        section = section_of(item.kind, above.kind if above else None, head=item.head, assistant=item.assistant)
        sections.setdefault(section, []).append(made[id(item)])
    return [
        (_key(section.value, span), Sequence(tuple(entries), entries[0].span)) for section, entries in sections.items()
    ]


def _key(name: str, span: Span) -> Scalar:
    return Scalar(name, span)


def text_like(scalar: Scalar, text: str) -> Scalar:
    """Return another text at the same place."""
    return Scalar(text, scalar.span)
