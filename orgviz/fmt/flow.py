"""Write a collection in brackets on one line, where it fits."""

from __future__ import annotations

from orgviz.fmt.scalars import in_flow, key_text
from orgviz.fmt.tree import Entry, Node
from orgviz.source.yaml_pieces import Kind

WIDTH = 100


def one_line(node: Node) -> str | None:
    """Return a collection in brackets; nothing where it holds comments, is too long, or has texts of several lines.

    What stands in it has been written before.
    """
    if node.inner:
        return None
    parts = []
    for entry in node.entries:
        part = _part(entry)
        if part is None:
            return None
        parts.append(part)
    text = ", ".join(parts)
    if len(text) > WIDTH:
        return None
    return f"{{{text}}}" if node.kind is Kind.MAPPING else f"[{text}]"


def _part(entry: Entry) -> str | None:
    if entry.leading or entry.trailing or entry.node is None:
        return None
    value = in_flow(entry.node)
    if value is None or entry.key is None:
        return value
    return f"{key_text(entry.key, is_flow=True)} {value}"
