"""An organisation as a tree of lines, for terminals and pull requests."""

from __future__ import annotations

from orgviz.model import Node, Org, Status
from orgviz.vocabulary import Vocabulary, vocabulary


def to_text_tree(org: Org) -> str:
    """Return a line for each node, drawn as a tree; ends in a line break."""
    words = vocabulary(org.lang)
    below: dict[str | None, list[Node]] = {}
    for node in org.nodes:
        below.setdefault(node.parent, []).append(node)
    lines = [org.title, ""] if org.title else []
    pending = [(node, "", "", "") for node in reversed(below.get(None, ()))]
    while pending:
        node, stem, branch, trunk = pending.pop()
        lines.append(f"{stem}{branch}{_line(node, words)}")
        children = below.get(node.id, [])
        for number, child in reversed(list(enumerate(children))):
            last = number == len(children) - 1
            pending.append((child, stem + trunk, "└─ " if last else "├─ ", "   " if last else "│  "))
    return "\n".join(lines) + "\n"


def _line(node: Node, words: Vocabulary) -> str:
    parts = [" ".join(node.name.split())]
    if node.seats is not None and node.seats > 1:
        parts.append(words.seats.format(n=node.seats))
    if node.holders:
        parts.append(words.joiner.join(node.holders))
    if node.vacancies and (node.vacant or node.holders):
        parts.append(f"○ {words.vacancies.format(n=node.vacancies)}" if node.vacancies > 1 else f"○ {words.vacant}")
    if node.status is not Status.ACTIVE:
        parts.append(f"({words.statuses[node.status]})")
    return "  ".join(parts)
