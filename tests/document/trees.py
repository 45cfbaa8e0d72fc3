"""Trees as rule files write them: a line for each node, with what the rule is about and nothing else.

Indentation says the parent. ``* 主任`` is a post, ``+ 王敏`` a person, a bare name a unit. Behind the name may stand
notes in round brackets (``(vacant)``, ``(head)``, or a status such as ``(planned)``), ``×3`` for seats, ``= 王敏, 李四`` for
holders, and last ``: `` with the duty. What a line does not say is not compared; ``×0`` and ``= nobody`` say that there are
no seats and no holders, ``(active)`` that there is no status.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from orgviz.found import Found, FoundNode
from orgviz.model import NodeKind, Status

_SIGNS = {NodeKind.UNIT: "", NodeKind.POSITION: "* ", NodeKind.PERSON: "+ "}
_FLAGS = ("vacant", "head", *Status)
_NOTE = re.compile(rf"\s(?:\((?P<flag>{'|'.join(_FLAGS)})\)|×(?P<seats>\d+)|= (?P<holders>[^=×]+))$")


def compared(found: Found | None, tree: str) -> str:
    """Return what was found as a tree, with as much on each line as the same line of the other tree says."""
    nodes = tuple(_in_order(found.nodes)) if found is not None else ()
    pairs = zip_longest(nodes, tree.splitlines(), fillvalue=None)
    return "\n".join(_line(depth, node, line or "") for (depth, node), line in _present(pairs))


def _present(
    pairs: Iterator[tuple[tuple[int, FoundNode] | None, str | None]],
) -> Iterator[tuple[tuple[int, FoundNode], str | None]]:
    return ((one, line) for one, line in pairs if one is not None)


def _in_order(nodes: Sequence[FoundNode]) -> Iterator[tuple[int, FoundNode]]:
    """Yield each node with its depth, the outermost first, siblings in the order of the text."""
    children: dict[int | None, list[int]] = {}
    for place, node in enumerate(nodes):
        children.setdefault(node.parent, []).append(place)
    waiting = [(0, place) for place in reversed(children.get(None, []))]
    while waiting:
        depth, place = waiting.pop()
        yield depth, nodes[place]
        waiting.extend((depth + 1, child) for child in reversed(children.get(place, [])))


def _line(depth: int, node: FoundNode, asked: str) -> str:
    """Return a node as a line, with the notes and the duty that another line asks for."""
    head, colon, _ = asked.partition(": ")
    notes = []
    while note := _NOTE.search(head):
        head = head[: note.start()]
        notes.append(_note(node, note))
    duty = f": {node.duty}" if colon and node.duty else ""
    return "  " * depth + _SIGNS[node.kind] + node.name + "".join(reversed(notes)) + duty


def _note(node: FoundNode, asked: re.Match[str]) -> str:
    if asked["seats"]:
        return f" ×{node.seats or 0}"
    if asked["holders"]:
        return f" = {', '.join(node.holders) or 'nobody'}"
    flag = asked["flag"]
    if flag in ("vacant", "head"):
        return f" ({flag})" if getattr(node, flag) else ""
    return f" ({node.status.value})"
