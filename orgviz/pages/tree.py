"""The tree of boxes that is divided: who stands below whom, and the posts that are lines in a box."""

from __future__ import annotations

from dataclasses import dataclass

from orgviz.chart.make import outline_of
from orgviz.model import Node, NodeKind, Org
from orgviz.pages.options import PageMode, Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The boxes of a chart, each after the one above it, every subtree in one piece.

    Args:
        ids: of the nodes that have a box.
        parents: index of the box above; ``None`` for a root.
        children: of each box, in order.
        heads: ids of the posts in a box that stay with its name.
        rows: ids of the other posts in it, in order: a long list may go on on another page.
        levels: from 1; an assistant is as high as whom they assist.
    """

    ids: tuple[str, ...]
    parents: tuple[int | None, ...]
    children: tuple[tuple[int, ...], ...]
    heads: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    levels: tuple[int, ...]

    @property
    def roots(self) -> tuple[int, ...]:
        """The boxes below none."""
        return tuple(box for box, parent in enumerate(self.parents) if parent is None)


def tree_of(org: Org) -> Tree:
    """Return the boxes of an organisation's chart."""
    nodes = {node.id: node for node in org.nodes}
    outline = outline_of(org, nodes)
    parents: list[int | None] = []
    children: list[list[int]] = [[] for _ in outline.carded]
    levels: list[int] = []
    for box, id in enumerate(outline.carded):
        node = nodes[id]
        above = None if node.parent is None else outline.home[node.parent]
        parents.append(above)
        levels.append(1 if above is None else levels[above] + (0 if node.assistant else 1))
        if above is not None:
            children[above].append(box)
    lists = [[row.node for row in outline.rows[id]] for id in outline.carded]
    return Tree(
        ids=tuple(outline.carded),
        parents=tuple(parents),
        children=tuple(map(tuple, children)),
        heads=tuple(tuple(node.id for node in rows if node.head) for rows in lists),
        rows=tuple(tuple(node.id for node in rows if not node.head) for rows in lists),
        levels=tuple(levels),
    )


def forced(tree: Tree, org: Org, paging: Paging) -> frozenset[int]:
    """Return the boxes that get a page each, whatever room there is; never one with nothing below it."""
    nodes = {node.id: node for node in org.nodes}
    chosen: set[int] = set()
    within: set[int] = set()
    for box, id in enumerate(tree.ids):
        parent = tree.parents[box]
        is_within = parent is not None and parent in within
        if _is_wanted(nodes[id], tree.levels[box], paging) and not is_within:
            within.add(box)
            if parent is not None and tree.children[box]:
                chosen.add(box)
        elif is_within:
            within.add(box)
        if paging.mode is PageMode.UNIT:
            within.discard(box)
    return frozenset(chosen)


def _is_wanted(node: Node, level: int, paging: Paging) -> bool:
    match paging.mode:
        case PageMode.LEVEL:
            return level == paging.level and not node.assistant
        case PageMode.UNIT:
            return node.kind is NodeKind.UNIT
        case PageMode.TYPE:
            return node.type == paging.type
        case _:
            return False
