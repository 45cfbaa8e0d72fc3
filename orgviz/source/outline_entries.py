"""Nest the items of a text outline below one another, under the keys that the YAML language has for them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Listing

from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.sections import Section, section_of
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.source.outline_items import Item, scalar
from orgviz.text import Span
from orgviz.wording import quoted


def file_entries(
    texts: Listing[tuple[str, Scalar | None]],
    types: Listing[Item],
    items: Listing[Item],
    links: Listing[Item],
    start: Span,
    findings: Findings,
) -> Mapping:
    """Return a whole file as the YAML reader would; `texts` are its title and its language."""
    pairs: list[tuple[Scalar, Entry]] = [(Scalar(key, text.span), text) for key, text in texts if text is not None]
    if types:
        pairs.append((Scalar("types", start), Mapping(tuple(_named(types, findings)), start)))
    pairs.extend((Scalar(key, start), entry) for key, entry in _nested(items))
    if links:
        pairs.append((Scalar("links", start), Sequence(tuple(link.mapping() for link in links), links[0].span)))
    return Mapping(tuple(pairs), start)


def _named(types: Listing[Item], findings: Findings) -> Iterator[tuple[Scalar, Entry]]:
    first: dict[str, Span] = {}
    for one in types:
        name = one.name.text
        if name in first:
            message = f"the type {quoted(name)} stands here for the second time (first in line {first[name].line})"
            findings.error("duplicate-key", message, one.span, "put both together, or take one away")
        else:
            first[name] = one.span
            yield scalar(one.name), one.mapping()


def _nested(items: Listing[Item]) -> list[tuple[str, Entry]]:
    """Return what stands at the top; each item stands behind its parent, so the last are finished first."""
    below: list[list[int]] = [[] for _ in items]
    roots: list[int] = []
    for place, item in enumerate(items):
        (roots if item.parent is None else below[item.parent]).append(place)
    finished: list[Mapping | None] = [None] * len(items)
    for place in range(len(items) - 1, -1, -1):
        finished[place] = items[place].mapping(_sections(items[place], below[place], items, finished))
    return _sections(None, roots, items, finished)


def _sections(
    above: Item | None, below: Listing[int], items: Listing[Item], finished: Listing[Mapping | None]
) -> list[tuple[str, Entry]]:
    """Return the lists that stand under an item, or at the top, by their keys, in the order of their first items."""
    sections: dict[Section, list[Entry]] = {}
    for head in above.heads if above else ():
        name = scalar(head)
        sections.setdefault(Section.HEAD, []).append(Mapping(((Scalar("name", head.span), name),), head.span))
    for place in below:
        item, entry = items[place], finished[place]
        assert entry is not None
        section = section_of(
            item.kind or NodeKind.UNIT,
            above.kind if above else None,
            head="head" in item.flags,
            assistant="assistant" in item.flags,
        )
        sections.setdefault(section, []).append(entry)
    return [(str(section), Sequence(tuple(found), found_span(found))) for section, found in sections.items()]


def found_span(entries: Listing[Entry]) -> Span:
    """Return where a list begins."""
    return entries[0].span
