"""An organisation as a tree of lines, for terminals and pull requests."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orgviz.labels import cut_label, holders_label, status_label
from orgviz.model import Node, Org
from orgviz.vocabulary import Vocabulary, vocabulary

_MARK = "·"


def to_text_tree(org: Org, counts: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a line for each node, drawn as a tree; ends in a line break.

    Args:
        counts: by id, what is said about a node's headcount; a last line explains it.
    """
    words = vocabulary(org.lang)
    below: dict[str | None, list[Node]] = {}
    for node in org.nodes:
        below.setdefault(node.parent, []).append(node)
    lines = [org.title, ""] if org.title else []
    pending = [(node, "", "", "") for node in reversed(below.get(None, ()))]
    while pending:
        node, stem, branch, trunk = pending.pop()
        lines.append(f"{stem}{branch}{_line(node, words)}{_counted(node, counts)}")
        children = below.get(node.id, [])
        for number, child in reversed(list(enumerate(children))):
            last = number == len(children) - 1
            pending.append((child, stem + trunk, "└─ " if last else "├─ ", "   " if last else "│  "))
    example = next((counts[node.id] for node in org.nodes if node.id in counts), None)
    lines.extend(["", f"{_MARK} {example}  {words.counts}"] if example else [])
    return "\n".join(lines) + "\n"


def _counted(node: Node, counts: Mapping[str, str]) -> str:
    return f"  {_MARK} {counts[node.id]}" if node.id in counts else ""


def _line(node: Node, words: Vocabulary) -> str:
    parts = [" ".join(node.name.split())]
    if node.seats is not None and node.seats > 1:
        parts.append(words.seats.format(n=node.seats))
    if node.holders:
        parts.append(holders_label(node, words))
    vacancies = node.told_vacancies
    if vacancies:
        parts.append(f"○ {words.vacancies.format(n=vacancies)}" if vacancies > 1 else f"○ {words.vacant}")
    status = status_label(node, words)
    if status is not None:
        parts.append(f"({status})")
    cut = cut_label(node.cut, words) if node.cut else None
    if cut is not None:
        parts.append(cut)
    return "  ".join(parts)
