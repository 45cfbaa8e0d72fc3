"""Rules about names: those that hold several, and those that look like another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

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
        joined = next((name for name in people if not name.isascii() and joins.search(name)), None)
        if joined is not None:
            names = f": [{', '.join(_PEOPLE.split(joined))}]" if len(joined) <= 60 else ""
            yield Issue(
                f"{quoted(joined)} counts as one name",
                node.span,
                f"for several write a list with half-width commas{names}",
            )


def find_look_alikes(org: Org) -> Iterator[Issue]:
    """Two names of one sort differ only in width, case, spaces or letters that look alike; told once a spelling.

    Sorts are people, units, titles and ids. Each name is looked up by its two skeletons: as many steps as names.
    """
    for sort, names_of in _SORTS.items():
        yield from _alike(sort, ((name, node.span) for node in org.nodes for name in names_of(node)))


def _alike(sort: str, names: Iterable[tuple[str, Span]]) -> Iterator[Issue]:
    seen: dict[str, Span] = {}
    first: dict[str, str] = {}
    for written, span in names:
        name = written if written.isascii() else unicodedata.normalize("NFC", written)
        if name in seen:
            continue
        seen[name] = span
        known = [first.setdefault(skeleton, name) for skeleton in skeletons(name)]
        other = next((one for one in known if one != name), None)
        if other is not None:
            yield Issue(
                f"the {sort} {quoted(name)} differs from {quoted(other)} "
                f"({elsewhere(seen[other], span)}) only in {difference(name, other)}",
                span,
                "write both in the same way, or, where two are meant, so that people can tell them apart",
            )


def _units(node: Node) -> tuple[str, ...]:
    return (node.name,) if node.kind is NodeKind.UNIT else ()


def _people(node: Node) -> tuple[str, ...]:
    return (node.name,) if node.kind is NodeKind.PERSON else node.holders


def _titles(node: Node) -> tuple[str, ...]:
    return (node.name,) if node.kind is NodeKind.POSITION else ()


def _ids(node: Node) -> tuple[str, ...]:
    return (node.id,) if node.given_id and node.id != node.name else ()


_SORTS: Mapping[str, Callable[[Node], tuple[str, ...]]] = MappingProxyType(
    {"unit": _units, "person": _people, "title": _titles, "id": _ids}
)
