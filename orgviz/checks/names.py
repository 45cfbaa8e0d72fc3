"""Rules about names: those that hold several, and those that look like another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from orgviz.checks.issue import Issue, elsewhere
from orgviz.checks.look_alikes import difference, skeletons
from orgviz.model import Node, NodeKind, Org
from orgviz.text import Span
from orgviz.wording import quoted

# A department's name may well be an enumeration: 商品、活动组.
_PEOPLE = re.compile(r"\s*[，、；]\s*")
_NAMES = re.compile(r"[，；]")


def find_joined_names(org: Org) -> Iterator[Issue]:
    """Several names were typed with full-width commas, which separate nothing."""
    for node in org.nodes:
        people = node.holders if node.kind is NodeKind.POSITION else (node.name,)
        joins = _NAMES if node.kind is NodeKind.UNIT else _PEOPLE
        joined = next((name for name in people if joins.search(name)), None)
        if joined is not None:
            names = f": [{', '.join(_PEOPLE.split(joined))}]" if len(joined) <= 60 else ""
            yield Issue(
                f"{quoted(joined)} counts as one name",
                node.span,
                f"for several write a list with half-width commas{names}",
            )


@dataclass(frozen=True, slots=True)
class _First:
    """A name as it was first written, and where."""

    name: str
    span: Span


def find_look_alikes(org: Org) -> Iterator[Issue]:
    """Two names of one sort differ only in width, case, spaces or letters that look alike; told once a spelling.

    Sorts are people, units, titles and ids. Each name is looked up by its two skeletons: as many steps as names.
    """
    seen: set[tuple[str, str]] = set()
    first: dict[tuple[str, str], _First] = {}
    for node in org.nodes:
        for sort, written in _names(node):
            name = written if written.isascii() else unicodedata.normalize("NFC", written)
            if (sort, name) in seen:
                continue
            seen.add((sort, name))
            other = None
            for skeleton in skeletons(name):
                found = first.setdefault((sort, skeleton), _First(name, node.span))
                other = other or (found if found.name != name else None)
            if other is not None:
                yield Issue(
                    f"the {sort} {quoted(name)} differs from {quoted(other.name)} "
                    f"({elsewhere(other.span, node.span)}) only in {difference(name, other.name)}",
                    node.span,
                    "write both in the same way, or, where two are meant, so that people can tell them apart",
                )


def _names(node: Node) -> Iterator[tuple[str, str]]:
    """Yield the names that a node bears, each with its sort."""
    if node.kind is NodeKind.UNIT:
        yield "unit", node.name
    elif node.kind is NodeKind.PERSON:
        yield "person", node.name
    else:
        yield "title", node.name
        for holder in node.holders:
            yield "person", holder
    if node.given_id and node.id != node.name:
        yield "id", node.id
