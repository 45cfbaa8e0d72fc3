"""Make the organisation that stands on a sheet: its own boxes, and those that stand there for others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from orgviz.model import Cut, Edge, EdgeKind, Node, Org
from orgviz.pages.tree import Tree
from orgviz.pages.values import Sheet
from orgviz.views.cut import size
from orgviz.views.keep import as_root


@dataclass(slots=True)
class Parts:
    """An organisation that is taken apart.

    Args:
        tree: its boxes.
        nodes: by id.
        home: for each node that is drawn, its box.
        below: what stands in and below each box, itself not counted.
        edges: for each box, the links that begin or end in it, in their order.
    """

    org: Org
    tree: Tree
    nodes: Mapping[str, Node] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)
    home: Mapping[str, int] = field(default_factory=dict)
    below: Sequence[Cut] = ()
    edges: Sequence[Sequence[int]] = ()

    def __init__(self, org: Org, tree: Tree):
        self.org, self.tree = org, tree
        self.nodes = {node.id: node for node in org.nodes}
        self.order = {node.id: place for place, node in enumerate(org.nodes)}
        self.home = {id: box for box, own in enumerate(tree.ids) for id in (own, *tree.heads[box], *tree.rows[box])}
        self.below = _below(tree, self.nodes)
        edges: list[list[int]] = [[] for _ in tree.ids]
        for number, edge in enumerate(org.edges):
            ends = [self.home[id] for id in (edge.source, edge.target) if id in self.home]
            if len(ends) == 2 and edge.kind is not EdgeKind.ASSISTANT and not edge.proposed:
                for box in dict.fromkeys(ends):
                    edges[box].append(number)
        self.edges = edges

    def shown(self, sheet: Sheet) -> Iterator[str]:
        """Yield the ids of the nodes whose own page a sheet is."""
        chunk = sheet.chunk
        for box in sheet.boxes:
            yield self.tree.ids[box]
            yield from self.tree.heads[box]
            if chunk is None or chunk.box != box:
                yield from self.tree.rows[box]
        if chunk is not None:
            yield from self.tree.rows[chunk.box][chunk.start : chunk.stop]

    def org_of(self, sheet: Sheet) -> Org:
        """Return what stands on a sheet as an organisation of its own."""
        own = list(self.shown(sheet))
        standing = [self.tree.ids[box] for box in (*sheet.down, *sheet.ups)]
        ids = sorted((*own, *standing), key=self.order.__getitem__)
        here = frozenset(ids)
        nodes = tuple(self._node(id, here, sheet) for id in ids)
        return replace(self.org, nodes=nodes, edges=tuple(self._edges(sheet, here)), title=None, views=())

    def _node(self, id: str, here: frozenset[str], sheet: Sheet) -> Node:
        node, box = self.nodes[id], self.home[id]
        is_box = self.tree.ids[box] == id
        above = self.tree.parents[box] if is_box else box
        parent = next(
            (one for one in (node.parent, None if above is None else self.tree.ids[above]) if one in here), None
        )
        if is_box and box in sheet.down:
            node = replace(node, cut=self.below[box])
        elif is_box and box in sheet.ups:
            node = replace(node, cut=None, holders=(), tenures=(), seats=None, vacant=False)
        if parent is None:
            return as_root(node) if node.parent is not None else node
        return node if parent == node.parent else replace(node, parent=parent)

    def _edges(self, sheet: Sheet, here: frozenset[str]) -> Iterator[Edge]:
        """Yield the links that can be drawn on a sheet: both ends are there, and one of them is at home."""
        numbers = dict.fromkeys(number for box in self.homes(sheet) for number in self.edges[box])
        for number in sorted(numbers):
            edge = self.org.edges[number]
            if edge.source in here and edge.target in here:
                yield edge

    def homes(self, sheet: Sheet) -> Iterator[int]:
        """Yield the boxes with something on a sheet whose own page it is."""
        yield from sheet.boxes
        if sheet.chunk is not None and sheet.chunk.box not in sheet.boxes:
            yield sheet.chunk.box

    def leaving(self, sheet: Sheet) -> Iterator[tuple[int, Edge, bool]]:
        """Yield the links that lead from a sheet to another: the box here, the link, and whether it begins here.

        What is drawn here to a box that only stands here is none of them.
        """
        own = frozenset(self.shown(sheet))
        here = own | {self.tree.ids[box] for box in (*sheet.down, *sheet.ups)}
        for box in self.homes(sheet):
            for number in self.edges[box]:
                edge = self.org.edges[number]
                for end, other, begins in ((edge.source, edge.target, True), (edge.target, edge.source, False)):
                    if end in own and self.home[end] == box and other not in here:
                        yield box, edge, begins


def _below(tree: Tree, nodes: Mapping[str, Node]) -> tuple[Cut, ...]:
    """Return how many people and units stand in and below each box."""
    posts, units = [0] * len(tree.ids), [0] * len(tree.ids)
    for box in reversed(range(len(tree.ids))):
        for id in (*tree.heads[box], *tree.rows[box]):
            own = size(nodes[id])
            posts[box] += own.posts
            units[box] += own.units
        parent = tree.parents[box]
        if parent is not None:
            own = size(nodes[tree.ids[box]])
            posts[parent] += posts[box] + own.posts
            units[parent] += units[box] + own.units
        cut = nodes[tree.ids[box]].cut
        if cut is not None:
            posts[box], units[box] = posts[box] + cut.posts, units[box] + cut.units
    return tuple(map(Cut, posts, units))
