"""Rules over a finished organisation that warn: what is allowed, but hardly meant."""

from __future__ import annotations

import re
from collections.abc import Callable

from orgviz.diagnostics import Findings
from orgviz.model import TYPE_NAMES, EdgeKind, NodeKind, Org
from orgviz.text import Span
from orgviz.wording import counted, quoted

# A department's name may well be an enumeration: 商品、活动组.
_PEOPLE = re.compile(r"\s*[，、；]\s*")
_NAMES = re.compile(r"[，；]")

Rule = Callable[[Org, Findings], None]


def check_org(org: Org, findings: Findings) -> None:
    """Add the warnings of every rule."""
    for rule in RULES:
        rule(org, findings)


def warn_too_many_holders(org: Org, findings: Findings) -> None:
    """More people hold a position than it has seats."""
    for node in org.nodes:
        if node.seats is not None and len(node.holders) > node.seats:
            findings.warn(
                "too-many-holders",
                f"{quoted(node.name)} has {counted(len(node.holders), 'holder')}, "
                f"but only {counted(node.seats, 'seat')}",
                node.span,
            )


def warn_unused_types(org: Org, findings: Findings) -> None:
    """A type of the file's own is the type of nothing."""
    used = {node.type for node in org.nodes}
    place = Span(org.nodes[0].span.path, 1, 1) if org.nodes else None
    for unit_type in org.types:
        if unit_type.name not in TYPE_NAMES and unit_type.name not in used and place is not None:
            findings.warn("unused-type", f"the type {quoted(unit_type.name)} is the type of no unit", place)


def warn_repeated_heads(org: Org, findings: Findings) -> None:
    """A unit has two heads with one name."""
    first: dict[tuple[str | None, str], Span] = {}
    for node in org.nodes:
        key = (node.parent, node.name)
        if node.head and key in first:
            findings.warn(
                "repeated-head",
                f"{quoted(node.name)} stands twice as a head (first in line {first[key].line})",
                node.span,
            )
        elif node.head:
            first[key] = node.span


def warn_repeated_lines(org: Org, findings: Findings) -> None:
    """A link says again what the solid line says."""
    parents = {node.id: node.parent for node in org.nodes}
    for edge in org.edges:
        if edge.kind in (EdgeKind.REPORTS, EdgeKind.DOTTED, EdgeKind.MEMBER) and parents[edge.source] == edge.target:
            findings.warn(
                "repeated-line",
                f"{quoted(edge.source)} stands below {quoted(edge.target)} already",
                edge.span,
                "take the link away",
            )


def warn_joined_names(org: Org, findings: Findings) -> None:
    """Several names were typed with full-width commas, which separate nothing."""
    for node in org.nodes:
        people = node.holders if node.kind is NodeKind.POSITION else (node.name,)
        joins = _NAMES if node.kind is NodeKind.UNIT else _PEOPLE
        joined = next((name for name in people if joins.search(name)), None)
        if joined is not None:
            names = f": [{', '.join(_PEOPLE.split(joined))}]" if len(joined) <= 60 else ""
            findings.warn(
                "joined-names",
                f"{quoted(joined)} counts as one name",
                node.span,
                f"for several write a list with half-width commas{names}",
            )


RULES: tuple[Rule, ...] = (
    warn_too_many_holders,
    warn_unused_types,
    warn_repeated_heads,
    warn_repeated_lines,
    warn_joined_names,
)
