"""Rules about names: those that hold several, and those that look like another."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TypeAlias

from orgviz.checks.issue import Issue, elsewhere
from orgviz.checks.look_alikes import difference, share_skeletons, skeletons
from orgviz.model import POSITION_KIND, UNIT_KIND, Org
from orgviz.patterns import pattern
from orgviz.text import Span
from orgviz.wording import quoted

_PEOPLE = pattern(r"\s*[，、；]\s*")

_Spellings: TypeAlias = dict[str, Span]


def find_joined_names(org: Org) -> Iterator[Issue]:
    """Several names were typed with full-width commas, which separate nothing."""
    for node in org.nodes:
        people = node.holders if node.kind is POSITION_KIND else (node.name,)
        is_unit = node.kind is UNIT_KIND
        for joined in [name for name in people if not name.isascii() and _joins(name, is_unit=is_unit)][:1]:
            names = f": [{', '.join(_PEOPLE.split(joined))}]" if len(joined) <= 60 else ""
            yield Issue(
                f"{quoted(joined)} counts as one name",
                node.span,
                f"for several write a list with half-width commas{names}",
            )


def _joins(name: str, *, is_unit: bool) -> bool:
    """Tell whether a name holds a sign between names; a department's may well be an enumeration: 商品、活动组."""
    return "，" in name or "；" in name or ("、" in name and not is_unit)


def find_look_alikes(org: Org) -> Iterator[Issue]:
    """Two names of one sort differ only in width, case, spaces or letters that look alike; told once a spelling.

    Sorts are people, units, titles and ids. Each name is looked up by its two skeletons: as many steps as names.
    """
    units: _Spellings = {}
    people: _Spellings = {}
    titles: _Spellings = {}
    ids: _Spellings = {}
    for node in org.nodes:
        named = units if node.kind is UNIT_KIND else titles if node.kind is POSITION_KIND else people
        named.setdefault(node.name, node.span)
        for holder in node.holders:
            people.setdefault(holder, node.span)
        if node.given_id and node.id != node.name:
            ids.setdefault(node.id, node.span)
    for sort, written in (("unit", units), ("person", people), ("title", titles), ("id", ids)):
        yield from _alike(sort, _composed(written))


def _composed(written: _Spellings) -> _Spellings:
    """Return names composed: one written in two ways that nobody can see is one."""
    if unicodedata.is_normalized("NFC", "\n".join(written)):
        return written
    composed: _Spellings = {}
    for name, span in written.items():
        composed.setdefault(name if name.isascii() else unicodedata.normalize("NFC", name), span)
    return composed


def _alike(sort: str, names: _Spellings) -> Iterator[Issue]:
    if not share_skeletons(names):
        return
    first: dict[str, str] = {}
    for (name, span), skeletons_of_name in zip(names.items(), skeletons(names), strict=True):
        known = [first.setdefault(skeleton, name) for skeleton in skeletons_of_name]
        other = next((one for one in known if one != name), None)
        if other is not None:
            yield Issue(
                f"the {sort} {quoted(name)} differs from {quoted(other)} "
                f"({elsewhere(names[other], span)}) only in {difference(name, other)}",
                span,
                "write both in the same way, or, where two are meant, so that people can tell them apart",
            )
