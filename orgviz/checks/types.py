"""Rules about department types."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.checks.issue import Issue
from orgviz.model import TYPE_NAMES, Org
from orgviz.text import Span
from orgviz.wording import quoted


def find_unused_types(org: Org) -> Iterator[Issue]:
    """A type of the file's own is the type of nothing."""
    used = {node.type for node in org.nodes}
    top = Span(org.nodes[0].span.path, 1, 1) if org.nodes else None
    for unit_type in org.types:
        place = unit_type.span or top
        if unit_type.name not in TYPE_NAMES and unit_type.name not in used and place is not None:
            yield Issue(f"the type {quoted(unit_type.name)} is the type of no unit", place)
